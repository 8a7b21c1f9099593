#include "base/json.h"

#include <string.h>

#include "base/parse.h"

/* ---- failures ---- */

/* Where a byte is: lines and characters from 1. */
static void place(const char *text, size_t at, int64_t *line, int64_t *column) {
  *line = *column = 1;
  for (size_t i = 0; i < at; i++) {
    if (text[i] == '\n') {
      ++*line;
      *column = 1;
    } else if (((unsigned char)text[i] & 0xc0u) != 0x80u) {
      ++*column;
    }
  }
}

static inno_status fail_at(const char *text, size_t at, int32_t message, const char *what, const char *given,
                           inno_error *error) {
  int64_t line = 0, column = 0;
  place(text, at, &line, &column);
  return inno__fail(error, INNO_E_JSON, message,
                    &(inno__where){.what = what, .given = given, .count = line, .value = (double)column});
}

inno_status inno__json_fail(const inno__json *j, int64_t node, int32_t message, const char *what, const char *given,
                            inno_error *error) {
  return fail_at(j->text, j->nodes[node].at, message, what, given, error);
}

/* ---- the text ---- */

typedef struct {
  const char *text;
  size_t at, length;
  inno__json_node *nodes; /* NULL: only look and count */
  int64_t count;
  int32_t wrong; /* a message; 0 = nothing, which is no message of JSON */
} parser;

static int peek(const parser *p) { return p->at < p->length ? (unsigned char)p->text[p->at] : -1; }

static void blanks(parser *p) {
  while (peek(p) == ' ' || peek(p) == '\t' || peek(p) == '\n' || peek(p) == '\r') p->at++;
}

static int refuse(parser *p, int32_t message) {
  if (p->wrong == 0) p->wrong = p->at >= p->length ? INNO__MSG_JSON_END : message;
  return 0;
}

static int take(parser *p, char c) {
  if (peek(p) != (unsigned char)c) return refuse(p, INNO__MSG_JSON_SYNTAX);
  p->at++;
  return 1;
}

