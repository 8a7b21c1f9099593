#include <string.h>

#include "base/json.h"

static void put(const inno__json_out *o, const char *text) { o->sink(o->context, text, strlen(text)); }

static void begin(inno__json_out *o) {
  if (o->comma) put(o, ",");
  o->comma = 1;
}

void inno__json_open(inno__json_out *o, char bracket) {
  begin(o);
  o->sink(o->context, &bracket, 1);
  o->comma = 0;
}

void inno__json_close(inno__json_out *o, char bracket) {
  o->sink(o->context, &bracket, 1);
  o->comma = 1;
}

/* The escape of a byte that cannot stand for itself; of others nothing. */
static const char *escape_of(unsigned char c, char room[7]) {
  static const char shorts[] = "\bb\tt\nn\ff\rr\"\"\\\\";
  const char *hex = "0123456789abcdef";
  for (size_t i = 0; i < sizeof shorts - 1; i += 2)
    if (shorts[i] == (char)c) {
      memcpy(room, (char[]){'\\', shorts[i + 1], '\0'}, 3);
      return room;
    }
  if (c >= 0x20) return NULL;
  memcpy(room, (char[]){'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15], '\0'}, 7);
  return room;
}

static void put_quoted(const inno__json_out *o, const char *text) {
  char room[7];
  const char *from = text;
  put(o, "\"");
  for (; *text != '\0'; text++) {
    const char *escape = escape_of((unsigned char)*text, room);
    if (escape == NULL) continue;
    o->sink(o->context, from, (size_t)(text - from));
    put(o, escape);
    from = text + 1;
  }
  put(o, from);
  put(o, "\"");
}

void inno__json_name(inno__json_out *o, const char *name) {
  begin(o);
  put_quoted(o, name);
  put(o, ":");
  o->comma = 0;
}

void inno__json_put_text(inno__json_out *o, const char *text) {
  begin(o);
  put_quoted(o, text);
}

void inno__json_put_named_text(inno__json_out *o, const char *name, const char *text) {
  inno__json_name(o, name);
  inno__json_put_text(o, text);
}

void inno__json_put_number(inno__json_out *o, double value) {
  char buffer[32];
  inno__text t;
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_shortest(&t, value);
  begin(o);
  put(o, buffer);
}

void inno__json_put_integer(inno__json_out *o, int64_t value) {
  char buffer[32];
  inno__text t;
  inno__text_init(&t, buffer, sizeof buffer);
  inno__text_int(&t, value);
  begin(o);
  put(o, buffer);
}

void inno__json_put_boolean(inno__json_out *o, int value) {
  begin(o);
  put(o, value ? "true" : "false");
}
