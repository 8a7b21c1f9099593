#include "ranges.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "host.h"

enum {
  FIRST_PIECE = 64,     /* until the time of one is known */
  PIECES_A_SECOND = 20, /* so that Ctrl-C and the bar do not wait */
  LOOKS_A_SECOND = 10
};

/* Set by the handler, read by every thread. */
static atomic_int interrupted;

static void on_interrupt(int number) {
  (void)number;
  atomic_store(&interrupted, 1);
}

struct work {
  const struct ranges *job;
  int32_t language;
  pthread_mutex_t mutex; /* guards what follows */
  pthread_cond_t changed;
  inno_status status;
  int64_t next, count, finished;
  int32_t running;
  inno_error *error; /* of the thread that failed first */
};

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* The next range; 0 replicates = there is nothing left to do. Ranges ascend, so what was handed out is always 0 .. next. */
static int64_t take_range(struct work *w, int64_t wanted, int64_t *first) {
  pthread_mutex_lock(&w->mutex);
  int64_t count = w->count - w->next < wanted ? w->count - w->next : wanted;
  count = atomic_load(&interrupted) != 0 || w->status != INNO_OK ? 0 : count;
  *first = w->next;
  w->next += count;
  pthread_mutex_unlock(&w->mutex);
  return count;
}

static void finish_range(struct work *w, int64_t count) {
  pthread_mutex_lock(&w->mutex);
  w->finished += count;
  pthread_mutex_unlock(&w->mutex);
}

static inno_status give(struct work *w, void **own, inno_error *error) {
  pthread_mutex_lock(&w->mutex);
  inno_status status = w->job->give(w->job->shared, own, error);
  pthread_mutex_unlock(&w->mutex);
  return status;
}

/* So long that the next piece takes about its share of a second. */
static int64_t next_piece(int64_t count, double took) {
  double wanted = (double)count / (took > 1e-6 ? took : 1e-6) / PIECES_A_SECOND;
  double most = 16.0 * (double)count; /* the first ones are no measure */
  wanted = wanted < most ? wanted : most;
  return wanted < 1.0 ? 1 : wanted > 1e9 ? (int64_t)1e9 : (int64_t)wanted;
}

static void *run_ranges(void *argument) {
  struct work *w = argument;
  const struct ranges *job = w->job;
  void *own = NULL;
  inno_error *error = NULL;
  int64_t piece = FIRST_PIECE, first, count;
  inno_status status = inno_error_create(NULL, &error);
  (void)inno_error_set_language(error, w->language);
  while (status == INNO_OK && (count = take_range(w, piece, &first)) > 0) {
    double before = seconds();
    status = job->run(job->shared, &own, first, count, error);
    if (status == INNO_OK) {
      finish_range(w, count);
      piece = next_piece(count, seconds() - before);
      status = job->full != NULL && job->full(own) ? give(w, &own, error) : INNO_OK;
    }
  }
  status = status == INNO_OK && own != NULL && job->give != NULL ? give(w, &own, error) : status;
  if (own != NULL && job->drop != NULL) {
    job->drop(own);
  }
  pthread_mutex_lock(&w->mutex);
  if (status != INNO_OK && w->status == INNO_OK) {
    w->status = status;
    w->error = error;
    error = NULL;
  }
  w->running--;
  pthread_cond_signal(&w->changed);
  pthread_mutex_unlock(&w->mutex);
  inno_error_destroy(error);
  return NULL;
}

/* ---- the bar ---- */

static void put_rate(char *out, size_t size, double rate) {
  if (rate >= 1e6) {
    snprintf(out, size, "%.1f M/s", rate / 1e6);
  } else if (rate >= 1e4) {
    snprintf(out, size, "%.0f k/s", rate / 1e3);
  } else {
    snprintf(out, size, rate < 10.0 ? "%.1f/s" : "%.0f/s", rate);
  }
}

static void draw_bar(const struct session *s, const char *words, int64_t finished, int64_t count, double took) {
  enum { WIDTH = 30 };
  char bar[WIDTH + 1], rate[32];
  double part = (double)finished / (double)count, speed = took > 0.0 ? (double)finished / took : 0.0;
  int full = (int)(part * WIDTH);
  memset(bar, '.', WIDTH);
  memset(bar, '#', (size_t)full);
  bar[WIDTH] = '\0';
  put_rate(rate, sizeof rate, speed);
  fprintf(stderr, "\r\033[K%s [%s] %3.0f %%  %s", words, bar, 100.0 * part, rate);
  if (finished > 0) {
    double left = (double)(count - finished) / speed;
    fprintf(stderr, pick(s, "  %lld:%02d left", "  còn %lld:%02d"), (long long)(left / 60.0), (int)left % 60);
  }
  fflush(stderr);
}

/* Until every thread has ended. */
static void watch(const struct session *s, struct work *w, double begin, bool bar) {
  pthread_mutex_lock(&w->mutex);
  while (w->running > 0) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 1000000000 / LOOKS_A_SECOND;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_cond_timedwait(&w->changed, &w->mutex, &until);
    if (bar && w->running > 0) {
      draw_bar(s, w->job->words, w->finished, w->count, seconds() - begin);
    }
  }
  pthread_mutex_unlock(&w->mutex);
  if (bar) {
    fputs("\r\033[K", stderr);
    fflush(stderr);
  }
}

/* ---- threads ---- */

/* Threads have Ctrl-C blocked, so that it comes to the one that watches. A machine may give fewer threads than asked for. */
static int32_t start_threads(struct work *w, pthread_t *threads, int32_t wanted) {
  int32_t started = 0;
  host_block_interrupt();
  pthread_mutex_lock(&w->mutex);
  while (started < wanted && pthread_create(&threads[started], NULL, run_ranges, w) == 0) {
    started++;
  }
  w->running = started;
  pthread_mutex_unlock(&w->mutex);
  host_unblock_interrupt();
  return started;
}

static bool report(const struct session *s, const struct work *w) {
  const char *sentence = inno_error_message(w->error);
  return w->status == INNO_OK || fail(s, (struct place){0}, "%s", "%s",
                                      sentence[0] != '\0' ? sentence : inno_status_text(w->status, s->language));
}

bool ranges_run(const struct session *s, const struct ranges *job, int64_t count, int32_t threads, int64_t *done) {
  struct work w = {.job = job, .language = s->language, .count = count};
  pthread_t *started = arena_take(s->arena, (size_t)threads, sizeof *started);
  double begin = seconds();
  pthread_mutex_init(&w.mutex, NULL);
  pthread_cond_init(&w.changed, NULL);
  host_catch_interrupt(on_interrupt);
  int32_t got = start_threads(&w, started, threads);
  if (got == 0) { /* no thread at all: this one does it, without a bar */
    w.running = 1;
    run_ranges(&w);
  }
  watch(s, &w, begin, host_stderr_is_terminal());
  for (int32_t i = 0; i < got; i++) {
    pthread_join(started[i], NULL);
  }
  host_release_interrupt();
  *done = w.finished;
  bool ok = report(s, &w);
  inno_error_destroy(w.error);
  pthread_cond_destroy(&w.changed);
  pthread_mutex_destroy(&w.mutex);
  return ok;
}
