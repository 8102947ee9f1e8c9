// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/generator_site.hpp"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "blogsearch/model/config.hpp"
#include "frontmatter/draft.hpp"
#include "io/read.hpp"
#include "io/walk.hpp"
#include "model/source_path.hpp"
#include "syntax/literals.hpp"
#include "syntax/toml.hpp"
#include "syntax/yaml.hpp"
#include "text/uri.hpp"
#include "text/words.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;
using syntax::Node;

/// Nobody's posts, wherever they are; and at the top of a site.
const std::vector<std::string> foreign{"**/node_modules/", "**/_includes/", "**/_layouts/"};
const std::vector<std::string> built{"_site/",  "public/", "dist/",   "build/",
                                     "output/", "site/",   "vendor/", "themes/"};

Node yaml(const SourceText& source, Diagnostics& findings) {
  return syntax::read_yaml(source, {0, source.bytes().size()}, findings).value_or(Node{});
}
Node toml(const SourceText& source, Diagnostics& findings) {
  return syntax::read_toml(source, {0, source.bytes().size()}, findings).value_or(Node{});
}
Node javascript(const SourceText& source, Diagnostics&) {
  return syntax::read_literals(source, syntax::Program::javascript);
}
Node python(const SourceText& source, Diagnostics&) {
  return syntax::read_literals(source, syntax::Program::python);
}

struct Reader {
  std::string_view extension;
  Node (*read)(const SourceText& source, Diagnostics& findings);
};
/// JSON is JavaScript enough; a data file that is none is no reason to complain.
constexpr std::array<Reader, 11> readers{{{".yml", yaml},
                                          {".yaml", yaml},
                                          {".toml", toml},
                                          {".py", python},
                                          {".json", javascript},
                                          {".js", javascript},
                                          {".mjs", javascript},
                                          {".cjs", javascript},
                                          {".ts", javascript},
                                          {".mts", javascript},
                                          {".cts", javascript}}};

bool is_dated(const fs::path& file) {
  Result<std::string> bytes = io::read(file);
  if (!bytes) return false;
  Diagnostics unheard;
  const SourceText source(file.string(), std::move(*bytes));
  time::Conventions conventions;
  conventions.order = time::Order::dmy;
  const auto draft = frontmatter::read(source, conventions, {}, {}, unheard);
  return draft && (draft->published || model::find_day(draft->permalink));
}

}  // namespace

