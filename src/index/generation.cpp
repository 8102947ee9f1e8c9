// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/generation.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include "index/guard.hpp"
#include "io/error.hpp"
#include "io/replace.hpp"

namespace blogsearch::index {
namespace {

namespace fs = std::filesystem;

constexpr const char* stub_name = "XAPIANDB";
constexpr std::string_view new_stub_prefix = ".XAPIANDB.";  // io::replace, cut short
constexpr std::string_view stub_keyword = "auto ";
constexpr std::string_view generation_prefix = "gen-";
constexpr std::string_view build_prefix = ".build-";

std::string generation_name(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  const std::size_t zeros = digits.size() < 6 ? 6 - digits.size() : 0;
  return std::string(generation_prefix) + std::string(zeros, '0') + digits;
}

std::optional<std::uint64_t> generation_number(std::string_view name) {
  if (!name.starts_with(generation_prefix)) return std::nullopt;
  name.remove_prefix(generation_prefix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return number;
}

bool is_own_name(std::string_view name) {
  return name == stub_name || name.starts_with(new_stub_prefix) || name.starts_with(build_prefix) ||
         generation_number(name);
}

/// The generation's name in the stub, or nothing when there is no stub of ours.
std::optional<std::string> read_stub(const fs::path& folder) {
  std::ifstream file(folder / stub_name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!text.starts_with(stub_keyword) || !text.ends_with('\n')) return std::nullopt;
  const std::string name = text.substr(stub_keyword.size(), text.size() - stub_keyword.size() - 1);
  return generation_number(name) ? std::optional(name) : std::nullopt;
}

Diagnostic cannot_write(const fs::path& folder, int error) {
  return about(folder, Code::index_failed, "the index cannot be written: " + io::reason(error));
}

Result<std::vector<std::string>> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    names.push_back(entry->path().filename().string());
  if (error)
    return about(folder, Code::index_failed,
                 "the folder cannot be listed: " + io::reason(error.value()));
  std::sort(names.begin(), names.end());
  return names;
}

/// A name that shows that this is no folder for us.
std::optional<std::string> foreign_name(const fs::path& folder,
                                        const std::vector<std::string>& names) {
  if (read_stub(folder)) return std::nullopt;
  bool has_generation = false;
  for (const std::string& name : names) {
    if (!is_own_name(name)) return name;
    has_generation = has_generation || generation_number(name);
  }
  const bool has_stub = std::find(names.begin(), names.end(), stub_name) != names.end();
  return has_stub && !has_generation ? std::optional<std::string>(stub_name) : std::nullopt;
}

std::string next_name(const std::vector<std::string>& names) {
  std::uint64_t newest = 0;
  for (const std::string& name : names)
    newest = std::max(newest, generation_number(name).value_or(0));
  return generation_name(newest + 1);
}

/// What cannot be removed now is removed by the next build.
void remove_old(const fs::path& folder, const std::vector<std::string>& names,
                const std::optional<std::string>& replaced) {
  for (const std::string& name : names) {
    std::error_code ignored;
    if (is_own_name(name) && name != stub_name && name != replaced)
      fs::remove_all(folder / name, ignored);
  }
}

}  // namespace

Result<fs::path> find_generation(const fs::path& folder) {
  std::error_code error;
  const bool has_stub = fs::exists(folder / stub_name, error);
  if (error)
    return about(folder, Code::index_failed,
                 "the index cannot be read: " + io::reason(error.value()));
  if (!has_stub) return about(folder, Code::index_missing, "there is no index here", rebuild_hint);
  const std::optional<std::string> name = read_stub(folder);
  if (!name) return damaged(folder, "its stub file XAPIANDB cannot be read");
  if (!fs::is_directory(folder / *name, error))
    return damaged(folder, "its generation " + *name + " is gone");
  return folder / *name;
}

Result<void> prepare_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    return about(folder, Code::index_failed,
                 "the index cannot be written: this is a file, not a folder");
  fs::create_directories(folder, error);
  if (error) return cannot_write(folder, error.value());
  const auto names = names_in(folder);
  if (!names) return names.error();
  if (const auto name = foreign_name(folder, *names)) {
    return about(folder, Code::index_failed,
                 "the index cannot be written: the folder holds other files (" + *name + ")",
                 "choose an empty or a new folder for the index");
  }
  return {};
}

Result<fs::path> make_build_folder(const fs::path& folder) {
  std::string name = (folder / build_prefix).string() + "XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) return cannot_write(folder, errno);
  return fs::path(name);
}

Result<void> publish_generation(const fs::path& folder, const fs::path& built) {
  const auto names = names_in(folder);
  if (!names) return names.error();
  const std::optional<std::string> replaced = read_stub(folder);
  const std::string name = next_name(*names);

  if (auto synced = io::sync_folder(built); !synced) return synced;
  std::error_code error;
  fs::rename(built, folder / name, error);
  if (error) return cannot_write(folder, error.value());
  if (auto synced = io::sync_folder(folder); !synced) return synced;
  const std::string stub = std::string(stub_keyword).append(name).append("\n");
  if (auto switched = io::replace(folder / stub_name, stub); !switched) return switched.error();
  remove_old(folder, *names, replaced);
  return {};
}

}  // namespace blogsearch::index
