// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/recency.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "index/schema.hpp"
#include "index/weights.hpp"

namespace blogsearch::index {
namespace {

constexpr double days_in_month = 365.25 / 12;

/// `2024-05`, `2024-05-17`: months since the year 0.
long months(const std::string& day) {
  const std::size_t dash = day.find('-', 1);
  if (dash == std::string::npos) return 0;
  return std::atol(day.c_str()) * 12 + std::atol(day.c_str() + dash + 1) - 1;
}

std::string month_name(long months) {
  const std::string year = std::to_string(months / 12), month = std::to_string(months % 12 + 1);
  return std::string(4 - std::min<std::size_t>(year.size(), 4), '0') + year +
         (month.size() < 2 ? "-0" : "-") + month;
}

}  // namespace

Recency::Recency(const std::string& today, std::size_t half_life_days)
    : today_(months(today)),
      half_life_(today_ > 0 ? static_cast<double>(half_life_days) / days_in_month : 0) {}

double Recency::of_month(const std::string& month) const {
  if (half_life_ == 0) return 0;
  const auto age = static_cast<double>(std::max(today_ - months(month), 0L));
  return weights::recency * std::exp2(-age / half_life_);
}

double Recency::of(const Xapian::Document& document) const {
  return of_month(document.get_value(slot::month));
}

Xapian::Query Recency::add_to(Xapian::Query query, const Xapian::Database& database) const {
  if (half_life_ == 0 || query.empty()) return query;
  auto* const source = new Xapian::ValueMapPostingSource(slot::month);
  const long last = std::min(months(database.get_value_upper_bound(slot::month)), today_);
  const long first = std::max(months(database.get_value_lower_bound(slot::month)), last - 1200);
  source->set_default_weight(last < months(database.get_value_upper_bound(slot::month))
                                 ? weights::recency  // posts of the future, on request
                                 : 0);
  for (long month = first; month <= last; ++month)
    source->add_mapping(month_name(month), of_month(month_name(month)));
  return {Xapian::Query::OP_AND_MAYBE, query, Xapian::Query(source->release())};
}

}  // namespace blogsearch::index
