/** @file
 * innoscore: indicators in, innovation index out. This header includes all the others and declares nothing.
 * @since 0.1
 */
#ifndef INNOSCORE_INNOSCORE_H
#define INNOSCORE_INNOSCORE_H

#include "innoscore/allocator.h"
#include "innoscore/analysis.h"
#include "innoscore/analysis_data.h"
#include "innoscore/analysis_result.h"
#include "innoscore/assumptions.h"
#include "innoscore/change.h"
#include "innoscore/contributions.h"
#include "innoscore/check.h"
#include "innoscore/climb.h"
#include "innoscore/dataset.h"
#include "innoscore/error.h"
#include "innoscore/export.h"
#include "innoscore/flat.h"
#include "innoscore/frames.h"
#include "innoscore/frontier.h"
#include "innoscore/indicator_set.h"
#include "innoscore/json.h"
#include "innoscore/limits.h"
#include "innoscore/marginal.h"
#include "innoscore/method.h"
#include "innoscore/rank_bounds.h"
#include "innoscore/regroup.h"
#include "innoscore/result.h"
#include "innoscore/scheme.h"
#include "innoscore/sensitivity.h"
#include "innoscore/status.h"
#include "innoscore/tally.h"
#include "innoscore/trace.h"
#include "innoscore/trend.h"
#include "innoscore/uncertainty.h"
#include "innoscore/verification.h"
#include "innoscore/version.h"
#include "innoscore/weighting.h"
#include "innoscore/weights.h"
#include "innoscore/what_if.h"

#endif
