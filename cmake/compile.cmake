# How everything of ours is compiled. The numbers depend on it: no contraction, never fast-math.
set(INNO_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes)
if(MINGW) # its isfinite() and isnan() name the variant for float too, which is not the one taken
  list(APPEND INNO_WARNINGS -Wno-float-conversion)
endif()
if(INNO_WERROR)
  list(APPEND INNO_WARNINGS -Werror)
endif()

function(inno_compile target)
  set_target_properties(${target} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)
  if(NOT MSVC)
    target_compile_options(${target} PRIVATE ${INNO_WARNINGS} -ffp-contract=off)
  endif()
endfunction()

# What only the library adds: -Os where speed is nothing (lib/CMakeLists.txt has the exceptions); errno and traps are nobody's business here, the values stay the same.
function(inno_compile_library target)
  inno_compile(${target})
  set_target_properties(${target} PROPERTIES C_VISIBILITY_PRESET hidden)
  if(NOT INNO_WASM) # a module is linked as a whole
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  endif()
  target_compile_options(${target} PRIVATE -fno-math-errno -fno-trapping-math $<$<CONFIG:Release>:-Os>)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(i[3-6]86|x86)$")
    target_compile_options(${target} PRIVATE -msse2 -mfpmath=sse)
    if(WIN32) # its callers align the stack to 4 bytes only
      target_compile_options(${target} PRIVATE -mstackrealign)
    endif()
  endif()
  if(INNO_WASM AND INNO_WASM_SIMD)
    target_compile_options(${target} PRIVATE -msimd128 -mbulk-memory)
  endif()
  target_include_directories(${target}
    PUBLIC $<BUILD_INTERFACE:${innoscore_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${innoscore_SOURCE_DIR}/lib)
endfunction()
