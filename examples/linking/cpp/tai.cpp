// Scores the Technology Achievement Index from values in memory and prints ranks, scores and the bits of the scores.
// Usage: tai [wrong]     wrong puts an infinite value in, which the library refuses
#include "innoscore.hpp"

#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <limits>

#include "../c/tai_data.h"

using innoscore::Dataset;
using innoscore::IndicatorSet;
using innoscore::Library;
using innoscore::Method;
using innoscore::Result;
using innoscore::Scheme;
using innoscore::ScoreResult;
using innoscore::Status;

namespace {

struct Scores {
  std::vector<double> scores, ranks;
};

Result<IndicatorSet> make_set(Library &lib) {
  auto set = lib.create<IndicatorSet>(inno_indicator_set_create, nullptr);
  if (!set) return set;
  if (Status s = lib.call(inno_indicator_set_add, *set, "TAI", nullptr); !s) return s;
  for (const char *code : indicators) {
    if (Status s = lib.call(inno_indicator_set_add, *set, code, "TAI"); !s) return s;
  }
  if (Status s = lib.call(inno_indicator_set_freeze, *set); !s) return s;
  return set;
}

// Any key of a scheme by its name.
Status set(Library &lib, const Scheme &scheme, std::string_view code, const char *key, std::string_view value) {
  const int32_t number = inno_key_from_name(inno_scheme_step(scheme.get()), key);
  return code.empty() ? lib.call(inno_scheme_set_text, scheme, nullptr, number, value)
                      : lib.call(inno_scheme_set_text, scheme, code, number, value);
}

// Goalposts, each indicator its own, score 1 at the upper one; then the arithmetic mean with equal weights.
Result<Method> make_method(Library &lib, const IndicatorSet &indicator_set) {
  auto normalize = lib.create<Scheme>(inno_scheme_create, nullptr, INNO_STEP_NORMALIZE);
  if (!normalize) return normalize.status();
  auto aggregate = lib.create<Scheme>(inno_scheme_create, nullptr, INNO_STEP_AGGREGATE);
  if (!aggregate) return aggregate.status();
  if (Status s = set(lib, *normalize, "", "rule", "goalposts"); !s) return s;
  if (Status s = set(lib, *normalize, "", "points", "1"); !s) return s;
  for (int i = 0; i < INDICATORS; i++) {
    Status s = lib.call(inno_scheme_set_f64, *normalize, indicators[i], INNO_KEY_NORMALIZE_LOWER, lower[i]);
    if (s) s = lib.call(inno_scheme_set_f64, *normalize, indicators[i], INNO_KEY_NORMALIZE_UPPER, upper[i]);
    if (!s) return s;
  }
  if (Status s = set(lib, *aggregate, "", "rule", "arithmetic"); !s) return s;
  std::vector<Scheme> steps;
  steps.push_back(std::move(*normalize));
  steps.push_back(std::move(*aggregate));
  return lib.create<Method>(inno_method_create, nullptr, indicator_set, nullptr, steps, 2);
}

Result<Dataset> make_data(Library &lib, const std::vector<double> &matrix) {
  auto data = lib.create<Dataset>(inno_dataset_create, nullptr, UNITS, std::vector<std::string>(units, units + UNITS));
  for (int i = 0; data && i < INDICATORS; i++) {
    const double *column = matrix.data() + i;  // its values are a row of the matrix apart
    if (Status s = lib.call(inno_dataset_add_column, *data, indicators[i], column, INDICATORS * innoscore::stride);
        !s) {
      return s;
    }
  }
  return data;
}

Result<Scores> score(Library &lib, const std::vector<double> &matrix) {
  auto indicator_set = make_set(lib);
  if (!indicator_set) return indicator_set.status();
  auto method = make_method(lib, *indicator_set);
  if (!method) return method.status();
  auto data = make_data(lib, matrix);
  if (!data) return data.status();
  auto result = lib.create<ScoreResult>(inno_result_create, nullptr, *method, *data, INNO_KEEP_SCORES);
  if (!result) return result.status();
  const int64_t index = inno_result_node_count(result->get()) - 1;  // the last node
  Scores found{std::vector<double>(UNITS), std::vector<double>(UNITS)};
  Status s = lib.call(inno_result_scores, *result, index, found.scores, innoscore::stride);
  if (s) s = lib.call(inno_result_ranks, *result, index, nullptr, found.ranks, innoscore::stride);
  if (!s) return s;
  return found;
}

void print(const Scores &found) {
  std::printf("%4s  %-14s  %6s  %s\n", "Rank", "Unit", "TAI", "Bits");
  for (int place = 1; place <= UNITS; place++) {
    for (std::size_t u = 0; u < UNITS; u++) {
      std::uint64_t bits;
      std::memcpy(&bits, &found.scores[u], sizeof bits);
      if (static_cast<int>(found.ranks[u]) != place) continue;
      std::printf("%4d  %-14s  %6.4f  %016" PRIx64 "\n", place, units[u], found.scores[u], bits);
    }
  }
}

}  // namespace

int main(int count, char **words) {
  std::vector<double> matrix(values, values + UNITS * INDICATORS);
  if (count > 1 && std::string_view(words[1]) == "wrong")
    matrix[2 * INDICATORS] = std::numeric_limits<double>::infinity();
  if (!Library::fits()) return 2;
  Library lib;
  if (!lib.status()) return 2;
  const Result<Scores> found = score(lib, matrix);
  if (!found) {
    std::fprintf(stderr, "%s: %s\n", found.status().name(), found.status().message().c_str());
    return 1;
  }
  print(*found);
  return 0;
}
