// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/site.hpp"

#include <utility>

#include "io/read.hpp"
#include "model/arrange.hpp"
#include "pipeline/ground.hpp"
#include "state/fields.hpp"

namespace blogsearch::pipeline {

Posts::Posts(std::vector<model::Post> posts, io::Ground ground) : ground_(std::move(ground)) {
  packed_.reserve(posts.size());
  heads_.reserve(posts.size());
  for (model::Post& post : posts) {
    state::Packer packer(ground_);
    packer(post);
    packed_.emplace_back(packer.bytes());  // a copy has no room to grow
    heads_.push_back({post.published, post.updated, post.in_feeds, post.in_search});
    post = {};
  }
}

model::Post Posts::operator[](std::size_t i) const {
  state::Unpacker unpacker(packed_[i], ground_);
  model::Post post;
  unpacker(post);
  return post;
}

std::uint64_t Posts::digest(std::size_t i) const { return io::digest(packed_[i]); }

Site Site::assemble(model::SiteConfig config, std::vector<model::Post> posts,
                    Diagnostics& findings) {
  io::Ground ground = ground_of(config);
  return {std::move(config), Posts(model::arrange(std::move(posts), findings), std::move(ground))};
}

}  // namespace blogsearch::pipeline
