/* Which cells of k columns are there, and the rows in the order of that. Rows of one pattern share what is computed
 * from it. */
#ifndef INNO_NUMERIC_PATTERNS_H
#define INNO_NUMERIC_PATTERNS_H

#include <stdint.h>

/* seen[c * n + i] = 1 where row i has a value in column c and takes part. included: n bytes or NULL = all take part. */
void inno__patterns_see(const double *const *x, int32_t k, int64_t n, const unsigned char *included,
                        unsigned char *seen);

/* Puts the rows that have a value at all into order: rows of one pattern lie together and in ascending order, the
 * patterns in an order that the patterns alone decide. Returns how many. order, scratch: n places each. */
int64_t inno__patterns_order(const unsigned char *seen, int32_t k, int64_t n, int64_t *order, int64_t *scratch);

/* End of the run of rows, from place `begin` of the order, that have the same pattern. */
int64_t inno__patterns_end(const unsigned char *seen, int32_t k, int64_t n, const int64_t *order, int64_t count,
                           int64_t begin);

/* Columns that a row has (there = 1) or lacks (there = 0), ascending; returns how many. */
int32_t inno__patterns_columns(const unsigned char *seen, int32_t k, int64_t n, int64_t row, int there,
                               int32_t *columns);

#endif
