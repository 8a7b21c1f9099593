# Tests of the promise around the code: headers, symbols, ABI, purity, arrows, sources, size, installation.
set(gate_python /usr/bin/python3)

# What is compiled for other systems is compiled once (cmake/build.sh); what is for this one is there.
function(gate name)
  add_test(NAME gate.${name} COMMAND ${CMAKE_COMMAND} -E env INNO_BUILDS=${PROJECT_BINARY_DIR}/systems INNO_NATIVE=${PROJECT_BINARY_DIR} ${ARGN})
  set_tests_properties(gate.${name} PROPERTIES LABELS gate SKIP_RETURN_CODE 77)
endfunction()

gate(headers sh ${CMAKE_CURRENT_SOURCE_DIR}/abi/headers.sh)
gate(exports ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/abi/exports.py $<TARGET_FILE:innoscore_shared>)
gate(documented ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/abi/documented.py)
gate(handbook ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/abi/handbook.py $<TARGET_FILE:innoscore_shared>)
gate(fields ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/abi/fields.py $<TARGET_FILE:innoscore_shared>)
gate(purity ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/abi/purity.py $<TARGET_FILE:innoscore_shared>)
gate(arrows ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/abi/arrows.py)
gate(keys ${gate_python} ${PROJECT_SOURCE_DIR}/cmake/update-keys --check)
gate(python_generated ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/abi/python_generated.py $<TARGET_FILE:innoscore_shared>)
gate(sobol ${gate_python} ${PROJECT_SOURCE_DIR}/cmake/update-sobol --check)
gate(reference ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/abi/reference.py ${INNO_SHARED_DIR})
gate(sources ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/abi/sources.py)
gate(one_line sh ${CMAKE_CURRENT_SOURCE_DIR}/abi/one_line.sh)
gate(size sh ${CMAKE_CURRENT_SOURCE_DIR}/abi/size.sh $<TARGET_FILE:innoscore_shared>)
gate(denormals ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/abi/denormals.py $<TARGET_FILE:innoscore_shared>)
gate(ctypes ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/bindings/ctypes_caller.py $<TARGET_FILE:innoscore_shared>)
file(GLOB callers CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/bindings ${CMAKE_CURRENT_SOURCE_DIR}/bindings/ctypes_*.py)
list(REMOVE_ITEM callers ctypes_caller.py)
list(TRANSFORM callers REPLACE "^ctypes_|[.]py$" "")
foreach(caller ${callers})
  gate(ctypes_${caller} ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/bindings/ctypes_${caller}.py $<TARGET_FILE:innoscore_shared>)
endforeach()
if(TARGET scoreboard)
  set(program $<TARGET_FILE:scoreboard>) # the package's numbers are compared with its
endif()
gate(python sh ${CMAKE_CURRENT_SOURCE_DIR}/python/run wheel $<TARGET_FILE:innoscore_shared> ${program})
set_tests_properties(gate.python PROPERTIES PROCESSORS 2 COST 200 TIMEOUT 1800) # it compiles the library twice
gate(sheet_generated ${gate_python} ${PROJECT_SOURCE_DIR}/examples/spreadsheet/generate --check)
gate(sheet_cells ${gate_python} -m pytest -q -p no:cacheprovider ${CMAKE_CURRENT_SOURCE_DIR}/spreadsheet/test_cells.py)
set_tests_properties(gate.sheet_cells PROPERTIES
  ENVIRONMENT "INNOSCORE_CELLS=$<TARGET_FILE:innoscore_cells_shared>;PYTHONDONTWRITEBYTECODE=1")
gate(sheet_calc sh ${CMAKE_CURRENT_SOURCE_DIR}/spreadsheet/calc/run ${CMAKE_CURRENT_BINARY_DIR}/calc)
set_tests_properties(gate.sheet_calc PROPERTIES ENVIRONMENT "INNO_NATIVE=${PROJECT_BINARY_DIR}" PROCESSORS 2 COST 150
  TIMEOUT 1800) # it compiles the library for Windows too
