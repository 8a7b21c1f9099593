#include "utf8.h"

#include <string.h>

#include "memory.h"

struct range {
  uint32_t first, last;
};

/* Characters that take no column: combining marks, joiners, variation selectors. */
static const struct range zero_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},   {0x064B, 0x065F},
    {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D},   {0x0E31, 0x0E31},
    {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1}, {0x0EB4, 0x0EBC},   {0x0EC8, 0x0ECD},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},   {0x2060, 0x2064},
    {0x20D0, 0x20FF}, {0x302A, 0x302D}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},   {0xFEFF, 0xFEFF},
    {0xE0100, 0xE01EF}};

/* Characters that take two columns: Unicode's East Asian Width W and F, in blocks. */
static const struct range double_width[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD}};

static bool in_ranges(uint32_t character, const struct range *ranges, size_t count) {
  for (size_t i = 0; i < count && ranges[i].first <= character; i++) {
    if (character <= ranges[i].last) {
      return true;
    }
  }
  return false;
}

size_t utf8_next(const char *bytes, size_t length, uint32_t *character) {
  static const uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
  if (length == 0) {
    return 0;
  }
  unsigned char lead = (unsigned char)bytes[0];
  size_t count = lead < 0x80 ? 1 : (lead & 0xE0) == 0xC0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : (lead & 0xF8) == 0xF0 ? 4 : 0;
  if (count == 0 || count > length) {
    return 0;
  }
  uint32_t value = count == 1 ? lead : lead & (0x7FU >> count);
  for (size_t i = 1; i < count; i++) {
    unsigned char next = (unsigned char)bytes[i];
    if ((next & 0xC0) != 0x80) {
      return 0;
    }
    value = (value << 6) | (next & 0x3FU);
  }
  if (value < smallest[count] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    return 0;
  }
  *character = value;
  return count;
}

bool utf8_valid(const char *bytes, size_t length) {
  uint32_t character = 0;
  for (size_t at = 0, step; at < length; at += step) {
    step = utf8_next(bytes + at, length - at, &character);
    if (step == 0) {
      return false;
    }
  }
  return true;
}

static bool is_control(uint32_t character) {
  return character < 0x20 || (character >= 0x7F && character <= 0x9F);
}

bool utf8_has_control(const char *text) {
  size_t length = strlen(text);
  uint32_t character = 0;
  for (size_t at = 0, step; at < length; at += step) {
    step = utf8_next(text + at, length - at, &character);
    if (step == 0 || is_control(character)) {
      return true;
    }
  }
  return false;
}

size_t utf8_width(const char *text) {
  size_t length = strlen(text), width = 0;
  uint32_t character = 0;
  for (size_t at = 0, step; at < length; at += step) {
    step = utf8_next(text + at, length - at, &character);
    if (step == 0) {
      step = 1; /* not valid: one column a byte is the best guess */
      character = '?';
    }
    if (in_ranges(character, zero_width, sizeof zero_width / sizeof zero_width[0])) {
      continue;
    }
    width += in_ranges(character, double_width, sizeof double_width / sizeof double_width[0]) ? 2 : 1;
  }
  return width;
}

static char *without_control(struct arena *arena, const char *text, size_t longest) {
  struct text out = {0};
  size_t length = strlen(text);
  size_t shown = 0;
  uint32_t character = 0;
  text_put(arena, &out, "");
  for (size_t at = 0, step; at < length; at += step) {
    step = utf8_next(text + at, length - at, &character);
    if (shown++ == longest) {
      text_put(arena, &out, "…");
      break;
    }
    if (step == 0 || is_control(character)) {
      bool space = step != 0 && (character == '\n' || character == '\r' || character == '\t');
      text_put(arena, &out, space ? " " : "\xEF\xBF\xBD"); /* U+FFFD */
      step = step == 0 ? 1 : step;
    } else {
      text_add(arena, &out, text + at, step);
    }
  }
  return out.bytes;
}

char *utf8_shown(struct arena *arena, const char *text) { return without_control(arena, text, 60); }

const char *utf8_plain(struct arena *arena, const char *text) {
  return utf8_has_control(text) ? without_control(arena, text, SIZE_MAX) : text;
}
