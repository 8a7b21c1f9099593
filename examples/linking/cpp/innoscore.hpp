// innoscore for C++17: handles that destroy themselves, and failures as values. A thin layer: every function of the C
// headers is called as it is, through Library::call() or create(); what they do and when they fail is said there.
// No exception and no RTTI: it compiles with -fno-exceptions -fno-rtti. (Without exceptions a std::string that finds no
// memory ends the program; the library itself never does.)
#ifndef INNOSCORE_HPP
#define INNOSCORE_HPP

#include <innoscore/innoscore.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace innoscore {

// Owns one object of the library. It can be moved and not copied; an empty one holds NULL.
template <class T, void(INNO_CALL *Destroy)(T *)>
class Handle {
 public:
  using element = T;

  Handle() noexcept = default;
  explicit Handle(T *object) noexcept : object_(object) {}
  Handle(Handle &&other) noexcept : object_(other.release()) {}
  Handle &operator=(Handle &&other) noexcept {
    if (this != &other) reset(other.release());
    return *this;
  }
  Handle(const Handle &) = delete;
  Handle &operator=(const Handle &) = delete;
  ~Handle() { reset(); }

  T *get() const noexcept { return object_; }
  explicit operator bool() const noexcept { return object_ != nullptr; }
  T *release() noexcept { return std::exchange(object_, nullptr); }  // the caller destroys it then
  void reset(T *object = nullptr) noexcept {
    if (T *before = std::exchange(object_, object)) Destroy(before);
  }

 private:
  T *object_ = nullptr;
};

using Analysis = Handle<inno_analysis, inno_analysis_destroy>;
using Assumptions = Handle<inno_assumptions, inno_assumptions_destroy>;
using Dataset = Handle<inno_dataset, inno_dataset_destroy>;
using Design = Handle<inno_design, inno_design_destroy>;
using Error = Handle<inno_error, inno_error_destroy>;
using Frames = Handle<inno_frames, inno_frames_destroy>;
using Frontier = Handle<inno_frontier, inno_frontier_destroy>;
using FrontierOptions = Handle<inno_frontier_options, inno_frontier_options_destroy>;
using IndicatorSet = Handle<inno_indicator_set, inno_indicator_set_destroy>;
using Method = Handle<inno_method, inno_method_destroy>;
using Publication = Handle<inno_publication, inno_publication_destroy>;
using RankBounds = Handle<inno_rank_bounds, inno_rank_bounds_destroy>;
using Regrouping = Handle<inno_regrouping, inno_regrouping_destroy>;
using ScoreResult = Handle<inno_result, inno_result_destroy>;  // inno_result; Result is below
using Run = Handle<inno_run, inno_run_destroy>;
using Scheme = Handle<inno_scheme, inno_scheme_destroy>;
using ScorePass = Handle<inno_score_pass, inno_score_pass_destroy>;
using Sensitivity = Handle<inno_sensitivity, inno_sensitivity_destroy>;
using Tally = Handle<inno_tally, inno_tally_destroy>;
using Uncertainty = Handle<inno_uncertainty, inno_uncertainty_destroy>;
using WeightSet = Handle<inno_weight_set, inno_weight_set_destroy>;
using Weights = Handle<inno_weights, inno_weights_destroy>;
using WhatIf = Handle<inno_what_if, inno_what_if_destroy>;

// How a call ended: true when it did what it says.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(inno_status code, const inno_error *error)
      : code_(code), message_(inno_error_message(error)), node_(inno_error_node(error)), unit_(inno_error_unit(error)) {
    if (code != INNO_OK && message_.empty()) message_ = inno_status_text(code, INNO_LANGUAGE_EN);
  }

  explicit operator bool() const noexcept { return code_ == INNO_OK; }
  inno_status code() const noexcept { return code_; }
  const char *name() const noexcept { return inno_status_name(code_); }
  const std::string &message() const noexcept { return message_; }  // what, where and the cure
  const std::string &node() const noexcept { return node_; }
  const std::string &unit() const noexcept { return unit_; }

 private:
  inno_status code_ = INNO_OK;
  std::string message_, node_, unit_;
};

