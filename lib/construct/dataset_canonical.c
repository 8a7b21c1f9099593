/* The canonical form of data. Like that of a method its wording is part of the promise:
 *
 *   innoscore data 1
 *   unit TAB code                    one a unit, in the order of the dataset
 *   period TAB number                one a period, when they have names
 *   column TAB code (TAB number)*    one a column in byte order of the codes; numbers row by row; nan = missing
 *   group TAB name (TAB label)*      one a grouping in byte order of the names; nothing = in no group
 *
 * Every line ends in a line feed; numbers are exact (0x1.8p+3); minus zero is zero. The order of the units stays: sums
 * over units run in it, so that another order may change a last bit. */
#include <string.h>

#include "base/sha256.h"
#include "construct/dataset.h"
#include "construct/method.h"

typedef struct {
  const inno_dataset *data;
  inno__sink sink;
  void *context;
} emitter;

static void put(const emitter *e, const char *text) { e->sink(e->context, text, strlen(text)); }

static void put_number(const emitter *e, double value) {
  char buffer[40];
  inno__text t;
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_hexfloat(&t, value == 0.0 ? 0.0 : value);
  put(e, buffer);
}

static void put_field(const emitter *e, const char *word, const char *text) {
  put(e, word);
  put(e, "\t");
  put(e, text);
}

static void put_column(const emitter *e, int64_t j) {
  const inno__table *column = &e->data->columns[j];
  put_field(e, "column", inno__names_at(e->data->column_codes, j));
  for (int64_t i = 0; i < e->data->rows; i++) {
    put(e, "\t");
    put_number(e, inno__column(column, 0)[i]);
  }
  put(e, "\n");
}

static void put_group(const emitter *e, int64_t g) {
  const int32_t *label = e->data->groups[g].label;
  put_field(e, "group", inno__names_at(e->data->group_names, g));
  for (int64_t i = 0; i < e->data->rows; i++)
    put_field(e, "", label[i] >= 0 ? inno__names_at(e->data->labels[g].texts, label[i]) : "");
  put(e, "\n");
}

/* Lets the number at the top of a heap of count sink to where it belongs: the last text on top. */
static void sift(const inno__names *names, int64_t *heap, int64_t top, int64_t count) {
  for (;;) {
    int64_t child = 2 * top + 1, moved = heap[top];
    if (child >= count) return;
    if (child + 1 < count && strcmp(inno__names_at(names, heap[child]), inno__names_at(names, heap[child + 1])) < 0)
      child++;
    if (strcmp(inno__names_at(names, heap[child]), inno__names_at(names, moved)) < 0) return;
    heap[top] = heap[child];
    heap[child] = moved;
    top = child;
  }
}

static inno_status put_sorted(const emitter *e, const inno__names *names, void (*put_one)(const emitter *, int64_t)) {
  int64_t count = inno__names_count(names);
  size_t bytes = (size_t)count * sizeof(int64_t);
  int64_t *order = inno__alloc(&e->data->allocator, bytes);
  if (order == NULL) return INNO_E_NOMEM;
  for (int64_t k = 0; k < count; k++) order[k] = k;
  for (int64_t k = count / 2 - 1; k >= 0; k--) sift(names, order, k, count);
  for (int64_t left = count - 1; left > 0; left--) {
    int64_t last = order[0];
    order[0] = order[left];
    order[left] = last;
    sift(names, order, 0, left);
  }
  for (int64_t k = 0; k < count; k++) put_one(e, order[k]);
  inno__free(&e->data->allocator, order, bytes);
  return INNO_OK;
}

inno_status inno__dataset_canonical(const inno_dataset *d, inno__sink sink, void *context) {
  const emitter e = {d, sink, context};
  put(&e, "innoscore data 1\n");
  for (int64_t i = 0; i < d->units; i++) {
    put_field(&e, "unit", inno__names_at(d->codes, i));
    put(&e, "\n");
  }
  for (int64_t p = 0; d->periods != NULL && p < d->period_count; p++) {
    put(&e, "period\t");
    put_number(&e, d->periods[p]);
    put(&e, "\n");
  }
  inno_status s = put_sorted(&e, d->column_codes, put_column);
  return s == INNO_OK ? put_sorted(&e, d->group_names, put_group) : s;
}

inno_status inno__dataset_fingerprint(const inno_dataset *d, char *hex) {
  inno__sha256 hash;
  inno__sha256_init(&hash);
  inno_status s = inno__dataset_canonical(d, inno__sha256_sink, &hash);
  if (s == INNO_OK) inno__sha256_hex(&hash, hex);
  return s;
}

inno_status inno__inputs_fingerprint(const inno_method *m, const inno_dataset *d, char *hex) {
  inno__sha256 hash;
  inno__sha256_init(&hash);
  inno__method_canonical(m, inno__sha256_sink, &hash);
  inno_status s = inno__dataset_canonical(d, inno__sha256_sink, &hash);
  if (s == INNO_OK) inno__sha256_hex(&hash, hex);
  return s;
}
