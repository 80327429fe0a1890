#!/usr/bin/env bash
# npm.sh SCRIPT…: installs the locked packages if they have changed, then runs the npm scripts one after the other.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
[ node_modules/.package-lock.json -nt package-lock.json ] || ./node.sh npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
for script; do ./node.sh npm run --silent "$script"; done
