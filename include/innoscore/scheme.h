/** @file
 * Schemes: one scheme is one construction step with its rules. Screening, imputation, treatment, normalization,
 * aggregation and ranking schemes have the same shape, so they are one type: a default for every node, and settings for
 * single nodes (and, for aggregation, single levels) that win over it. A setting is a frozen numeric key and a value.
 *
 * Parameters are in the indicator's own units and own direction: a goalpost of 20 means 20, also where less is better.
 * inno_method_create() refuses a setting that could have no effect and a code that the indicator set does not have.
 *
 * Every key, its type, default and bounds, and every rule can be listed (inno_key_info(), inno_choice_info()), so that
 * a configuration reader, a binding or a page of documentation is generated, not written.
 * @since 0.1
 */
#ifndef INNOSCORE_SCHEME_H
#define INNOSCORE_SCHEME_H

#include "innoscore/error.h"
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
/** @} */

/** @name Types of a key
 * @{ */
#define INNO_TYPE_F64 1    /**< a finite double: inno_scheme_set_f64(). @since 0.1 */
#define INNO_TYPE_I64 2    /**< an integer: inno_scheme_set_i64(). @since 0.1 */
#define INNO_TYPE_CHOICE 3 /**< one of the key's choices by number: inno_scheme_set_i64(). @since 0.1 */
#define INNO_TYPE_TEXT 4   /**< UTF-8 text: inno_scheme_set_text(). @since 0.1 */
#define INNO_TYPE_CHAIN 5  /**< names of choices in order, "a, b": inno_scheme_set_text(). @since 0.1 */
/** @} */

/** @name Scopes of a key, added up
 * @{ */
#define INNO_SCOPE_ALL 1   /**< may be set for the whole step. @since 0.1 */
#define INNO_SCOPE_NODE 2  /**< may be set for one node by its code. @since 0.1 */
#define INNO_SCOPE_LEVEL 4 /**< may be set for one level. @since 0.1 */
#define INNO_SCOPE_UNIT 8  /**< may be set for one unit by its code. @since 0.1 */
/** @} */

/** @name Keys of denomination
 * @{ */
#define INNO_KEY_DENOMINATE_RULE 100 /**< CHOICE, #INNO_DENOMINATE_DIVIDE by default. @since 0.1 */
#define INNO_DENOMINATE_NONE 1       /**< "none": leave the column as it is. @since 0.1 */
#define INNO_DENOMINATE_DIVIDE 2     /**< "divide": x / (denominator / scale). @since 0.1 */
/** @} */

/** @name Keys of screening
 * @{ */
#define INNO_KEY_SCREEN_RULE 200         /**< CHOICE, #INNO_SCREEN_COVERAGE by default. @since 0.1 */
#define INNO_KEY_SCREEN_MIN_COVERAGE 210 /**< F64 0..1, 2/3: smallest share of indicators with a value. @since 0.1 */
#define INNO_KEY_SCREEN_MIN_NONZERO 220  /**< F64 0..1, 0.05: smallest share of non-zero values. @since 0.1 */
#define INNO_KEY_SCREEN_FORCE 230        /**< CHOICE for one unit: kept or left out whatever its data. @since 0.1 */
#define INNO_SCREEN_NONE 1               /**< "none": only forced units. @since 0.1 */
#define INNO_SCREEN_COVERAGE 2           /**< "coverage": COINr's byNA. @since 0.1 */
#define INNO_SCREEN_NONZERO 3            /**< "nonzero": COINr's byzeros. @since 0.1 */
#define INNO_SCREEN_BOTH 4               /**< "both": out when either is low; COINr's byNAandzeros. @since 0.1 */
#define INNO_FORCE_INCLUDE 1             /**< "include". @since 0.1 */
#define INNO_FORCE_EXCLUDE 2             /**< "exclude". @since 0.1 */
/** @} */

/** @name Keys of imputation
 * @{ */
#define INNO_KEY_IMPUTE_RULE 300    /**< CHOICE, #INNO_IMPUTE_NONE by default. @since 0.1 */
#define INNO_KEY_IMPUTE_GROUP 310   /**< TEXT: name of the dataset's grouping; needed by the group rules. @since 0.1 */
#define INNO_KEY_IMPUTE_LEVEL 320   /**< I64 0..100, 2: siblings share the ancestor of this level; 0 = all. @since 0.1 */
#define INNO_IMPUTE_NONE 1          /**< "none": missing stays missing. @since 0.1 */
#define INNO_IMPUTE_MEAN 10         /**< "mean" of the column. @since 0.1 */
#define INNO_IMPUTE_MEDIAN 11       /**< "median" of the column. @since 0.1 */
#define INNO_IMPUTE_GROUP_MEAN 20   /**< "group_mean". @since 0.1 */
#define INNO_IMPUTE_GROUP_MEDIAN 21 /**< "group_median". @since 0.1 */
#define INNO_IMPUTE_SIBLING_MEAN 30 /**< "sibling_mean": the unit's mean over siblings scaled to 0..1. @since 0.1 */
/** @} */

