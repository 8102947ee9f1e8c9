// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/attach.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "io/inside.hpp"
#include "io/media_type.hpp"
#include "io/read.hpp"
#include "text/uri.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;

/// What front matter names, found or not.
struct Attached {
  std::string url;                         ///< absolute
  std::optional<io::Beginning> beginning;  ///< none when it is no file of this site
};

/// Finds what a post's front matter names.
class Finder {
 public:
  Finder(const model::SiteConfig& config, const io::Found& post, std::string_view post_url,
         std::vector<state::Witness>& looked_at)
      : config_(config), post_(post), post_url_(post_url), looked_at_(looked_at) {}

  [[nodiscard]] Attached find(const std::string& written) const {
    const text::Uri uri = text::parse_uri(written);
    const bool is_path = !uri.scheme && !uri.authority;
    if (is_path && uri.path.substr(0, 1) != "/") {
      if (auto beside = read_beside(uri.path)) return {resolved(written), std::move(beside)};
    }
    if (is_path) {
      const std::size_t slash = written[0] == '/' ? 1 : 0;
      if (auto at_root = read_static(uri.path.substr(slash)))
        return {text::resolve(config_.site.url, "./" + written.substr(slash)), std::move(at_root)};
    }
    const std::string url = resolved(written);
    return {url, read_published(url)};
  }

 private:
  [[nodiscard]] std::string resolved(const std::string& written) const {
    return text::resolve(post_url_, written);
  }

  [[nodiscard]] std::optional<io::Beginning> read(const fs::path& file) const {
    looked_at_.push_back(state::look_at(file));
    auto beginning = io::read_beginning(file, io::signature_size);
    return beginning ? std::optional(*std::move(beginning)) : std::nullopt;
  }

  /// Never above `folder`, whatever a post or a link says.
  [[nodiscard]] std::optional<io::Beginning> read_in(const fs::path& folder,
                                                     const fs::path& path) const {
    const fs::path inside = path.lexically_normal();
    if (inside.native().find('\0') != std::string::npos) return std::nullopt;
    if (inside.empty() || inside.is_absolute() || *inside.begin() == "..") return std::nullopt;
    const fs::path asked = folder / inside;
    if (config_.posts.follow_links) return read(asked);
    if (const auto file = io::find_inside(io::canonical_folder(folder), asked)) return read(*file);
    looked_at_.push_back(state::look_at(asked));  // it may come to be
    return std::nullopt;
  }

  [[nodiscard]] std::optional<io::Beginning> read_beside(const std::string& path) const {
    const fs::path own(post_.path);
    fs::path root = post_.file;
    for (const fs::path& part : own)
      if (!part.empty()) root = root.parent_path();
    return read_in(root, own.parent_path() / text::decode_path(path));
  }

  [[nodiscard]] std::optional<io::Beginning> read_static(const std::string& path) const {
    for (const fs::path& folder : config_.posts.static_folders)
      if (auto found = read_in(folder, text::decode_path(path))) return found;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<io::Beginning> read_published(std::string_view url) const {
    url = url.substr(0, url.find_first_of("?#"));
    const auto below = [url](const std::string& home) -> std::optional<std::string> {
      if (home.empty() || url.substr(0, home.size()) != home) return std::nullopt;
      return std::string(url.substr(home.size()));
    };
    if (const auto path = below(config_.site.url))
      if (auto found = read_static(*path)) return found;
    const auto path = below(config_.feeds.url);
    return path ? read_in(config_.feeds.out, text::decode_path(*path)) : std::nullopt;
  }

  const model::SiteConfig& config_;
  const io::Found& post_;
  std::string_view post_url_;
  std::vector<state::Witness>& looked_at_;
};

Diagnostic finding_at(Span span, Code code, std::string message, std::string hint) {
  Diagnostic finding;
  finding.code = code;
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  finding.span = span;
  return finding;
}

/// `audio` of `audio/mpeg`.
std::string_view kind_of(std::string_view type) { return type.substr(0, type.find('/')); }

/// A finer type of the author's stays: `audio/x-m4a`.
std::string type_of(const frontmatter::Enclosure& written, const Attached& file,
                    const SourceText& source, Diagnostics& findings) {
  std::string real(file.beginning ? io::media_type_of(file.url, file.beginning->bytes)
                                  : io::media_type_of(file.url));
  if (written.type.empty()) return real.empty() ? "application/octet-stream" : real;
  const bool is_known = file.beginning && !real.empty();
  if (!is_known || kind_of(written.type) == kind_of(real)) return written.type;
  findings.add(source.place(finding_at(written.type_span, Code::pipeline_enclosure_differs,
                                       "the enclosure is " + real + ", not " + written.type,
                                       "write `type: " + real + "`, or leave it out")));
  return real;
}

Diagnostic unknown_length(const frontmatter::Enclosure& written) {
  const bool is_elsewhere = text::parse_uri(written.url).scheme.has_value();
  return finding_at(
      written.url_span, Code::pipeline_enclosure_not_found,
      is_elsewhere ? "the length of " + written.url + " is not known, and feeds say 0 bytes"
                   : "there is no file " + written.url + ", and feeds say that it has 0 bytes",
      is_elsewhere ? "write its `length` in bytes beside its `url`"
                   : "put it beside the post or into a folder of `posts.static`, or write its "
                     "`length` in bytes");
}

/// The RSS Profile asks for 0 where it cannot be known.
std::uint64_t length_of(const frontmatter::Enclosure& written, const Attached& file,
                        const SourceText& source, Diagnostics& findings) {
  if (!file.beginning) {
    if (!written.length) findings.add(source.place(unknown_length(written)));
    return written.length.value_or(0);
  }
  const std::uint64_t real = file.beginning->size;
  if (written.length && *written.length != real)
    findings.add(
        source.place(finding_at(written.length_span, Code::pipeline_enclosure_differs,
                                "the enclosure has " + std::to_string(real) + " bytes, not " +
                                    std::to_string(*written.length),
                                "write `length: " + std::to_string(real) + "`, or leave it out")));
  return real;
}

}  // namespace

void attach(model::Post& post, const SourceText& source, const frontmatter::Draft& draft,
            const model::SiteConfig& config, const io::Found& found, state::Loaded& loaded) {
  const Finder files(config, found, post.url, loaded.looked_at);
  Diagnostics& findings = loaded.findings;
  if (!draft.image.src.empty()) {
    std::string url = files.find(draft.image.src).url;
    if (text::is_web_url(url)) post.image = {std::move(url), draft.image.alt};
  }
  for (const frontmatter::Enclosure& written : draft.enclosures) {
    Attached file = files.find(written.url);
    if (!text::is_web_url(file.url)) continue;
    model::Enclosure enclosure;
    enclosure.type = type_of(written, file, source, findings);
    enclosure.length = length_of(written, file, source, findings);
    enclosure.url = std::move(file.url);
    enclosure.title = written.title;
    enclosure.seconds = written.seconds;
    post.enclosures.push_back(std::move(enclosure));
  }
}

}  // namespace blogsearch::pipeline
