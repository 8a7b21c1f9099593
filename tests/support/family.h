/* Small results for tests of analyses: a tree and its columns in a few lines. */
#ifndef TESTS_SUPPORT_FAMILY_H
#define TESTS_SUPPORT_FAMILY_H

#include "support/golden.h"

/* One node; of an indicator also its values, one a unit. The first node is the index. Direction 0 = 1. */
typedef struct {
  const char *code, *parent;
  const double *x;
  double weight;
  int32_t direction;
  const char *denominator;
  double scale; /* of the denominator; 0 = 1 */
} family_node;

/* index <- p <- x and y (less is better); index <- z */
#define FAMILY_XYZ(x_values, y_values, z_values)                                                    \
  {.code = "index"}, {.code = "p", .parent = "index"}, {.code = "x", .parent = "p", .x = x_values}, \
      {.code = "y", .parent = "p", .x = y_values, .direction = -1}, {                               \
    .code = "z", .parent = "index", .x = z_values                                                   \
  }

typedef struct {
  inno_indicator_set *set;
  inno_dataset *data;
  inno_method *method;
  inno_result *result;
} family;

/* Nodes until a code is NULL; units u0, u1, ... Steps as for golden_method(). */
static inline family family_of(const family_node *nodes, int64_t units, const golden_step *steps) {
  static const char *const codes[] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "u10", "u11"};
  family f = {NULL, NULL, NULL, NULL};
  assert_true(units <= 12);
  assert_int_equal(inno_indicator_set_create(NULL, &f.set, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, units, codes, &f.data, NULL), INNO_OK);
  for (; nodes->code != NULL; nodes++) {
    if (nodes->weight >= 0.0) {
      assert_int_equal(inno_indicator_set_add(f.set, nodes->code, nodes->parent, NULL), INNO_OK);
      assert_int_equal(inno_indicator_set_weight(f.set, nodes->code, nodes->weight > 0.0 ? nodes->weight : 1.0, NULL),
                       INNO_OK);
    }
    if (nodes->direction < 0) assert_int_equal(inno_indicator_set_direction(f.set, nodes->code, -1, NULL), INNO_OK);
    if (nodes->denominator != NULL)
      assert_int_equal(inno_indicator_set_denominator(f.set, nodes->code, nodes->denominator,
                                                      nodes->scale > 0.0 ? nodes->scale : 1.0, NULL),
                       INNO_OK);
    if (nodes->x != NULL)
      assert_int_equal(inno_dataset_add_column(f.data, nodes->code, nodes->x, sizeof(double), NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(f.set, NULL), INNO_OK);
  f.method = golden_method(f.set, steps);
  f.result = golden_result(f.method, f.data);
  return f;
}

static inline void family_end(family *f) {
  inno_result_destroy(f->result);
  inno_method_destroy(f->method);
  inno_dataset_destroy(f->data);
  inno_indicator_set_destroy(f->set);
}

#endif
