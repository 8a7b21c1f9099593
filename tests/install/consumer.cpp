// The headers from C++: a set is built, an error is read.
#include <innoscore/innoscore.h>

#include <cstdio>
#include <string>

int main() {
  inno_error *error = nullptr;
  inno_indicator_set *set = nullptr;
  if (inno_error_create(nullptr, &error) != INNO_OK) return 1;
  if (inno_indicator_set_create(nullptr, &set, error) != INNO_OK) return 1;
  inno_indicator_set_add(set, "lost", "nowhere", error);
  const bool refused = inno_indicator_set_freeze(set, error) == INNO_E_TREE;
  const std::string sentence = inno_error_message(error);
  inno_indicator_set_destroy(set);
  inno_error_destroy(error);
  std::printf("%s\n", sentence.c_str());
  return refused && !sentence.empty() ? 0 : 1;
}
