#!/usr/bin/env bash
# npm.sh SCRIPT…: installs the locked packages if they have changed, then runs the npm scripts one after the other.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
is_installed() { [ node_modules/.installed -nt package-lock.json ]; }
is_installed || {
  ! command -v flock >/dev/null || flock 9   # two installations at once destroy each other
  is_installed || ./node.sh npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  touch node_modules/.installed   # npm's own mark is there when another installation has taken half of this one away
} 9<package-lock.json
for script; do ./node.sh npm run --silent "$script"; done
