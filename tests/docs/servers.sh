#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# servers.sh PAGE: lets the web servers that are installed check the snippets of PAGE. 77: none is.
set -eu
page=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tried=

# The blocks of a language, with the site's folder one that is there.
snippet() {
  mkdir -p "$work/dist"
  awk -v fence="\`\`\`$1" '$0 == fence {on = 1; next} /^```/ {on = 0} on' "$page" |
    sed "s#/srv/blog/dist#$work/dist#; s#\*:80#*:18080#; s#listen 80;#listen 18080;#"
}

PATH=$PATH:/usr/sbin:/sbin
if command -v nginx >/dev/null; then
  { echo "pid $work/nginx.pid; error_log stderr; events {}"
    echo "http { access_log off; client_body_temp_path $work; proxy_temp_path $work;"
    echo "fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;"
    snippet nginx
    echo "}"; } >"$work/nginx.conf"
  nginx -t -q -e stderr -c "$work/nginx.conf"
  tried="$tried nginx"
fi
modules=/usr/lib/apache2/modules
if command -v apache2 >/dev/null && [ -d $modules ]; then
  { echo "ServerRoot $work"; echo "Listen 18080"; echo "PidFile $work/apache.pid"; echo "ErrorLog /dev/null"
    echo "DefaultRuntimeDir $work"; echo "ServerName localhost"
    for module in mpm_event authz_core filter deflate headers; do
      echo "LoadModule ${module}_module $modules/mod_$module.so"
    done
    snippet apache; } >"$work/apache.conf"
  apache2 -t -f "$work/apache.conf"
  tried="$tried apache"
fi
if command -v caddy >/dev/null; then
  snippet caddy >"$work/Caddyfile"
  HOME=$work XDG_DATA_HOME=$work XDG_CONFIG_HOME=$work \
    caddy adapt --config "$work/Caddyfile" --adapter caddyfile >"$work/caddy.json"
  tried="$tried caddy"
fi
if [ -z "$tried" ]; then
  echo "skipped: neither nginx nor apache2 nor caddy is installed"
  exit 77
fi
echo "accepted by$tried"
