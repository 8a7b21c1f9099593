/** @file
 * Assumptions: the uncertain choices behind an index, each with its alternatives or its distribution. A list of them,
 * with a method and a dataset, makes an uncertainty (uncertainty.h).
 *
 * Every assumption has a fixed number of dimensions: numbers between 0 and 1 that decide its draw. So replicate r draws
 * the same whoever asks, and the dimensions are the inputs of a sensitivity analysis. Assumptions are numbered in the
 * order of adding, from 0 in arguments and results; the sentence of an error counts from 1 and adds the kind, as in
 * "assumption 2 (simplex)". What a call can check it checks; what needs the method and the data,
 * inno_uncertainty_create() does: an assumption that cannot have an effect, or two about the same weight, are refused
 * there with the reason.
 *
 * A single weight is drawn on the scale of the nominal ones of its siblings. Weights of a whole family are shares, which
 * sum to 1: before they are used they are multiplied by the sum of the nominal ones, for rules that do not divide by it.
 * @since 0.1
 */
#ifndef INNOSCORE_ASSUMPTIONS_H
#define INNOSCORE_ASSUMPTIONS_H

#include "innoscore/scheme.h"
#include "innoscore/weights.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief A list of assumptions. Mutable; an uncertainty copies what it needs. @since 0.1 */
typedef struct inno_assumptions inno_assumptions;

/** @name Kinds of assumptions
 * @{ */
#define INNO_ASSUME_SCHEMES 1       /**< one of several schemes for a step; 1 dimension. @since 0.1 */
#define INNO_ASSUME_WEIGHT_SETS 2   /**< one of several sets of weights; 1 dimension. @since 0.1 */
#define INNO_ASSUME_WEIGHT_RANGE 3  /**< one weight, uniform; 1 dimension. @since 0.1 */
#define INNO_ASSUME_WEIGHT_NOISE 4  /**< weights of a level, uniform around themselves; 1 a node. @since 0.1 */
#define INNO_ASSUME_SIMPLEX 5       /**< weights of a family, uniform over all that sum to 1; children - 1. @since 0.1 */
#define INNO_ASSUME_DIRICHLET 6     /**< weights of a family around the nominal ones; 1 a child. @since 0.1 */
#define INNO_ASSUME_BOUNDED 7       /**< weights of a family, uniform between bounds; children - 1. @since 0.1 */
#define INNO_ASSUME_ORDER 8         /**< weights of a family, uniform in an order; children - 1. @since 0.1 */
#define INNO_ASSUME_REMOVAL 9       /**< one of several nodes is left out; 1 dimension. @since 0.1 */
#define INNO_ASSUME_ERROR 10        /**< values are measured with error; 1 a value. @since 0.1 */
/** @} */

/** @name Laws of a measurement error
 * @{ */
#define INNO_ERROR_NORMAL 1    /**< normal, sd = size. @since 0.1 */
#define INNO_ERROR_UNIFORM 2   /**< uniform within -size .. size. @since 0.1 */
#define INNO_ERROR_LOGNORMAL 3 /**< the value times exp(normal, sd = size): median the value. @since 0.1 */
/** @} */

/** @name What the size of a measurement error is measured in
 * @{ */
#define INNO_ERROR_ABSOLUTE 1 /**< the indicator's own unit. @since 0.1 */
#define INNO_ERROR_RELATIVE 2 /**< the size of the value: 0.05 = 5 %. @since 0.1 */
#define INNO_ERROR_SD 3       /**< the standard deviation of the column. @since 0.1 */
/** @} */

