/* What a frontier is told: the table of keys, and settings by number. */
#ifndef INNO_FRONTIER_OPTIONS_H
#define INNO_FRONTIER_OPTIONS_H

#include <stdint.h>

#include "base/memory.h"
#include "construct/benefit_of_doubt.h"
#include "innoscore/frontier.h"

typedef struct {
  int32_t number;
  const char *name;
} inno__frontier_choice;

typedef struct {
  int32_t key;
  const char *name;
  int32_t type; /* INNO_TYPE_ */
  int32_t per_indicator;
  double lower, upper, fallback;
  const inno__frontier_choice *choices; /* ends with number 0 */
} inno__frontier_key;

typedef struct {
  int32_t key;
  int32_t indicator; /* -1 = all */
  double value;
} inno__frontier_setting;

struct inno_frontier_options {
  inno_allocator allocator;
  inno__frontier_setting *settings;
  inno__bod_ratio *ratios;
  inno__bod_order *orders;
  int64_t count, capacity, ratio_count, ratio_capacity, order_count, order_capacity;
};

int32_t inno__frontier_key_count(void);
const inno__frontier_key *inno__frontier_key_at(int32_t index);
const inno__frontier_key *inno__frontier_key_find(int32_t key); /* NULL = none */
int inno__frontier_has_choice(const inno__frontier_key *key, double number);
/* 1 = the rule reads the key; rules that are none read nothing. Restrictions of ratios and orders have numbers too. */
#define INNO__FRONTIER_RATIOS 914
#define INNO__FRONTIER_ORDERS 915
int inno__frontier_reads(int32_t rule, int32_t key);

/* INNO_OK or INNO_E_NOMEM; a second setting of the same key and indicator replaces the first. */
inno_status inno__frontier_put(inno_frontier_options *o, int32_t key, int32_t indicator, double value);
inno_status inno__frontier_put_ratio(inno_frontier_options *o, const inno__bod_ratio *ratio);
inno_status inno__frontier_put_order(inno_frontier_options *o, const inno__bod_order *order);
double inno__frontier_value(const inno_frontier_options *o, int32_t key, int32_t indicator);
void inno__frontier_options_destroy(inno_frontier_options *o);

#endif
