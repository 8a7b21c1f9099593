/* What all outputs draw from: the result with its texts, and the units in the order of their rank. */
#ifndef SCOREBOARD_BOARD_H
#define SCOREBOARD_BOARD_H

#include "data.h"
#include "plan.h"

struct audit;
struct check;
struct explain;
struct frontier;
struct sensitive;
struct uncertain;
struct verify;

struct board {
  const struct session *session;
  const struct framework *framework;
  const struct data *data;
  const struct plan *plan;
  inno_result *result;
  int64_t units, nodes, indicators, index; /* index: the number of the index node */
  int64_t periods, rows;                   /* rows = units x periods, one after the other as in the library */
  /* Of the period that is shown, by unit: */
  int64_t *order;     /* units by rank, those without a rank last */
  double *rank;       /* of the index */
  double *group_rank; /* the same inside the groups of [ranking] group; unused without one */
  double **scores;    /* of each node */
  /* Of all periods, by row: */
  double *all_ranks; /* of the index */
  double *all_scores; /* of the index */
  int64_t *pillars;   /* the nodes shown beside the index */
  int64_t pillar_count;
  struct frontier *frontiers; /* as many as the plan has; see frontier.h */
  const struct audit *audit;  /* NULL without --audit */
  const struct explain *explain; /* NULL without --explain */
  const struct check *check;  /* NULL without --check */
  const struct uncertain *uncertain; /* NULL without --uncertainty */
  const struct sensitive *sensitive; /* NULL without --sensitivity */
  const struct verify *verify; /* NULL without --verify */
  int decimals; /* that scores are shown with */
};

/* Computes the result. false after a message; board_close() is needed all the same. */
bool board_make(const struct session *s, const struct framework *f, const struct data *d, struct plan *p,
                const inno_frames *frames, struct board *out); /* frames NULL = those of the data */
void board_close(struct board *b);

/* All nodes in the order of an outline, each before its children, which follow the file; and how deep each stands. */
void board_outline(const struct board *b, int64_t *nodes, int *depth);

const char *board_unit(const struct board *b, int64_t unit); /* its name */
const char *board_node(const struct board *b, int64_t node); /* its name */
const char *board_group(const struct board *b, int64_t row); /* label in the grouping of [ranking] group; "" = none */
int64_t board_row(const struct board *b, int64_t unit);      /* of a unit in the period that is shown */
double *board_shown(const struct board *b, double *all);     /* from one value a row to one a unit */
double board_record(const struct board *b, int32_t kind, int64_t index, int32_t field);

enum { EVERY_PERIOD = -1 };

/* The period that a record is about; EVERY_PERIOD when one frame holds for several periods. */
int64_t board_record_period(const struct board *b, int32_t kind, int64_t index);

/* A period as it is shown; "" for EVERY_PERIOD and for data without the column. */
const char *board_period(const struct board *b, int64_t period);

/* The period that options name in that key, else the one that is shown, which is then set. false after a message. */
bool board_choose_period(const struct board *b, inno_scheme *options, int32_t key, int64_t *period);

/* The ranking on the terminal; top 0 = all units. */
void board_print(const struct board *b, int64_t top);

#endif
