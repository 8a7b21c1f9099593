#include "table.h"

#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lookup.h"
#include "utf8.h"

/* ---- the whole file ------------------------------------------------------------------------------------------------- */

static bool read_all(const struct session *session, FILE *stream, char **bytes, size_t *length) {
  size_t capacity = 1 << 16;
  *bytes = arena_take(session->arena, capacity, 1);
  *length = 0;
  for (;;) {
    size_t got = fread(*bytes + *length, 1, capacity - *length, stream);
    *length += got;
    if (*length < capacity) {
      return ferror(stream) == 0;
    }
    if (capacity >= (size_t)1 << 32) {
      errno = EFBIG;
      return false;
    }
    capacity *= 2;
    *bytes = arena_grow(session->arena, *bytes, capacity, 1);
  }
}

bool file_read(const struct session *session, const char *file, char **bytes, size_t *length) {
  struct place place = {file, 0, NULL};
  FILE *stream = fopen(file, "rb");
  if (stream == NULL) {
    return fail(session, place, "cannot open the file: %s", "không mở được tệp: %s", strerror(errno));
  }
  errno = 0;
  bool good = read_all(session, stream, bytes, length);
  int reason = errno;
  fclose(stream);
  if (!good) {
    return fail(session, place, "cannot read the file: %s", "không đọc được tệp: %s", strerror(reason));
  }
  if (*length >= 2 && (memcmp(*bytes, "\xFF\xFE", 2) == 0 || memcmp(*bytes, "\xFE\xFF", 2) == 0)) {
    place.line = 1;
    return fail(session, place, "the file is UTF-16; save it as UTF-8", "tệp ở dạng UTF-16; hãy lưu lại dạng UTF-8");
  }
  if (*length >= 3 && memcmp(*bytes, "\xEF\xBB\xBF", 3) == 0) {
    *bytes += 3;
    *length -= 3;
  }
  return true;
}

/* ---- libcsv's callbacks: fields, then the end of a row -------------------------------------------------------------- */

struct reader {
  const struct session *session;
  struct table *table;
  size_t line;         /* of what libcsv is being fed */
  size_t field_line;   /* where the field that is being read began */
  size_t fields;       /* of this row, so far */
  size_t cell_count;   /* in table->cells, this row included */
  size_t cell_capacity;
  bool row_has_text;
  bool row_ended;      /* set by libcsv's callback, cleared before each piece is fed */
  bool failed;         /* the first error has been printed; nothing after it counts */
};

static const char *column_name(const struct reader *reader, size_t column) {
  return reader->table->headers != NULL && column < reader->table->columns ? reader->table->headers[column] : NULL;
}

static void check_field(struct reader *reader, const char *bytes, size_t length) {
  struct place place = {reader->table->file, reader->field_line, column_name(reader, reader->fields)};
  if (length > TABLE_FIELD_LIMIT) {
    reader->failed = !fail(reader->session, place, "the field is longer than %d bytes; expected a code, a name or a number",
                           "trường dài hơn %d byte; cần một mã, một tên hoặc một số", (int)TABLE_FIELD_LIMIT);
  } else if (!utf8_valid(bytes, length)) {
    reader->failed = !fail(reader->session, place, "field %zu is not valid UTF-8; save the file as UTF-8",
                           "trường %zu không phải UTF-8 hợp lệ; hãy lưu tệp dạng UTF-8", reader->fields + 1);
  } else if (memchr(bytes, '\0', length) != NULL) {
    reader->failed = !fail(reader->session, place, "field %zu contains a NUL byte; expected text",
                           "trường %zu chứa byte NUL; cần văn bản", reader->fields + 1);
  }
}

static void on_field(void *bytes, size_t length, void *context) {
  struct reader *reader = context;
  if (reader->failed) {
    return;
  }
  const char *start = bytes != NULL ? bytes : "";
  check_field(reader, start, bytes != NULL ? length : 0);
  if (reader->failed) {
    return;
  }
  struct table *table = reader->table;
  struct arena *arena = reader->session->arena;
  if (reader->cell_count == reader->cell_capacity) {
    reader->cell_capacity = reader->cell_capacity * 2 + 64;
    table->cells = arena_grow(arena, table->cells, reader->cell_capacity, sizeof *table->cells);
    table->lines = arena_grow(arena, table->lines, reader->cell_capacity, sizeof *table->lines);
  }
  /* Most cells of a large table are short or empty: empty ones share one text. */
  table->cells[reader->cell_count] = length == 0 ? "" : arena_text(arena, start, length);
  table->lines[reader->cell_count] = reader->field_line;
  reader->cell_count++;
  reader->fields++;
  reader->row_has_text = reader->row_has_text || length > 0;
  reader->field_line = reader->line;
}

