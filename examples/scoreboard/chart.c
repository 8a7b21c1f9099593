#include "chart.h"

#include <math.h>
#include <string.h>

#include "page.h"
#include "utf8.h"

/* ---- pieces ---- */

void chart_open(FILE *out, double width, double height, const char *title, const char *description) {
  fprintf(out, "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 %.0f %.0f\" style=\"width:%.0fpx\">\n<title>", width,
          height, width);
  put_text(out, title);
  fputs("</title>\n<desc>", out);
  put_text(out, description);
  fputs("</desc>\n", out);
}

void chart_close(FILE *out) { fputs("</svg>\n", out); }

static const char *anchor_name(enum chart_anchor anchor) {
  return anchor == CHART_START ? "start" : anchor == CHART_MIDDLE ? "middle" : "end";
}

void chart_text(FILE *out, double x, double y, enum chart_anchor anchor, double size, const char *color,
                const char *text) {
  fprintf(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%.3g\" fill=\"%s\">", x, y,
          anchor_name(anchor), size, color);
  put_text(out, text);
  fputs("</text>\n", out);
}

void chart_text_turned(FILE *out, double x, double y, enum chart_anchor anchor, double size, const char *text) {
  fprintf(out,
          "<text transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"%s\" font-size=\"%.3g\" "
          "fill=\"" CHART_INK "\">",
          x, y, anchor_name(anchor), size);
  put_text(out, text);
  fputs("</text>\n", out);
}

double chart_text_width(const char *text, double size) { return 0.62 * size * (double)utf8_width(text); }

void chart_line(FILE *out, double x0, double y0, double x1, double y1, const char *color, double width, bool dashed) {
  fprintf(out, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.3g\"%s/>\n", x0,
          y0, x1, y1, color, width, dashed ? " stroke-dasharray=\"4 3\"" : "");
}

void chart_name(FILE *out, double x, double y, bool turned, double size, const char *name) {
  char cut[8 * CHART_NAME + 8];
  size_t length = strlen(name), at = 0;
  for (size_t characters = 0; at < length && characters < CHART_NAME; characters++) {
    uint32_t character;
    size_t bytes = utf8_next(name + at, length - at, &character);
    at += bytes > 0 ? bytes : 1;
  }
  snprintf(cut, sizeof cut, "%.*s%s", (int)at, name, at < length ? "…" : "");
  if (turned) {
    chart_text_turned(out, x, y, CHART_END, size, cut);
  } else {
    chart_text(out, x, y, CHART_END, size, CHART_INK, cut);
  }
}

/* ---- plots ---- */

double chart_x(const struct chart_plot *p, double x) {
  double part = p->log_x ? log(x / p->low_x) / log(p->high_x / p->low_x) : (x - p->low_x) / (p->high_x - p->low_x);
  return p->left + p->width * part;
}

double chart_y(const struct chart_plot *p, double y) {
  return p->top + p->height * (p->high_y - y) / (p->high_y - p->low_y);
}

/* 1, 2 or 5 times a power of ten, so that about so many steps fit. */
static double round_step(double range, double steps) {
  double raw = range / steps, power = pow(10.0, floor(log10(raw))), part = raw / power;
  return power * (part <= 1.0 ? 1.0 : part <= 2.0 ? 2.0 : part <= 5.0 ? 5.0 : 10.0);
}

void chart_round(double *low, double *high) {
  if (!(*high > *low)) {
    *low -= 0.5;
    *high += 0.5;
  }
  double step = round_step(*high - *low, 5.0);
  *low = step * floor(*low / step);
  *high = step * ceil(*high / step);
}

static const char *number_words(double value, char *buffer, size_t size) {
  snprintf(buffer, size, "%.10g", fabs(value) < 1e-12 ? 0.0 : value);
  return buffer;
}

static void tick_x(FILE *out, const struct chart_plot *p, double value) {
  char words[32];
  double x = chart_x(p, value), bottom = p->top + p->height;
  chart_line(out, x, bottom, x, bottom + 4.0, CHART_GRAY, 1.0, false);
  chart_text(out, x, bottom + 15.0, CHART_MIDDLE, 11.0, CHART_INK, number_words(value, words, sizeof words));
}

