// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/generation.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include "blogsearch/index/writer.hpp"
#include "index/guard.hpp"
#include "io/error.hpp"
#include "io/read.hpp"
#include "io/release.hpp"

namespace blogsearch::index {
namespace {

namespace fs = std::filesystem;

constexpr const char* stub_name = "XAPIANDB";
constexpr std::string_view new_stub_prefix = ".XAPIANDB.";  // io::replace, cut short
constexpr std::string_view stub_keyword = "auto ";
constexpr std::string_view seal_keyword = "# seal ";                    // a comment to Xapian
constexpr std::array<std::string_view, 2> neighbours{"lock", "state"};  // where the state is, too
constexpr std::string_view generation_prefix = "gen-";
constexpr std::string_view build_prefix = ".build-";
constexpr std::string_view spool_prefix = ".spool.";  // io::Spool, until it has no name any more

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
         name.starts_with(spool_prefix) || generation_number(name);
}

bool is_neighbour(std::string_view name) {
  return std::find(neighbours.begin(), neighbours.end(), name) != neighbours.end();
}

/// What the stub says: which generation is read, and what it looked like when it was whole.
struct Stub {
  std::string generation;
  std::string seal;
};

std::string write_stub(const Stub& stub) {
  return std::string(stub_keyword).append(stub.generation).append("\n") +
         std::string(seal_keyword).append(stub.seal).append("\n");
}

/// Nothing when there is no stub of ours.
std::optional<Stub> read_stub(const fs::path& folder) {
  std::ifstream file(folder / stub_name, std::ios::binary);
  Stub stub;
  if (!std::getline(file, stub.generation) || !stub.generation.starts_with(stub_keyword))
    return std::nullopt;
  stub.generation.erase(0, stub_keyword.size());
  if (!generation_number(stub.generation)) return std::nullopt;
  if (!std::getline(file, stub.seal) || !stub.seal.starts_with(seal_keyword)) return std::nullopt;
  stub.seal.erase(0, seal_keyword.size());
  return stub;
}

Diagnostic cannot_write(const fs::path& folder, int error) {
  return about(folder, Code::index_failed, "the index cannot be written: " + io::reason(error),
               io::remedy(error));
}

Result<std::vector<std::string>> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    names.push_back(entry->path().filename().string());
  if (error)
    return about(folder, Code::index_failed,
                 "the folder cannot be listed: " + io::reason(error.value()),
                 io::remedy(error.value()));
  std::sort(names.begin(), names.end());
  return names;
}

/// A digest of the files' sizes and of Xapian's version file, which Xapian itself trusts blindly.
Result<std::string> seal_of(const fs::path& generation) {
  const auto names = names_in(generation);
  if (!names) return names.error();
  auto sealed = io::read(generation / "iamglass");
  if (!sealed) return sealed.error();
  for (const std::string& name : *names) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(generation / name, error);
    if (error) return cannot_write(generation, error.value());
    *sealed += name + ' ' + std::to_string(size) + '\n';
  }
  return std::to_string(io::digest(*sealed));
}

/// A name that shows that this is no folder for us.
std::optional<std::string> foreign_name(const fs::path& folder,
                                        const std::vector<std::string>& names) {
  if (read_stub(folder)) return std::nullopt;
  bool has_generation = false;
  for (const std::string& name : names) {
    if (!is_own_name(name) && !is_neighbour(name)) return name;
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
                const std::optional<Stub>& replaced) {
  for (const std::string& name : names) {
    std::error_code ignored;
    const bool is_read = name == stub_name || (replaced && name == replaced->generation);
    if (is_own_name(name) && !is_read) fs::remove_all(folder / name, ignored);
  }
}

}  // namespace

std::vector<fs::path> files_of(const fs::path& folder) {
  const std::optional<Stub> stub = read_stub(folder);
  if (!stub) return {};
  std::vector<fs::path> files{folder / stub_name};
  const fs::path generation = folder / stub->generation;
  if (const auto names = names_in(generation))
    for (const std::string& name : *names) files.push_back(generation / name);
  return files;
}

Result<fs::path> find_generation(const fs::path& folder) {
  std::error_code error;
  const bool has_stub = fs::exists(folder / stub_name, error);
  if (error)
    return about(folder, Code::index_failed,
                 "the index cannot be read: " + io::reason(error.value()),
                 io::remedy(error.value()));
  if (!has_stub) return about(folder, Code::index_missing, "there is no index here", rebuild_hint);
  const std::optional<Stub> stub = read_stub(folder);
  if (!stub) return damaged(folder, "its stub file XAPIANDB cannot be read");
  const fs::path generation = folder / stub->generation;
  if (!fs::is_directory(generation, error))
    return damaged(folder, "its generation " + stub->generation + " is gone");
  const auto seal = seal_of(generation);
  if (!seal || *seal != stub->seal)
    return damaged(folder, "the files of " + stub->generation + " are not those that were written");
  return generation;
}

Result<void> prepare_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    return about(folder, Code::index_failed,
                 "the index cannot be written: this is a file, not a folder",
                 "choose an empty or a new folder for the index");
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

Result<void> copy_generation(const fs::path& generation, const fs::path& copy) {
  const auto names = names_in(generation);
  if (!names) return names.error();
  std::error_code error;
  fs::create_directory(copy, error);
  for (const std::string& name : *names)
    if (!error) fs::copy_file(generation / name, copy / name, error);
  if (error) return cannot_write(copy.parent_path().parent_path(), error.value());
  return {};
}

Result<void> publish_generation(const fs::path& folder, const fs::path& built) {
  const auto names = names_in(folder);
  if (!names) return names.error();
  const std::optional<Stub> replaced = read_stub(folder);
  const std::string name = next_name(*names);

  const auto seal = seal_of(built);
  if (!seal) return seal.error();
  if (auto synced = io::sync_files(built); !synced) return synced;
  std::error_code error;
  fs::rename(built, folder / name, error);
  if (error) return cannot_write(folder, error.value());
  if (auto synced = io::sync_folder(folder); !synced) return synced;
  const std::string stub = write_stub({name, *seal});
  if (auto switched = io::replace(folder / stub_name, stub); !switched) return switched.error();
  remove_old(folder, *names, replaced);
  return {};
}

std::vector<fs::path> find_litter(const fs::path& folder) {
  const std::optional<Stub> stub = read_stub(folder);
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return {};
  const auto names = names_in(folder);
  if (!names || foreign_name(folder, *names)) return {};
  const auto read = stub ? generation_number(stub->generation) : std::nullopt;
  decltype(generation_number({})) before;
  for (const std::string& name : *names)
    if (const auto number = generation_number(name); number && number < read)
      before = std::max(before, number);
  std::vector<fs::path> litter;
  for (const std::string& name : *names) {
    const auto number = generation_number(name);
    const bool is_of_use = name == stub_name || (number && (number == read || number == before));
    if (is_own_name(name) && !is_of_use) litter.push_back(folder / name);
  }
  return litter;
}

std::string stub_of(const fs::path& folder) {
  const auto bytes = io::read(folder / stub_name);
  return bytes ? *bytes : std::string();
}

}  // namespace blogsearch::index
