/* Where everything of a run and its result lies: two blocks, each measured, allocated once and placed. */
#ifndef INNO_CONSTRUCT_LAYOUT_H
#define INNO_CONSTRUCT_LAYOUT_H

#include "construct/pipeline.h"

/* INNO_OK, INNO_E_SIZE or INNO_E_NOMEM */
inno_status inno__layout_result(inno_result *r, const inno_method *m);
inno_status inno__layout_run(inno_run *run);

#endif
