# SPDX-License-Identifier: GPL-2.0-or-later
# Verbs only; how things are built is CMakeLists.txt's and CMakePresets.json's.
.DEFAULT_GOAL := all
.PHONY: all deps demo test soak readers check fuzz bench hostile fmt golden install deb clean

PREFIX  ?= /usr/local
DESTDIR ?=
JOBS    ?= $(shell nproc)
FUZZ_SECONDS ?= 600
FUZZ_TARGETS ?= front_matter dates markdown query state stored

all: build/build.ninja           ## release binary at build/blogsearch
	cmake --build build -j $(JOBS) --target blogsearch_program

build/build.ninja: | deps
	cmake --preset release

deps:                            ## the Debian packages of packaging/packages.txt, if any is missing
	@packaging/install-packages

demo: all                        ## builds the example site, shows its feed and a search
	@fixtures/demo

test: deps                       ## builds and runs the whole suite
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)
	ctest --test-dir build/dev -j $(JOBS) --output-on-failure

soak: deps                       ## kills, random edits and fuzzing, for hours; the result goes into docs/reliability.md
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)
	BLOGSEARCH_KILLS=$${BLOGSEARCH_KILLS:-500} build/dev/tests/blogsearch_tests "[kill]"
	BLOGSEARCH_SEQUENCES=$${BLOGSEARCH_SEQUENCES:-1000} build/dev/tests/blogsearch_tests "[soak]"
	$(MAKE) fuzz

readers: all                     ## lets feed parsers from npm read the example sites' feeds (needs npm)
	cd tests/readers/node && npm install --no-audit --no-fund
	tests/readers/site.sh build/blogsearch fixtures $(CURDIR)/tests/readers/node/check.sh

check: deps                      ## the stricter checks: second compiler, sanitizers, style, analyzer, determinism
	.ci/check

fuzz: deps                       ## lets libFuzzer look for FUZZ_SECONDS (600) at each of FUZZ_TARGETS
	cmake --preset fuzz
	cmake --build --preset fuzz -j $(JOBS)
	tests/fuzz/run build/fuzz -max_total_time=$(FUZZ_SECONDS) -- $(FUZZ_TARGETS)

bench: all                       ## the race against others on made posts or those in POSTS, rebuilds, leaves
	bench/race
	bench/rebuilds
	bench/growth
	bench/leaves/run

hostile: all                     ## what the worst posts cost, at one size and at four times it
	bench/hostile

fmt:                             ## formats every source file
	clang-format -i $$(git ls-files '*.cpp' '*.hpp')

golden: deps                     ## rewrites the expected outputs of the golden tests; review the diff
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)
	BLOGSEARCH_GOLDEN=write build/dev/tests/blogsearch_tests '[golden]'

install: all                     ## program, library, headers into PREFIX (/usr/local), below DESTDIR
	DESTDIR=$(DESTDIR) cmake --install build --prefix $(PREFIX)

deb: all                         ## the Debian packages blogsearch and libblogsearch-dev, in build/
	@packaging/install-packages deb-packages.txt
	cd build && cpack -G DEB

clean:
	rm -rf build
