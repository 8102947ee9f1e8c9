// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/media_type.hpp"

#include <string>

#include "support/catch.hpp"

using blogsearch::io::media_type_of;

TEST_CASE("io: an extension stands for a media type", "[io]") {
  struct Row {
    std::string name, type;
  };
  const auto row = GENERATE(values<Row>({
      {"a.mp3", "audio/mpeg"},
      {"https://e.org/a/B.MP3?x=.pdf#y", "audio/mpeg"},
      {"a.b.opus", "audio/ogg"},
      {"cover.jpeg", "image/jpeg"},
      {"a.svg", "image/svg+xml"},
      {"a.mp3/b", ""},
      {"a", ""},
      {"a.", ""},
      {"a.unknown", ""},
      {"", ""},
  }));
  CAPTURE(row.name);
  CHECK(media_type_of(row.name) == row.type);
}

TEST_CASE("io: a file's first bytes know better than its extension", "[io]") {
  struct Row {
    std::string name, bytes, type;
  };
  const std::string epub =
      std::string("PK\x03\x04") + std::string(26, 'x') + "mimetypeapplication/epub+zip";
  const auto row = GENERATE_COPY(values<Row>({
      {"a.wav", "ID3\x03", "audio/mpeg"},
      {"a", "\xFF\xFB\x90", "audio/mpeg"},
      {"a", "\xFF\xF1\x50", "audio/aac"},
      {"a", "fLaC", "audio/flac"},
      {"a.mp3", "OggS and more", "audio/ogg"},
      {"a.ogv", "OggS and more", "video/ogg"},
      {"a", "RIFF1234WAVEfmt ", "audio/wav"},
      {"a", "RIFF1234WEBPVP8 ", "image/webp"},
      {"a", "RIFF", ""},
      {"a.mp4", "1234ftypM4A ", "audio/mp4"},
      {"a.m4a", "1234ftypisom", "audio/mp4"},
      {"a.mp4", "1234ftypisom", "video/mp4"},
      {"a.mov", "1234ftypqt  ", "video/quicktime"},
      {"a.webm", "\x1A\x45\xDF\xA3....webm", "video/webm"},
      {"a.weba", "\x1A\x45\xDF\xA3....webm", "audio/webm"},
      {"a.mkv", "\x1A\x45\xDF\xA3....matroska", "video/x-matroska"},
      {"a", "%PDF-1.7", "application/pdf"},
      {"a", "\x89PNG\r\n\x1A\n", "image/png"},
      {"a.png", "\xFF\xD8\xFF\xE0", "image/jpeg"},
      {"a", "GIF89a", "image/gif"},
      {"a.zip", "PK\x03\x04", "application/zip"},
      {"a.bin", epub, "application/epub+zip"},
      {"a.odt", "PK\x03\x04", "application/vnd.oasis.opendocument.text"},
      {"a.svg", "<svg/>", "image/svg+xml"},
      {"a.mp3", "", "audio/mpeg"},
      {"a", "", ""},
  }));
  CAPTURE(row.name, row.bytes);
  CHECK(media_type_of(row.name, row.bytes) == row.type);
}
