// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/measures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace blogsearch::pipeline {
namespace {

constexpr std::size_t ranks = 10, recall_ranks = 100;

/// Järvelin and Kekäläinen 2002, with the logarithm of base 2 from the first rank on.
double discounted_gain(const std::vector<int>& gains) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(gains.size(), ranks); ++i)
    sum += gains[i] / std::log2(static_cast<double>(i) + 2);
  return sum;
}

int gain_of(const std::string& document, const Judgements& judgements) {
  const auto found = judgements.find(document);
  return found == judgements.end() ? 0 : std::max(found->second, 0);
}

}  // namespace

Measures measure(const std::vector<std::string>& answer, const Judgements& judgements) {
  std::vector<int> ideal;
  for (const auto& [document, score] : judgements)
    if (score > 0) ideal.push_back(score);
  if (ideal.empty()) return {};
  std::sort(ideal.begin(), ideal.end(), std::greater<>());

  std::vector<int> gains;
  gains.reserve(answer.size());
  for (const std::string& document : answer) gains.push_back(gain_of(document, judgements));
  Measures measures;
  measures.ndcg = discounted_gain(gains) / discounted_gain(ideal);
  const auto is_relevant = [](int gain) { return gain > 0; };
  const auto first = std::find_if(gains.begin(), gains.end(), is_relevant);
  const auto rank = static_cast<std::size_t>(first - gains.begin()) + 1;
  if (first != gains.end() && rank <= ranks) measures.rr = 1.0 / static_cast<double>(rank);
  const auto seen = static_cast<std::ptrdiff_t>(std::min(gains.size(), recall_ranks));
  measures.recall =
      static_cast<double>(std::count_if(gains.begin(), gains.begin() + seen, is_relevant)) /
      static_cast<double>(ideal.size());
  return measures;
}

}  // namespace blogsearch::pipeline
