# SPDX-License-Identifier: GPL-2.0-or-later
# fish completion of blogsearch: commands, options and their values; in queries fields, tags, authors, sections, languages, years,
# saved searches and words of the index (`blogsearch suggest --for`).

function __blogsearch_has_command
    test (count (commandline -opc)) -gt 1
end

function __blogsearch_is
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test "$words[2]" = $argv[1]
end

# What the index knows, one a line, for $argv[1] (query, word, post).
function __blogsearch_ask
    set -l words (commandline -opc)
    set -l given
    set -l before
    set -l option
    for word in $words[3..]
        switch $word
            case --config --index
                set option $word
            case '--config=*' '--index=*'
                set -a given $word
            case '-*'
                set option
            case '*'
                test -n "$option"; and set -a given $option $word; or set before x
                set option
        end
    end
    set -l current (commandline -ct)
    set -l plain (string unescape -- "$current"; or string trim --left --chars '\'"' -- "$current")
    $words[1] suggest --for $argv[1] $given -- $before "$plain" 2>/dev/null
end

complete -c blogsearch -f
complete -c blogsearch -n 'not __blogsearch_has_command' -s h -l help -d 'says what the program does'
complete -c blogsearch -n 'not __blogsearch_has_command' -l version -d 'says the version'

# tables: what follows is made of the program's own by `make golden`
function __blogsearch_topics
    printf '%s\t%s\n' \
        build 'writes feeds and the search index' \
        check 'says all that build would say, and writes nothing' \
        query 'finds posts' \
        suggest 'says how what was typed may go on' \
        related 'finds the posts that are about the same as one' \
        stats 'says what the index holds' \
        adopt 'takes over the entry ids of an existing feed' \
        init 'writes a blogsearch.yaml for the site generator it recognises' \
        eval 'measures the search by a test collection' \
        help 'says what a command does and takes' \
        config 'every key of blogsearch.yaml'
end

complete -c blogsearch -n 'not __blogsearch_has_command' -a build -d 'writes feeds and the search index'
complete -c blogsearch -n '__blogsearch_is build' -l config -r -F -d 'the config'
complete -c blogsearch -n '__blogsearch_is build' -l site-url -x -d 'where the site is published'
complete -c blogsearch -n '__blogsearch_is build' -l out -x -a '(__fish_complete_directories (commandline -ct))' -d 'where feeds go'
complete -c blogsearch -n '__blogsearch_is build' -l index -x -a '(__fish_complete_directories (commandline -ct))' -d 'where the index goes'
complete -c blogsearch -n '__blogsearch_is build' -l now -x -d 'posts after this time are held back'
complete -c blogsearch -n '__blogsearch_is build' -l drafts -d 'drafts are published too'
complete -c blogsearch -n '__blogsearch_is build' -l messages -x -a 'text json sarif' -d 'text, json or sarif'
complete -c blogsearch -n '__blogsearch_is build' -s q -l quiet -d 'says only what is an error'
complete -c blogsearch -n '__blogsearch_is build' -s v -l verbose -d 'says also what was left out and why, and how long it took'
complete -c blogsearch -n '__blogsearch_is build' -l jobs -x -d 'how many threads work'
complete -c blogsearch -n '__blogsearch_is build' -l full -d 'builds all anew, by nothing of the last build'
complete -c blogsearch -n '__blogsearch_is build' -l dry-run -d 'builds and reports, and changes nothing'
complete -c blogsearch -n '__blogsearch_is build' -l strict -d 'an error in any post publishes nothing'
complete -c blogsearch -n '__blogsearch_is build' -l fail-on -x -a 'id-change shrink none' -d 'publishes nothing when readers of the main feed would see one of these'
complete -c blogsearch -n '__blogsearch_is build' -l report -r -F -d 'writes what was done as JSON'
complete -c blogsearch -n '__blogsearch_is build' -l wait -x -d 'waits so long for another build of the site to end'
complete -c blogsearch -n '__blogsearch_is build' -s h -l help -d 'says what the command does and takes'
complete -c blogsearch -n '__blogsearch_is build' -F