foreach(plugin office gnumeric)
  gate(sheet_${plugin} sh ${CMAKE_CURRENT_SOURCE_DIR}/spreadsheet/${plugin}/run ${CMAKE_CURRENT_BINARY_DIR}/sheet_${plugin})
  set_tests_properties(gate.sheet_${plugin} PROPERTIES PROCESSORS 2 COST 150 TIMEOUT 1800) # each compiles the library once more
endforeach()
gate(hosts ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/golden/hosts/make.py --check)
set_tests_properties(gate.hosts PROPERTIES ENVIRONMENT "INNOSCORE_LIBRARY=$<TARGET_FILE:innoscore_shared>;PYTHONDONTWRITEBYTECODE=1")
gate(wasm sh ${CMAKE_CURRENT_SOURCE_DIR}/wasm/run ${CMAKE_CURRENT_BINARY_DIR}/wasm)
set_tests_properties(gate.wasm PROPERTIES PROCESSORS 2 COST 150 TIMEOUT 1800) # it compiles the library once more
gate(sheet_excel sh ${CMAKE_CURRENT_SOURCE_DIR}/spreadsheet/excel/run ${CMAKE_CURRENT_BINARY_DIR}/excel $<TARGET_FILE:innoscore_cells_shared>)
set_tests_properties(gate.sheet_excel PROPERTIES PROCESSORS 2 COST 200 TIMEOUT 3600) # it compiles the library twice
gate(windows sh ${CMAKE_CURRENT_SOURCE_DIR}/windows/run ${CMAKE_CURRENT_BINARY_DIR}/windows $<TARGET_FILE:innoscore_static> ${program})
set_tests_properties(gate.windows PROPERTIES PROCESSORS 2 COST 250 TIMEOUT 3600) # it compiles library and tests, and runs these
gate(link_declarations ${gate_python} ${CMAKE_CURRENT_SOURCE_DIR}/linking/declarations.py)
foreach(language c cpp java node r csharp)
  gate(link_${language} sh ${CMAKE_CURRENT_SOURCE_DIR}/linking/run ${language} $<TARGET_FILE:innoscore_shared> ${PROJECT_BINARY_DIR}
    ${program})
  set_tests_properties(gate.link_${language} PROPERTIES TIMEOUT 600)
endforeach()
if(TARGET scoreboard)
  foreach(engine mpi dask)
    gate(distributed_${engine} sh ${CMAKE_CURRENT_SOURCE_DIR}/distributed/run.sh ${engine} $<TARGET_FILE:scoreboard>
      $<TARGET_FILE:innoscore_static> $<TARGET_FILE:innoscore_shared>)
  endforeach()
  # both may install packages, and each brings its own processes
  set_tests_properties(gate.distributed_mpi gate.distributed_dask PROPERTIES RUN_SERIAL ON TIMEOUT 900)
endif()
gate(abi sh ${PROJECT_SOURCE_DIR}/cmake/abi-gate.sh)
gate(abi_red sh ${CMAKE_CURRENT_SOURCE_DIR}/abi/red.sh)
gate(abi_extended sh ${CMAKE_CURRENT_SOURCE_DIR}/abi/extended.sh $<TARGET_FILE:innoscore_shared> ${program})
gate(install sh ${CMAKE_CURRENT_SOURCE_DIR}/install/run.sh)
set_tests_properties(gate.abi gate.abi_red gate.abi_extended PROPERTIES PROCESSORS 2)
set_tests_properties(gate.abi gate.abi_red gate.abi_extended gate.install PROPERTIES COST 100) # the long ones first

add_executable(frozen_numbers abi/frozen.c)
inno_compile(frozen_numbers)
target_link_libraries(frozen_numbers PRIVATE innoscore::static)
add_test(NAME gate.frozen_numbers COMMAND frozen_numbers)
