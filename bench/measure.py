# SPDX-License-Identifier: GPL-2.0-or-later
"""Times commands side by side, and keeps what was measured in docs/performance.md."""
import collections
import datetime
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "build/bench"
PAGE = ROOT / "docs/performance.md"
SITE = "https://example.org/"
NOW = "2100-01-01T00:00:00Z"  # no post is held back
ANSWERED = (0, 1)  # 1: posts have errors, or a query finds none

# Before each run `prepare` is called, untimed; `output` is what the command leaves; `accepted` are
# the exit statuses that are no failure.
Contender = collections.namedtuple("Contender", "name prepare command output accepted", defaults=[(0,)])
Run = collections.namedtuple("Run", "wall cpu peak")  # seconds, seconds, bytes


class Watch(threading.Thread):
    """Notes the most memory that a process and all below it hold at a time."""

    PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peak, self.ended = pid, 0, threading.Event()

    def run(self):
        while not self.ended.wait(0.02):
            self.peak = max(self.peak, self.held_by(self.pid))

    def held_by(self, pid):
        try:
            held = int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * self.PAGE_BYTES
            for task in os.listdir(f"/proc/{pid}/task"):
                below = pathlib.Path(f"/proc/{pid}/task/{task}/children").read_text()
                held += sum(self.held_by(int(child)) for child in below.split())
            return held
        except OSError:
            return 0  # it has ended

    def end(self):
        self.ended.set()
        self.join()
        return self.peak


def run(command, accepted):
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    watch = Watch(child.pid)
    watch.start()
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stderr.close()
    peak = max(watch.end(), usage.ru_maxrss * 1024)  # of the largest process, where it was short
    if child.returncode not in accepted:
        raise RuntimeError(f"exit {child.returncode}: {said.decode('utf-8', 'replace').strip()[-400:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, peak)


def alternate(contenders, runs):
    """{name: [Run…]}; runs alternate, so that a busy minute of the machine falls on all of them.
    Who fails is out, with a word."""
    runs_of = {contender.name: [] for contender in contenders}
    for number in range(runs):
        for contender in contenders:
            if contender.name not in runs_of:
                continue
            try:
                contender.prepare()
                runs_of[contender.name].append(
                    run(contender.command, contender.accepted))
            except (OSError, RuntimeError) as error:
                print(f"{contender.name}: out of the race, {error}", file=sys.stderr)
                del runs_of[contender.name]
            if sys.stderr.isatty():
                print(f"\r{number + 1}/{runs} {contender.name:40}", end="\r", file=sys.stderr)
    return runs_of


def size_of(place):
    """Bytes of a file, or of all below a folder."""
    files = [place] if place.is_file() else place.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file())


def remade(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def median(runs, field):
    return statistics.median(getattr(run, field) for run in runs)


def table(header, rows):
    """In Markdown, the first column to the left, readable as it is."""
    rows = [header] + rows
    widths = [max(len(row[i]) for row in rows) for i in range(len(header))]
    lines = ["| " + " | ".join(cell.ljust(width) if i == 0 else cell.rjust(width)
                               for i, (cell, width) in enumerate(zip(row, widths))) + " |"
             for row in rows]
    rule = "| " + " | ".join("-" * width if i == 0 else "-" * (width - 1) + ":"
                             for i, width in enumerate(widths)) + " |"
    return "\n".join(lines[:1] + [rule] + lines[1:])


def circumstances():
    """When and of what the figures are."""
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, check=False,
                            stdout=subprocess.PIPE, text=True).stdout.strip() or "no commit"
    return f"{datetime.date.today()}, {commit}, {os.cpu_count()} cores"


def keep(section, text):
    """Puts the text between the section's markers, where the page has them."""
    page = PAGE.read_text("utf-8") if PAGE.exists() else ""
    pattern = re.compile(rf"(<!-- {section}: [^\n]*-->\n).*?(<!-- end of {section} -->)", re.DOTALL)
    new, found = pattern.subn(lambda match: f"{match.group(1)}\n{text}\n\n{match.group(2)}", page)
    if found:
        PAGE.write_text(new, "utf-8")
    return bool(found)


def blogsearch(name, program, posts, out, feeds="", options=()):
    """A build from nothing into the folder `out`; `feeds` are keys of the config."""
    config = out / "blogsearch.yaml"

    def prepare():
        remade(out)
        config.write_text(f"site: {{url: {SITE}, title: Race}}\nposts: {{path: {posts}}}\n"
                          f"feeds: {{out: {out}/dist{', ' * bool(feeds)}{feeds}}}\n"
                          f"search: {{index: {out}/index}}\n", "utf-8")
    return Contender(name, prepare, [program, "build", "--config", config, "--now", NOW, "-q",
                                     *options], out, ANSWERED)


def knows(program, option):
    told = subprocess.run([program, "build", "--help"], stdout=subprocess.PIPE, text=True, check=False)
    return option in told.stdout


def made_posts(count):
    folder = WORK / f"made-{count}"
    if not folder.is_dir():
        subprocess.run([HERE / "generate", str(count), folder], check=True)
    return folder
