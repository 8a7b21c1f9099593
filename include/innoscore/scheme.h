/** @file
 * Schemes: one scheme is one construction step with its rules. Screening, imputation, treatment, normalization,
 * aggregation and ranking schemes have the same shape, so they are one type: a default for every node, and settings for
 * single nodes (and, for aggregation, single levels) that win over it. A setting is a frozen numeric key and a value.
 *
 * Parameters are in the indicator's own units and own direction: a goalpost of 20 means 20, also where less is better.
 * inno_method_create() refuses a setting that could have no effect and a code that the indicator set does not have.
 *
 * A scheme that is no step of a method (#INNO_STEP_AUDIT, #INNO_STEP_UNCERTAINTY, #INNO_STEP_EXPLAIN) is shared by all
 * functions of its kind: each reads the keys that its documentation names and leaves the others to the other functions.
 *
 * Every key, its type, default and bounds, and every rule can be listed (inno_key_info(), inno_choice_info()), so that
 * a configuration reader, a binding or a page of documentation is generated, not written.
 * @since 0.1
 */
#ifndef INNOSCORE_SCHEME_H
#define INNOSCORE_SCHEME_H

#include "innoscore/error.h"
#include "innoscore/keys.h"
#include "innoscore/limits.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Steps
 * @{ */
#define INNO_STEP_DENOMINATE 100 /**< divide by a denominator; section "denomination". @since 0.1 */
#define INNO_STEP_SCREEN 200     /**< leave out units with too few data; section "screening". @since 0.1 */
#define INNO_STEP_IMPUTE 300     /**< fill missing values; section "imputation". @since 0.1 */
#define INNO_STEP_TREAT 400      /**< treat outliers; section "treatment". @since 0.1 */
#define INNO_STEP_NORMALIZE 500  /**< bring to one scale and direction; section "normalization". @since 0.1 */
#define INNO_STEP_AGGREGATE 600  /**< compute the aggregates; section "aggregation". @since 0.1 */
#define INNO_STEP_RANK 700       /**< tie convention of ranks; section "ranking". @since 0.1 */
#define INNO_STEP_WEIGH 800      /**< compute weights from values; section "weighting". @since 0.1 */
#define INNO_STEP_AUDIT 1000     /**< no step of a method: what the analyses are told; section "audit". @since 0.1 */
/** no step of a method: what an uncertainty and its tallies are told; section "uncertainty". @since 0.1 */
#define INNO_STEP_UNCERTAINTY 1100
#define INNO_STEP_EXPLAIN 1200   /**< no step of a method: what explanations are told; section "explain". @since 0.1 */
/** @} */

/** @name Types of a key
 * @{ */
#define INNO_TYPE_F64 1    /**< a finite double: inno_scheme_set_f64(). @since 0.1 */
#define INNO_TYPE_I64 2    /**< an integer: inno_scheme_set_i64(). @since 0.1 */
#define INNO_TYPE_CHOICE 3 /**< one of the key's choices by number: inno_scheme_set_i64(). @since 0.1 */
#define INNO_TYPE_TEXT 4   /**< UTF-8 text: inno_scheme_set_text(). @since 0.1 */
#define INNO_TYPE_CHAIN 5  /**< names of choices in order, "a, b": inno_scheme_set_text(). @since 0.1 */
#define INNO_TYPE_LIST 6   /**< numbers, "0.5, 0.3, 0.2": inno_scheme_set_text(). @since 0.1 */
/** @} */

/** @name Scopes of a key, added up
 * @{ */
#define INNO_SCOPE_ALL 1   /**< may be set for the whole step. @since 0.1 */
#define INNO_SCOPE_NODE 2  /**< may be set for one node by its code. @since 0.1 */
#define INNO_SCOPE_LEVEL 4 /**< may be set for one level. @since 0.1 */
#define INNO_SCOPE_UNIT 8  /**< may be set for one unit by its code. @since 0.1 */
#define INNO_SCOPE_CHILD 16 /**< may be set for one node by its code, as a child of its parent. @since 0.1 */
/** @} */

/** @brief One step with its rules. Mutable; inno_method_create() copies what it needs. @since 0.1 */
typedef struct inno_scheme inno_scheme;

/**
 * @brief Makes a scheme in which every key has its default.
 * @param allocator NULL = malloc; copied
 * @param step one of INNO_STEP_
 * @param[out] out the new scheme, NULL on failure; destroy with inno_scheme_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_scheme_create(const inno_allocator *allocator, int32_t step, inno_scheme **out,
                                                  inno_error *error);

/**
 * @brief Destroys a scheme. Methods made from it stay valid.
 * @param scheme NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_scheme_destroy(inno_scheme *scheme);

/**
 * @brief Step of a scheme.
 * @param scheme NULL gives 0
 * @return one of INNO_STEP_
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_scheme_step(const inno_scheme *scheme);

/**
 * @brief Sets a number.
 * @param scheme the object
 * @param code NULL = for every node; else the node (or, for a key of #INNO_SCOPE_UNIT, the unit) it is for
 * @param key an F64 key of this step
 * @param value finite, inside the bounds of inno_key_bounds()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_KEY, #INNO_E_TYPE, #INNO_E_VALUE, #INNO_E_TEXT, #INNO_E_ARGUMENT (scope), #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_scheme_set_f64(inno_scheme *scheme, const char *code, int32_t key, double value,
                                                   inno_error *error);

/**
 * @brief Sets an integer or a choice.
 * @param scheme the object
 * @param code as in inno_scheme_set_f64()
 * @param key an I64 or CHOICE key of this step
 * @param value inside the bounds, or the number of a choice
 * @param[out] error NULL is allowed
 * @return as inno_scheme_set_f64(), and #INNO_E_RULE for an unknown choice
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_scheme_set_i64(inno_scheme *scheme, const char *code, int32_t key, int64_t value,
                                                   inno_error *error);

/**
 * @brief Sets any key from text: a number with a decimal point, an integer, the name of a choice, a chain, a text.
 * @param scheme the object
 * @param code as in inno_scheme_set_f64()
 * @param key a key of this step
 * @param value UTF-8; numbers are read independent of the locale and correctly rounded
 * @param[out] error NULL is allowed
 * @return as inno_scheme_set_i64()
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_scheme_set_text(inno_scheme *scheme, const char *code, int32_t key,
                                                    const char *value, inno_error *error);

/**
 * @brief Sets any key from text for one level: it then holds for the nodes of that level without a setting of their own.
 * @param scheme a scheme with keys of #INNO_SCOPE_LEVEL
 * @param level 2 to #INNO_LIMIT_LEVELS: the level that is produced
 * @param key a key of #INNO_SCOPE_LEVEL
 * @param value as in inno_scheme_set_text()
 * @param[out] error NULL is allowed
 * @return as inno_scheme_set_i64()
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_scheme_set_level_text(inno_scheme *scheme, int32_t level, int32_t key,
                                                          const char *value, inno_error *error);

/**
 * @brief The number a key was set to, or its default.
 * @param scheme the object
 * @param code NULL = the setting for every node; else what holds for that code (levels aside)
 * @param key an F64 key of this step
 * @param[out] value NaN when it is unset and has no default, and on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_KEY, #INNO_E_TYPE
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_scheme_get_f64(const inno_scheme *scheme, const char *code, int32_t key,
                                                   double *value, inno_error *error);

/**
 * @brief The integer or choice a key was set to, or its default.
 * @param scheme the object
 * @param code as in inno_scheme_get_f64()
 * @param key an I64 or CHOICE key of this step
 * @param[out] value 0 when it is unset and has no default, and on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_KEY, #INNO_E_TYPE
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_scheme_get_i64(const inno_scheme *scheme, const char *code, int32_t key,
                                                   int64_t *value, inno_error *error);

/**
 * @brief The text or chain a key was set to, or its default.
 * @param scheme the object
 * @param code as in inno_scheme_get_f64()
 * @param key a TEXT or CHAIN key of this step
 * @param[out] buffer receives the text with its NUL; untouched on failure
 * @param capacity of buffer in bytes
 * @param[out] needed bytes with the NUL, also when the buffer is too small; NULL is allowed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_KEY, #INNO_E_TYPE, #INNO_E_BUFFER
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_scheme_get_text(const inno_scheme *scheme, const char *code, int32_t key,
                                                    char *buffer, int64_t capacity, int64_t *needed,
                                                    inno_error *error);

/**
 * @brief Number of steps that this version knows.
 * @return 1 or more
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_step_count(void);

/**
 * @brief A step by position, in the default order.
 * @param index 0 to inno_step_count() - 1
 * @param[out] step INNO_STEP_ number; NULL is allowed
 * @param[out] name static text, the verb: "normalize"; NULL is allowed
 * @param[out] section static text, the noun that names its settings: "normalization"; NULL is allowed
 * @return #INNO_OK, #INNO_E_ARGUMENT
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_step_info(int32_t index, int32_t *step, const char **name, const char **section);

/**
 * @brief Number of keys of a step.
 * @param step one of INNO_STEP_
 * @return 0 for an unknown step
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_key_count(int32_t step);

/**
 * @brief A key by position.
 * @param step one of INNO_STEP_
 * @param index 0 to inno_key_count() - 1
 * @param[out] key number; NULL is allowed
 * @param[out] name static text, as in a configuration file: "min_coverage"; NULL is allowed
 * @param[out] type one of INNO_TYPE_; NULL is allowed
 * @param[out] scopes sum of INNO_SCOPE_; NULL is allowed
 * @return #INNO_OK, #INNO_E_ARGUMENT
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_key_info(int32_t step, int32_t index, int32_t *key, const char **name,
                                             int32_t *type, int32_t *scopes);

/**
 * @brief Number of a key from its name.
 * @param step one of INNO_STEP_
 * @param name as inno_key_info() gives it
 * @return the key, or 0 when there is none
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_key_from_name(int32_t step, const char *name);

/**
 * @brief Bounds and default of an F64 or I64 key.
 * @param key a key
 * @param[out] lower smallest value, -inf when there is none; NULL is allowed
 * @param[out] upper largest value, inf when there is none; NULL is allowed
 * @param[out] fallback the default; NaN when unset or when it depends on the rule; NULL is allowed
 * @return #INNO_OK, #INNO_E_KEY, #INNO_E_TYPE
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_key_bounds(int32_t key, double *lower, double *upper, double *fallback);

/**
 * @brief Number of choices of a CHOICE or CHAIN key.
 * @param key a key
 * @return 0 for another key
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_choice_count(int32_t key);

/**
 * @brief A choice by position; the first one is not necessarily the default.
 * @param key a CHOICE or CHAIN key
 * @param index 0 to inno_choice_count() - 1
 * @param[out] choice number; NULL is allowed
 * @param[out] name static text; NULL is allowed
 * @return #INNO_OK, #INNO_E_ARGUMENT
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_choice_info(int32_t key, int32_t index, int32_t *choice, const char **name);

/**
 * @brief Name of a choice.
 * @param key a CHOICE or CHAIN key
 * @param choice number
 * @return static text; NULL when there is none
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_choice_name(int32_t key, int32_t choice);

#ifdef __cplusplus
}
#endif
#endif
