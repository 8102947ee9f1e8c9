// SPDX-License-Identifier: GPL-2.0-or-later
//
// The generators: a file each, named after it. Each proposal is made of what stands plainly in
// the generator's files, and of its documented defaults.
#pragma once

#include <optional>
#include <string>

#include "pipeline/generator.hpp"
#include "pipeline/generator_site.hpp"

namespace blogsearch::pipeline {

/// `evidence` is the file that the generator was recognised by; recognise() fills it in.
[[nodiscard]] Proposal propose_astro(SiteFolder& site, const std::string& evidence);
[[nodiscard]] Proposal propose_docusaurus(SiteFolder& site, const std::string& evidence);
[[nodiscard]] Proposal propose_eleventy(SiteFolder& site, const std::string& evidence);
[[nodiscard]] Proposal propose_hexo(SiteFolder& site, const std::string& evidence);
[[nodiscard]] Proposal propose_hugo(SiteFolder& site, const std::string& evidence);
[[nodiscard]] Proposal propose_jekyll(SiteFolder& site, const std::string& evidence);
[[nodiscard]] Proposal propose_mkdocs(SiteFolder& site, const std::string& evidence);
[[nodiscard]] Proposal propose_pelican(SiteFolder& site, const std::string& evidence);
[[nodiscard]] Proposal propose_zola(SiteFolder& site, const std::string& evidence);

/// A bare folder of Markdown; no posts with dates: no proposal.
[[nodiscard]] std::optional<Proposal> propose_markdown(SiteFolder& site);

/// Hexo and Jekyll share a file's name, so do Hugo and Zola; MkDocs is a blog only by its plugin.
[[nodiscard]] bool is_hexo(SiteFolder& site, const std::string& evidence);
[[nodiscard]] bool is_hugo(SiteFolder& site, const std::string& evidence);
[[nodiscard]] bool is_mkdocs(SiteFolder& site, const std::string& evidence);
[[nodiscard]] bool is_zola(SiteFolder& site, const std::string& evidence);

}  // namespace blogsearch::pipeline
