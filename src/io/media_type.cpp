// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/media_type.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace blogsearch::io {
namespace {

using std::string_view_literals::operator""sv;

struct Extension {
  std::string_view name, type;
};
constexpr auto extensions = std::to_array<Extension>({
    {"aac", "audio/aac"},
    {"avif", "image/avif"},
    {"bmp", "image/bmp"},
    {"csv", "text/csv"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"epub", "application/epub+zip"},
    {"flac", "audio/flac"},
    {"gif", "image/gif"},
    {"gz", "application/gzip"},
    {"heic", "image/heic"},
    {"ico", "image/vnd.microsoft.icon"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"json", "application/json"},
    {"jxl", "image/jxl"},
    {"m4a", "audio/mp4"},
    {"m4b", "audio/mp4"},
    {"m4v", "video/mp4"},
    {"mkv", "video/x-matroska"},
    {"mov", "video/quicktime"},
    {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"oga", "audio/ogg"},
    {"ogg", "audio/ogg"},
    {"ogv", "video/ogg"},
    {"opus", "audio/ogg"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"svg", "image/svg+xml"},
    {"tif", "image/tiff"},
    {"tiff", "image/tiff"},
    {"torrent", "application/x-bittorrent"},
    {"txt", "text/plain"},
    {"vtt", "text/vtt"},
    {"wav", "audio/wav"},
    {"weba", "audio/webm"},
    {"webm", "video/webm"},
    {"webp", "image/webp"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"zip", "application/zip"},
});

/// `bytes` stand at `offset` of a file of that type. The first row that holds decides.
struct Signature {
  std::size_t offset;
  std::string_view bytes;
  std::string_view type;
};
constexpr auto signatures = std::to_array<Signature>({
    {0, "ID3"sv, "audio/mpeg"},
    {0, "\xFF\xFB"sv, "audio/mpeg"},
    {0, "\xFF\xFA"sv, "audio/mpeg"},
    {0, "\xFF\xF3"sv, "audio/mpeg"},
    {0, "\xFF\xF2"sv, "audio/mpeg"},
    {0, "\xFF\xF1"sv, "audio/aac"},
    {0, "\xFF\xF9"sv, "audio/aac"},
    {0, "fLaC"sv, "audio/flac"},
    {4, "ftypM4A"sv, "audio/mp4"},
    {4, "ftypM4B"sv, "audio/mp4"},
    {4, "ftypavif"sv, "image/avif"},
    {4, "ftypheic"sv, "image/heic"},
    {4, "ftypqt"sv, "video/quicktime"},
    {4, "ftyp"sv, "video/mp4"},
    {28, "\x80theora"sv, "video/ogg"},
    {0, "OggS"sv, "audio/ogg"},
    {0, "\x89PNG\r\n"sv, "image/png"},
    {0, "\xFF\xD8\xFF"sv, "image/jpeg"},
    {0, "GIF8"sv, "image/gif"},
    {0, "%PDF-"sv, "application/pdf"},
    {30, "mimetypeapplication/epub+zip"sv, "application/epub+zip"},
    {0, "PK\x03\x04"sv, "application/zip"},
    {0, "\x1F\x8B"sv, "application/gzip"},
});

/// RIFF's kind stands behind its length.
constexpr auto riff_kinds =
    std::to_array<Extension>({{"WAVE", "audio/wav"}, {"WEBP", "image/webp"}});

/// What a signature says of files that the extension knows more of.
constexpr auto containers = std::to_array<Extension>({
    {"audio/mp4", "video/mp4"},
    {"audio/webm", "video/webm"},
    {"video/ogg", "audio/ogg"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip"},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation",
     "application/zip"},
    {"application/vnd.oasis.opendocument.text", "application/zip"},
});

template <class Table>
std::string_view find(const Table& table, std::string_view name) {
  const auto* row = std::find_if(table.begin(), table.end(),
                                 [name](const Extension& each) { return each.name == name; });
  return row == table.end() ? std::string_view{} : row->type;
}

std::string_view type_of_bytes(std::string_view bytes) {
  if (bytes.substr(0, 4) == "RIFF")
    return find(riff_kinds, bytes.substr(std::min<std::size_t>(8, bytes.size()), 4));
  if (bytes.substr(0, 4) == "\x1A\x45\xDF\xA3")
    return bytes.find("webm") != bytes.npos ? "video/webm" : "video/x-matroska";
  const auto* row = std::find_if(signatures.begin(), signatures.end(), [bytes](const auto& each) {
    return bytes.size() >= each.offset &&
           bytes.substr(each.offset, each.bytes.size()) == each.bytes;
  });
  return row == signatures.end() ? std::string_view{} : row->type;
}

}  // namespace

std::string_view media_type_of(std::string_view name) {
  name = name.substr(0, name.find_first_of("?#"));
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || name.find('/', dot) != name.npos) return {};
  std::string extension(name.substr(dot + 1));
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return find(extensions, extension);
}

std::string_view media_type_of(std::string_view name, std::string_view bytes) {
  const std::string_view by_name = media_type_of(name);
  const std::string_view by_bytes = type_of_bytes(bytes);
  if (by_bytes.empty()) return by_name;
  return !by_name.empty() && find(containers, by_name) == by_bytes ? by_name : by_bytes;
}

}  // namespace blogsearch::io
