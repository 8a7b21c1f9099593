# One line a file; a test compares this list with the disk.
set(INNO_BASE_SOURCES
  base/error.c
  base/json.c
  base/json_write.c
  base/memory.c
  base/names.c
  base/parse.c
  base/sha256.c
  base/shortest.c
  base/status.c
  base/table.c
  base/text.c
  base/view.c
)
