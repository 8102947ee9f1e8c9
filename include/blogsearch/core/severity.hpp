// SPDX-License-Identifier: GPL-2.0-or-later
//
// How grave a diagnostic is, and whose.
#pragma once

namespace blogsearch {
inline namespace core {

enum class Severity { warning, error };

/// Whose it is to mend; decides the exit status (1, 2, 3, 75, 70). What another build stands in the
/// way of mends itself.
enum class Fault { post, usage, environment, other_build, bug };

}  // namespace core
}  // namespace blogsearch