complete -c blogsearch -n 'not __blogsearch_has_command' -a check -d 'says all that build would say, and writes nothing'
complete -c blogsearch -n '__blogsearch_is check' -l config -r -F -d 'the config'
complete -c blogsearch -n '__blogsearch_is check' -l site-url -x -d 'where the site is published'
complete -c blogsearch -n '__blogsearch_is check' -l out -x -a '(__fish_complete_directories (commandline -ct))' -d 'where feeds go'
complete -c blogsearch -n '__blogsearch_is check' -l index -x -a '(__fish_complete_directories (commandline -ct))' -d 'where the index goes'
complete -c blogsearch -n '__blogsearch_is check' -l now -x -d 'posts after this time are held back'
complete -c blogsearch -n '__blogsearch_is check' -l drafts -d 'drafts are published too'
complete -c blogsearch -n '__blogsearch_is check' -l messages -x -a 'text json sarif' -d 'text, json or sarif'
complete -c blogsearch -n '__blogsearch_is check' -s q -l quiet -d 'says only what is an error'
complete -c blogsearch -n '__blogsearch_is check' -s v -l verbose -d 'says also what was left out and why, and how long it took'
complete -c blogsearch -n '__blogsearch_is check' -l html -x -a '(__fish_complete_directories (commandline -ct))' -d 'the built site, whose pages are to name the feeds'
complete -c blogsearch -n '__blogsearch_is check' -l outputs -d 'whether feeds and index are as the last build left them'
complete -c blogsearch -n '__blogsearch_is check' -s h -l help -d 'says what the command does and takes'
complete -c blogsearch -n '__blogsearch_is check' -F

complete -c blogsearch -n 'not __blogsearch_has_command' -a query -d 'finds posts'
complete -c blogsearch -n '__blogsearch_is query' -l config -r -F -d 'the config'
complete -c blogsearch -n '__blogsearch_is query' -l index -x -a '(__fish_complete_directories (commandline -ct))' -d 'the index'
complete -c blogsearch -n '__blogsearch_is query' -l limit -x -d 'show at most N posts'
complete -c blogsearch -n '__blogsearch_is query' -l offset -x -d 'leave out the first N posts'
complete -c blogsearch -n '__blogsearch_is query' -l sort -x -a 'relevance newest oldest' -d 'relevance, newest or oldest'
complete -c blogsearch -n '__blogsearch_is query' -l translations -x -a 'each one' -d 'each or one'
complete -c blogsearch -n '__blogsearch_is query' -l exact -d 'words as typed'
complete -c blogsearch -n '__blogsearch_is query' -l as-you-type -d 'the last word is the beginning of one'
complete -c blogsearch -n '__blogsearch_is query' -l strict-syntax -d 'what looks like an operator and is none is an error'
complete -c blogsearch -n '__blogsearch_is query' -l now -x -d 'what date:6m.. is counted from'
complete -c blogsearch -n '__blogsearch_is query' -l explain -d 'says also how the words were understood, and why each post is where it is'
complete -c blogsearch -n '__blogsearch_is query' -l json -d 'one JSON object in place of text'
complete -c blogsearch -n '__blogsearch_is query' -l template -x -d 'each post in this form, such as '\''{title}\t{url}'\'''
complete -c blogsearch -n '__blogsearch_is query' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c blogsearch -n '__blogsearch_is query' -s h -l help -d 'says what the command does and takes'
complete -c blogsearch -n '__blogsearch_is query' -a '(__blogsearch_ask query)'

complete -c blogsearch -n 'not __blogsearch_has_command' -a suggest -d 'says how what was typed may go on'
complete -c blogsearch -n '__blogsearch_is suggest' -l config -r -F -d 'the config'
complete -c blogsearch -n '__blogsearch_is suggest' -l index -x -a '(__fish_complete_directories (commandline -ct))' -d 'the index'
complete -c blogsearch -n '__blogsearch_is suggest' -l limit -x -d 'at most N titles, N tags and N words'
complete -c blogsearch -n '__blogsearch_is suggest' -l json -d 'one JSON object in place of text'
complete -c blogsearch -n '__blogsearch_is suggest' -l for -x -a 'query word post' -d 'query, word or post'
complete -c blogsearch -n '__blogsearch_is suggest' -s h -l help -d 'says what the command does and takes'
complete -c blogsearch -n '__blogsearch_is suggest' -a '(__blogsearch_ask word)'

