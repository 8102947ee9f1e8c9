// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/model/ledger.hpp"

#include <array>
#include <charconv>
#include <map>
#include <utility>

namespace blogsearch::model {
namespace {

constexpr std::string_view header =
    "# The ids under which feeds have named the posts: commit this file, blogsearch keeps it.\n"
    "# A line is: id, digest of the body, URL, file.\n";
constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t digest_size = 16;
constexpr std::string_view no_digest = "-";
constexpr std::string_view beginnings_of_marks = "#<|=>";

enum class Blanks { kept, escaped };

/// What would end a column or a line, as `\x20`; also what would make a line a comment or a mark of
/// git's.
std::string escape(std::string_view text, Blanks blanks) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte > 0x20 && byte != 0x7F && c != '\\';
    const bool is_mark = out.empty() && beginnings_of_marks.find(c) != std::string_view::npos;
    if ((is_plain && !is_mark) || (c == ' ' && blanks == Blanks::kept))
      out += c;
    else
      out.append("\\x").append({digits[byte >> 4U], digits[byte & 0xFU]});
  }
  return out;
}

std::optional<std::string> unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    const std::string_view sequence = text.substr(i, 4);
    const std::size_t high = sequence.size() == 4 ? digits.find(sequence[2]) : std::string::npos;
    const std::size_t low = sequence.size() == 4 ? digits.find(sequence[3]) : std::string::npos;
    const bool is_known = sequence.size() == 4 && sequence[1] == 'x' && high < 16 && low < 16;
    if (!is_known) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 3;
  }
  return out;
}

std::string print_digest(std::uint64_t digest) {
  if (digest == 0) return std::string(no_digest);
  std::string out(digest_size, '0');
  for (std::size_t i = digest_size; i-- > 0; digest >>= 4U) out[i] = digits[digest & 0xFU];
  return out;
}

std::optional<std::uint64_t> parse_digest(std::string_view text) {
  if (text == no_digest) return 0;
  if (text.size() != digest_size || text.find_first_not_of(digits) != std::string_view::npos)
    return std::nullopt;
  std::uint64_t digest = 0;
  std::from_chars(text.data(), text.data() + text.size(), digest, 16);
  return digest;
}

/// What git leaves of two versions that it cannot merge.
bool is_conflict(std::string_view line) {
  constexpr std::array<std::string_view, 4> marks{"<<<<<<<", "|||||||", "=======", ">>>>>>>"};
  for (const std::string_view mark : marks)
    if (line == mark || (line.starts_with(mark) && line[mark.size()] == ' ')) return true;
  return false;
}

std::optional<Ledger::Entry> parse_line(std::string_view line) {
  std::array<std::string_view, 3> columns;
  for (std::string_view& column : columns) {
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    column = line.substr(0, blank);
    line.remove_prefix(blank + 1);
  }
  auto id = unescape(columns[0]);
  const auto digest = parse_digest(columns[1]);
  auto url = unescape(columns[2]);
  auto path = unescape(line);
  if (!id || !digest || !url || !path) return std::nullopt;
  if (id->empty() || url->empty() || path->empty()) return std::nullopt;
  return Ledger::Entry{*std::move(id), *digest, *std::move(url), *std::move(path)};
}

/// Reads line by line; findings are in the order of the lines.
class Reader {
 public:
  explicit Reader(Diagnostics& findings) : findings_(findings) {}

  std::optional<Ledger> read(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      std::string_view line = text.substr(begin, end - begin);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++number_;
      take(line, {begin, begin + line.size()});
      begin = end + 1;
    }
    if (is_broken_) return std::nullopt;
    return std::move(ledger_);
  }

 private:
  void take(std::string_view line, Span span) {
    if (is_conflict(line)) return take_mark(line, span);
    if (line.empty() || line[0] == '#' || is_in_conflict_) return;
    std::optional<Ledger::Entry> entry = parse_line(line);
    if (!entry)
      return refuse("this line is not an id, a digest, a URL and a file with single blanks between",
                    "take the line back from the last commit; delete it only if its post has "
                    "never been published",
                    span);
    const bool is_new_id = claim(ids_, entry->id, "the id ", span);
    const bool is_new_path = claim(paths_, entry->path, "the file ", span);
    if (is_new_id && is_new_path) ledger_.put(*std::move(entry));
  }

  /// One finding for all marks of a conflict.
  void take_mark(std::string_view line, Span span) {
    if (!is_in_conflict_)
      refuse("a merge conflict is not resolved",
             "keep one line of each post, with the id that is published, and delete the marks of "
             "git; the next build mends the rest of the line",
             span);
    is_in_conflict_ = line[0] != '>';
  }

  bool claim(std::map<std::string, std::size_t, std::less<>>& lines, const std::string& word,
             std::string what, Span span) {
    const auto [place, is_new] = lines.try_emplace(word, number_);
    if (!is_new)
      refuse(std::move(what) + word + " is in line " + std::to_string(place->second) + " already",
             "delete one of the two lines; the id that is published must stay", span);
    return is_new;
  }

  void refuse(std::string message, std::string hint, Span span) {
    Diagnostic finding;
    finding.code = Code::model_bad_ledger;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    finding.span = span;
    findings_.add(std::move(finding));
    is_broken_ = true;
  }

  Diagnostics& findings_;
  Ledger ledger_;
  std::map<std::string, std::size_t, std::less<>> ids_, paths_;  ///< and their lines
  std::size_t number_ = 0;
  bool is_in_conflict_ = false;
  bool is_broken_ = false;
};

}  // namespace

std::optional<Ledger> Ledger::parse(std::string_view text, Diagnostics& findings) {
  return Reader(findings).read(text);
}

std::string Ledger::print() const {
  std::string out(header);
  for (const Entry& entry : entries_) {
    out.append(escape(entry.id, Blanks::escaped)).append(" ");
    out.append(print_digest(entry.digest)).append(" ");
    out.append(escape(entry.url, Blanks::escaped)).append(" ");
    out.append(escape(entry.path, Blanks::kept)).append("\n");
  }
  return out;
}

const Ledger::Entry* Ledger::with_id(std::string_view id) const {
  const auto place = entries_.find(id);
  return place == entries_.end() ? nullptr : &*place;
}

const Ledger::Entry* Ledger::with_path(std::string_view path) const {
  const auto place = by_path_.find(path);
  return place == by_path_.end() ? nullptr : *place;
}

bool Ledger::put(Entry entry) {
  if (const Entry* same = with_id(entry.id); same != nullptr && *same == entry) return false;
  remove(with_path(entry.path));
  remove(with_id(entry.id));
  by_path_.insert(&*entries_.insert(std::move(entry)).first);
  return true;
}

void Ledger::remove(const Entry* entry) {
  if (entry == nullptr) return;
  by_path_.erase(entry);
  entries_.erase(entries_.find(entry->id));
}

}  // namespace blogsearch::model
