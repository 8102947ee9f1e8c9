// SPDX-License-Identifier: GPL-2.0-or-later
//
// loop POSTS INDEX: what anybody would write first with Xapian. One database, TermGenerator, a
// document a post with its text, one commit. The bodies are Markdown as it stands in the files.
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>

namespace {

void add(Xapian::WritableDatabase& database, Xapian::TermGenerator& words,
         const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(stream)), {});
  const std::size_t header_end = text.find("\n---\n");
  const std::size_t title = text.find("title: ") + 7;
  const std::string body = text.substr(header_end + 5);

  Xapian::Document document;
  words.set_document(document);
  words.index_text(text.substr(title, text.find('\n', title) - title), 1, "S");
  words.increase_termpos();
  words.index_text(body);
  document.set_data(body);
  database.add_document(document);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) return 2;
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) files.insert(entry.path());

  Xapian::WritableDatabase database(argv[2], Xapian::DB_CREATE);
  Xapian::TermGenerator words;
  words.set_stemmer(Xapian::Stem("english"));
  for (const auto& file : files) add(database, words, file);
  database.commit();
} catch (const Xapian::Error& error) {
  std::cerr << error.get_description() << '\n';
  return 1;
}
