/* Scores three units by two indicators, as a program of somebody else would. */
#include <innoscore/innoscore.h>
#include <stdio.h>

int main(void) {
  const char *units[] = {"A", "B", "C"};
  const double x[] = {1, 2, 3}, y[] = {30, 10, 20};
  double score[3];
  inno_indicator_set *set = NULL;
  inno_dataset *data = NULL;
  inno_method *method = NULL;
  inno_result *result = NULL;
  int bad = inno_indicator_set_create(NULL, &set, NULL) || inno_indicator_set_add(set, "index", NULL, NULL) ||
            inno_indicator_set_add(set, "x", "index", NULL) || inno_indicator_set_add(set, "y", "index", NULL) ||
            inno_indicator_set_freeze(set, NULL) || inno_dataset_create(NULL, 3, units, &data, NULL) ||
            inno_dataset_add_column(data, "x", x, sizeof *x, NULL) ||
            inno_dataset_add_column(data, "y", y, sizeof *y, NULL) ||
            inno_method_create(NULL, set, NULL, NULL, 0, &method, NULL) ||
            inno_result_create(NULL, method, data, INNO_KEEP_SCORES, &result, NULL) ||
            inno_result_scores(result, inno_result_find_node(result, "index"), score, sizeof *score, NULL);
  if (bad || score[0] != 50.0 || score[1] != 25.0 || score[2] != 75.0) return 1;
  printf("innoscore %s scores %g %g %g\n", inno_version(), score[0], score[1], score[2]);
  inno_result_destroy(result);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  return 0;
}
