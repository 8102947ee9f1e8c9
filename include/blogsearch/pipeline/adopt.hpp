// SPDX-License-Identifier: GPL-2.0-or-later
//
// Takes over the ids under which another program's feeds named the posts, so that who subscribed
// to those sees no post twice.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "blogsearch/feed/reader.hpp"
#include "blogsearch/pipeline/build.hpp"

namespace blogsearch::pipeline {

/// An entry of an old feed that is known to be a post, and whose id the post nevertheless has not.
struct NotTaken {
  std::string path;    ///< of the post
  std::string id;      ///< the old feed's
  std::string own_id;  ///< the post's
  enum class Reason {
    front_matter,  ///< the post's own is written in its front matter
    earlier_feed,  ///< an earlier entry gave the post another id
    another_post   ///< `id` is that of another post: `own_id` is that post's path
  } reason = Reason::front_matter;
};

struct Adoption {
  std::vector<std::string> adopted;  ///< paths of posts that have a new id now
  std::size_t already = 0;           ///< entries whose id their post has
  std::vector<NotTaken> not_taken;
  std::vector<feed::OldEntry> unmatched;
  bool written = false;  ///< the ledger was
};

/// Reads `feeds` (files; the first that names a post decides) and gives each post the id under
/// which it was an entry: by id, else by URL (without regard to scheme, port, `www.`, a last
/// `/`, `index.html` or `.html`, and to the host where no post has it), else by title and day, when
/// these are one entry's and one post's alone. The ids go into the ledger, unless `options.keep` is
/// false. Empty when nothing could be compared: a feed, the config, the ledger or no post could be
/// read. An entry without a post is no finding.
[[nodiscard]] std::optional<Adoption> adopt(const model::SiteConfig& config,
                                            const BuildOptions& options,
                                            std::span<const std::filesystem::path> feeds,
                                            Diagnostics& findings);

}  // namespace blogsearch::pipeline
