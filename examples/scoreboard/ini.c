#include "ini.h"

#include <stdlib.h>
#include <string.h>

#include "table.h"
#include "utf8.h"

static bool is_space(char c) {
  return c == ' ' || c == '\t';
}

/* Cuts the comment off: ; or # at the start of the line or after a space, outside quotes. Then the spaces at both ends. */
static char *bare_line(char *line) {
  bool quoted = false;
  for (char *at = line; *at != '\0'; at++) {
    if (*at == '"') {
      quoted = !quoted;
    } else if (!quoted && (*at == ';' || *at == '#') && (at == line || is_space(at[-1]))) {
      *at = '\0';
      break;
    }
  }
  while (is_space(*line)) {
    line++;
  }
  size_t length = strlen(line);
  while (length > 0 && is_space(line[length - 1])) {
    line[--length] = '\0';
  }
  return line;
}

/* Reads a word that may be in quotes ("" inside stands for one quote), up to a byte of stop. *at moves behind it. NULL: a quote is not closed
 * or something follows it. */
static char *read_word(struct arena *arena, const char **at, const char *stop) {
  struct text word = {0};
  text_put(arena, &word, "");
  while (is_space(**at)) {
    (*at)++;
  }
  if (**at != '"') {
    size_t length = strcspn(*at, stop);
    text_add(arena, &word, *at, length);
    *at += length;
    while (word.length > 0 && is_space(word.bytes[word.length - 1])) {
      word.bytes[--word.length] = '\0';
    }
    return word.bytes;
  }
  for ((*at)++; **at != '"' || (*at)[1] == '"'; (*at)++) {
    if (**at == '\0') {
      return NULL;
    }
    (*at) += **at == '"';
    text_add(arena, &word, *at, 1);
  }
  (*at)++;
  while (is_space(**at)) {
    (*at)++;
  }
  return **at == '\0' || strchr(stop, **at) != NULL ? word.bytes : NULL;
}

/* A positive whole number of at most 4 digits; 0 when it is none. */
static int32_t read_count(const char **at) {
  size_t digits = strspn(*at, "0123456789");
  int32_t value = digits >= 1 && digits <= 4 ? (int32_t)strtol(*at, NULL, 10) : 0;
  *at += digits;
  return value;
}

static bool parse_section(const struct session *session, struct place place, const char *line, struct ini_section *out) {
  const char *at = line + 1;
  size_t length = strcspn(at, "#.:]");
  *out = (struct ini_section){.name = arena_text(session->arena, at, length), .occurrence = 1, .line = place.line};
  at += length;
  bool good = length > 0;
  if (*at == '#') {
    at++;
    out->occurrence = read_count(&at);
    good = good && out->occurrence > 0;
  }
  if (*at == '.') {
    at++;
    out->level = read_count(&at);
    good = good && out->level > 0;
  } else if (*at == ':') {
    at++;
    out->code = read_word(session->arena, &at, "]");
    good = good && out->code != NULL && out->code[0] != '\0';
  }
  if (!good || strcmp(at, "]") != 0) {
    return fail(session, place, "\"%s\" is not a section; expected [name], [name#2], [name.3] for a level or [name:CODE]",
                "\"%s\" không phải là một mục; cần [tên], [tên#2], [tên.3] cho một cấp hoặc [tên:MÃ]",
                utf8_shown(session->arena, line));
  }
  return true;
}

static bool parse_entry(const struct session *session, struct place place, const char *line, struct ini_entry *out) {
  const char *at = line;
  char *key = read_word(session->arena, &at, "=");
  if (key == NULL || key[0] == '\0' || *at != '=') {
    return fail(session, place, "\"%s\" is neither a [section] nor key = value", "\"%s\" không phải [mục] cũng không phải khóa = giá trị",
                utf8_shown(session->arena, line));
  }
  at++;
  while (is_space(*at)) {
    at++;
  }
  const char *value = at;
  char *bare = value[0] == '"' ? read_word(session->arena, &at, "") : NULL;
  /* "a", "b" begins with a quote too, but is a list: then the text stays as it is. */
  *out = (struct ini_entry){key, bare != NULL ? bare : arena_text(session->arena, value, strlen(value)),
                            arena_text(session->arena, value, strlen(value)), place.line};
  if (value[0] == '\0') {
    return fail(session, place, "\"%s\" has no value", "\"%s\" không có giá trị", utf8_shown(session->arena, key));
  }
  return true;
}

