# Fuzz targets. As tests they replay their corpus and thousands of inputs that are the same everywhere; with INNO_FUZZ
# (clang; see fuzz/run) libFuzzer drives them instead and they are no tests.
option(INNO_FUZZ "Link the fuzz targets with libFuzzer" OFF)
add_library(fuzz_support STATIC fuzz/fuzz.c)
inno_compile(fuzz_support)
target_link_libraries(fuzz_support PUBLIC test_support)

function(add_fuzz_target name inputs) # more sources, if any
  add_executable(test_fuzz_${name} fuzz/${name}.c ${ARGN})
  inno_compile(test_fuzz_${name})
  target_compile_definitions(test_fuzz_${name} PRIVATE _POSIX_C_SOURCE=200809L)
  target_link_libraries(test_fuzz_${name} PRIVATE fuzz_support)
  if(INNO_FUZZ)
    target_link_options(test_fuzz_${name} PRIVATE -fsanitize=fuzzer)
    return()
  endif()
  target_sources(test_fuzz_${name} PRIVATE fuzz/replay.c)
  target_compile_definitions(test_fuzz_${name} PRIVATE FUZZ_INPUTS=${inputs}
    FUZZ_CORPUS="${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name}")
  add_test(NAME fuzz.${name} COMMAND test_fuzz_${name})
  set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz)
endfunction()

add_fuzz_target(number 4000)
add_fuzz_target(scheme 1200)
add_fuzz_target(run 2000)
add_fuzz_target(flat 4000)
add_fuzz_target(frames 4000)
add_fuzz_target(json 4000)
add_fuzz_target(tally 4000)

if(INNO_EXAMPLES AND NOT WIN32) # it takes the terminal's place as POSIX has it
  set(scoreboard_readers assume catalog data framework frontier_rule ini judgement lookup memory number optimal panel plan session table utf8)
  list(TRANSFORM scoreboard_readers REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/examples/scoreboard/\\1.c")
  add_fuzz_target(tables 1000 ${scoreboard_readers})
  target_include_directories(test_fuzz_tables PRIVATE ${PROJECT_SOURCE_DIR}/examples/scoreboard ${CSV_INCLUDE_DIR})
  target_link_libraries(test_fuzz_tables PRIVATE ${CSV_LIBRARY} m)
endif()
