# SPDX-License-Identifier: GPL-2.0-or-later
# zsh -f complete.zsh FOLDER LINE…: what an interactive zsh with the completions of FOLDER completes each LINE to, one a line, and a
# line `==` behind each.
zmodload zsh/zpty
found=$(mktemp)

zpty -b shell zsh -f -i
zpty -w shell "PS1= PS2= RPS1= found=${(q)found}; unsetopt beep; fpath=(${(q)1} \$fpath)"
zpty -w shell 'autoload -Uz compinit && compinit -u -D'
# Notes what is added; calls that only ask are left alone.
zpty -w shell 'compadd() {
  local -a hits
  if [[ " ${(j: :)@[1,(i)(-|--)]} " != *\ -[OAD]\ * ]]; then
    builtin compadd -A hits "$@"
    print -rl -- $hits >> $found
  fi
  builtin compadd "$@"
}'
zpty -w shell 'finish() { print -r -- "==" >> $found; BUFFER= }'
zpty -w shell 'zle -N finish; bindkey "^X^E" finish; bindkey "^I" complete-word'

for line in "${@[2,-1]}"; do
  : > $found
  zpty -w -n shell "$line"$'\t'$'\x18\x05'
  for ((i = 0; i < 1200; ++i)); do
    zpty -r -t shell ignored
    if [[ "$(<$found)" == *== ]]; then break; fi
    sleep 0.02
  done
  grep -v -e '^==$' -e '^$' $found | sort -u
  print -r -- '=='
done
zpty -d shell
rm -f $found
exit 0