// A value, or the status that says why there is none.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}          // NOLINT: meant to convert
  Result(Status status) : status_(std::move(status)) {}  // NOLINT

  explicit operator bool() const noexcept { return static_cast<bool>(status_); }
  const Status &status() const noexcept { return status_; }
  T &operator*() noexcept { return value_; }  // empty after a failure
  const T &operator*() const noexcept { return value_; }
  T *operator->() noexcept { return &value_; }

 private:
  Status status_;
  T value_{};
};

// How C++ values become arguments of C: handles by their pointer, texts with a NUL, everything else as it is. What is
// made for a call lives until its end.
namespace detail {
template <class T, void(INNO_CALL *Destroy)(T *)>
T *argument(const Handle<T, Destroy> &handle) noexcept {
  return handle.get();
}

struct Text {
  std::string text;
  operator const char *() const noexcept { return text.c_str(); }
};
inline Text argument(std::string_view text) { return {std::string(text)}; }
inline const char *argument(const std::string &text) noexcept { return text.c_str(); }
inline const char *argument(const char *text) noexcept { return text; }  // NULL stays NULL

struct Texts {
  std::vector<const char *> texts;
  operator const char * const *() const noexcept { return texts.data(); }
};
inline Texts argument(const std::vector<std::string> &texts) {
  Texts made;
  made.texts.reserve(texts.size());
  for (const std::string &text : texts) made.texts.push_back(text.c_str());
  return made;
}

template <class T, void(INNO_CALL *Destroy)(T *)>
struct Pointers {
  std::vector<const T *> pointers;
  operator const T * const *() const noexcept { return pointers.data(); }
};
template <class T, void(INNO_CALL *Destroy)(T *)>
Pointers<T, Destroy> argument(const std::vector<Handle<T, Destroy>> &handles) {
  Pointers<T, Destroy> made;
  made.pointers.reserve(handles.size());
  for (const auto &handle : handles) made.pointers.push_back(handle.get());
  return made;
}

template <class T, class = std::enable_if_t<std::is_arithmetic_v<T>>>
T *argument(std::vector<T> &numbers) noexcept {
  return numbers.data();
}
template <class T, class = std::enable_if_t<std::is_arithmetic_v<T>>>
const T *argument(const std::vector<T> &numbers) noexcept {
  return numbers.data();
}
template <class T, class = std::enable_if_t<std::is_scalar_v<T>>>
T argument(T value) noexcept {
  return value;
}
}  // namespace detail

// A library for one thread: it keeps the error object. Objects may go from one to another.
class Library {
 public:
  explicit Library(int32_t language = INNO_LANGUAGE_EN) {
    inno_error *made = nullptr;
    state_ = inno_error_create(nullptr, &made);
    error_.reset(made);
    if (state_ == INNO_OK) state_ = inno_error_set_language(made, language);
  }

  // Whether the library that is running has the ABI of these headers; ask before anything else.
  static bool fits() noexcept { return inno_abi_version() == INNO_ABI; }
  // Whether it could be made: memory, and a language that there is.
  Status status() const { return {state_, error_.get()}; }

  // A function that returns a status and takes the error last: call(inno_dataset_add_column, data, "x", values,
  // stride). A vector of numbers that is not const may be written to; its length is the caller's to get right, as in C.
  template <class F, class... A>
  Status call(F *function, A &&...arguments) {
    return {function(detail::argument(arguments)..., error_.get()), error_.get()};
  }
  // A function that makes an object, with the object before the error: create<Method>(inno_method_create, nullptr,
  // ...).
  template <class H, class F, class... A>
  Result<H> create(F *function, A &&...arguments) {
    typename H::element *made = nullptr;
    const inno_status status = function(detail::argument(arguments)..., &made, error_.get());
    if (status != INNO_OK) return Status(status, error_.get());
    return H(made);
  }

 private:
  Error error_;
  inno_status state_ = INNO_OK;
};

// Distance between neighbours of a vector in bytes, for the strides of the library.
constexpr std::ptrdiff_t stride = sizeof(double);

}  // namespace innoscore

#endif
