# One line a file; a test compares this list with the disk.
set(INNO_API_SOURCES
  api/dataset.c
  api/error.c
  api/indicator_set.c
  api/method.c
  api/record.c
  api/result.c
  api/scheme.c
  api/status.c
  api/version.c
  api/weights.c
)
