/* What one release writes, the other reads: compiled against the headers of the older release, run with both libraries.
 * Usage: exchange write FOLDER         everything that is meant to be kept or sent
 *        exchange read FOLDER newer|older   what the other release wrote there, which is newer or older than this one
 */
#include "model.h"
#include "support/rich.h"

static char bytes[BYTES], own[BYTES];

/* Same bytes as this library would write. */
static void same(const char *folder, const char *name, int64_t size) {
  int64_t given = get_file(folder, name, bytes);
  if (given == size && memcmp(bytes, own, (size_t)size) == 0) return;
  fprintf(stderr, "%s is not as this library writes it\n", name);
  exit(1);
}

typedef void deliver(const char *folder, const char *name, int64_t size);

static void keep(const char *folder, const char *name, int64_t size) { put_file(folder, name, own, size); }

/* ---- texts and numbers of a method that has something of everything ---- */

static void fingerprints(const inno_method *method, const inno_dataset *data, deliver *to, const char *folder) {
  enum { EACH = INNO_FINGERPRINT_BYTES };
  OK(inno_method_fingerprint(method, own, EACH, error));
  OK(inno_dataset_fingerprint(data, own + EACH, EACH, error));
  OK(inno_inputs_fingerprint(method, data, own + 2 * EACH, EACH, error));
  to(folder, "fingerprints", 3 * EACH);
}

/* The bits of every score and rank. */
static void numbers(const inno_result *result, deliver *to, const char *folder) {
  enum { ROWS = 16 }; /* of rich_data() */
  int64_t nodes = inno_result_node_count(result), size = 0;
  for (int64_t node = 0; node < nodes; node++) {
    double values[2][ROWS];
    OK(inno_result_scores(result, node, values[0], sizeof(double), error));
    OK(inno_result_ranks(result, node, NULL, values[1], sizeof(double), error));
    CHECK(size + (int64_t)sizeof values <= BYTES);
    memcpy(own + size, values, sizeof values);
    size += (int64_t)sizeof values;
  }
  to(folder, "numbers", size);
}

static void rich(deliver *to, const char *folder) {
  int64_t size = 0;
  inno_method *method = rich_method();
  inno_dataset *data = rich_data();
  inno_result *result = NULL;
  OK(inno_result_create(NULL, method, data, INNO_KEEP_ALL, &result, error));
  numbers(result, to, folder);
  fingerprints(method, data, to, folder);
  OK(inno_method_canonical(method, own, BYTES, &size, error));
  to(folder, "method.txt", size - 1);
  OK(inno_method_write_json(method, own, BYTES, &size, error));
  to(folder, "method.json", size - 1);
  inno_result_destroy(result);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
}

/* What was written becomes the same method: its fingerprint, which is in the text, is checked on the way. */
static void read_method(const char *folder) {
  inno_method *method = NULL;
  int64_t size = get_file(folder, "method.json", bytes);
  CHECK(strstr(bytes, "\"fingerprint\"") != NULL);
  OK(inno_method_read_json(NULL, bytes, size, &method, error));
  inno_method_destroy(method);
}

/* ---- frames ---- */

static inno_result *result_with(const model *m, const inno_method *method, const inno_frames *frames) {
  inno_result *result = NULL;
  OK(inno_result_create_with_frames(NULL, method, m->data, frames, INNO_KEEP_ALL, &result, error));
  return result;
}

static void frames(const model *m, deliver *to, const char *folder) {
  inno_method *method = method_of(m);
  inno_frames *made = NULL, *read = NULL;
  inno_result *result = NULL;
  int64_t size = 0;
  OK(inno_result_create(NULL, method, m->data, INNO_KEEP_ALL, &result, error));
  OK(inno_frames_create_from_result(NULL, result, method, &made, error));
  OK(inno_frames_write(made, own, BYTES, &size, error));
  to(folder, "frames.txt", size - 1);
  size = get_file(folder, "frames.txt", bytes);
  OK(inno_frames_read(NULL, bytes, size, &read, error));
  inno_result_destroy(result_with(m, method, read));
  inno_frames_destroy(read);
  inno_frames_destroy(made);
  inno_result_destroy(result);
  inno_method_destroy(method);
}

