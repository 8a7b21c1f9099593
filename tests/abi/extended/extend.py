"""Makes the release after this one of a copy of the sources: every way in which the library is meant to grow, once.
Usage: extend.py COPY      the folder with cmake, include and lib of the copy

Every edit must find its place, exactly once: where the sources have moved on, this fails and names it."""
import pathlib
import re
import sys

copy = pathlib.Path(sys.argv[1])
RELEASE = "0.2"


def edit(name, *changes):
    """Each change is (what is there, what is there after it or instead of it)."""
    path = copy / name
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        if text.count(old) != 1:
            sys.exit(f"{name}: '{old}' is there {text.count(old)} times: extend.py has to follow the sources")
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def behind(line, more):
    """The line, and more below it."""
    return line, line + "\n" + more


def create(name, text):
    path = copy / name
    if path.exists():
        sys.exit(f"{name} exists: extend.py has to name its file otherwise")
    path.write_text(text, encoding="utf-8")


def free(name, *numbers):
    """The numbers that the extension takes are not in use."""
    text = (copy / name).read_text(encoding="utf-8")
    for number in numbers:
        if re.search(rf"^\w+\(INNO_\w+, {number},|^#define INNO_\w+ {number}\b", text, re.M):
            sys.exit(f"{name}: {number} is taken: extend.py has to take another")


def functions():
    """A release, and a function under a node of its own."""
    major, minor = RELEASE.split(".")
    edit("include/innoscore/version.h", ("#define INNO_VERSION_MAJOR 0", f"#define INNO_VERSION_MAJOR {major}"),
         ("#define INNO_VERSION_MINOR 1", f"#define INNO_VERSION_MINOR {minor}"),
         behind("INNO_API const char *INNO_CALL inno_version(void);", """
/**
 * @brief Release of the library that is running, as one number.
 * @return 100 * major + minor
 * @note Threads: pure. Allocates: never. @since 0.2
 */
INNO_API int32_t INNO_CALL inno_version_number(void);"""))
    edit("lib/api/version.c", behind("int32_t INNO_CALL inno_abi_version(void) { return INNO_ABI; }", """
int32_t INNO_CALL inno_version_number(void) { return 100 * INNO_VERSION_MAJOR + INNO_VERSION_MINOR; }"""))


def status():
    edit("include/innoscore/status.h", behind(
        "#define INNO_E_JSON 20               /**< the text is no JSON of the expected form. @since 0.1 */",
        "#define INNO_E_CAUTION 21            /**< more caution than there are values for. @since 0.2 */"))
    edit("lib/base/status.def", behind('INNO__STATUS(E_JSON, "the text is no JSON of the expected form", "văn bản không phải JSON đúng dạng")',
                                       'INNO__STATUS(E_CAUTION, "too much caution", "quá thận trọng")'))
    edit("lib/base/messages.def", ("INNO__MESSAGE(UNKNOWN_STATUS,", 'INNO__MESSAGE(CAUTION, "caution is above 0.9", "caution lớn hơn 0.9")\n'
                                   "INNO__MESSAGE(UNKNOWN_STATUS,"))


def rule():
    """A rule of the aggregation with a key that only it reads; it fails with the new status."""
    free("lib/construct/aggregate.def", 19, 690)
    edit("lib/construct/aggregate.def",
         ('RULE(INNO_AGGREGATE_MEDIAN, 20,', """RULE(INNO_AGGREGATE_CAUTIOUS, 19, "cautious", inno__aggregator_cautious, "between the mean and the smallest. @since 0.2",
      INNO_KEY_AGGREGATE_CAUTION)
RULE(INNO_AGGREGATE_MEDIAN, 20,"""),
         ('\n#include "construct/def_end.h"', 'NUMBER(INNO_KEY_AGGREGATE_CAUTION, 690, "caution", caution, LEVEL | INNO__ADDED, 0.0, 1.0, 0.5, "cautious: '
          'how far toward the smallest. @since 0.2")\n\n#include "construct/def_end.h"'))
    create("lib/construct/aggregate_cautious.c", """#include "base/error.h"
#include "construct/node.h"
#include "innoscore/scheme.h"
#include "numeric/means.h"

static size_t work_size(int32_t k, int64_t n) { return (size_t)n * sizeof(double) + 0 * (size_t)k; }

static inno_status compute(inno__node *node) {
  double *least = node->work, caution = node->rule->caution;
  if (caution > 0.9) return inno__fail(node->site->error, INNO_E_CAUTION, INNO__MSG_CAUTION, NULL);
  inno__mean_arithmetic(node->columns, node->weights, node->k, node->n, node->out, NULL);
  inno__mean_minimum(node->columns, node->weights, node->k, node->n, least, NULL);
  for (int64_t i = 0; i < node->n; i++) node->out[i] += caution * (least[i] - node->out[i]);
  node->done = 1;
  return INNO_OK;
}

const inno__aggregator inno__aggregator_cautious = {work_size, compute, 0};
""")
    edit("lib/construct/sources.cmake", behind("  construct/aggregate_borda.c", "  construct/aggregate_cautious.c"))


