// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/uri.hpp"

#include "support/catch.hpp"

using namespace blogsearch;

namespace {
struct Row {
  std::string given, expected;
};
}  // namespace

TEST_CASE("text: references resolve as in RFC 3986, section 5.4", "[text]") {
  const auto row = GENERATE(values<Row>({
      // 5.4.1, normal examples
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x", "http://a/b/c/g;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../", "http://a/"},
      {"../../g", "http://a/g"},
      // 5.4.2, abnormal examples
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
  }));
  CAPTURE(row.given);
  CHECK(text::resolve("http://a/b/c/d;p?q", row.given) == row.expected);
}

TEST_CASE("text: what may not stand in a URL is percent-encoded, once", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"a b.png", "https://e.org/p/a%20b.png"},
      {" a.png ", "https://e.org/p/a.png"},
      {"a%20b.png", "https://e.org/p/a%20b.png"},
      {"100%.png", "https://e.org/p/100%25.png"},
      {"ü.png", "https://e.org/p/%C3%BC.png"},
      {"?q=a b&c=\"d\"", "https://e.org/p/?q=a%20b&c=%22d%22"},
      {"mailto:a@e.org", "mailto:a@e.org"},
      {"https://x.org", "https://x.org"},
      {"https://x.org?q", "https://x.org?q"},
      {"#münchen", "https://e.org/p/#m%C3%BCnchen"},
  }));
  CAPTURE(row.given);
  CHECK(text::resolve("https://e.org/p/", row.given) == row.expected);
}

TEST_CASE("text: a web URL has a scheme and a host", "[text]") {
  for (const char* url : {"https://example.org", "http://localhost:8080/a", "HTTPS://E.ORG/"})
    CHECK(text::is_web_url(url));
  for (const char* url : {"example.org", "/a", "ftp://example.org/", "https:///a", "https:a", "",
                          "https://exa mple.org/"})
    CHECK_FALSE(text::is_web_url(url));
}

TEST_CASE("text: an id is an IRI, and a path of Windows is none", "[text]") {
  for (const char* iri : {"https://e.org/é", "tag:e.org,2020:a", "urn:uuid:1", "file:///a"})
    CHECK(text::is_iri(iri));
  for (const char* other :
       {"", "a", "/a", "urn:", "C:\\windows", "a:b c", "a:<b>", "a:b\n", "a:{b}"})
    CHECK_FALSE(text::is_iri(other));
}

TEST_CASE("text: a URI's parts put together are the URI again", "[text]") {
  for (const char* uri : {"https://e.org/a?b#c", "/a/b", "a", "?q", "#f", "//h/p", "mailto:a@b",
                          "https://e.org?", "https://e.org#", ""})
    CHECK(text::parse_uri(uri).str() == uri);
}

TEST_CASE("text: a path is decoded where it is encoded", "[text]") {
  CHECK(text::decode_path("/a%20b/%c3%A9.mp3") == "/a b/é.mp3");
  CHECK(text::decode_path("100%/%zz/%2") == "100%/%zz/%2");
  CHECK(text::decode_path("") == "");
}

TEST_CASE("text: a fragment is encoded where an address needs it", "[text]") {
  CHECK(text::encode_fragment("a-b_c.d~!$&'()*+,;=:@/?") == "a-b_c.d~!$&'()*+,;=:@/?");
  CHECK(text::encode_fragment("é b#%\"<") == "%C3%A9%20b%23%25%22%3C");
  CHECK(text::encode_fragment("%C3%A9") == "%C3%A9");
}
