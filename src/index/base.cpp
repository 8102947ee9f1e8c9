// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/base.hpp"

#include <cstdlib>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "index/document.hpp"
#include "index/generation.hpp"
#include "index/guard.hpp"
#include "index/schema.hpp"

namespace blogsearch::index {

namespace fs = std::filesystem;

namespace {

Result<std::optional<Base>> base_in(const fs::path& generation, const std::string& language) {
  const Xapian::Database database(generation.string());
  const bool is_of_use = database.get_metadata(schema_key) == schema_version &&
                         database.get_metadata(xapian_key) == Xapian::version_string() &&
                         database.get_metadata(language_key) == language;
  if (!is_of_use) return std::optional<Base>();
  Base base;
  base.generation = generation;
  base.languages = database.get_metadata(languages_key);
  base.settings = database.get_metadata(settings_key);
  base.facets = database.get_metadata(facets_key);
  base.compact_bytes = std::strtoull(database.get_metadata(compact_bytes_key).c_str(), nullptr, 10);
  const auto end = database.valuestream_end(slot::made_of);
  for (auto value = database.valuestream_begin(slot::made_of); value != end; ++value) {
    auto [id, made_of] = read_made_of(*value);
    base.posts[std::move(id)] = {value.get_docid(), made_of};
  }
  const bool is_whole = base.posts.size() == database.get_doccount();
  return is_whole ? std::optional(std::move(base)) : std::nullopt;
}

}  // namespace

Result<std::optional<Base>> read_base(const fs::path& folder, const std::string& language) {
  const auto generation = find_generation(folder);
  if (!generation && generation.error().code == Code::index_missing) return std::optional<Base>();
  if (!generation) return generation.error();
  return guarded(folder, [&] { return base_in(*generation, language); });
}

Result<void> examine(const fs::path& folder, const fs::path& generation) {
  return guarded(folder, [&]() -> Result<void> {
    std::ostringstream unheard;
    const auto faults = Xapian::Database::check(generation.string(), 0, &unheard);
    if (faults == 0) return {};
    return damaged(folder, "tables of " + generation.filename().string() + " are not whole");
  });
}

std::uintmax_t bytes_in(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code gone;
    const std::uintmax_t size = entry->file_size(gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

}  // namespace blogsearch::index
