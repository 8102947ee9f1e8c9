# SPDX-License-Identifier: GPL-2.0-or-later
# Man pages and completions, as they are in the repository: installing them needs no tool.
# A package compresses the pages.
foreach(section 1 5 7)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section}
          FILES_MATCHING PATTERN "*.${section}")
endforeach()

set(completions ${PROJECT_SOURCE_DIR}/packaging/completions)
install(FILES ${completions}/blogsearch.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME blogsearch)
# Debian's zsh looks for those of packages in a place of its own.
install(FILES ${completions}/_blogsearch DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions
        COMPONENT unpackaged)
install(FILES ${completions}/_blogsearch DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
        COMPONENT program EXCLUDE_FROM_ALL)
install(FILES ${completions}/blogsearch.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