/* 1, 2, 5, 10, ... or, over many powers of ten, these alone. */
static void ticks_of_log(FILE *out, const struct chart_plot *p) {
  double powers = log10(p->high_x / p->low_x), last = -INFINITY;
  for (int e = (int)floor(log10(p->low_x)); e <= (int)ceil(log10(p->high_x)); e++) {
    for (int k = 0; k < 3; k++) {
      double value = pow(10.0, e) * (k == 0 ? 1.0 : k == 1 ? 2.0 : 5.0);
      bool shown = value >= p->low_x && value <= p->high_x && (k == 0 || powers < 3.0);
      char words[32];
      double half = chart_text_width(number_words(value, words, sizeof words), 11.0) / 2.0;
      if (shown && chart_x(p, value) - half > last + 6.0) {
        tick_x(out, p, value);
        last = chart_x(p, value) + half;
      }
    }
  }
}

void chart_axes(FILE *out, const struct chart_plot *p, const char *name_x, const char *name_y) {
  double bottom = p->top + p->height, step = round_step(p->high_y - p->low_y, p->height < 150.0 ? 3.0 : 6.0);
  char words[32];
  int first = (int)ceil(p->low_y / step - 1e-9), last = (int)floor(p->high_y / step + 1e-9);
  for (int k = first; k <= last; k++) {
    double v = step * k;
    chart_line(out, p->left, chart_y(p, v), p->left + p->width, chart_y(p, v), "#e3e8ed", 1.0, false);
    chart_text(out, p->left - 5.0, chart_y(p, v) + 4.0, CHART_END, 11.0, CHART_INK,
               number_words(v, words, sizeof words));
  }
  chart_line(out, p->left, bottom, p->left + p->width, bottom, CHART_GRAY, 1.0, false);
  if (p->log_x) {
    ticks_of_log(out, p);
  } else {
    double step_x = round_step(p->high_x - p->low_x, p->width < 300.0 ? 5.0 : 8.0);
    step_x = step_x < 1.0 ? 1.0 : step_x;
    for (int k = (int)ceil(p->low_x / step_x); k <= (int)floor(p->high_x / step_x); k++) {
      tick_x(out, p, step_x * k);
    }
  }
  if (name_x != NULL) {
    chart_text(out, p->left + p->width / 2.0, bottom + 34.0, CHART_MIDDLE, 12.0, CHART_INK, name_x);
  }
  if (name_y != NULL) {
    chart_text_turned(out, 12.0, p->top + p->height / 2.0, CHART_MIDDLE, 12.0, name_y);
  }
}

void chart_path(FILE *out, const struct chart_plot *p, int64_t count, const double *x, const double *y,
                const char *color, bool dashed) {
  char move = 'M';
  fprintf(out, "<path fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"%s d=\"", color,
          dashed ? " stroke-dasharray=\"4 3\"" : "");
  for (int64_t k = 0; k < count; k++) {
    if (!isnan(x[k]) && !isnan(y[k])) {
      fprintf(out, "%c%.1f %.1f", move, chart_x(p, x[k]), chart_y(p, y[k]));
      move = 'L';
    }
  }
  fputs("\"/>\n", out);
}

/* ---- the map of correlations ---- */

enum { MAP_HEAD = 44 }; /* room for the scale */

/* From brown over white to blue: the lightness alone says the size, so that gray paper keeps it. */
static void heat_color(double r, char out[8]) {
  static const double stops[5][3] = {{150, 72, 6}, {242, 178, 106}, {247, 247, 247}, {140, 186, 222}, {18, 78, 140}};
  double at = 2.0 * (r < -1.0 ? 0.0 : r > 1.0 ? 2.0 : r + 1.0);
  int k = at >= 4.0 ? 3 : (int)at;
  int c[3];
  for (int i = 0; i < 3; i++) {
    c[i] = (int)lround(stops[k][i] + (at - k) * (stops[k + 1][i] - stops[k][i]));
  }
  snprintf(out, 8, "#%02x%02x%02x", (unsigned)c[0] & 0xffu, (unsigned)c[1] & 0xffu, (unsigned)c[2] & 0xffu);
}

static void heat_scale(FILE *out, double left) {
  enum { STEPS = 41, STEP = 5 };
  char color[8];
  for (int k = 0; k < STEPS; k++) {
    heat_color(-1.0 + 2.0 * k / (STEPS - 1), color);
    fprintf(out, "<rect x=\"%.1f\" y=\"4\" width=\"%d.5\" height=\"12\" fill=\"%s\"/>\n", left + k * STEP, STEP, color);
  }
  static const char *const numbers[] = {"−1", "−0.5", "0", "0.5", "1"};
  for (int k = 0; k < 5; k++) {
    chart_text(out, left + STEP * STEPS * k / 4.0, 28.0, CHART_MIDDLE, 11.0, CHART_INK, numbers[k]);
  }
}

