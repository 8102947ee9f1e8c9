# SPDX-License-Identifier: GPL-2.0-or-later
"""Test collections of retrieval in BEIR's layout, and the measures that `blogsearch eval` prints, so
that other programs can be measured alike."""
import collections
import json
import math
import pathlib

Measures = collections.namedtuple("Measures", "ndcg rr recall")


class Collection:
    """documents: [(id, title, text)], queries: [(id, text)] that have a relevant document,
    judgements: {query: {document: gain}}. Documents may lie one folder above their queries."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        corpus = folder / "corpus.jsonl"
        if not corpus.exists():
            corpus = folder.resolve().parent / "corpus.jsonl"
        self.documents = [(d["_id"], d.get("title", ""), d["text"]) for d in lines_of(corpus)]
        self.judgements = judgements_of(folder / "qrels.tsv")
        self.queries = [(q["_id"], q["text"]) for q in lines_of(folder / "queries.jsonl")
                        if any(gain > 0 for gain in self.judgements.get(q["_id"], {}).values())]

    def mean(self, answers):
        """Measures of {query: [document…]}, over all queries."""
        each = [measure(answers.get(id, []), self.judgements[id]) for id, _ in self.queries]
        return Measures(*(sum(values) / max(1, len(each)) for values in zip(*each)))


def lines_of(file):
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def judgements_of(file):
    judgements = collections.defaultdict(dict)
    for number, line in enumerate(file.read_text("utf-8").splitlines()):
        fields = line.split("\t")
        if number == 0 and not fields[-1].strip().lstrip("-").isdigit():
            continue  # the names of the columns
        if line.strip():
            judgements[fields[0]][fields[1]] = int(fields[2])
    return judgements


def discounted_gain(gains):
    """Järvelin and Kekäläinen 2002, of the first ten ranks.

    >>> discounted_gain([3, 2, 3, 0, 1, 2])
    6.861126688593502
    """
    return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains[:10]))


def measure(answer, judgements):
    """nDCG@10, reciprocal rank among ten and recall among a hundred; gains below 1 count as none.

    >>> measure(["a"], {"a": 1})
    Measures(ndcg=1.0, rr=1.0, recall=1.0)
    >>> measure(["x", "a"], {"a": 1})
    Measures(ndcg=0.6309297535714575, rr=0.5, recall=1.0)
    >>> measure(["b", "x", "a"], {"a": 2, "b": 1, "x": 0, "y": -1})  # 2 / (2 + 1 / log2(3))
    Measures(ndcg=0.7601875334318685, rr=1.0, recall=1.0)
    >>> measure(["x"] * 10 + ["a"], {"a": 1, "b": 1})
    Measures(ndcg=0.0, rr=0.0, recall=0.5)
    >>> measure(["x"] * 100 + ["a"], {"a": 1})
    Measures(ndcg=0.0, rr=0.0, recall=0.0)
    >>> measure([], {"a": 1})
    Measures(ndcg=0.0, rr=0.0, recall=0.0)
    """
    ideal = sorted((gain for gain in judgements.values() if gain > 0), reverse=True)
    gains = [max(0, judgements.get(document, 0)) for document in answer]
    first = next((rank for rank, gain in enumerate(gains[:10], 1) if gain), None)
    return Measures(ndcg=float(discounted_gain(gains) / discounted_gain(ideal)),
                    rr=1 / first if first else 0.0,
                    recall=sum(gain > 0 for gain in gains[:100]) / len(ideal))
