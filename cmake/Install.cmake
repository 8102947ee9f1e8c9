# SPDX-License-Identifier: GPL-2.0-or-later
# What `cmake --install` puts where. Nothing in it knows the prefix: a tree may be moved as a whole.
# Two components, which become two Debian packages: program, which is the default, and development.
include(CMakePackageConfigHelpers)

install(TARGETS blogsearch_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md"
        PATTERN man EXCLUDE)
install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT unpackaged)

# Units of systemd, and examples.
install(DIRECTORY packaging/systemd/ DESTINATION lib/systemd/system FILES_MATCHING PATTERN "*@.*")
install(FILES packaging/systemd/blogsearch.sysusers DESTINATION lib/sysusers.d
        RENAME blogsearch.conf)
install(DIRECTORY packaging/cron.d DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)

# The library, static: archive, headers, a CMake package, a pkg-config file.
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/blogsearch)
install(TARGETS blogsearch blogsearch_cmark EXPORT blogsearch
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY include/blogsearch DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT blogsearch NAMESPACE blogsearch:: FILE blogsearch-targets.cmake
        DESTINATION ${package} COMPONENT development)

if(BLOGSEARCH_GFM)
  set(cmark cmark_gfm)
  set(cmark_module libcmark-gfm)
  set(cmark_extensions -lcmark-gfm-extensions)
else()
  set(cmark cmark)
  set(cmark_module libcmark)
  set(cmark_extensions "")
endif()
configure_package_config_file(cmake/blogsearch-config.cmake.in
  ${PROJECT_BINARY_DIR}/blogsearch-config.cmake INSTALL_DESTINATION ${package}
  NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
# docs/versions.md: before 1.0 each minor version may break what uses the library.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/blogsearch-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/blogsearch-config.cmake
              ${PROJECT_BINARY_DIR}/blogsearch-config-version.cmake
        DESTINATION ${package} COMPONENT development)

file(RELATIVE_PATH up_to_prefix
  ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" up_to_prefix ${up_to_prefix})
configure_file(cmake/blogsearch.pc.in ${PROJECT_BINARY_DIR}/blogsearch.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/blogsearch.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
