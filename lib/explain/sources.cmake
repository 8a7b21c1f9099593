# One line a file; a test compares this list with the disk.
set(INNO_EXPLAIN_SOURCES
  explain/method_json.c
  explain/method_json_read.c
  explain/result_json.c
)
