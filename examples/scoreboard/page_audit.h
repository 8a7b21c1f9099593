/* What the two halves of the audit's page share. */
#ifndef SCOREBOARD_PAGE_AUDIT_H
#define SCOREBOARD_PAGE_AUDIT_H

#include "audit.h"

const char *audit_code(const struct audit *a, int64_t node); /* "" = none */
void audit_part(FILE *out, const char *heading, const char *explanation);

/* Nothing without records. */
void audit_put_development(const struct audit *a, FILE *out);
void audit_put_strengths(const struct audit *a, FILE *out);

#endif
