#include "searches.h"

#include <math.h>

enum { MOST_LINES = 10 };

/* "step 2, impute, IDX, 2023, U1": as far as the record is about one of each. */
static const char *place_of_search(const struct board *b, int64_t k) {
  struct arena *arena = b->session->arena;
  int32_t step = (int32_t)board_record(b, INNO_RECORD_SEARCH, k, INNO_FIELD_STEP);
  int64_t node = (int64_t)board_record(b, INNO_RECORD_SEARCH, k, INNO_FIELD_NODE);
  int64_t unit = (int64_t)board_record(b, INNO_RECORD_SEARCH, k, INNO_FIELD_UNIT);
  const char *period = board_period(b, board_record_period(b, INNO_RECORD_SEARCH, k));
  return arena_print(arena, "%s %d, %s%s%s%s%s", pick(b->session, "step", "bước"), (int)step + 1,
                     inno_result_node_code(b->result, node), period[0] != '\0' ? ", " : "", period,
                     unit >= 0 ? ", " : "", unit >= 0 ? inno_result_unit_code(b->result, unit) : "");
}

static void add_line(const struct board *b, struct text *out, int64_t k) {
  const struct session *s = b->session;
  double left = board_record(b, INNO_RECORD_SEARCH, k, INNO_FIELD_PRIMAL);
  const char *rest = isnan(left) ? "" : arena_print(s->arena, pick(s, " (residual %.3g)", " (phần dư %.3g)"), left);
  text_print(s->arena, out,
             pick(s, "%s: not converged; the search stopped after %.0f steps without proof of its result%s\n",
                  "%s: chưa hội tụ; phép tìm dừng sau %.0f bước, kết quả chưa được chứng minh%s\n"),
             place_of_search(b, k), board_record(b, INNO_RECORD_SEARCH, k, INNO_FIELD_ITERATIONS), rest);
}

const char *searches_unproved(const struct board *b) {
  struct text out = {0};
  int64_t count = 0;
  for (int64_t k = 0; k < inno_result_record_count(b->result, INNO_RECORD_SEARCH); k++) {
    if (board_record(b, INNO_RECORD_SEARCH, k, INNO_FIELD_CONVERGED) > 0.0) {
      continue;
    }
    if (count++ < MOST_LINES) {
      add_line(b, &out, k);
    }
  }
  if (count > MOST_LINES) {
    text_print(b->session->arena, &out,
               pick(b->session, "... and %lld more searches; all are in search.csv\n",
                    "... và %lld phép tìm nữa; xem đủ trong search.csv\n"),
               (long long)(count - MOST_LINES));
  }
  return out.bytes;
}
