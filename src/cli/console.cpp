// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/console.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

namespace blogsearch::cli {
namespace {

constexpr std::size_t default_width = 80;

std::optional<std::size_t> read_columns(const Console& console) {
  const std::string text = console.variable("COLUMNS").value_or("");
  std::size_t columns = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return columns;
}

/// A file opened while a standard stream is closed would take its number, and what is meant for
/// the stream would be written into the file. Here, writing stays an error.
void occupy_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(stream, F_GETFD) == -1) (void)open("/dev/null", O_RDONLY);
}

std::size_t terminal_columns() {
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    winsize size{};
    if (ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  }
  return default_width;
}

}  // namespace

std::size_t Console::text_width() const {
  constexpr std::size_t readable = 100;
  return out_is_terminal ? std::min(width, readable) : default_width;
}

std::size_t Console::err_width() const { return err_is_terminal ? width : std::string::npos; }

std::optional<std::string> Console::variable(std::string_view name) const {
  const auto found = environment.find(name);
  if (found == environment.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

Console standard_console() {
  occupy_closed_streams();
  Console console{std::cout, std::cerr};
  console.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  console.err_is_terminal = isatty(STDERR_FILENO) == 1;
  for (const char* name : {"COLUMNS", "NO_COLOR", "SOURCE_DATE_EPOCH", "TERM", "VTE_VERSION"})
    if (const char* value = std::getenv(name)) console.environment[name] = value;
  constexpr std::size_t narrowest = 20;
  console.width = std::max(narrowest, read_columns(console).value_or(terminal_columns()));
  console.clock = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return console;
}

}  // namespace blogsearch::cli
