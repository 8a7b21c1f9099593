# One line a file; a test compares this list with the disk.
set(INNO_EXPLAIN_SOURCES
  explain/change.c
  explain/change_data.c
  explain/change_split.c
  explain/contributions.c
  explain/method_json.c
  explain/method_json_read.c
  explain/owen.c
  explain/owen_coalitions.c
  explain/owen_means.c
  explain/owen_parts.c
  explain/owen_path.c
  explain/result_json.c
)