static bool same_section(const struct ini_section *a, const struct ini_section *b) {
  return strcmp(a->name, b->name) == 0 && a->occurrence == b->occurrence && a->level == b->level &&
         strcmp(a->code != NULL ? a->code : "", b->code != NULL ? b->code : "") == 0;
}

static bool add_section(const struct session *session, struct place place, struct ini *ini, const struct ini_section *section) {
  for (size_t i = 0; i < ini->section_count; i++) {
    if (same_section(&ini->sections[i], section)) {
      return fail(session, place, "the section is there twice, first on line %zu", "mục bị trùng, đã có ở dòng %zu",
                  ini->sections[i].line);
    }
  }
  ini->sections = arena_grow(session->arena, ini->sections, ini->section_count + 1, sizeof *ini->sections);
  ini->sections[ini->section_count++] = *section;
  return true;
}

static bool add_entry(const struct session *session, struct place place, struct ini *ini, const struct ini_entry *entry) {
  if (ini->section_count == 0) {
    return fail(session, place, "\"%s\" stands before the first [section]", "\"%s\" nằm trước [mục] đầu tiên",
                utf8_shown(session->arena, entry->key));
  }
  struct ini_section *section = &ini->sections[ini->section_count - 1];
  for (size_t i = 0; i < section->entry_count; i++) {
    if (strcmp(section->entries[i].key, entry->key) == 0) {
      return fail(session, place, "\"%s\" is set twice in this section, first on line %zu",
                  "\"%s\" được đặt hai lần trong mục này, lần đầu ở dòng %zu", utf8_shown(session->arena, entry->key),
                  section->entries[i].line);
    }
  }
  section->entries = arena_grow(session->arena, section->entries, section->entry_count + 1, sizeof *section->entries);
  section->entries[section->entry_count++] = *entry;
  return true;
}

static bool parse_line(const struct session *session, struct place place, char *line, struct ini *out) {
  if (!utf8_valid(line, strlen(line))) {
    return fail(session, place, "the line is not valid UTF-8", "dòng không phải UTF-8 hợp lệ");
  }
  char *bare = bare_line(line);
  struct ini_section section = {0};
  struct ini_entry entry = {.key = ""};
  if (bare[0] == '\0') {
    return true;
  }
  if (bare[0] == '[') {
    return parse_section(session, place, bare, &section) && add_section(session, place, out, &section);
  }
  return parse_entry(session, place, bare, &entry) && add_entry(session, place, out, &entry);
}

bool ini_read(const struct session *session, const char *file, struct ini *out) {
  char *bytes = NULL;
  size_t length = 0;
  *out = (struct ini){.file = file};
  if (!file_read(session, file, &bytes, &length)) {
    return false;
  }
  struct place place = {file, 0, NULL};
  if (length > (size_t)1 << 20) {
    return fail(session, place, "a method file of more than 1 MiB is none", "tệp phương pháp lớn hơn 1 MiB là không hợp lệ");
  }
  for (size_t at = 0; at < length;) {
    const char *end = memchr(bytes + at, '\n', length - at);
    size_t size = end != NULL ? (size_t)(end - (bytes + at)) : length - at;
    char *line = arena_text(session->arena, bytes + at, size);
    place.line++;
    if (strlen(line) != size) {
      return fail(session, place, "the line contains a NUL byte", "dòng chứa byte NUL");
    }
    if (size > 0 && line[size - 1] == '\r') {
      line[size - 1] = '\0';
    }
    if (!parse_line(session, place, line, out)) {
      return false;
    }
    at += size + 1;
  }
  return true;
}

bool ini_list(const struct session *session, struct place place, const char *list, const char ***items, size_t *count) {
  *items = NULL;
  *count = 0;
  for (const char *at = list;; at++) {
    char *word = read_word(session->arena, &at, ",");
    if (word == NULL || word[0] == '\0') {
      return fail(session, place, "\"%s\" is not a list; expected a, b, \"c, d\"", "\"%s\" không phải danh sách; cần a, b, \"c, d\"",
                  utf8_shown(session->arena, list));
    }
    *items = arena_grow(session->arena, *items, *count + 1, sizeof **items);
    (*items)[(*count)++] = word;
    if (*at == '\0') {
      return true;
    }
  }
}

const struct ini_section *ini_find(const struct ini *ini, const char *name) {
  for (size_t i = 0; i < ini->section_count; i++) {
    if (strcmp(ini->sections[i].name, name) == 0) {
      return &ini->sections[i];
    }
  }
  return NULL;
}
