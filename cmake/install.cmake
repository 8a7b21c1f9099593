# What an installed copy offers: headers, both libraries, a CMake package and a .pc file that survive a move of the prefix.
include(CMakePackageConfigHelpers)
set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/innoscore)

install(TARGETS innoscore_shared innoscore_static EXPORT innoscoreTargets
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/innoscore DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(EXPORT innoscoreTargets NAMESPACE innoscore:: DESTINATION ${config_dir})

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/innoscoreConfig.cmake.in
  ${PROJECT_BINARY_DIR}/innoscoreConfig.cmake INSTALL_DESTINATION ${config_dir})
# keyed on the ABI, as programs are
write_basic_package_version_file(${PROJECT_BINARY_DIR}/innoscoreConfigVersion.cmake
  VERSION ${PROJECT_VERSION} COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/innoscoreConfig.cmake ${PROJECT_BINARY_DIR}/innoscoreConfigVersion.cmake
  DESTINATION ${config_dir})

file(RELATIVE_PATH INNO_PREFIX_FROM_PC "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file(${PROJECT_SOURCE_DIR}/cmake/innoscore.pc.in ${PROJECT_BINARY_DIR}/innoscore.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/innoscore.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
