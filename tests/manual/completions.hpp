// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the completions of the shells know of commands and options: the part of
// packaging/completions between `# tables` and `# end of tables`.
#pragma once

#include <string>

namespace blogsearch::manual {

[[nodiscard]] std::string bash_tables();
[[nodiscard]] std::string zsh_tables();
[[nodiscard]] std::string fish_tables();

}  // namespace blogsearch::manual
