# The flat tier alone, as 32-bit Excel calls it: functions are __stdcall, and their names have no @n behind them. What it
# does not need is not compiled; the linker says so when something is missing here.
set(beside ${INNO_BASE_SOURCES} ${INNO_NUMERIC_SOURCES} ${INNO_CONSTRUCT_SOURCES} ${INNO_FRONTIER_SOURCES}
  analyze/adequacy.c
  analyze/correlation.c
  analyze/reliability.c
  analyze/reliability_split.c
  api/dataset.c
  api/frontier.c
  api/frontier_options.c
  api/indicator_set.c
  api/method.c
  api/result.c
  api/scheme.c
  api/written.c
)
set(flat ${INNO_API_SOURCES})
list(FILTER flat INCLUDE REGEX "^api/(flat|trend)")
file(STRINGS ${PROJECT_SOURCE_DIR}/cmake/innoscore.def names REGEX "^ +inno_flat_")
list(JOIN names "\n" names)
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/innoscore32.def "EXPORTS\n${names}\n")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cmake/innoscore.def)

add_library(innoscore_beside_flat STATIC EXCLUDE_FROM_ALL ${beside})
add_library(innoscore_flat SHARED EXCLUDE_FROM_ALL ${flat} ${CMAKE_CURRENT_BINARY_DIR}/innoscore32.def)
foreach(target innoscore_beside_flat innoscore_flat)
  inno_compile_library(${target})
  target_compile_definitions(${target} PRIVATE INNO_STATIC PUBLIC INNO_STDCALL)
endforeach()
set_target_properties(innoscore_flat PROPERTIES PREFIX "" RUNTIME_OUTPUT_NAME innoscore32-${INNO_ABI} ARCHIVE_OUTPUT_NAME innoscore32)
target_link_libraries(innoscore_flat PRIVATE innoscore_beside_flat)
target_link_options(innoscore_flat PRIVATE -static-libgcc LINKER:--no-insert-timestamp LINKER:--enable-stdcall-fixup)
# the linker's import library would lack the @n that a caller compiled with INNO_STDCALL asks for
add_custom_command(TARGET innoscore_flat POST_BUILD COMMAND sh ${PROJECT_SOURCE_DIR}/cmake/import-stdcall ${CMAKE_NM} ${CMAKE_DLLTOOL}
  $<TARGET_FILE:innoscore_flat> $<TARGET_LINKER_FILE:innoscore_flat> $<TARGET_OBJECTS:innoscore_flat> COMMAND_EXPAND_LISTS VERBATIM)
