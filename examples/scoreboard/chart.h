/* Pictures of report.html: SVG with a title and a description, no script, readable on paper. */
#ifndef SCOREBOARD_CHART_H
#define SCOREBOARD_CHART_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Colours that stay apart for every kind of colour vision. */
#define CHART_BLUE "#1b6ca8"
#define CHART_ORANGE "#b35806"
#define CHART_GRAY "#8a94a0"
#define CHART_INK "#1c2430"

/* A picture of width x height pixels; a narrow screen scrolls it, paper shrinks it. */
void chart_open(FILE *out, double width, double height, const char *title, const char *description);
void chart_close(FILE *out);

enum chart_anchor { CHART_START, CHART_MIDDLE, CHART_END };
/* Text with its baseline at y; upright false: turned to read from below, centred on x. */
void chart_text(FILE *out, double x, double y, enum chart_anchor anchor, double size, const char *color,
                const char *text);
void chart_text_turned(FILE *out, double x, double y, enum chart_anchor anchor, double size, const char *text);
enum { CHART_NAME = 20 };
/* A name of at most CHART_NAME characters that ends there. */
void chart_name(FILE *out, double x, double y, bool turned, double size, const char *name);
double chart_text_width(const char *text, double size); /* about */
void chart_line(FILE *out, double x0, double y0, double x1, double y1, const char *color, double width, bool dashed);

/* A rectangle of the picture in which numbers have places; logarithmic sideways when asked for. */
struct chart_plot {
  double left, top, width, height;
  double low_x, high_x, low_y, high_y;
  bool log_x;
};
double chart_x(const struct chart_plot *p, double x);
double chart_y(const struct chart_plot *p, double y);
/* Frame, ticks and numbers on both sides. names NULL = none. */
void chart_axes(FILE *out, const struct chart_plot *p, const char *name_x, const char *name_y);
/* Lowers and raises the ends to round numbers. */
void chart_round(double *low, double *high);
/* Through count points; NaN leaves one out. */
void chart_path(FILE *out, const struct chart_plot *p, int64_t count, const double *x, const double *y,
                const char *color, bool dashed);

/* Correlations of count things, the lower half of a square: first .. the things of block b are the places
 * starts[b] .. starts[b + 1] - 1. */
struct heat_map {
  int64_t count, block_count;
  const char *const *names;                      /* of the things, short */
  const int64_t *starts;                         /* block_count + 1 of them */
  const char *const *blocks, *const *long_names; /* what they are called, and where there is room */
  double (*value)(const void *data, int64_t row, int64_t column);
  const char *(*words)(const void *data, int64_t row, int64_t column); /* the tooltip */
  const void *data;
};
void chart_heat_map(FILE *out, const struct heat_map *m, const char *title, const char *description);

#endif
