/* [weights:NODE] of METHOD.ini: the weights of a node's children from judgements of experts in a CSV file. */
#ifndef SCOREBOARD_JUDGEMENT_H
#define SCOREBOARD_JUDGEMENT_H

#include "framework.h"
#include "ini.h"

/* ahp = FILE (ahp_rule, ahp_limit) or budget = FILE (budget_rule, budget_total); file names are relative to METHOD.ini. Sets the
 * weights of the children of section->code. false after a message. */
bool judgement_apply(const struct session *session, const char *method_file, const struct ini_section *section,
                     const struct framework *framework, inno_weights *weights);

#endif
