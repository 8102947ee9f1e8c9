// SPDX-License-Identifier: GPL-2.0-or-later
//
// The only place that names Catch2.
#pragma once

#include <catch2/catch.hpp>