/* ---- tallies ---- */

enum { HALF = 100 };
static const char *const tally_names[] = {"tally", "tally_pairs"}, *const pass_names[] = {"pass", "pass_pairs"};

static void digest_of(const inno_tally *tally, char *hex) { OK(inno_tally_digest(tally, hex, 65, error)); }

/* The first half from there and the second from here are the whole. */
static void merged(const char *folder, const char *name, const inno_uncertainty *u) {
  inno_tally *first = NULL, *second = tally_of(u, HALF, HALF), *whole = tally_of(u, 0, 2 * HALF);
  char one[65], other[65];
  int64_t size = get_file(folder, name, bytes);
  OK(inno_tally_read(NULL, bytes, size, &first, error));
  OK(inno_tally_merge(first, second, error));
  digest_of(first, one);
  digest_of(whole, other);
  CHECK(strcmp(one, other) == 0);
  inno_tally_destroy(whole);
  inno_tally_destroy(second);
  inno_tally_destroy(first);
}

static inno_score_pass *pass_of(const inno_uncertainty *u, const inno_tally *whole, int64_t first) {
  static const double shares[] = {0.05, 0.5, 0.95};
  inno_score_pass *pass = NULL;
  OK(inno_score_pass_create(NULL, whole, shares, 3, 7, 1000000, &pass, error));
  OK(inno_score_pass_run(pass, u, first, HALF, error));
  return pass;
}

static void write_tallies(const model *m, const char *folder) {
  for (int64_t pairs = 0; pairs < 2; pairs++) {
    inno_uncertainty *u = uncertainty_of(m, NULL, INNO_KEY_UNCERTAINTY_PAIRS, pairs);
    inno_tally *tally = tally_of(u, 0, HALF), *whole = tally_of(u, 0, 2 * HALF);
    inno_score_pass *pass = pass_of(u, whole, 0);
    int64_t size = 0;
    put_tally(folder, tally_names[pairs], tally);
    OK(inno_score_pass_write(pass, own, BYTES, &size, error));
    put_file(folder, pass_names[pairs], own, size);
    inno_score_pass_destroy(pass);
    inno_tally_destroy(whole);
    inno_tally_destroy(tally);
    inno_uncertainty_destroy(u);
  }
}

static void read_tallies(const model *m, const char *folder) {
  for (int64_t pairs = 0; pairs < 2; pairs++) {
    inno_uncertainty *u = uncertainty_of(m, NULL, INNO_KEY_UNCERTAINTY_PAIRS, pairs);
    inno_tally *whole = tally_of(u, 0, 2 * HALF);
    inno_score_pass *pass = pass_of(u, whole, HALF);
    merged(folder, tally_names[pairs], u);
    int64_t size = get_file(folder, pass_names[pairs], bytes);
    OK(inno_score_pass_merge_bytes(pass, bytes, size, error));
    inno_score_pass_destroy(pass);
    inno_tally_destroy(whole);
    inno_uncertainty_destroy(u);
  }
}

int main(int count, char **given) {
  int writes = count == 3 && strcmp(given[1], "write") == 0, reads = count == 3 && strcmp(given[1], "read") == 0;
  if (!writes && !reads) return 2;
  OK(inno_error_create(NULL, &error));
  model m = new_model();
  deliver *to = writes ? keep : same;
  rich(to, given[2]);
  frames(&m, to, given[2]);
  if (writes) write_tallies(&m, given[2]);
  if (reads) {
    read_method(given[2]);
    read_tallies(&m, given[2]);
  }
  end_model(&m);
  inno_error_destroy(error);
  printf("%s: %s\n", inno_version(), writes ? "written" : "read, and as this library would write it");
  return 0;
}
