// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/indexer.hpp"

#include "index/document.hpp"
#include "index/guard.hpp"
#include "index/schema.hpp"

namespace blogsearch::index {
namespace {

/// A merge holds some blocks of each table of all shards, of which there may be a thousand.
constexpr int shard_block = 2048;

}  // namespace

Batch::Batch() : impl_(std::make_unique<Impl>()) {}
Batch::Batch(Batch&&) noexcept = default;
Batch& Batch::operator=(Batch&&) noexcept = default;
Batch::~Batch() = default;

template <class Work>
Result<void> Indexer::Impl::attempt(const Work& work) {
  if (failure_) return *failure_;
  Result<void> result = guarded(workshop_.folder, work);
  if (result) return result;
  failure_ = result.error();
  shard_.reset();
  return result;
}

Result<void> Indexer::Impl::add(const model::Post& post, const model::Body& body,
                                std::uint64_t made_of) {
  return attempt([&] {
    const std::string stemmer = workshop_.stemmer_for(post.lang);
    Stems& stems = stems_.try_emplace(stemmer, stemmer).first->second;
    Xapian::Document document = make_document(post, body, made_of, stems, workshop_.facets);
    Batch::Impl& batch = *batch_.impl_;
    ++batch.posts_in[stemmer];
    ++batch.posts;
    bytes_ += post.title.size();
    for (const model::Part& part : body) bytes_ += part.text.size();
    if (!workshop_.makes_shards) {
      batch.documents.emplace_back(exact_term(prefix::id, post.id), std::move(document));
      return;
    }
    if (!shard_) {
      batch.shard = workshop_.next_path();
      shard_.emplace(batch.shard, Xapian::DB_CREATE, workshop_.folder, shard_block);
    }
    (*shard_)->add_document(document);
  });
}

Result<Batch> Indexer::Impl::take() {
  auto committed = attempt([this]() -> Result<void> {
    if (!shard_) return {};
    auto done = shard_->commit(room_for_text(bytes_));
    if (done) shard_.reset();
    return done;
  });
  if (!committed) return std::move(committed).error();
  bytes_ = 0;
  return std::exchange(batch_, Batch());
}

Indexer::Indexer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Indexer::Indexer(Indexer&&) noexcept = default;
Indexer& Indexer::operator=(Indexer&&) noexcept = default;
Indexer::~Indexer() = default;

Result<void> Indexer::add(const model::Post& post, const model::Body& body, std::uint64_t made_of) {
  return impl_->add(post, body, made_of);
}

Result<Batch> Indexer::take() { return impl_->take(); }

}  // namespace blogsearch::index
