/* Where a kernel is working: enough for a failure to name the node and the unit. */
#ifndef INNO_CONSTRUCT_SITE_H
#define INNO_CONSTRUCT_SITE_H

#include "base/error.h"
#include "base/names.h"

typedef struct {
  inno_error *error;        /* NULL: only the status is wanted */
  const char *node;         /* code of the node; NULL when there is none (flat tier) */
  const inno__names *units; /* codes of the units; NULL when there are none */
} inno__site;

/* Code of a unit for a message, of whatever period; NULL when the site has no codes. */
static inline const char *inno__site_unit(const inno__site *site, int64_t unit) {
  return site->units != NULL ? inno__names_at(site->units, unit % inno__names_count(site->units)) : NULL;
}

#endif
