#!/usr/bin/env bash
# node.sh COMMAND…: runs a command in this folder with Node 22.17 or newer, which is fetched when the PATH has none.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
is_new() { node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 17) ? 0 : 1)' 2>/dev/null; }
is_new || PATH=$(dirname "$("$here/../dev/local-stack/stack.sh" tool node)"):$PATH
cd "$here"
exec "$@"