def key_of_an_old_rule():
    free("lib/construct/normalize.def", 580)
    edit("lib/construct/normalize.def",
         ('RULE(INNO_NORMALIZE_MINMAX, 10, "minmax", inno__normalize_minmax, "",\n',
          'RULE(INNO_NORMALIZE_MINMAX, 10, "minmax", inno__normalize_minmax, "",\n      INNO_KEY_NORMALIZE_LIFT,\n'),
         ('\n#include "construct/def_end.h"', 'NUMBER(INNO_KEY_NORMALIZE_LIFT, 580, "lift", lift, NODE | INNO__ADDED, -100.0, 100.0, 0.0, "minmax: '
          'points for everybody. @since 0.2")\n\n#include "construct/def_end.h"'))
    edit("lib/construct/normalize.c", behind(
        "  multiplied(w->x, w->n, w->frame, r->upper - r->lower, r->lower, w->out);",
        "  if (r->rule == INNO_NORMALIZE_MINMAX && r->lift != 0.0)\n"
        "    for (int64_t i = 0; i < w->n; i++) w->out[i] += r->lift;"))


def choice():
    edit("lib/construct/choices.h", ('  VALUE(INNO_LOG_BASE10, 3, "base10", "")', '  VALUE(INNO_LOG_BASE10, 3, "base10", "") \\\n'
                                     '  VALUE(INNO_LOG_BASE2, 4, "base2", "The exponent of 2. @since 0.2")'))
    edit("lib/construct/normalize.c", behind("  if (log == INNO_LOG_NATURAL) return inno__log(x);",
                                             "  if (log == INNO_LOG_BASE2) return inno__log(x) / 0.69314718055994531;"))


def options():
    """A key of each object that has keys of its own and is no step: an uncertainty's, a frontier's."""
    free("lib/construct/uncertainty.def", 1120)
    edit("lib/construct/uncertainty.def", (
        '\n#include "construct/def_end.h"', 'INTEGER(INNO_KEY_UNCERTAINTY_SERIES, 1120, "series", series, INNO_SCOPE_ALL | INNO__ADDED, 0, 1000, 0, '
        '"others are other replicates under one seed. @since 0.2")\n\n#include "construct/def_end.h"'))
    edit("lib/robust/uncertainty.c", behind("  hash_bits(&h, (uint64_t)u->rule.seed);",
                                            "  if (u->rule.series != 0) hash_bits(&h, (uint64_t)u->rule.series);"))
    free("include/innoscore/frontier.h", 980)
    edit("include/innoscore/frontier.h", ("#define INNO_KEY_FRONTIER_ITERATIONS 970", '#define INNO_KEY_FRONTIER_CALM 980 /**< F64 '
                                          '"calm": default 0. @since 0.2 */\n#define INNO_KEY_FRONTIER_ITERATIONS 970'))
    edit("lib/frontier/options.c", ('    INTEGER(INNO_KEY_FRONTIER_ITERATIONS, "iterations"', '    NUMBER(INNO_KEY_FRONTIER_CALM, "calm", 0, 0.0, 1.0, 0.0),\n'
                                    '    INTEGER(INNO_KEY_FRONTIER_ITERATIONS, "iterations"'),
         ("    {INNO_FRONTIER_ORDER_M, {", "    {INNO_FRONTIER_ORDER_M, {INNO_KEY_FRONTIER_CALM, "))


