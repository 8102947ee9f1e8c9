// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/arrange.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace blogsearch::model {
namespace {

std::string hint_for(Code code, const Post& post, const Post& other) {
  if (code == Code::model_duplicate_id) return "give one of the two its own `id:`";
  if (post.lang != other.lang)
    return "put the language into posts.url, such as /{lang}/{path}/, or give one of the two its "
           "own `slug:`";
  return "give one of the two its own `slug:`, or change posts.url";
}

/// Leaves out every post whose `field` another one claimed before it.
void leave_out_doubles(std::vector<Post>& posts, std::string Post::*field, Code code,
                       std::string_view name, Diagnostics& findings) {
  std::map<std::string_view, const Post*> owners;
  std::vector<bool> is_double(posts.size());
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const auto [owner, is_first] = owners.try_emplace(posts[i].*field, &posts[i]);
    if (is_first) continue;
    is_double[i] = true;
    Diagnostic finding;
    finding.code = code;
    finding.message = std::string("this post has the same ")
                          .append(name)
                          .append(" as ")
                          .append(shown(*owner->second))
                          .append(": ")
                          .append(posts[i].*field);
    finding.hint = hint_for(code, posts[i], *owner->second);
    finding.file = shown(posts[i]);
    findings.add(std::move(finding));
  }
  std::size_t place = 0;
  std::erase_if(posts, [&](const Post&) { return is_double[place++]; });
}

}  // namespace

std::vector<Post> arrange(std::vector<Post> posts, Diagnostics& findings) {
  std::sort(posts.begin(), posts.end(),
            [](const Post& a, const Post& b) { return a.path < b.path; });
  leave_out_doubles(posts, &Post::url, Code::model_duplicate_url, "URL", findings);
  leave_out_doubles(posts, &Post::id, Code::model_duplicate_id, "id", findings);
  std::sort(posts.begin(), posts.end(), [](const Post& a, const Post& b) {
    return a.published != b.published ? a.published > b.published : a.url < b.url;
  });
  return posts;
}

}  // namespace blogsearch::model
