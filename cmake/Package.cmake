# SPDX-License-Identifier: GPL-2.0-or-later
# The Debian packages, by `make deb`: blogsearch is the component program, libblogsearch-dev development.
set(BLOGSEARCH_MAINTAINER "The blogsearch maintainers <maintainers@blogsearch.invalid>"
    CACHE STRING "Who the Debian packages are by; who passes them on is named here")
set(version ${PROJECT_VERSION}-1)

# Copyright and changelogs, in Debian's places and forms; in the packages only.
find_program(GZIP gzip REQUIRED)
configure_file(packaging/debian/changelog.in ${PROJECT_BINARY_DIR}/changelog.Debian @ONLY)
configure_file(CHANGELOG.md ${PROJECT_BINARY_DIR}/changelog COPYONLY)
execute_process(COMMAND ${GZIP} -9nkf changelog changelog.Debian
                WORKING_DIRECTORY ${PROJECT_BINARY_DIR} COMMAND_ERROR_IS_FATAL ANY)
foreach(package program=blogsearch development=libblogsearch-dev)
  string(REPLACE "=" ";" package ${package})
  list(POP_FRONT package component)
  install(FILES packaging/debian/copyright ${PROJECT_BINARY_DIR}/changelog.gz
                ${PROJECT_BINARY_DIR}/changelog.Debian.gz
          DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/${package}
          COMPONENT ${component} EXCLUDE_FROM_ALL)
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME blogsearch)
set(CPACK_PACKAGE_CONTACT ${BLOGSEARCH_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own first line
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME blogsearch)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS tzdata)  # read when a date is, linked by nobody
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS git)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_CONTROL_EXTRA
    ${PROJECT_SOURCE_DIR}/packaging/debian/postinst ${PROJECT_SOURCE_DIR}/packaging/debian/prerm
    ${PROJECT_SOURCE_DIR}/packaging/debian/postrm)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"feeds and a full-text search index from a folder of blog posts
blogsearch reads the posts of static site generators (Astro, Hugo, Jekyll,
Eleventy, Zola, Pelican, Hexo, Docusaurus and plain Markdown), writes Atom,
RSS and JSON feeds and a Xapian index, and answers queries from it. All that
is wrong with the posts is said in one run, with line, column and a hint.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libblogsearch-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# An archive, so these are of the program's build: packaging/packages.txt
string(JOIN ", " CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  libpugixml-dev libyaml-cpp-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libgumbo-dev
  libxapian-dev libhowardhinnant-date-dev libxxhash-dev libutf8proc-dev tzdata)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "cmake, pkg-config")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"feeds and a search index from blog posts (library)
What the program blogsearch is made of, as a static C++20 library with its
headers, for find_package(blogsearch) and pkg-config.")
include(CPack)