complete -c blogsearch -n 'not __blogsearch_has_command' -a related -d 'finds the posts that are about the same as one'
complete -c blogsearch -n '__blogsearch_is related' -l config -r -F -d 'the config'
complete -c blogsearch -n '__blogsearch_is related' -l index -x -a '(__fish_complete_directories (commandline -ct))' -d 'the index'
complete -c blogsearch -n '__blogsearch_is related' -l all -d 'for every post, newest first'
complete -c blogsearch -n '__blogsearch_is related' -l limit -x -d 'at most N posts for each'
complete -c blogsearch -n '__blogsearch_is related' -l json -d 'one JSON object in place of text'
complete -c blogsearch -n '__blogsearch_is related' -s h -l help -d 'says what the command does and takes'
complete -c blogsearch -n '__blogsearch_is related' -a '(__blogsearch_ask post)'
complete -c blogsearch -n '__blogsearch_is related' -F

complete -c blogsearch -n 'not __blogsearch_has_command' -a stats -d 'says what the index holds'
complete -c blogsearch -n '__blogsearch_is stats' -l config -r -F -d 'the config'
complete -c blogsearch -n '__blogsearch_is stats' -l index -x -a '(__fish_complete_directories (commandline -ct))' -d 'the index'
complete -c blogsearch -n '__blogsearch_is stats' -l json -d 'one JSON object in place of text'
complete -c blogsearch -n '__blogsearch_is stats' -s h -l help -d 'says what the command does and takes'

complete -c blogsearch -n 'not __blogsearch_has_command' -a adopt -d 'takes over the entry ids of an existing feed'
complete -c blogsearch -n '__blogsearch_is adopt' -l config -r -F -d 'the config'
complete -c blogsearch -n '__blogsearch_is adopt' -l posts -x -a '(__fish_complete_directories (commandline -ct))' -d 'the folder of posts'
complete -c blogsearch -n '__blogsearch_is adopt' -l site-url -x -d 'where the site is published'
complete -c blogsearch -n '__blogsearch_is adopt' -l index -x -a '(__fish_complete_directories (commandline -ct))' -d 'where the index goes'
complete -c blogsearch -n '__blogsearch_is adopt' -l dry-run -d 'says what would be taken over, and writes nothing'
complete -c blogsearch -n '__blogsearch_is adopt' -s h -l help -d 'says what the command does and takes'
complete -c blogsearch -n '__blogsearch_is adopt' -F

complete -c blogsearch -n 'not __blogsearch_has_command' -a init -d 'writes a blogsearch.yaml for the site generator it recognises'
complete -c blogsearch -n '__blogsearch_is init' -s h -l help -d 'says what the command does and takes'
complete -c blogsearch -n '__blogsearch_is init' -a '(__fish_complete_directories (commandline -ct))'

complete -c blogsearch -n 'not __blogsearch_has_command' -a eval -d 'measures the search by a test collection'
complete -c blogsearch -n '__blogsearch_is eval' -l language -x -d 'the language of the texts'
complete -c blogsearch -n '__blogsearch_is eval' -l exact -d 'words as typed'
complete -c blogsearch -n '__blogsearch_is eval' -l as-you-type -d 'the last word of each query is the beginning of one'
complete -c blogsearch -n '__blogsearch_is eval' -l json -d 'one JSON object in place of text'
complete -c blogsearch -n '__blogsearch_is eval' -s v -l verbose -d 'says also how each query did and how long it took'
complete -c blogsearch -n '__blogsearch_is eval' -s h -l help -d 'says what the command does and takes'
complete -c blogsearch -n '__blogsearch_is eval' -a '(__fish_complete_directories (commandline -ct))'

complete -c blogsearch -n 'not __blogsearch_has_command' -a help -d 'says what a command does and takes'
complete -c blogsearch -n '__blogsearch_is help' -s h -l help -d 'says what the command does and takes'
complete -c blogsearch -n '__blogsearch_is help' -a '(__blogsearch_topics)'
# end of tables
