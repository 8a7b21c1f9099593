// The C++ header: objects of every kind that move and destroy themselves, failures as values, generic calls. Compiled
// without exceptions and RTTI, run with the address sanitizer, which sees what is destroyed twice or never.
#include "innoscore.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <type_traits>

#define HOLD(condition) hold(static_cast<bool>(condition), #condition, __LINE__)

using namespace innoscore;

namespace {

void hold(bool condition, const char *words, int line) {
  if (condition) return;
  std::fprintf(stderr, "handles.cpp:%d: %s\n", line, words);
  std::exit(1);
}

template <class H>
constexpr bool is_thin =
    sizeof(H) == sizeof(void *) && !std::is_copy_constructible_v<H> &&
    !std::is_copy_assignable_v<H> && std::is_nothrow_move_constructible_v<H> && std::is_nothrow_move_assignable_v<H>;
static_assert(is_thin<Dataset> && is_thin<Tally> && !std::is_convertible_v<inno_dataset *, Dataset>);

template <class T>
T take(Result<T> result) {
  if (!result) std::fprintf(stderr, "%s: %s\n", result.status().name(), result.status().message().c_str());
  HOLD(result);
  return std::move(*result);
}
void done(const Status &status) {
  if (!status) std::fprintf(stderr, "%s: %s\n", status.name(), status.message().c_str());
  HOLD(status);
}

constexpr int units = 6;
const std::vector<std::string> names = {"Hà Nội", "Huế", "Đà Nẵng", "Cần Thơ", "Hải Phòng", "Cà Mau"};

IndicatorSet make_set(Library &lib) {
  auto set = take(lib.create<IndicatorSet>(inno_indicator_set_create, nullptr));
  done(lib.call(inno_indicator_set_add, set, "index", nullptr));
  const std::string a = "a";  // every kind of text
  const std::string_view b = std::string_view("bc").substr(0, 1);
  done(lib.call(inno_indicator_set_add, set, a, "index"));
  done(lib.call(inno_indicator_set_add, set, b, "index"));
  done(lib.call(inno_indicator_set_add, set, "c", std::string("index")));
  done(lib.call(inno_indicator_set_freeze, set));
  return set;
}

Dataset make_data(Library &lib) {
  auto data = take(lib.create<Dataset>(inno_dataset_create, nullptr, units, names));
  const std::vector<double> a = {1, 2, 3, 4, 5, 6}, b = {2, 1, 4, 3, 6, 5.5}, c = {3, 9, 1, 7, 4, 2};
  done(lib.call(inno_dataset_add_column, data, "a", a, stride));
  done(lib.call(inno_dataset_add_column, data, std::string_view("b"), b, stride));
  done(lib.call(inno_dataset_add_column, data, "c", c.data() + units - 1, -stride));  // backwards
  return data;
}

void moving(Library &lib) {
  Dataset first = make_data(lib);
  inno_dataset *const object = first.get();
  Dataset second = std::move(first);
  HOLD(!first && second.get() == object);  // NOLINT: what a moved one holds is promised
  Dataset third;
  third = std::move(second);
  HOLD(third.get() == object && !second);  // NOLINT
  Dataset &same = third;
  third = std::move(same);
  HOLD(third.get() == object);
  third = make_data(lib);  // destroys the first
  HOLD(third && third.get() != nullptr);
  inno_dataset *released = third.release();
  HOLD(!third);
  third.reset(released);
  third.reset();
  HOLD(!third);
  std::vector<Dataset> many;
  for (int i = 0; i < 10; i++) many.push_back(make_data(lib));
  many.erase(many.begin() + 3, many.begin() + 7);
  HOLD(many.size() == 6 && many[3]);
}

void failing(Library &lib) {
  auto data = make_data(lib);
  std::vector<double> infinite(units, 1);
  infinite[1] = std::numeric_limits<double>::infinity();
  const Status status = lib.call(inno_dataset_add_column, data, "d", infinite, stride);
  HOLD(!status && status.code() == INNO_E_INFINITE && std::strcmp(status.name(), "INNO_E_INFINITE") == 0);
  HOLD(status.unit() == "Huế" && status.node() == "d" && status.message().find("Huế") != std::string::npos);
  const auto none = lib.create<Method>(inno_method_create, nullptr, IndicatorSet(), nullptr, nullptr, 0);
  HOLD(!none && none.status().code() == INNO_E_NULL && !none.status().message().empty() && !*none);
  HOLD(lib.call(inno_dataset_add_column, data, "d", std::vector<double>(units, 1), stride));  // the error is cleared
  Library vietnamese(INNO_LANGUAGE_VI);
  done(vietnamese.status());
  const Status said = vietnamese.call(inno_dataset_add_column, data, "e", infinite, stride);
  HOLD(said.code() == INNO_E_INFINITE && said.message() != status.message());
  HOLD(Library(77).status().code() == INNO_E_ARGUMENT);
}

// An indicator set to a tally and an edit; what they say is what the C functions say.
void using_all(Library &lib) {
  auto set = make_set(lib);
  auto data = make_data(lib);
  auto weights = take(lib.create<Weights>(inno_weights_create_equal, nullptr, set));
  done(lib.call(inno_weights_set, weights, "a", 2));
  std::vector<Scheme> steps;
  steps.push_back(take(lib.create<Scheme>(inno_scheme_create, nullptr, INNO_STEP_NORMALIZE)));
  steps.push_back(take(lib.create<Scheme>(inno_scheme_create, nullptr, INNO_STEP_AGGREGATE)));
  auto method = take(lib.create<Method>(inno_method_create, nullptr, set, weights, steps, 2));
  auto result = take(lib.create<ScoreResult>(inno_result_create, nullptr, method, data, INNO_KEEP_ALL));
  std::vector<double> scores(units);
  const int64_t index = inno_result_node_count(result.get()) - 1;
  done(lib.call(inno_result_scores, result, index, scores, stride));
  HOLD(scores[0] == (2 * 0 + 100 * (2. - 1) / 5 + 100 * (2. - 1) / 8) / 4);

  auto what_if = take(lib.create<WhatIf>(inno_what_if_create, nullptr, nullptr, method, data));
  done(lib.call(inno_what_if_set_value, what_if, 0, 0, std::nan("")));
  HOLD(inno_what_if_edit_count(what_if.get()) == 1);
  std::vector<double> edited(units);
  done(lib.call(inno_result_scores, inno_what_if_result(what_if.get()), index, edited, stride));
  HOLD(edited[0] > scores[0]);

  auto audit = take(lib.create<Analysis>(inno_analysis_create_audit, nullptr, nullptr, method, data));
  HOLD(inno_analysis_record_count(audit.get(), INNO_RECORD_STATISTICS) > 0);
  auto frames = take(lib.create<Frames>(inno_frames_create_from_result, nullptr, result, method));
  HOLD(frames);

  auto assumptions = take(lib.create<Assumptions>(inno_assumptions_create, nullptr));
  done(lib.call(inno_assumptions_add_weight_noise, assumptions, 1, 0.5));
  auto uncertainty = take(
      lib.create<Uncertainty>(inno_uncertainty_create, nullptr, set, weights, steps, 2, data, assumptions, nullptr));
  auto whole = take(lib.create<Tally>(inno_tally_create, nullptr, uncertainty));
  auto part = take(lib.create<Tally>(inno_tally_create, nullptr, uncertainty));
  auto rest = take(lib.create<Tally>(inno_tally_create, nullptr, uncertainty));
  done(lib.call(inno_tally_run, whole, uncertainty, 0, 400));
  done(lib.call(inno_tally_run, rest, uncertainty, 100, 300));
  done(lib.call(inno_tally_run, part, uncertainty, 0, 100));
  done(lib.call(inno_tally_merge, part, rest));
  std::vector<char> one(INNO_FINGERPRINT_BYTES), two(INNO_FINGERPRINT_BYTES);
  done(lib.call(inno_tally_digest, whole, one, INNO_FINGERPRINT_BYTES));
  done(lib.call(inno_tally_digest, part, two, INNO_FINGERPRINT_BYTES));
  HOLD(one == two && std::strlen(one.data()) == 64);
}

}  // namespace

int main() {
  HOLD(Library::fits());
  Library lib;
  done(lib.status());
  moving(lib);
  failing(lib);
  using_all(lib);
  std::puts("handles move, destroy and fail as promised");
}
