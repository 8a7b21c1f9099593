# One line a file; a test compares this list with the disk.
set(INNO_EXPLAIN_SOURCES
)
