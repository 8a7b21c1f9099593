/* The fields of every table of a verification. */
#include "explain/verify.h"

#define F64 INNO__F64
#define I64 INNO__I64

static const inno__field verified_node[] = {
    I64(NODE, "node"),         I64(COUNT, "count"),         I64(DECIMALS, "decimals"),
    I64(AGREEING, "agreeing"), I64(ROUNDED, "rounded"),     I64(DISAGREEING, "disagreeing"),
    I64(HALF_UP, "half_up"),   I64(HALF_EVEN, "half_even"), I64(TRUNCATED, "truncated"),
    I64(ROUNDING, "rounding"), I64(EXPLAINED, "explained"),
};
static const inno__field verified_score[] = {
    I64(NODE, "node"),   I64(UNIT, "unit"),       F64(VALUE, "value"),         I64(DECIMALS, "decimals"),
    F64(SCORE, "score"), I64(VERDICT, "verdict"), I64(ROUNDINGS, "roundings"), F64(LAST_DIGITS, "last_digits"),
};
static const inno__field verified_rank[] = {
    I64(NODE, "node"),   I64(UNIT, "unit"),   F64(VALUE, "value"),     F64(RANK, "rank"),
    F64(LOWER, "lower"), F64(UPPER, "upper"), I64(VERDICT, "verdict"),
};
static const inno__field verified_parts[] = {
    I64(NODE, "node"),
    I64(UNIT, "unit"),
    F64(VALUE, "value"),
    F64(LOWER, "lower"),
    F64(UPPER, "upper"),
    I64(VERDICT, "verdict"),
    F64(LAST_DIGITS, "last_digits"),
    I64(STATUS, "status"),
};
static const inno__field implied[] = {
    I64(NODE, "node"),
    I64(COUNT, "count"),
    I64(ITEMS, "items"),
    F64(RESIDUAL_SD, "residual_sd"),
    F64(RESIDUAL, "residual"),
    I64(UNIT, "unit"),
    I64(MATRIX_RANK, "matrix_rank"),
    I64(UNIQUE, "unique"),
    I64(EXPLICABLE, "explicable"),
    F64(EXCESS, "excess"),
    I64(STATUS, "status"),
};
static const inno__field implied_weight[] = {
    I64(PARENT, "parent"), I64(NODE, "node"),   F64(WEIGHT, "weight"), F64(STANDARD_ERROR, "standard_error"),
    F64(LOWER, "lower"),   F64(UPPER, "upper"), F64(SHARE, "share"),
};
static const inno__record_kind kinds[] = {
    INNO__TABLE(VERIFIED_NODE, verified_node),
    INNO__TABLE(VERIFIED_SCORE, verified_score),
    INNO__TABLE(VERIFIED_RANK, verified_rank),
    INNO__TABLE(VERIFIED_PARTS, verified_parts),
    INNO__TABLE(IMPLIED, implied),
    INNO__TABLE(IMPLIED_WEIGHT, implied_weight),
    INNO__TABLE(FINDING, inno__finding_fields),
};

const inno__record_kinds inno__verification_kinds = {kinds, (int32_t)(sizeof kinds / sizeof kinds[0])};