/** @name Keys of treatment
 * @{ */
#define INNO_KEY_TREAT_RULES 400          /**< CHAIN, "winsorize, log_gii": tried in order until the test passes. @since 0.1 */
#define INNO_KEY_TREAT_SKEWNESS 410       /**< F64 > 0, 2: passes when |skewness| < this ... @since 0.1 */
#define INNO_KEY_TREAT_KURTOSIS 411       /**< F64, 3.5: ... or kurtosis < this. @since 0.1 */
#define INNO_KEY_TREAT_SKEWNESS_TYPE 412  /**< I64 1..3, 2: Joanes and Gill's types. @since 0.1 */
#define INNO_KEY_TREAT_KURTOSIS_TYPE 413  /**< I64 1..3, 2. @since 0.1 */
#define INNO_KEY_TREAT_LIMIT 420          /**< I64 >= 0, 5: winsorizing stops at this many points. @since 0.1 */
#define INNO_KEY_TREAT_COMBINE 430        /**< I64 0..1, 0: 1 = a rule works on the one before's values, not the original. @since 0.1 */
#define INNO_KEY_TREAT_FORCE 431          /**< I64 0..1, 0: 1 = apply the whole chain without the test. @since 0.1 */
#define INNO_KEY_TREAT_FACTOR 440         /**< F64 > 0: f of log_gii; unset = smallest power of ten >= 1 with f * max > 1. @since 0.1 */
#define INNO_KEY_TREAT_LAMBDA 441         /**< F64: lambda of boxcox; needed by it. @since 0.1 */
#define INNO_KEY_TREAT_DEGREE 442         /**< F64 >= 1, 2: degree of root. @since 0.1 */
#define INNO_TREAT_NONE 1                 /**< "none": leave the column as it is. @since 0.1 */
#define INNO_TREAT_WINSORIZE 10           /**< "winsorize". @since 0.1 */
#define INNO_TREAT_LOG 20                 /**< "log": ln x. @since 0.1 */
#define INNO_TREAT_LOG_GII 21             /**< "log_gii": ln((f max - 1)(x - min)/(max - min) + 1), mirrored for bads. @since 0.1 */
#define INNO_TREAT_LOG_CT 22              /**< "log_ct": ln(x - min + 0.01 (max - min)). @since 0.1 */
#define INNO_TREAT_LOG_CT_PLUS 23         /**< "log_ct_plus": log_ct, mirrored for negative skewness. @since 0.1 */
#define INNO_TREAT_LOG_CT_ORIG 24         /**< "log_ct_orig": ln(x - min + 1). @since 0.1 */
#define INNO_TREAT_BOXCOX 30              /**< "boxcox" on x - min + 1. @since 0.1 */
#define INNO_TREAT_ROOT 31                /**< "root": x^(1/degree), x >= 0. @since 0.1 */
/** @} */

/** @name Keys of normalization
 * @{ */
