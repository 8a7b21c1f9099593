/* What the benchmarks share: time, inputs, and the way to say that something went wrong. */
#ifndef INNO_BENCH_WORK_H
#define INNO_BENCH_WORK_H

#include <stddef.h>
#include <stdint.h>

#include "innoscore/innoscore.h"

typedef struct {
  inno_indicator_set *set;
  inno_dataset *data;
  inno_method *method;
  inno_error *error;
} bench_work;

void bench_start(bench_work *w);
void bench_stop(bench_work *w);

/* Seconds of the clock, and of this thread's own work, which neighbours on a busy machine add less to. */
double bench_now(void);
double bench_cpu(void);
double bench_median(double *x, int n);
/* Ends the program with the error's sentence. */
void bench_check(inno_status s, inno_error *error);
void *bench_grab(size_t bytes);
/* A fixed generator, so that every run works on the same numbers. */
double bench_uniform(uint64_t *state);

void bench_add_units(bench_work *w, int64_t units);
void bench_add_columns(bench_work *w, int64_t units, int indicators, double missing);
inno_scheme *bench_scheme(bench_work *w, int32_t step);
/* FILE as tests/bench/asem.py writes it. */
void bench_read_asem(bench_work *w, const char *path);

#endif