static int hex_value(int c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Up to the closing quote; what stands between is only looked at here. */
static int read_text(parser *p, inno__json_node *node) {
  if (!take(p, '"')) return 0;
  node->at = p->at;
  for (; peek(p) != '"'; p->at++) {
    if (peek(p) < 0x20) return refuse(p, INNO__MSG_JSON_SYNTAX);
    if (peek(p) != '\\') continue;
    p->at++;
    int c = peek(p);
    if (c < 0 || (c != 'u' && strchr("\"\\/bfnrt", c) == NULL) || c == 0) return refuse(p, INNO__MSG_JSON_SYNTAX);
    for (int i = 0; c == 'u' && i < 4; i++) {
      p->at++;
      if (hex_value(peek(p)) < 0) return refuse(p, INNO__MSG_JSON_SYNTAX);
    }
  }
  node->length = p->at - node->at;
  return take(p, '"');
}

static int digits(parser *p) {
  if (peek(p) < '0' || peek(p) > '9') return refuse(p, INNO__MSG_JSON_SYNTAX);
  while (peek(p) >= '0' && peek(p) <= '9') p->at++;
  return 1;
}

static int read_number(parser *p) {
  if (peek(p) == '-') p->at++;
  if (peek(p) == '0')
    p->at++;
  else if (!digits(p))
    return 0;
  if (peek(p) == '.') {
    p->at++;
    if (!digits(p)) return 0;
  }
  if (peek(p) != 'e' && peek(p) != 'E') return 1;
  p->at++;
  if (peek(p) == '+' || peek(p) == '-') p->at++;
  return digits(p);
}

static int read_word(parser *p, const char *word) {
  for (; *word != '\0'; word++)
    if (!take(p, *word)) return 0;
  return 1;
}

static int read_value(parser *p, int depth);

/* One node for a name. */
static int read_name(parser *p) {
  inno__json_node node = {INNO__JSON_TEXT, 0, 0, p->count + 1, 0};
  if (!read_text(p, &node)) return 0;
  if (p->nodes != NULL) p->nodes[p->count] = node;
  p->count++;
  blanks(p);
  return take(p, ':');
}

static int read_inside(parser *p, inno__json_node *node, int depth) {
  const char end = node->kind == INNO__JSON_OBJECT ? '}' : ']';
  p->at++;
  blanks(p);
  if (peek(p) == (unsigned char)end) return take(p, end);
  for (;; node->size++, p->at++) {
    blanks(p);
    if (node->kind == INNO__JSON_OBJECT && !read_name(p)) return 0;
    if (!read_value(p, depth + 1)) return 0;
    blanks(p);
    if (peek(p) != ',') break;
  }
  node->size++;
  return take(p, end);
}

static int read_value(parser *p, int depth) { /* NOLINT(misc-no-recursion): depth is bounded */
  int64_t index = p->count++;
  blanks(p);
  inno__json_node node = {INNO__JSON_NULL, p->at, 0, 0, 0};
  int ok = 0, c = peek(p);
  if (depth >= INNO__JSON_DEPTH) return refuse(p, INNO__MSG_JSON_DEPTH);
  if (c == '{' || c == '[') {
    node.kind = c == '{' ? INNO__JSON_OBJECT : INNO__JSON_LIST;
    ok = read_inside(p, &node, depth);
  } else if (c == '"') {
    node.kind = INNO__JSON_TEXT;
    ok = read_text(p, &node);
  } else if (c == 't' || c == 'f' || c == 'n') {
    node.kind = c == 't' ? INNO__JSON_TRUE : c == 'f' ? INNO__JSON_FALSE : INNO__JSON_NULL;
    ok = read_word(p, c == 't' ? "true" : c == 'f' ? "false" : "null");
  } else {
    node.kind = INNO__JSON_NUMBER;
    ok = read_number(p);
    node.length = p->at - node.at;
  }
  node.next = p->count;
  if (ok && p->nodes != NULL) p->nodes[index] = node;
  return ok;
}

static int read_all(parser *p) {
  if (!read_value(p, 0)) return 0;
  blanks(p);
  if (p->at == p->length) return 1;
  p->wrong = INNO__MSG_JSON_TRAILING;
  return 0;
}

inno_status inno__json_parse(const inno_allocator *a, const char *text, size_t length, inno__json *out,
                             inno_error *error) {
  parser p = {.text = text, .length = length};
  *out = (inno__json){.allocator = *a, .text = text, .length = length};
  if (!read_all(&p)) return fail_at(text, p.at, p.wrong, NULL, NULL, error);
  if ((uint64_t)p.count <= SIZE_MAX / sizeof *p.nodes) out->nodes = inno__alloc(a, (size_t)p.count * sizeof *p.nodes);
  if (out->nodes == NULL) return inno__no_memory(error);
  parser again = {.text = text, .length = length, .nodes = out->nodes};
  read_all(&again);
  out->count = p.count;
  return INNO_OK;
}

void inno__json_free(inno__json *j) {
  inno__free(&j->allocator, j->nodes, (size_t)j->count * sizeof *j->nodes);
  j->nodes = NULL;
}

/* ---- values ---- */

static inno_status want(const inno__json *j, int64_t node, inno__json_kind kind, int32_t message, const char *what,
                        inno_error *error) {
  return j->nodes[node].kind == kind ? INNO_OK : inno__json_fail(j, node, message, what, NULL, error);
}

inno_status inno__json_list(const inno__json *j, int64_t node, const char *what, inno_error *error) {
  return want(j, node, INNO__JSON_LIST, INNO__MSG_JSON_WANTS_LIST, what, error);
}

inno_status inno__json_object(const inno__json *j, int64_t node, const char *what, inno_error *error) {
  return want(j, node, INNO__JSON_OBJECT, INNO__MSG_JSON_WANTS_OBJECT, what, error);
}

inno_status inno__json_number(const inno__json *j, int64_t node, const char *what, double *out, inno_error *error) {
  char digits_of[800]; /* more than any double that is written out */
  const inno__json_node *n = &j->nodes[node];
  inno_status s = want(j, node, INNO__JSON_NUMBER, INNO__MSG_JSON_WANTS_NUMBER, what, error);
  if (s != INNO_OK) return s;
  if (n->length >= sizeof digits_of) return inno__json_fail(j, node, INNO__MSG_JSON_LONG, what, NULL, error);
  memcpy(digits_of, j->text + n->at, n->length);
  digits_of[n->length] = '\0';
  if (inno__parse_number(digits_of, out))
    return INNO_OK; /* JSON's numbers are some of ours: it can only be too large */
  return inno__json_fail(j, node, INNO__MSG_JSON_BEYOND, what, NULL, error);
}

static uint32_t hex4(const char *s) {
  uint32_t code = 0;
  for (int i = 0; i < 4; i++) code = code * 16 + (uint32_t)hex_value((unsigned char)s[i]);
  return code;
}

/* UTF-8 of a code point; a lone surrogate gives what inno__text_valid() refuses, and so does 0 as it ends the text. */
static size_t encode(uint32_t code, char *out) {
  if (code < 0x80) {
    out[0] = (char)(code != 0 ? code : 1);
    return 1;
  }
  if (code < 0x800) {
    out[0] = (char)(0xc0u | code >> 6);
    out[1] = (char)(0x80u | (code & 63u));
    return 2;
  }
  if (code < 0x10000) {
    out[0] = (char)(0xe0u | code >> 12);
    out[1] = (char)(0x80u | (code >> 6 & 63u));
    out[2] = (char)(0x80u | (code & 63u));
    return 3;
  }
  out[0] = (char)(0xf0u | code >> 18);
  out[1] = (char)(0x80u | (code >> 12 & 63u));
  out[2] = (char)(0x80u | (code >> 6 & 63u));
  out[3] = (char)(0x80u | (code & 63u));
  return 4;
}

/* The character at s, escape or byte, with its bytes in out; returns what follows it. */
static const char *one_character(const char *s, const char *end, char *out, size_t *size) {
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  *size = 1;
  *out = *s;
  if (*s != '\\') return s + 1;
  if (s[1] != 'u') {
    *out = to[strchr(from, s[1]) - from];
    return s + 2;
  }
  uint32_t code = hex4(s + 2);
  s += 6;
  if (code >= 0xd800 && code < 0xdc00 && end - s >= 6 && s[0] == '\\' && s[1] == 'u') {
    uint32_t low = hex4(s + 2);
    if (low >= 0xdc00 && low < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      s += 6;
    }
  }
  *size = encode(code, out);
  return s;
}

/* 0 = too long, or no text that the library takes. */
static int decode(const inno__json *j, int64_t node, char *out) {
  const char *s = j->text + j->nodes[node].at, *end = s + j->nodes[node].length;
  size_t length = 0, size = 0;
  char bytes[4];
  while (s < end) {
    s = one_character(s, end, bytes, &size);
    if (length + size >= INNO__JSON_TEXT_BYTES) return 0;
    memcpy(out + length, bytes, size);
    length += size;
  }
  out[length] = '\0';
  return inno__text_valid(out);
}

inno_status inno__json_text(const inno__json *j, int64_t node, const char *what, char *out, inno_error *error) {
  inno_status s = want(j, node, INNO__JSON_TEXT, INNO__MSG_JSON_WANTS_TEXT, what, error);
  if (s != INNO_OK || decode(j, node, out)) return s;
  return inno__json_fail(j, node, INNO__MSG_JSON_WANTS_TEXT, what, NULL, error);
}

inno_status inno__json_members(const inno__json *j, int64_t object, const char *const *names, int32_t count,
                               int32_t needed, int64_t *values, inno_error *error) {
  char name[INNO__JSON_TEXT_BYTES];
  for (int32_t i = 0; i < count; i++) values[i] = -1;
  for (int64_t at = object + 1; at < j->nodes[object].next; at = j->nodes[at + 1].next) {
    int32_t found = 0;
    if (!decode(j, at, name)) return inno__json_fail(j, at, INNO__MSG_JSON_UNKNOWN, NULL, "?", error);
    while (found < count && strcmp(names[found], name) != 0) found++;
    if (found == count) return inno__json_fail(j, at, INNO__MSG_JSON_UNKNOWN, NULL, name, error);
    if (values[found] >= 0) return inno__json_fail(j, at, INNO__MSG_JSON_TWICE, NULL, name, error);
    values[found] = at + 1;
  }
  for (int32_t i = 0; i < needed; i++)
    if (values[i] < 0) return inno__json_fail(j, object, INNO__MSG_JSON_MISSING, names[i], NULL, error);
  return INNO_OK;
}
