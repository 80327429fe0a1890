#!/usr/bin/env bash
# release.sh VERSION      gives everything a version: 1.2.0 or 1.3.0-SNAPSHOT. A release also gets its section of the changelog and its day as the time of all files in jars.
# release.sh --current    prints the version
# release.sh --notes      prints the changelog's section of the version
# CONTRIBUTING.md has the steps of a release.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
die() { printf 'release.sh: %s\n' "$*" >&2; exit 1; }
edit() { # expression file…
  local expression=$1
  shift
  sed -i.old "$expression" "$@"
  for file; do rm "$file.old"; done
}

current=$(sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' pom.xml | head -n 1)
notes() { awk -v start="## [$1]" 'index($0, "## [") == 1 { inside = index($0, start) == 1; next } /^\[[^]]*\]: / { inside = 0 } inside' CHANGELOG.md; }

case ${1:-} in
--current) echo "$current"; exit;;
--notes) notes "$current"; exit;;
esac

version=${1:-}
number='(0|[1-9][0-9]*)'
[[ $version =~ ^$number\.$number\.$number(-SNAPSHOT)?$ ]] ||
  die "a version is needed, such as 1.2.0 or 1.3.0-SNAPSHOT, and not '$version'"
# To sort -V, 1.2.0~SNAPSHOT is less than 1.2.0, as 1.2.0-SNAPSHOT is.
{ [ "$version" != "$current" ] && printf '%s\n' "${current/-/\~}" "${version/-/\~}" | LC_ALL=C sort -VC; } ||
  die "$version does not follow $current"

if [[ $version != *-SNAPSHOT ]]; then
  [ -n "$(notes Unreleased | tr -d '[:space:]')" ] || die "the changelog has nothing that is unreleased"
  day=$(date -u +%F)
  edit "s/^## \[Unreleased\]$/&\\
\\
## [$version] - $day/" CHANGELOG.md
  edit "s|\(<project.build.outputTimestamp>\)[^<]*|\1${day}T00:00:00Z|" pom.xml
fi

find . \( -name .git -o -name .parley -o -name target -o -name node_modules \) -prune -o -name pom.xml -print | while read -r pom; do
  edit "/<groupId>org\.parley<\/groupId>/,/<\/version>/s|<version>${current//./\\.}</version>|<version>$version</version>|" "$pom"
done
edit "s/^version: .*/version: ${version%-SNAPSHOT}/; s/^appVersion: .*/appVersion: $version/" charts/parley/Chart.yaml
edit '1,10s/^\( *"version": \)"[^"]*"/\1"'"${version%-SNAPSHOT}"'"/' web/package.json web/package-lock.json
echo "$current is now $version."
