# One line a file; a test compares this list with the disk.
set(INNO_FRONTIER_SOURCES
  frontier/benefit_of_doubt.c
  frontier/common_weights.c
  frontier/directional.c
  frontier/frontier.c
  frontier/options.c
  frontier/order_m.c
  frontier/values.c
)
