/* A method that has something of everything: denominators, every kind of step and of setting, codes that need escapes.
 */
#ifndef TESTS_SUPPORT_RICH_H
#define TESTS_SUPPORT_RICH_H

#include "innoscore/innoscore.h"

inno_method *rich_method(void);
/* 8 units in 2 periods that the method can be computed from. */
inno_dataset *rich_data(void);

/* The method as JSON into text; its length without the NUL. */
int64_t rich_text(const inno_method *method, char *text, int64_t capacity);

#endif
