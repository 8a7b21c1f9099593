/* One run of replicates on the ranks of MPI: every rank runs its range into a tally of its own and sends the bytes; rank 0
 * adds up. The digest is that of one rank, and of `scoreboard --uncertainty N`.
 * Usage: mpirun -n RANKS replicates_mpi FRAMEWORK.csv DATA.csv METHOD.ini REPLICATES */
#include <limits.h>
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "plan.h"

enum { TALLY = 1, GOOD = 0, BAD_INPUT = 2 };

struct job {
  struct session session;
  struct framework framework;
  struct plan plan;
  struct data data;
  inno_uncertainty *uncertainty;
};

/* The readers of scoreboard: they say what is wrong, with file and line. */
static bool prepare(struct job *j, char **files) {
  const struct session *s = &j->session;
  struct plan *p = &j->plan;
  if (!framework_read(s, files[0], &j->framework) || !plan_make(s, files[2], &j->framework, p) ||
      !data_read(s, files[1], &j->framework, NULL, &j->data) || !plan_optimize(s, p, &j->framework, j->data.set)) {
    return false;
  }
  inno_status status =
      inno_uncertainty_create(NULL, j->framework.set, p->weights, (const inno_scheme *const *)p->steps, p->step_count,
                              j->data.set, p->assumed.all, p->uncertainty, &j->uncertainty, s->error);
  return status == INNO_OK || fail_library(s, (struct place){files[2], 0, NULL});
}

/* What goes wrong on one rank ends all of them. */
static void stop(const struct job *j) {
  fail_library(&j->session, (struct place){0});
  MPI_Abort(MPI_COMM_WORLD, BAD_INPUT);
}

static inno_tally *run_range(const struct job *j, int64_t first, int64_t count) {
  inno_tally *tally = NULL;
  if (inno_tally_create(NULL, j->uncertainty, &tally, j->session.error) != INNO_OK ||
      inno_tally_run(tally, j->uncertainty, first, count, j->session.error) != INNO_OK) {
    stop(j);
  }
  return tally;
}

static void send_tally(const struct job *j, const inno_tally *tally) {
  int64_t size = 0;
  (void)inno_tally_write(tally, NULL, 0, &size, NULL);
  void *bytes = arena_take(j->session.arena, (size_t)size, 1);
  if (size > INT_MAX) { /* what one message of MPI can carry: more than 10,000 units */
    fprintf(stderr, "a tally of %lld bytes is too large for one message\n", (long long)size);
    MPI_Abort(MPI_COMM_WORLD, BAD_INPUT);
  }
  if (inno_tally_write(tally, bytes, size, &size, j->session.error) != INNO_OK) {
    stop(j);
  }
  MPI_Send(bytes, (int)size, MPI_BYTE, 0, TALLY, MPI_COMM_WORLD);
}

/* From whichever rank is ready: the order does not matter. */
static void receive_tally(const struct job *j, inno_tally *sum) {
  MPI_Status from;
  int size = 0;
  inno_tally *part = NULL;
  MPI_Probe(MPI_ANY_SOURCE, TALLY, MPI_COMM_WORLD, &from);
  MPI_Get_count(&from, MPI_BYTE, &size);
  void *bytes = arena_take(j->session.arena, (size_t)size, 1);
  MPI_Recv(bytes, size, MPI_BYTE, from.MPI_SOURCE, TALLY, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  if (inno_tally_read(NULL, bytes, size, &part, j->session.error) != INNO_OK ||
      inno_tally_merge(sum, part, j->session.error) != INNO_OK) {
    stop(j);
  }
  inno_tally_destroy(part);
}

static void run(const struct job *j, int rank, int ranks, int64_t replicates) {
  int64_t share = replicates / ranks, rest = replicates % ranks;
  int64_t first = rank * share + (rank < rest ? rank : rest), count = share + (rank < rest);
  char digest[INNO_FINGERPRINT_BYTES];
  inno_tally *tally = run_range(j, first, count);
  if (rank > 0) {
    send_tally(j, tally);
  } else {
    for (int k = 1; k < ranks; k++) {
      receive_tally(j, tally);
    }
    if (inno_tally_digest(tally, digest, sizeof digest, j->session.error) != INNO_OK) {
      stop(j);
    }
    printf("%lld replicates on %d ranks, %lld failed\nDigest: %s\n", (long long)inno_tally_number(tally, INNO_TALLY_REPLICATES),
           ranks, (long long)inno_tally_number(tally, INNO_TALLY_FAILED), digest);
  }
  inno_tally_destroy(tally);
}

static void close_job(struct job *j) {
  inno_uncertainty_destroy(j->uncertainty);
  data_close(&j->data);
  plan_close(&j->plan);
  framework_destroy(&j->framework);
  inno_error_destroy(j->session.error);
  arena_destroy(j->session.arena);
}

int main(int argc, char **argv) {
  int rank = 0, ranks = 1, good = 0;
  struct job j = {0};
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  long long replicates = argc == 5 && strspn(argv[4], "0123456789") == strlen(argv[4]) ? strtoll(argv[4], NULL, 10) : 0;
  j.session.arena = arena_create();
  if (replicates < 1) {
    fputs(rank == 0 ? "usage: replicates_mpi FRAMEWORK.csv DATA.csv METHOD.ini REPLICATES\n" : "", stderr);
  } else if (inno_error_create(NULL, &j.session.error) == INNO_OK) {
    good = rank > 0 || prepare(&j, argv + 1); /* rank 0 alone says what is wrong */
    MPI_Bcast(&good, 1, MPI_INT, 0, MPI_COMM_WORLD);
    if (good && rank > 0 && !prepare(&j, argv + 1)) {
      MPI_Abort(MPI_COMM_WORLD, BAD_INPUT);
    }
    if (good) {
      run(&j, rank, ranks, replicates);
    }
  }
  close_job(&j);
  MPI_Finalize();
  return good ? GOOD : BAD_INPUT;
}