/**
 * @brief Makes an empty list.
 * @param allocator NULL = malloc; copied
 * @param[out] out the new list, NULL on failure; destroy with inno_assumptions_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_create(const inno_allocator *allocator, inno_assumptions **out,
                                                       inno_error *error);

/**
 * @brief Destroys a list. Uncertainties made from it stay valid.
 * @param assumptions NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_assumptions_destroy(inno_assumptions *assumptions);

/**
 * @brief Number of assumptions.
 * @param assumptions NULL gives 0
 * @return 0 or more
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_assumptions_count(const inno_assumptions *assumptions);

/**
 * @brief A step of the method is done by one of several schemes: normalization, treatment limit or rule, imputation,
 * aggregation, ...
 * @param assumptions the object
 * @param position of the step among the schemes that inno_uncertainty_create() gets, from 0
 * @param schemes 2 or more, of the kind of that step; copied. Whether the method's own scheme is one of them is the
 * caller's choice: the nominal result is always made with the method's own
 * @param count number of schemes
 * @param probabilities count numbers above 0, any sum; NULL = all the same
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (position, count, schemes of different steps, a probability),
 * #INNO_E_NOMEM; on failure the list is as before
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_schemes(inno_assumptions *assumptions, int64_t position,
                                                            const inno_scheme *const *schemes, int64_t count,
                                                            const double *probabilities, inno_error *error);

/**
 * @brief The weights of all nodes are one of several sets, of which no two give every node the same share.
 * @param assumptions the object
 * @param sets 2 or more, of the indicator set that inno_uncertainty_create() gets; copied
 * @param count number of sets
 * @param probabilities as in inno_assumptions_add_schemes()
 * @param[out] error NULL is allowed
 * @return as inno_assumptions_add_schemes()
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_weight_sets(inno_assumptions *assumptions,
                                                                const inno_weights *const *sets, int64_t count,
                                                                const double *probabilities, inno_error *error);

/**
 * @brief The weight of a node is uniform between two bounds, independent of all others: the JRC's way.
 * @param assumptions the object
 * @param code a node below the index that has siblings
 * @param lower 0 or more
 * @param upper above lower, finite
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_VALUE (bounds), #INNO_E_NOMEM; on failure the list is as before
 * @note Threads: exclusive. Allocates: yes. Source: JRC audit of the GII. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_weight_range(inno_assumptions *assumptions, const char *code,
                                                                 double lower, double upper, inno_error *error);

/**
 * @brief Every weight of a level is itself times 1 + share (2 u - 1), u uniform, independent of each other. Nodes without
 * siblings or of weight 0 have no part in it, and no dimension.
 * @param assumptions the object
 * @param level 1 = indicators, ... below that of the index
 * @param share above 0, at most 1
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT (level), #INNO_E_VALUE (share), #INNO_E_NOMEM; on failure the list is
 * as before
 * @note Threads: exclusive. Allocates: yes. Source: COINr get_noisy_weights. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_weight_noise(inno_assumptions *assumptions, int32_t level,
                                                                 double share, inno_error *error);

/**
 * @brief The weights of a family are uniform over all weights of 0 or more that sum to 1: nothing is known of them.
 * @param assumptions the object
 * @param parent an aggregate with two or more children
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_NOMEM; on failure the list is as before
 * @note Threads: exclusive. Allocates: yes. Source: SMAA-2, Lahdelma and Salminen 2001. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_simplex(inno_assumptions *assumptions, const char *parent,
                                                            inno_error *error);

/**
 * @brief The weights of a family are Dirichlet with means at the nominal shares: parameters concentration x share.
 * @param assumptions the object
 * @param parent an aggregate with two or more children, none of weight 0
 * @param concentration above 0: the larger, the nearer to the nominal weights. inno_uncertainty_create() refuses one with
 * a parameter outside 1e-300 .. 5e9
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_VALUE, #INNO_E_NOMEM; on failure the list is as before
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_dirichlet(inno_assumptions *assumptions, const char *parent,
                                                              double concentration, inno_error *error);

/**
 * @brief The weights of a family are uniform over all that sum to 1 and lie between bounds. Exact.
 * @param assumptions the object
 * @param parent an aggregate with 2 to #INNO_LIMIT_BOUNDED children; more is refused with the cure
 * @param codes its children, each once
 * @param lower count numbers, 0 or more; their sum is below 1
 * @param upper count numbers, each above its lower one; their sum is above 1
 * @param count number of children
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_ARGUMENT (count), #INNO_E_VALUE (bounds), #INNO_E_SIZE,
 * #INNO_E_DUPLICATE, #INNO_E_NOMEM; on failure the list is as before
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_bounded(inno_assumptions *assumptions, const char *parent,
                                                            const char *const *codes, const double *lower,
                                                            const double *upper, int64_t count, inno_error *error);

/**
 * @brief The weights of a family are uniform over all that sum to 1 and are in an order of importance.
 * @param assumptions the object
 * @param parent an aggregate with two or more children
 * @param codes its children, each once, the most important first
 * @param count number of children
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_ARGUMENT (count), #INNO_E_DUPLICATE, #INNO_E_NOMEM; on failure the
 * list is as before
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_order(inno_assumptions *assumptions, const char *parent,
                                                          const char *const *codes, int64_t count, inno_error *error);

/**
 * @brief One of several nodes is left out of the aggregation; its siblings share its weight.
 * @param assumptions the object
 * @param codes nodes below the index that have siblings
 * @param count 1 or more
 * @param none 1 = that no node is left out is one more alternative, as likely as each of the others; 0 = it is not
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_ARGUMENT (count, none; one node without none), #INNO_E_DUPLICATE,
 * #INNO_E_NOMEM; on failure the list is as before
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_removal(inno_assumptions *assumptions, const char *const *codes,
                                                            int64_t count, int32_t none, inno_error *error);

/**
 * @brief Values of an indicator are measured with error; missing ones stay missing.
 *
 * Every value of the column gets an error of its own, in every period; the dimensions are as many as values. Runs take
 * longer: everything from the raw data on is computed anew in every replicate.
 * @param assumptions the object
 * @param code an indicator
 * @param unit NULL = every unit; else the one whose values have the error
 * @param law INNO_ERROR_ law
 * @param size above 0
 * @param measure what size is measured in; #INNO_ERROR_LOGNORMAL takes #INNO_ERROR_RELATIVE only
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_RULE (law, measure), #INNO_E_VALUE (size), #INNO_E_NOMEM; on
 * failure the list is as before
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_error(inno_assumptions *assumptions, const char *code,
                                                          const char *unit, int32_t law, double size, int32_t measure,
                                                          inno_error *error);

/**
 * @brief The JRC's design for the GII in one call: weights of pillars, aggregation and imputation vary together.
 *
 * Adds, in this order: a range for each pillar; the method's aggregation or a geometric mean at the level of the pillars'
 * parents, as likely; the method's imputation or EM within families, as likely. Positions are as in
 * inno_assumptions_add_schemes(), -1 = this choice does not vary.
 * @param assumptions the object
 * @param codes the pillars
 * @param lower count numbers: lower bounds of the weights (GII: 0.1 of five input pillars, 0.4 of two output pillars)
 * @param upper count numbers: upper bounds (GII: 0.3 and 0.6)
 * @param count number of pillars, 1 or more
 * @param aggregation the method's own scheme of aggregation; NULL with position -1
 * @param aggregation_position its position
 * @param geometric_level level of the aggregates that become geometric means, 2 or more; 0 with position -1
 * @param imputation the method's own scheme of imputation; NULL with position -1
 * @param imputation_position its position
 * @param[out] error NULL is allowed
 * @return as inno_assumptions_add_weight_range() and inno_assumptions_add_schemes(); on failure the list is as before
 * @note Threads: exclusive. Allocates: yes. Source: GII 2023, Appendix II. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_assumptions_add_jrc(inno_assumptions *assumptions, const char *const *codes,
                                                        const double *lower, const double *upper, int64_t count,
                                                        const inno_scheme *aggregation, int64_t aggregation_position,
                                                        int32_t geometric_level, const inno_scheme *imputation,
                                                        int64_t imputation_position, inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