static void heat_cell(FILE *out, const struct heat_map *m, double left, double size, int64_t row, int64_t column) {
  double r = row == column ? 1.0 : m->value(m->data, row, column), x = left + size * (double)column;
  double y = MAP_HEAD + size * (double)row;
  char color[8] = "#d0d4d9";
  if (!isnan(r)) {
    heat_color(r, color);
  }
  fprintf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>", x, y, size - 0.5,
          size - 0.5, color);
  put_text(out, row == column ? m->names[row] : m->words(m->data, row, column));
  fputs("</title></rect>\n", out);
  if (isnan(r)) {
    chart_text(out, x + size / 2.0, y + size / 2.0 + 3.0, CHART_MIDDLE, size < 20.0 ? 8.0 : 11.0, CHART_INK, "×");
  } else if (size >= 34.0 && row != column) {
    char words[16];
    snprintf(words, sizeof words, "%.2f", r);
    chart_text(out, x + size / 2.0, y + size / 2.0 + 4.0, CHART_MIDDLE, 11.0, fabs(r) > 0.6 ? "#fff" : CHART_INK,
               words);
  }
}

/* The outline of a block, as steps along the diagonal, and its name beside them. */
static void heat_block(FILE *out, const struct heat_map *m, double left, double size, double right, int64_t b) {
  int64_t first = m->starts[b], last = m->starts[b + 1];
  double x = left + size * (double)first, y = MAP_HEAD + size * (double)first, whole = size * (double)(last - first);
  fprintf(out, "<path fill=\"none\" stroke=\"" CHART_INK "\" stroke-width=\"1.6\" d=\"M%.1f %.1fv%.1fh%.1f", x, y,
          whole, whole);
  for (int64_t k = first; k < last; k++) {
    fprintf(out, "v%.1fh%.1f", -size, -size);
  }
  fputs("z\"/>\n", out);
  double middle = (double)(first + last) / 2.0, from = left + size * (floor(middle + 2.0 / size) + 1.0) + 5.0;
  bool room = from + chart_text_width(m->long_names[b], 12.0) <= right;
  chart_text(out, from, MAP_HEAD + size * middle + 2.0, CHART_START, 12.0, CHART_INK,
             room ? m->long_names[b] : m->blocks[b]);
}

void chart_heat_map(FILE *out, const struct heat_map *m, const char *title, const char *description) {
  double size = m->count <= 12   ? 42.0
                : m->count <= 30 ? 24.0
                                 : 15.0,
         font = m->count <= 30 ? 11.0 : 10.0, margin = 30.0;
  double beside = 0.0;
  for (int64_t k = 0; k < m->count; k++) {
    double width = chart_text_width(m->names[k], font) + 8.0;
    margin = width > margin ? width : margin;
  }
  margin = margin > (CHART_NAME + 1) * 0.62 * font ? (CHART_NAME + 1) * 0.62 * font : margin;
  for (int64_t b = 0; b < m->block_count; b++) { /* names of the last blocks reach beyond the square */
    double middle = (double)(m->starts[b] + m->starts[b + 1]) / 2.0;
    double over = size * (middle + 1.0 - (double)m->count) + 12.0 + chart_text_width(m->blocks[b], 12.0);
    beside = over > beside ? over : beside;
  }
  double square = size * (double)m->count, wide = margin + square + beside + 4.0;
  wide = wide < margin + 240.0 ? margin + 240.0 : wide;
  chart_open(out, wide, MAP_HEAD + square + margin + 4.0, title, description);
  heat_scale(out, margin + 12.0);
  for (int64_t row = 0; row < m->count; row++) {
    double middle = size * ((double)row + 0.5);
    chart_name(out, margin - 4.0, MAP_HEAD + middle + 0.35 * font, false, font, m->names[row]);
    chart_name(out, margin + middle + 0.35 * font, MAP_HEAD + square + 4.0, true, font, m->names[row]);
    for (int64_t column = 0; column <= row; column++) {
      heat_cell(out, m, margin, size, row, column);
    }
  }
  for (int64_t b = 0; b < m->block_count; b++) {
    heat_block(out, m, margin, size, wide, b);
  }
  chart_close(out);
}
