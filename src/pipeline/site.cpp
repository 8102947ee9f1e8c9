// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/site.hpp"

#include <utility>

#include "io/read.hpp"
#include "model/arrange.hpp"
#include "state/fields.hpp"

namespace blogsearch::pipeline {

namespace {

Posts::Head head_of(const model::Post& post) {
  return {post.published, post.updated, post.in_feeds, post.in_search};
}

}  // namespace

void Posts::reserve(std::size_t count) {
  packed_.reserve(count);
  heads_.reserve(count);
}

std::string Posts::packed(const model::Post& post) const {
  state::Packer packer(ground_);
  packer(post);
  return packer.bytes();  // a copy, which has no room to grow
}

void Posts::add(const model::Post& post) {
  packed_.push_back(packed(post));
  heads_.push_back(head_of(post));
}

void Posts::put(std::size_t i, const model::Post& post) {
  packed_[i] = packed(post);
  heads_[i] = head_of(post);
}

Posts Posts::in_order(const std::vector<std::size_t>& order) && {
  Posts posts(std::move(ground_));
  posts.reserve(order.size());
  for (const std::size_t i : order) {
    posts.packed_.push_back(std::move(packed_[i]));
    posts.heads_.push_back(heads_[i]);
  }
  return posts;
}

model::Post Posts::operator[](std::size_t i) const {
  state::Unpacker unpacker(packed_[i], ground_);
  model::Post post;
  unpacker(post);
  return post;
}

std::uint64_t Posts::digest(std::size_t i) const { return io::digest(packed_[i]); }

Site Site::assemble(model::SiteConfig config, Posts posts, Diagnostics& findings) {
  std::vector<model::Claim> claims;
  claims.reserve(posts.size());
  for (model::Post post : posts)
    claims.push_back(
        {std::move(post.path), std::move(post.url), std::move(post.id), post.published});
  const model::Arrangement arrangement = model::arrange(claims);
  for (const model::Double& twin : arrangement.doubles)
    findings.add(model::about(twin, posts[twin.post], posts[twin.owner]));
  return {std::move(config), std::move(posts).in_order(arrangement.order)};
}

}  // namespace blogsearch::pipeline
