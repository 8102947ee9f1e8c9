# SPDX-License-Identifier: GPL-2.0-or-later
# bash completion of blogsearch: commands, options and their values; in queries fields, tags, authors, sections, languages, years,
# saved searches and words of the index (`blogsearch suggest --for`). It needs bash 4 and nothing else.

# tables: what follows is made of the program's own by `make golden`
_blogsearch_commands='build check query suggest related stats adopt init eval help'

# Of the command $1 the options, what completes its operands, and what the value of the option $2.
_blogsearch_table() {
  case $1 in
    build)
      options='--config --site-url --out --index --now --drafts --messages --quiet -q --verbose -v --jobs --full --dry-run --strict --fail-on --report --wait --help -h'
      case $2 in
        --site-url | --now | --jobs | --wait) value='any' ;;
        --config | --report) value='file' ;;
        --out | --index) value='folder' ;;
        --fail-on) value='id-change shrink none' ;;
        --messages) value='text json sarif' ;;
      esac
      operand=file
      ;;
    check)
      options='--config --site-url --out --index --now --drafts --messages --quiet -q --verbose -v --html --outputs --help -h'
      case $2 in
        --site-url | --now) value='any' ;;
        --config) value='file' ;;
        --out | --index | --html) value='folder' ;;
        --messages) value='text json sarif' ;;
      esac
      operand=file
      ;;
    query)
      options='--config --index --limit --offset --sort --translations --exact --as-you-type --strict-syntax --now --explain --json --template --color --help -h'
      case $2 in
        --limit | --offset | --now | --template) value='any' ;;
        --color) value='auto always never' ;;
        --translations) value='each one' ;;
        --config) value='file' ;;
        --index) value='folder' ;;
        --sort) value='relevance newest oldest' ;;
      esac
      operand=query
      ;;
    suggest)
      options='--config --index --limit --json --for --help -h'
      case $2 in
        --limit) value='any' ;;
        --config) value='file' ;;
        --index) value='folder' ;;
        --for) value='query word post' ;;
      esac
      operand=word
      ;;
    related)
      options='--config --index --all --limit --json --help -h'
      case $2 in
        --limit) value='any' ;;
        --config) value='file' ;;
        --index) value='folder' ;;
      esac
      operand=post
      ;;
    stats)
      options='--config --index --json --help -h'
      case $2 in
        --config) value='file' ;;
        --index) value='folder' ;;
      esac
      operand=any
      ;;
    adopt)
      options='--config --posts --site-url --index --dry-run --help -h'
      case $2 in
        --site-url) value='any' ;;
        --config) value='file' ;;
        --posts | --index) value='folder' ;;
      esac
      operand=file
      ;;
    init)
      options='--help -h'
      operand=folder
      ;;
    eval)
      options='--language --exact --as-you-type --json --verbose -v --help -h'
      case $2 in
        --language) value='any' ;;
      esac
      operand=folder
      ;;
    help)
      options='--help -h'
      operand=command
      ;;
  esac
}
# end of tables

# The word before the cursor and those before it, as they were typed: bash breaks words at colons.
_blogsearch_read() {
  local text=${COMP_LINE:0:COMP_POINT} sign quote='' i
  word='' words=()
  for ((i = 0; i < ${#text}; ++i)); do
    sign=${text:i:1}
    if [[ -n $quote ]]; then
      if [[ $sign == "$quote" ]]; then quote=''; fi
    elif [[ $sign == '\' ]]; then
      sign=${text:i:2}
      ((++i))
    elif [[ $sign == [\'\"] ]]; then
      quote=$sign
    elif [[ $sign == [[:space:]] ]]; then
      if [[ -n $word ]]; then words+=("$word"); fi
      word='' sign=''
    fi
    word+=$sign
  done
}

# Without the quotes and backslashes that one types for the shell.
_blogsearch_plain() {
  plain=$1
  case $1 in
    \'*) plain=${1:1} plain=${plain%\'} ;;
    \"*) plain=${1:1} plain=${plain%\"} ;;
    *) plain=${1//\\/} ;;
  esac
}

# What the index knows, one a line, for $1 (query, word, post).
_blogsearch_ask() {
  local -a given=() operands=()
  local options operand value plain i
  for ((i = 2; i < ${#words[@]}; ++i)); do
    _blogsearch_plain "${words[i]}"
    value=''
    _blogsearch_table "$command" "$plain"
    case $plain in
      --config=* | --index=*) given+=("$plain") ;;
      --config | --index)
        _blogsearch_plain "${words[++i]}"
        given+=("${words[i - 1]}" "${plain/#\~\//$HOME/}")
        ;;
      --*) if [[ -n $value ]]; then ((++i)); fi ;;
      *) operands+=("$plain") ;;
    esac
  done
  _blogsearch_plain "$word"
  "${words[0]/#\~\//$HOME/}" suggest --for "$1" "${given[@]}" -- "${operands[@]}" "$plain" 2>/dev/null
}

# Puts what was answered into COMPREPLY as the shell has to have it. Behind the last sign at which bash breaks words it replaces only
# what follows.
_blogsearch_offer() {
  local completion shown head='' line
  if [[ $word != [\'\"]* ]]; then
    shown=${word//\\?/xx}
    shown=${shown##*["$COMP_WORDBREAKS"]}
    head=${word:0:${#word}-${#shown}}
    head=${head%@} # the one sign that stays with the word behind it
  fi
  while IFS= read -r line; do
    completion=${line%%$'\t'*}
    case $word in
      \'*) if [[ $completion == *\'* ]]; then continue; fi ;;
      \"*) completion=${completion//\"/\\\"} ;;
      *)
        if [[ $completion == *[^a-zA-Z0-9:/.@+_-]* ]]; then printf -v completion %q "$completion"; fi
        completion=${completion#"$head"}
        ;;
    esac
    COMPREPLY+=("$completion")
  done
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *: ]]; then compopt -o nospace 2>/dev/null; fi
}

_blogsearch_files() {
  local plain
  compopt -o filenames 2>/dev/null
  _blogsearch_plain "$word"
  mapfile -t COMPREPLY < <(compgen "$1" -- "$plain")
}

_blogsearch_words() {
  mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W "$1" -- "$word")
}

_blogsearch_value() {
  case $1 in
    file) _blogsearch_files -f ;;
    folder) _blogsearch_files -d ;;
    command) _blogsearch_words "$_blogsearch_commands config" ;;
    query | word) _blogsearch_offer < <(_blogsearch_ask "$1") ;;
    post)
      _blogsearch_offer < <(_blogsearch_ask post)
      if [[ ${#COMPREPLY[@]} -eq 0 ]]; then _blogsearch_files -f; fi
      ;;
    any) ;;
    *) _blogsearch_words "$1" ;;
  esac
}

_blogsearch() {
  local word command option options='' operand='' value=''
  local -a words
  _blogsearch_read
  COMPREPLY=()
  if [[ ${#words[@]} -lt 2 ]]; then
    _blogsearch_words "$_blogsearch_commands --help --version"
    return
  fi
  command=${words[1]} option=${words[${#words[@]} - 1]}
  if [[ $word == --*=* ]]; then option=${word%%=*} word=${word#*=}; fi
  _blogsearch_table "$command" "$option"
  if [[ -n $value ]]; then
    _blogsearch_value "$value"
  elif [[ $word == --* ]]; then
    _blogsearch_words "$options"
  elif [[ $word == -* ]]; then
    _blogsearch_words "$options"
    if [[ $operand == query ]]; then _blogsearch_value query; fi
  else
    _blogsearch_value "$operand"
  fi
}

complete -F _blogsearch blogsearch