def step():
    """A kind of scheme."""
    free("include/innoscore/scheme.h", 1300)
    edit("include/innoscore/scheme.h", ("#define INNO_STEP_EXPLAIN 1200", '#define INNO_STEP_FORECAST 1300 /**< no step of a method: what '
                                        'forecasts are told. @since 0.2 */\n#define INNO_STEP_EXPLAIN 1200'))
    create("lib/construct/forecast.def", """#include "construct/def.h"

INTEGER(INNO_KEY_FORECAST_HORIZON, 1300, "horizon", horizon, INNO_SCOPE_ALL | INNO__ADDED, 1, 100, 1, "periods ahead. @since 0.2")

#include "construct/def_end.h"
""")
    edit("cmake/update-keys", ('"uncertainty", "explain"]', '"uncertainty", "explain", "forecast"]'),
         ('"explain": "explanations"}', '"explain": "explanations", "forecast": "forecasts"}'))
    edit("lib/construct/keys.c", ("static const inno__step_entry entries[] = {", """static const inno__key forecast_keys[] = {
#define INNO__DEF_KEYS
#include "construct/forecast.def"
};

static const inno__step_entry entries[] = {
    {INNO_STEP_FORECAST, "forecast", "forecast", forecast_keys, LENGTH(forecast_keys)},"""))
    edit("lib/construct/bindings.c", ("static const inno__binding own_bindings[] = {", """typedef struct {
#define INNO__DEF_FIELDS
#include "construct/forecast.def"
} inno__forecast_rule;
static const inno__binding forecast_bindings[] = {
#define INNO__DEF_BINDINGS inno__forecast_rule
#include "construct/forecast.def"
};

static const inno__binding own_bindings[] = {"""), behind("    ENTRY(INNO_STEP_EXPLAIN, explain_bindings, inno__explain_rule),",
                                                           "    ENTRY(INNO_STEP_FORECAST, forecast_bindings, inno__forecast_rule),"))


def flag_and_field():
    """A flag of what a result keeps, and a field at the end of a record."""
    free("include/innoscore/result.h", 56)
    edit("include/innoscore/result.h", ("#define INNO_KEEP_ALL 3 ", "#define INNO_KEEP_NOTES 4 /**< notes too. @since 0.2 */\n#define INNO_KEEP_ALL 3 "),
         ("#define INNO_FIELD_GAP 55 ", "#define INNO_FIELD_DEPTH 56 /**< F64: one. @since 0.2 */\n#define INNO_FIELD_GAP 55 "))
    edit("lib/api/result.c", ("keep > INNO_KEEP_ALL)", "keep > (INNO_KEEP_ALL | INNO_KEEP_NOTES))"))
    edit("lib/construct/result_read.c", behind('    {INNO_FIELD_EFFECTIVE, "effective", INNO_TYPE_F64},', '    {INNO_FIELD_DEPTH, "depth", INNO_TYPE_F64},'),
         behind("  if (field == INNO_FIELD_NODE) return (double)node;\n  if (field == INNO_FIELD_WEIGHT) return r->tree->weight[node];",
                "  if (field == INNO_FIELD_DEPTH) return 1.0;"))


def formats():
    """Tallies that no program of before could ask for, in a format of their own; the others as before. Both are read."""
    edit("lib/robust/tally.h", ("  int32_t scores, pairs;        /* 1 = counted */", "  int32_t scores, pairs, series;"))
    edit("lib/robust/tally_run.c", (".pairs = rule->pairs != 0,", ".pairs = rule->pairs != 0, .series = rule->series,"))
    edit("lib/robust/tally_bytes.c", ("enum { FORMAT = 1,", "enum { FORMAT = 2,"),
         ("  inno__put(s, FORMAT);", "  inno__put(s, shape->series != 0 ? 2 : 1);"),
         ("shape->pairs << 2));", "shape->pairs << 2 | shape->series << 3));"),
         ("inno__get_count(at, 7);", "inno__get_count(at, 7 + 8 * 1000);"),
         behind("  h->shape.pairs = (int32_t)(flags >> 2 & 1);", "  h->shape.series = (int32_t)(flags >> 3);"),
         ("  if (format != FORMAT) return unusable", "  if (format != 1 && format != 2) return unusable"))


for extension in (functions, status, rule, key_of_an_old_rule, choice, options, step, flag_and_field, formats):
    extension()
    print("extended:", extension.__name__.replace("_", " "))