static bool check_headers(struct reader *reader) {
  struct table *table = reader->table;
  for (size_t i = 0; i < table->columns; i++) {
    struct place place = {table->file, table->header_line, NULL};
    if (table->headers[i][0] == '\0') {
      return fail(reader->session, place, "column %zu has no name; expected a name in the header line",
                  "cột %zu không có tên; dòng tiêu đề cần có tên cột", i + 1);
    }
    if (table->columns == 1 && strchr(table->headers[i], '\t') != NULL) {
      return fail(reader->session, place, "the columns are separated by tabs; save the file with commas or semicolons",
                  "các cột cách nhau bằng tab; hãy lưu tệp với dấu phẩy hoặc dấu chấm phẩy");
    }
    if (utf8_has_control(table->headers[i])) {
      return fail(reader->session, place, "the name of column %zu contains a line break or another control character",
                  "tên của cột %zu chứa dấu xuống dòng hoặc ký tự điều khiển", i + 1);
    }
  }
  struct lookup names = lookup_build(reader->session->arena, table->headers, table->columns);
  size_t earlier = 0, again = lookup_duplicate(&names, &earlier);
  if (again != NOT_FOUND) {
    return fail(reader->session, table_header_place(table, again), "the column is there twice (columns %zu and %zu)",
                "cột bị trùng (cột thứ %zu và %zu)", earlier + 1, again + 1);
  }
  return true;
}

static bool end_header(struct reader *reader) {
  struct table *table = reader->table;
  table->columns = reader->fields;
  table->header_line = table->lines[0];
  table->headers = table->cells;
  table->cells = NULL;
  table->lines = NULL;
  reader->cell_count = reader->cell_capacity = 0;
  return check_headers(reader);
}

static bool end_row(struct reader *reader) {
  struct table *table = reader->table;
  size_t first = reader->cell_count - reader->fields;
  if (reader->fields != table->columns) {
    struct place place = {table->file, table->lines[first], NULL};
    const char *last = reader->fields < table->columns ? table->headers[reader->fields] : table->headers[table->columns - 1];
    return reader->fields < table->columns
               ? fail(reader->session, place, "the row has %zu fields; expected %zu as in the header; the first one missing is \"%s\"",
                      "dòng có %zu trường; cần %zu như dòng tiêu đề; trường thiếu đầu tiên là \"%s\"", reader->fields,
                      table->columns, utf8_shown(reader->session->arena, last))
               : fail(reader->session, place, "the row has %zu fields; expected %zu as in the header, the last one is \"%s\"",
                      "dòng có %zu trường; cần %zu như dòng tiêu đề, trường cuối là \"%s\"", reader->fields,
                      table->columns, utf8_shown(reader->session->arena, last));
  }
  if (reader->row_has_text) {
    table->rows++;
  } else {
    reader->cell_count = first;
  }
  return true;
}

static void on_row(int terminator, void *context) {
  (void)terminator;
  struct reader *reader = context;
  if (!reader->failed) {
    reader->failed = !(reader->table->headers == NULL ? end_header(reader) : end_row(reader));
  }
  reader->fields = 0;
  reader->row_has_text = false;
  reader->row_ended = true;
}

/* ---- feeding -------------------------------------------------------------------------------------------------------- */

/* The one that is more frequent in the header line: the other may stand inside a name. */
static char detect_separator(const char *bytes, size_t length) {
  bool quoted = false;
  size_t commas = 0, semicolons = 0;
  for (size_t i = 0; i < length && (quoted || (bytes[i] != '\n' && bytes[i] != '\r')); i++) {
    quoted = quoted != (bytes[i] == '"');
    commas += !quoted && bytes[i] == ',';
    semicolons += !quoted && bytes[i] == ';';
  }
  return semicolons > commas ? ';' : ',';
}

/* Length of the next piece: up to and with a line end, so that lines can be counted outside libcsv, and never very long, so that a
 * giant field is met before it fills the memory. */
static size_t next_piece(const char *bytes, size_t length, bool *line_end) {
  enum { LONGEST = 1 << 16 };
  size_t i = 0;
  while (i < length && i < LONGEST && bytes[i] != '\n' && bytes[i] != '\r') {
    i++;
  }
  *line_end = i < length && i < LONGEST;
  if (*line_end) {
    i += bytes[i] == '\r' && i + 1 < length && bytes[i + 1] == '\n' ? 2 : 1;
  }
  return i;
}

static bool is_blank(const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
      return false;
    }
  }
  return true;
}

