// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/generation.hpp"

#include <fcntl.h>
#include <unistd.h>

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

namespace blogsearch::index {
namespace {

namespace fs = std::filesystem;

constexpr const char* stub_name = "XAPIANDB";
constexpr std::string_view stub_keyword = "auto ";
constexpr std::string_view generation_prefix = "gen-";
constexpr std::string_view build_prefix = "build-";

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
  return name == stub_name || name.starts_with(build_prefix) || generation_number(name);
}

/// The generation's name in the stub, or nothing when there is no stub of ours.
std::optional<std::string> read_stub(const fs::path& folder) {
  std::ifstream file(folder / stub_name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!text.starts_with(stub_keyword) || !text.ends_with('\n')) return std::nullopt;
  const std::string name = text.substr(stub_keyword.size(), text.size() - stub_keyword.size() - 1);
  return generation_number(name) ? std::optional(name) : std::nullopt;
}

Result<std::vector<std::string>> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    names.push_back(entry->path().filename().string());
  if (error) return index_failed(folder, error.message());
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

std::error_code last_error() { return {errno, std::generic_category()}; }

/// A file's bytes or a folder's names are on disk when this returns.
std::error_code sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return last_error();
  const std::error_code error = ::fsync(file) == 0 ? std::error_code{} : last_error();
  ::close(file);
  return error;
}

std::error_code sync_all(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (const std::error_code failure = sync(entry->path())) return failure;
  return error ? error : sync(folder);
}

std::error_code write_stub(const fs::path& path, const std::string& generation) {
  std::ofstream file(path, std::ios::binary);
  file << stub_keyword << generation << '\n';
  file.close();
  return file ? sync(path) : std::make_error_code(std::errc::io_error);
}

std::error_code move(const fs::path& from, const fs::path& folder, const std::string& name) {
  std::error_code error;
  fs::rename(from, folder / name, error);
  return error ? error : sync(folder);
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
  if (!fs::exists(folder / stub_name, error)) return index_missing(folder);
  const std::optional<std::string> name = read_stub(folder);
  if (!name) return index_damaged(folder, "its stub file XAPIANDB cannot be read");
  if (!fs::is_directory(folder / *name, error))
    return index_damaged(folder, "its generation " + *name + " is gone");
  return folder / *name;
}

Result<void> prepare_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    return index_failed(folder, "this is a file, not a folder");
  fs::create_directories(folder, error);
  if (error) return index_failed(folder, error.message());
  const auto names = names_in(folder);
  if (!names) return names.error();
  if (const auto name = foreign_name(folder, *names)) {
    Diagnostic refusal = index_failed(folder, "the folder holds what is no index (" + *name + ")");
    refusal.hint = "choose an empty or a new folder for the index";
    return refusal;
  }
  return {};
}

Result<fs::path> make_build_folder(const fs::path& folder) {
  std::string name = (folder / build_prefix).string() + "XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) return index_failed(folder, last_error().message());
  return fs::path(name);
}

Result<void> publish_generation(const fs::path& folder, const fs::path& built) {
  const auto names = names_in(folder);
  if (!names) return names.error();
  const std::optional<std::string> replaced = read_stub(folder);
  const std::string name = next_name(*names);
  const fs::path stub = built.parent_path() / stub_name;

  std::error_code error = sync_all(built);
  if (!error) error = move(built, folder, name);
  if (!error) error = write_stub(stub, name);
  if (!error) error = move(stub, folder, stub_name);
  if (error) return index_failed(folder, error.message());
  remove_old(folder, *names, replaced);
  return {};
}

}  // namespace blogsearch::index
