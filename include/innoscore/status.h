/** @file
 * Status codes: what a call returns. 0 is success; every other value is an error.
 * Bands: 1-99 the call was wrong, 100-199 the data are, 200-299 the numbers cannot be computed, 300-399 resources.
 * Numbers are frozen: a retired one stays reserved.
 * @since 0.1
 */
#ifndef INNOSCORE_STATUS_H
#define INNOSCORE_STATUS_H

#include <stdint.h>

#include "innoscore/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Result of a call: #INNO_OK or one of the INNO_E_ codes. @since 0.1 */
typedef int32_t inno_status;

/** @brief The list of all codes as X(NAME, number, English sentence, Vietnamese sentence). @since 0.1 */
#define INNO_STATUS_LIST(X)                                                                                            \
  X(OK, 0, "success", "thành công")                                                                                    \
  X(E_NULL, 1, "a required pointer is NULL", "thiếu con trỏ bắt buộc (NULL)")                                          \
  X(E_ARGUMENT, 2, "an argument is outside its range", "tham số nằm ngoài phạm vi cho phép")                           \
  X(E_KEY, 3, "this scheme has no such key", "lược đồ không có khóa này")                                              \
  X(E_TYPE, 4, "the key has another type", "khóa có kiểu khác")                                                        \
  X(E_VALUE, 5, "the value is outside the key's range", "giá trị nằm ngoài phạm vi của khóa")                          \
  X(E_RULE, 6, "unknown rule", "không có quy tắc này")                                                                 \
  X(E_CODE, 7, "unknown code", "không có mã này")                                                                      \
  X(E_DUPLICATE, 8, "the code is already there", "mã bị trùng")                                                        \
  X(E_TREE, 9, "the indicator set is not a tree with one index", "bộ chỉ tiêu không phải là cây có một gốc duy nhất")  \
  X(E_FROZEN, 10, "the object is frozen", "đối tượng đã khóa")                                                         \
  X(E_NOT_FROZEN, 11, "the object is not frozen yet", "đối tượng chưa khóa")                                           \
  X(E_ORDER, 12, "the steps are not in a possible order", "thứ tự các bước không hợp lệ")                              \
  X(E_BUFFER, 13, "the buffer is too small", "bộ đệm quá nhỏ")                                                         \
  X(E_ALIGN, 14, "pointer or stride is not a multiple of 8 bytes", "con trỏ hoặc bước nhảy không chia hết cho 8 byte") \
  X(E_NOT_KEPT, 15, "the result did not keep this", "kết quả không lưu phần này")                                      \
  X(E_TEXT, 16, "the text is not valid UTF-8 without control characters", "văn bản không phải UTF-8 hợp lệ")           \
  X(E_UNFINISHED, 17, "the run is not finished", "lượt tính chưa xong")                                                \
  X(E_INFINITE, 100, "a value is infinite", "có giá trị vô hạn")                                                       \
  X(E_NODATA, 101, "there are no values", "không có giá trị nào")                                                      \
  X(E_CONSTANT, 102, "all values are equal", "mọi giá trị đều bằng nhau")                                              \
  X(E_MISSING_COLUMN, 103, "the dataset has no such column", "dữ liệu không có cột này")                               \
  X(E_MISSING_GROUP, 104, "the dataset has no such group", "dữ liệu không có nhóm này")                                \
  X(E_MISSING_PARAMETER, 105, "the rule needs a parameter that is not set", "quy tắc cần một tham số chưa được đặt")   \
  X(E_WEIGHTS, 106, "the weights of a node sum to zero", "tổng trọng số của một nút bằng không")                       \
  X(E_NONPOSITIVE, 200, "a logarithm, ratio or mean met a value that is not positive",                                 \
    "phép logarit, tỷ số hoặc trung bình gặp giá trị không dương")                                                     \
  X(E_DOMAIN, 201, "the rule is not defined for these values", "quy tắc không xác định với các giá trị này")           \
  X(E_OVERFLOW, 202, "a result is too large for a double", "kết quả vượt quá phạm vi số thực")                         \
  X(E_NOMEM, 300, "out of memory", "không đủ bộ nhớ")                                                                  \
  X(E_SIZE, 301, "a size is beyond the limits", "kích thước vượt quá giới hạn")

/** @brief The codes as constants, INNO_OK, INNO_E_NULL and so on. @since 0.1 */
enum {
#define INNO_STATUS_ENUM(name, number, en, vi) INNO_##name = number,
  INNO_STATUS_LIST(INNO_STATUS_ENUM)
#undef INNO_STATUS_ENUM
      INNO_STATUS_RESERVED_ = -1 /**< never returned */
};

/** @brief Language of sentences: English. @since 0.1 */
#define INNO_LANGUAGE_EN 0
/** @brief Language of sentences: Vietnamese. @since 0.1 */
#define INNO_LANGUAGE_VI 1

/**
 * @brief Name of a status, for instance "INNO_E_NULL".
 * @param status any number
 * @return static text, never NULL; "INNO_E_UNKNOWN" for a number that is no status
 * @note Threads: pure. Allocates: never.
 * @since 0.1
 */
INNO_API const char *INNO_CALL inno_status_name(inno_status status);

/**
 * @brief One general sentence for a status; the particular one is in the #inno_error of the call.
 * @param status any number
 * @param language #INNO_LANGUAGE_EN or #INNO_LANGUAGE_VI; any other number gives English
 * @return static UTF-8 text, never NULL
 * @note Threads: pure. Allocates: never.
 * @since 0.1
 */
INNO_API const char *INNO_CALL inno_status_text(inno_status status, int32_t language);

#ifdef __cplusplus
}
#endif
#endif