static bool quote_error(struct reader *reader, bool unterminated) {
  size_t line = unterminated ? reader->field_line : reader->line;
  struct place place = {reader->table->file, line, column_name(reader, reader->fields)};
  return unterminated
             ? fail(reader->session, place, "the quote that opens field %zu is never closed; expected \"",
                    "dấu ngoặc kép mở trường %zu không được đóng; cần \"", reader->fields + 1)
             : fail(reader->session, place, "stray quote in field %zu: expected the whole field in quotes, quotes inside doubled",
                    "dấu ngoặc kép đặt sai trong trường %zu: cả trường phải nằm trong ngoặc kép, ngoặc kép bên trong viết đôi",
                    reader->fields + 1);
}

static bool feed(struct reader *reader, struct csv_parser *parser, const char *bytes, size_t length) {
  size_t in_field = 0; /* bytes fed since a field ended */
  bool in_row = false, line_end = false;
  for (size_t at = 0, piece; at < length; at += piece) {
    piece = next_piece(bytes + at, length - at, &line_end);
    size_t cells_before = reader->cell_count;
    if (!in_row && !is_blank(bytes + at, piece)) {
      in_row = true;
      reader->field_line = reader->line;
    }
    reader->row_ended = false;
    if (csv_parse(parser, bytes + at, piece, on_field, on_row, reader) != piece) {
      return reader->failed ? false : quote_error(reader, false);
    }
    in_field = reader->cell_count == cells_before && !reader->row_ended ? in_field + piece : 0;
    if (in_field > 2 * TABLE_FIELD_LIMIT && !reader->failed) { /* twice: doubled quotes count once */
      struct place place = {reader->table->file, reader->field_line, column_name(reader, reader->fields)};
      return fail(reader->session, place, "the field is longer than %d bytes; is a quote missing?",
                  "trường dài hơn %d byte; có thiếu dấu ngoặc kép không?", (int)TABLE_FIELD_LIMIT);
    }
    if (reader->failed) {
      return false;
    }
    in_row = in_row && !reader->row_ended;
    reader->line += line_end ? 1 : 0;
    if (!in_row) {
      reader->field_line = reader->line;
    }
  }
  if (csv_fini(parser, on_field, on_row, reader) != 0 && !reader->failed) {
    return quote_error(reader, true);
  }
  return !reader->failed;
}

bool table_read(const struct session *session, const char *file, struct table *out) {
  char *bytes = NULL;
  size_t length = 0;
  *out = (struct table){.file = file};
  if (!file_read(session, file, &bytes, &length)) {
    return false;
  }
  struct csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
    return fail(session, (struct place){file, 0, NULL}, "cannot start the CSV parser", "không khởi động được bộ đọc CSV");
  }
  csv_set_blk_size(&parser, 1 << 16); /* how its buffer grows: by 128 bytes, a long field is copied too often */
  csv_set_delim(&parser, (unsigned char)(session->separator != 0 ? session->separator : detect_separator(bytes, length)));
  struct reader reader = {.session = session, .table = out, .line = 1, .field_line = 1};
  bool good = feed(&reader, &parser, bytes, length);
  csv_free(&parser);
  if (good && out->headers == NULL) {
    return fail(session, (struct place){file, 1, NULL}, "the file is empty; expected a header line with column names",
                "tệp rỗng; cần dòng tiêu đề chứa tên các cột");
  }
  if (good && out->rows == 0) {
    return fail(session, (struct place){file, out->header_line, NULL}, "there is no row below the header line; expected at least one",
                "không có dòng nào dưới dòng tiêu đề; cần ít nhất một dòng");
  }
  return good;
}

size_t table_column(const struct table *table, const char *header) {
  for (size_t i = 0; i < table->columns; i++) {
    if (strcmp(table->headers[i], header) == 0) {
      return i;
    }
  }
  return NOT_FOUND;
}

const char *table_cell(const struct table *table, size_t row, size_t column) {
  return table->cells[row * table->columns + column];
}

struct place table_place(const struct table *table, size_t row, size_t column) {
  return (struct place){table->file, table->lines[row * table->columns + column], table->headers[column]};
}

struct place table_header_place(const struct table *table, size_t column) {
  return (struct place){table->file, table->header_line, table->headers[column]};
}

const char *file_beside(const struct session *s, const char *other, const char *name) {
  const char *slash = strrchr(other, '/'), *back = strrchr(other, '\\');
  slash = back != NULL && (slash == NULL || back > slash) ? back : slash;
  bool root = name[0] == '/' || name[0] == '\\' || (name[0] != '\0' && name[1] == ':');
  return root || slash == NULL ? name : arena_print(s->arena, "%.*s%s", (int)(slash - other + 1), other, name);
}
