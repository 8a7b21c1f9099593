/** @file
 * The indicator set: the tree of indicators and aggregates, with each node's direction, weight and denominator.
 *
 * Build it node by node in any order (a parent may come after its children), freeze it, then give it to
 * inno_method_create(). Freezing numbers the nodes: indicators first, in the order they were added, then the aggregates
 * level by level, in the order they were added. The last node is the index. Level of an indicator = 1, of an aggregate =
 * 1 + the highest level of its children.
 * @since 0.1
 */
#ifndef INNOSCORE_INDICATOR_SET_H
#define INNOSCORE_INDICATOR_SET_H

#include "innoscore/error.h"
#include "innoscore/limits.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief The tree. Mutable until frozen. @since 0.1 */
typedef struct inno_indicator_set inno_indicator_set;

/**
 * @brief Makes an empty indicator set.
 * @param allocator NULL = malloc; copied
 * @param[out] out the new set, NULL on failure; destroy with inno_indicator_set_destroy()
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_NOMEM
 * @note Threads: pure. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_indicator_set_create(const inno_allocator *allocator, inno_indicator_set **out,
                                                         inno_error *error);

/**
 * @brief Destroys a set. Methods and results made from it stay valid.
 * @param set NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_indicator_set_destroy(inno_indicator_set *set);

/**
 * @brief Adds a node with direction 1, weight 1 and no denominator. A node that nobody names as parent is an indicator.
 * @param set not frozen
 * @param code unique UTF-8 text without control characters, 1 to #INNO_LIMIT_TEXT bytes
 * @param parent code of the parent, present or still to come; NULL or "" = this node is the index
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TEXT, #INNO_E_DUPLICATE, #INNO_E_FROZEN, #INNO_E_SIZE, #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_indicator_set_add(inno_indicator_set *set, const char *code, const char *parent,
                                                      inno_error *error);

/**
 * @brief Sets the direction of a node. Only an indicator's direction has an effect; -1 on an aggregate is refused at freeze.
 * @param set not frozen
 * @param code of a node that was added
 * @param direction 1 = more is better, -1 = less is better
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_CODE, #INNO_E_ARGUMENT, #INNO_E_FROZEN
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_indicator_set_direction(inno_indicator_set *set, const char *code,
                                                            int32_t direction, inno_error *error);

/**
 * @brief Sets the weight of a node inside its parent. Weights need not sum to 1.
 * @param set not frozen
 * @param code of a node that was added
 * @param weight finite, >= 0
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_CODE, #INNO_E_ARGUMENT (negative, NaN, infinite), #INNO_E_FROZEN
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_indicator_set_weight(inno_indicator_set *set, const char *code, double weight,
                                                         inno_error *error);

/**
 * @brief Names the dataset column that scales an indicator: value = x / (denominator / scale).
 * @param set not frozen
 * @param code of a node that was added and is an indicator
 * @param column code of the dataset column; NULL or "" = no denominator
 * @param scale finite, > 0; for instance 10000 for "per 10,000 people"
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_CODE, #INNO_E_TEXT, #INNO_E_ARGUMENT, #INNO_E_FROZEN, #INNO_E_NOMEM
 * @note Threads: exclusive. Allocates: yes. Formula: COINr Denominate with ScaleFactor. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_indicator_set_denominator(inno_indicator_set *set, const char *code,
                                                              const char *column, double scale, inno_error *error);

/**
 * @brief Checks the tree and freezes it: one index, no cycle, no orphan, every aggregate with a child.
 * Freezing a frozen set does nothing.
 * @param set not NULL
 * @param[out] error names the node that is wrong; NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_TREE, #INNO_E_SIZE, #INNO_E_ARGUMENT, #INNO_E_NOMEM; on failure the set stays open
 * @note Threads: exclusive. Allocates: yes. Time: proportional to the nodes. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_indicator_set_freeze(inno_indicator_set *set, inno_error *error);

/**
 * @brief Number of nodes that were added.
 * @param set NULL gives 0
 * @return 0 to #INNO_LIMIT_NODES
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_indicator_set_node_count(const inno_indicator_set *set);

/**
 * @brief Number of indicators; they are nodes 0 to this - 1.
 * @param set frozen; NULL or open gives 0
 * @return 0 to #INNO_LIMIT_NODES
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_indicator_set_indicator_count(const inno_indicator_set *set);

/**
 * @brief Number of a node.
 * @param set frozen
 * @param code text
 * @return 0 to node count - 1; -1 when there is no such code, the set is open, or an argument is NULL
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_indicator_set_find(const inno_indicator_set *set, const char *code);

/**
 * @brief Code of a node.
 * @param set frozen
 * @param node 0 to node count - 1
 * @return text that lives as long as the set; NULL when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_indicator_set_code(const inno_indicator_set *set, int64_t node);

/**
 * @brief Parent of a node.
 * @param set frozen
 * @param node 0 to node count - 1
 * @return number of the parent; -1 for the index and when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_indicator_set_parent(const inno_indicator_set *set, int64_t node);

/**
 * @brief Level of a node: 1 = indicators, highest = the index.
 * @param set frozen
 * @param node 0 to node count - 1
 * @return 1 to #INNO_LIMIT_LEVELS; 0 when an argument is wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_indicator_set_level(const inno_indicator_set *set, int64_t node);

#ifdef __cplusplus
}
#endif
#endif
