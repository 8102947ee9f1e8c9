// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/addresses.hpp"

#include <algorithm>

namespace blogsearch::markup {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_dated(std::string_view name) {
  constexpr std::string_view form = "dddd-dd-dd-";
  if (name.size() <= form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] == 'd' ? name[i] < '0' || name[i] > '9' : name[i] != '-') return false;
  return true;
}

}  // namespace

std::string page_address(std::string path) {
  const std::size_t fragment = std::min(path.find('#'), path.size());
  const std::string rest = path.substr(fragment);
  path.resize(fragment);
  for (const std::string_view ending : {"/_index.md", "/index.md", ".markdown", ".md", ".html"}) {
    if (path.size() <= ending.size()) continue;
    if (std::string_view(path).substr(path.size() - ending.size()) != ending) continue;
    path.resize(path.size() - ending.size());
    break;
  }
  std::string out;
  for (const char c : path + rest) out += c == ' ' ? "%20" : std::string(1, c);
  return out;
}

std::string post_address(std::string_view name) {
  if (const std::size_t slash = name.find_last_of('/'); slash != npos)
    name.remove_prefix(slash + 1);
  std::string page = page_address(std::string(name));
  if (!is_dated(page)) return page;
  page[4] = page[7] = page[10] = '/';
  return "/" + page + ".html";
}

std::string source_address(const std::string& path) {
  if (path.find("_posts/") != npos) return post_address(path);
  const std::string page = page_address(path);
  const bool is_page = page.size() < path.size() && path.find("index.") == npos;
  return (path.substr(0, 1) == "/" ? "" : "/") + page + (is_page ? ".html" : "");
}

std::string page_of_link(std::string_view link) {
  if (link.substr(0, 2) != "@/") return std::string(link);
  const std::size_t end = std::min(link.find('#'), link.size());
  std::string_view path = link.substr(1, end - 1);
  for (const std::string_view ending : {".md", "/index", "/_index"})
    if (path.size() > ending.size() && path.substr(path.size() - ending.size()) == ending)
      path.remove_suffix(ending.size());
  return std::string(path) + "/" + std::string(link.substr(end));
}

}  // namespace blogsearch::markup
