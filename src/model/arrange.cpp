// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/arrange.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>

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
void leave_out_doubles(const std::vector<Claim>& posts, std::string Claim::*field, Code code,
                       Arrangement& arrangement) {
  std::map<std::string_view, std::size_t> owners;
  std::erase_if(arrangement.order, [&](std::size_t i) {
    const auto [owner, is_first] = owners.try_emplace(posts[i].*field, i);
    if (!is_first) arrangement.doubles.push_back({i, owner->second, code});
    return !is_first;
  });
}

}  // namespace

Arrangement arrange(const std::vector<Claim>& posts) {
  Arrangement arrangement;
  std::vector<std::size_t>& order = arrangement.order;
  order.resize(posts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return posts[a].path < posts[b].path; });
  leave_out_doubles(posts, &Claim::url, Code::model_duplicate_url, arrangement);
  leave_out_doubles(posts, &Claim::id, Code::model_duplicate_id, arrangement);
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    const Claim &a = posts[i], &b = posts[j];
    return a.published != b.published ? a.published > b.published : a.url < b.url;
  });
  return arrangement;
}

Diagnostic about(const Double& twin, const Post& post, const Post& owner) {
  const bool is_id = twin.code == Code::model_duplicate_id;
  Diagnostic finding;
  finding.code = twin.code;
  finding.message = std::string("this post has the same ")
                        .append(is_id ? "id" : "URL")
                        .append(" as ")
                        .append(shown(owner))
                        .append(": ")
                        .append(is_id ? post.id : post.url);
  finding.hint = hint_for(twin.code, post, owner);
  finding.file = shown(post);
  return finding;
}

}  // namespace blogsearch::model
