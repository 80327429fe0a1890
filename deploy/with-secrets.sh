#!/usr/bin/env bash
# Writes TEMPLATE to TARGET with every ${NAME} taken from the environment, readable by OWNER only, then runs COMMAND.
# Secrets so reach servers that want them in a file, and stay off the disk: TARGET lies on a tmpfs.
#   with-secrets.sh TEMPLATE TARGET OWNER COMMAND...
set -euo pipefail

template=$1 target=$2 owner=$3
shift 3

text=$(<"$template")
for name in $(grep -oE '\$\{[A-Z_]+\}' "$template" | tr -d '${}' | sort -u); do
  [[ -n ${!name:-} ]] || { echo "$name is not set" >&2; exit 1; }
  text=${text//"\${$name}"/"${!name}"}
done

(umask 077 && printf '%s\n' "$text" >"$target")
chown "$owner" "$target"
chmod 400 "$target"
exec "$@"
