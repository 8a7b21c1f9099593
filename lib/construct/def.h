/* What a row of a table (the .def files) becomes. A table is read several times, each time for one purpose, which the
 * reader names before: rules, keys, fields of the rule struct, or where a key's value lies in it. The public constants
 * and their documentation are written from the same rows into include/innoscore/keys.h by cmake/update-keys.
 *
 *   RULE(constant, number, "name", implementation, "doc", keys it reads... or 0)
 *   PLAIN(constant, number, "name", "doc", keys... or 0)         a rule that its step's file knows by number
 *   NUMBER(key, number, "name", field, scopes, lower, upper, default or NAN, "doc")
 *   INTEGER(same)                                                 fits an int32_t
 *   CHOICE(key, number, "name", field, scopes, choices, default or NAN, "doc")
 *   TEXT(key, number, "name", field, scopes, "doc")
 *   LIST(key, number, "name", field, scopes, lower, upper, "doc") numbers, "0.5, 0.3, 0.2"
 *   CHAIN(key, number, "name", field, scopes, choices, "default", "doc")
 *   UNIT(key, number, "name", choices, "doc")                     a choice for single units
 *   OWN(key, number, "name", field, lower, upper, default, "doc") a number of a node as child of its parent
 *
 * What comes later than the first release ends its doc with " @since 0.2" or so, and a NUMBER, INTEGER or CHOICE has
 * INNO__ADDED among its scopes (keys.h). The key of the rule is the first key. No include guard: it is read once for
 * each table. */
#if defined(INNO__DEF_RULES)
#define RULE(constant, number, name, implementation, doc, ...) {constant, name, &implementation, {__VA_ARGS__}},
#define PLAIN(constant, number, name, doc, ...) {constant, name, NULL, {__VA_ARGS__}},
#elif defined(INNO__DEF_IMPLEMENTATIONS)
#define RULE(constant, number, name, implementation, doc, ...) [number] = &implementation,
#elif defined(INNO__DEF_DECLARATIONS)
#define RULE(constant, number, name, implementation, doc, ...) extern const INNO__DEF_DECLARATIONS implementation;
#elif defined(INNO__DEF_KEYS)
#define NUMBER(key, number, name, field, scopes, lower, upper, fallback, doc) \
  {key, name, INNO_TYPE_F64, scopes, lower, upper, fallback, NULL, NULL, 0},
#define INTEGER(key, number, name, field, scopes, lower, upper, fallback, doc) \
  {key, name, INNO_TYPE_I64, scopes, lower, upper, fallback, NULL, NULL, 0},
#define CHOICE(key, number, name, field, scopes, choices, fallback, doc) \
  {key, name, INNO_TYPE_CHOICE, scopes, -INFINITY, INFINITY, fallback, NULL, choices, LENGTH(choices)},
#define TEXT(key, number, name, field, scopes, doc) \
  {key, name, INNO_TYPE_TEXT, scopes, -INFINITY, INFINITY, NAN, NULL, NULL, 0},
#define LIST(key, number, name, field, scopes, lower, upper, doc) \
  {key, name, INNO_TYPE_LIST, scopes, lower, upper, NAN, NULL, NULL, 0},
#define CHAIN(key, number, name, field, scopes, choices, fallback, doc) \
  {key, name, INNO_TYPE_CHAIN, scopes, -INFINITY, INFINITY, NAN, fallback, choices, LENGTH(choices)},
#define UNIT(key, number, name, choices, doc) \
  {key, name, INNO_TYPE_CHOICE, INNO_SCOPE_UNIT, -INFINITY, INFINITY, NAN, NULL, choices, LENGTH(choices)},
#define OWN(key, number, name, field, lower, upper, fallback, doc) \
  {key, name, INNO_TYPE_F64, INNO_SCOPE_CHILD, lower, upper, fallback, NULL, NULL, 0},
#elif defined(INNO__DEF_FIELDS)
#define NUMBER(key, number, name, field, scopes, lower, upper, fallback, doc) double field;
#define INTEGER(key, number, name, field, scopes, lower, upper, fallback, doc) int32_t field;
#define CHOICE(key, number, name, field, scopes, choices, fallback, doc) int32_t field;
#define TEXT(key, number, name, field, scopes, doc) int64_t field;
#define LIST(key, number, name, field, scopes, lower, upper, doc) inno__list field;
#define CHAIN(key, number, name, field, scopes, choices, fallback, doc) \
  int32_t field[INNO_LIMIT_CHAIN]; \
  int32_t rule_count;
#elif defined(INNO__DEF_OWN_FIELDS)
#define OWN(key, number, name, field, lower, upper, fallback, doc) double field;
#elif defined(INNO__DEF_BINDINGS)
#define BIND(key, storage, field) {key, storage, offsetof(INNO__DEF_BINDINGS, field)},
#define NUMBER(key, number, name, field, scopes, lower, upper, fallback, doc) BIND(key, INNO__AS_F64, field)
#define INTEGER(key, number, name, field, scopes, lower, upper, fallback, doc) BIND(key, INNO__AS_I32, field)
#define CHOICE(key, number, name, field, scopes, choices, fallback, doc) BIND(key, INNO__AS_I32, field)
#define TEXT(key, number, name, field, scopes, doc) BIND(key, INNO__AS_TEXT, field)
#define LIST(key, number, name, field, scopes, lower, upper, doc) BIND(key, INNO__AS_LIST, field)
#define CHAIN(key, number, name, field, scopes, choices, fallback, doc) BIND(key, INNO__AS_CHAIN, field)
#elif defined(INNO__DEF_OWN_BINDINGS)
#define OWN(key, number, name, field, lower, upper, fallback, doc) \
  {key, INNO__AS_F64, offsetof(INNO__DEF_OWN_BINDINGS, field)},
#endif

#ifndef RULE
#define RULE(...)
#endif
#ifndef PLAIN
#define PLAIN(...)
#endif
#ifndef NUMBER
#define NUMBER(...)
#endif
#ifndef INTEGER
#define INTEGER(...)
#endif
#ifndef CHOICE
#define CHOICE(...)
#endif
#ifndef TEXT
#define TEXT(...)
#endif
#ifndef LIST
#define LIST(...)
#endif
#ifndef CHAIN
#define CHAIN(...)
#endif
#ifndef UNIT
#define UNIT(...)
#endif
#ifndef OWN
#define OWN(...)
#endif