#define INNO_KEY_NORMALIZE_RULE 500      /**< CHOICE, #INNO_NORMALIZE_MINMAX by default. @since 0.1 */
#define INNO_KEY_NORMALIZE_LOWER 510     /**< F64: minmax 0: score of the worst; fixed_range (0), goalposts: lower bound in raw units. @since 0.1 */
#define INNO_KEY_NORMALIZE_UPPER 511     /**< F64: minmax 100: score of the best; fixed_range (100), goalposts: upper bound in raw units. @since 0.1 */
#define INNO_KEY_NORMALIZE_POINTS 512    /**< F64 > 0, 100: fixed_range, goalposts: score at the good bound. @since 0.1 */
#define INNO_KEY_NORMALIZE_TRUNCATE 513  /**< I64 0..1, 1: goalposts: cut to 0..points. @since 0.1 */
#define INNO_KEY_NORMALIZE_MEAN 520      /**< F64, 0: zscore: mean of the scores. @since 0.1 */
#define INNO_KEY_NORMALIZE_SD 521        /**< F64 > 0, 1: zscore: standard deviation of the scores. @since 0.1 */
#define INNO_KEY_NORMALIZE_TARGET 530    /**< F64: distance_to_target, raw units; needed by it. @since 0.1 */
#define INNO_KEY_NORMALIZE_REFERENCE 531 /**< TEXT: distance_to_reference: code of the reference unit; needed by it. @since 0.1 */
#define INNO_KEY_NORMALIZE_CAP 532       /**< I64 0..1, 0: distances: scores above 1 become 1. @since 0.1 */
#define INNO_KEY_NORMALIZE_TIES 540      /**< CHOICE of INNO_TIES_, #INNO_TIES_COMPETITION: rank rules. @since 0.1 */
#define INNO_KEY_NORMALIZE_LOG 550       /**< CHOICE, #INNO_LOG_NONE: take the logarithm first, of bounds and targets too. @since 0.1 */
#define INNO_NORMALIZE_NONE 1            /**< "none": x * direction. @since 0.1 */
#define INNO_NORMALIZE_MINMAX 10         /**< "minmax". @since 0.1 */
#define INNO_NORMALIZE_ZSCORE 11         /**< "zscore", divisor m - 1. @since 0.1 */
#define INNO_NORMALIZE_FIXED_RANGE 20    /**< "fixed_range": never truncated. @since 0.1 */
#define INNO_NORMALIZE_GOALPOSTS 21      /**< "goalposts". @since 0.1 */
#define INNO_NORMALIZE_RANK 30           /**< "rank" from below: the best has the highest. @since 0.1 */
#define INNO_NORMALIZE_PERCENTILE_RANK 31 /**< "percentile_rank": (rank - 1)/(m - 1). @since 0.1 */
#define INNO_NORMALIZE_BORDA 32          /**< "borda": rank - 1. @since 0.1 */
#define INNO_NORMALIZE_DISTANCE_TO_MAX 40 /**< "distance_to_max": 1 - (max - x)/(max - min). @since 0.1 */
#define INNO_NORMALIZE_DISTANCE_TO_REFERENCE 41 /**< "distance_to_reference". @since 0.1 */
#define INNO_NORMALIZE_DISTANCE_TO_TARGET 42    /**< "distance_to_target". @since 0.1 */
#define INNO_NORMALIZE_FRACTION_OF_MAX 43 /**< "fraction_of_max": x/max; where less is better min/x. @since 0.1 */
#define INNO_LOG_NONE 1                  /**< "none". @since 0.1 */
#define INNO_LOG_NATURAL 2               /**< "natural". @since 0.1 */
#define INNO_LOG_BASE10 3                /**< "base10". @since 0.1 */
/** @} */

/** @name Keys of aggregation
 * @{ */
#define INNO_KEY_AGGREGATE_RULE 600         /**< CHOICE, #INNO_AGGREGATE_ARITHMETIC by default. @since 0.1 */
#define INNO_KEY_AGGREGATE_POWER 610        /**< F64, not 0: exponent of power; needed by it. @since 0.1 */
#define INNO_KEY_AGGREGATE_MIN_COVERAGE 620 /**< F64 0..1, 0: smaller share of available children gives a missing value. @since 0.1 */
#define INNO_KEY_AGGREGATE_NONPOSITIVE 630  /**< CHOICE, #INNO_NONPOSITIVE_ERROR: geometric, harmonic, power but 1. @since 0.1 */
#define INNO_KEY_AGGREGATE_FLOOR 631        /**< F64 > 0: needed by #INNO_NONPOSITIVE_FLOOR. @since 0.1 */
#define INNO_KEY_AGGREGATE_SHIFT 632        /**< F64 > 0: needed by #INNO_NONPOSITIVE_SHIFT. @since 0.1 */
#define INNO_AGGREGATE_ARITHMETIC 10        /**< "arithmetic": sum(w x)/sum(w). @since 0.1 */
#define INNO_AGGREGATE_GEOMETRIC 11         /**< "geometric": exp(sum(w ln x)/sum(w)). @since 0.1 */
#define INNO_AGGREGATE_HARMONIC 12          /**< "harmonic": sum(w)/sum(w/x). @since 0.1 */
#define INNO_AGGREGATE_POWER 13             /**< "power": (sum(w x^p)/sum(w))^(1/p). @since 0.1 */
#define INNO_AGGREGATE_MEDIAN 20            /**< "median", unweighted; a child of weight 0 takes no part. @since 0.1 */
#define INNO_AGGREGATE_MINIMUM 21           /**< "minimum", unweighted; a child of weight 0 takes no part. @since 0.1 */
#define INNO_NONPOSITIVE_ERROR 1            /**< "error": #INNO_E_NONPOSITIVE names node, unit and cure. @since 0.1 */
#define INNO_NONPOSITIVE_FLOOR 2            /**< "floor": smaller values count as floor. @since 0.1 */
#define INNO_NONPOSITIVE_SHIFT 3            /**< "shift": mean of x + shift, minus shift. @since 0.1 */
/** @} */

/** @name Keys of ranking
 * @{ */
#define INNO_KEY_RANK_TIES 700      /**< CHOICE of INNO_TIES_, #INNO_TIES_COMPETITION by default. @since 0.1 */
#define INNO_TIES_COMPETITION 1     /**< "competition": 1 2 2 4. @since 0.1 */
#define INNO_TIES_MODIFIED 2        /**< "modified": 1 3 3 4. @since 0.1 */
#define INNO_TIES_DENSE 3           /**< "dense": 1 2 2 3. @since 0.1 */
#define INNO_TIES_FRACTIONAL 4      /**< "fractional": 1 2.5 2.5 4. @since 0.1 */
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