const Node* Settings::find(std::string_view path) const {
  const Node* node = &tree;
  while (node != nullptr && !path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const std::string key = text::lower_ascii(path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
    const auto member =
        std::find_if(node->members.begin(), node->members.end(),
                     [&key](const syntax::Member& m) { return text::lower_ascii(m.key) == key; });
    node = member == node->members.end() ? nullptr : &member->value;
  }
  return node;
}

Fact Settings::fact(std::initializer_list<std::string_view> paths) const {
  for (const std::string_view path : paths)
    if (std::string value = text(path); !value.empty()) return {std::move(value), "from " + file};
  return {};
}

std::string Settings::text(std::string_view path, std::string_view fallback) const {
  const Node* node = find(path);
  if (node == nullptr || !node->is_scalar()) return std::string(fallback);
  const std::string text = text::squeeze(node->scalar);
  return text.empty() ? std::string(fallback) : text;
}

bool Settings::is_true(std::string_view path) const {
  return text::lower_ascii(text(path)) == "true";
}

bool SiteFolder::has(const std::string& name) const {
  std::error_code error;
  return fs::exists(root_ / name, error);
}

std::string SiteFolder::first_of(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    if (has(std::string(name))) return std::string(name);
  return {};
}

const Settings& SiteFolder::settings(const std::string& name) {
  const auto known = read_.find(name);
  if (known != read_.end()) return known->second;
  Settings settings{name, {}};
  if (!name.empty() && has(name)) {
    const std::string extension = fs::path(name).extension().string();
    const auto* reader = std::find_if(readers.begin(), readers.end(), [&](const Reader& row) {
      return row.extension == extension;
    });
    Result<std::string> text = io::read(root_ / name);
    if (!text)
      findings_.add(std::move(text).error());
    else if (reader != readers.end())
      settings.tree =
          reader->read(SourceText(io::shown(root_ / name), std::move(*text)), findings_);
  }
  return read_.emplace(name, std::move(settings)).first->second;
}

std::string SiteFolder::bytes(const std::string& name) const {
  Result<std::string> bytes = io::read(root_ / name);
  return bytes ? std::move(*bytes) : std::string();
}

std::vector<std::string> SiteFolder::files(const std::string& folder,
                                           std::vector<std::string> include) const {
  std::vector<std::string> names;
  if (!has(folder.empty() ? "." : folder)) return names;
  std::vector<std::string> exclude = foreign;
  const bool is_top = folder.empty() || folder == ".";
  if (is_top) exclude.insert(exclude.end(), built.begin(), built.end());
  Diagnostics unheard;
  for (const io::Found& found :
       io::walk(root_ / folder, {std::move(include), std::move(exclude)}, unheard))
    names.push_back(found.path);
  return names;
}

bool SiteFolder::is_post(const std::string& folder, const std::string& name) const {
  if (model::is_section_page(name)) return false;
  return model::find_day(model::read_source_path(name).path) || is_dated(root_ / folder / name);
}

std::vector<std::string> SiteFolder::posts(const std::string& folder) const {
  std::vector<std::string> names = files(folder, model::SiteConfig().posts.include);
  names.erase(std::remove_if(names.begin(), names.end(),
                             [&](const std::string& name) { return !is_post(folder, name); }),
              names.end());
  return names;
}

std::size_t SiteFolder::count(const Proposal& proposal) const {
  io::Patterns patterns{proposal.include, proposal.exclude};
  if (patterns.include.empty()) patterns.include = model::SiteConfig().posts.include;
  std::size_t posts = 0;
  Diagnostics unheard;
  for (const std::string& folder : proposal.paths)
    for (const io::Found& found : io::walk(root_ / folder, patterns, unheard))
      if (is_post(folder, found.path)) ++posts;
  return posts;
}

std::string common_folder(const std::vector<std::string>& files) {
  if (files.empty()) return {};
  std::string common = fs::path(files.front()).parent_path().generic_string();
  for (const std::string& file : files)
    while (!common.empty() && file.rfind(common + "/", 0) != 0)
      common = fs::path(common).parent_path().generic_string();
  return common;
}

std::string join_path(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (std::string_view part : parts)
    while (!part.empty()) {
      const std::size_t slash = std::min(part.find('/'), part.size());
      const std::string_view name = part.substr(0, slash);
      if (!name.empty() && name != ".") out.append(out.empty() ? "" : "/").append(name);
      part.remove_prefix(std::min(slash + 1, part.size()));
    }
  return out;
}

std::string site_url(std::string_view origin, std::string_view base) {
  if (!text::is_web_url(origin)) return {};
  const std::string host = text::parse_uri(origin).authority.value_or("");
  if (host.rfind("localhost", 0) == 0 || host.rfind("127.", 0) == 0) return {};
  std::string url(origin);
  while (url.back() == '/') url.pop_back();
  const std::string path = join_path({base});
  return url + "/" + path + (path.empty() ? "" : "/");
}

void set_posts(Proposal& proposal, std::string folder) {
  proposal.paths = {folder.empty() ? "." : std::move(folder)};
}

void set_url(Proposal& proposal, const Settings& settings, std::string_view origin_key,
             std::string_view base_key) {
  const std::string base = base_key.empty() ? "" : settings.text(base_key);
  proposal.url.value = site_url(settings.text(origin_key), base);
  if (proposal.url)
    proposal.url.reason =
        "from " + settings.file + (base.empty() ? "" : ", " + std::string(base_key) + " below it");
}

}  // namespace blogsearch::pipeline
