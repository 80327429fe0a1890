#!/usr/bin/env bash
# check-reproducible.sh MODULE…: builds the jars of modules twice from the last commit, in folders, time zones and languages that differ, and compares them.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
[ $# -gt 0 ] || { echo "usage: deploy/check-reproducible.sh MODULE…" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
modules=$*
commit=$(git -C "$root" rev-parse HEAD)

build() { # folder zone language
  mkdir -p "$1"
  git -C "$root" archive "$commit" | tar -x -C "$1"
  (cd "$1" && TZ=$2 MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.language=$3" \
    ./mvnw -B -q -ntp -Psbom -Dmaven.test.skip=true -Dspring-javaformat.validate.skip=true -pl ":${modules// /,:}" -am package)
}

build "$work/first" UTC en
build "$work/another-folder" Asia/Kolkata tr
status=0
for module; do
  for jar in $(find "$work/first" -path "*/$module/target/$module-*.jar"); do
    other=$work/another-folder/${jar#"$work/first/"}
    if cmp "$jar" "$other" >&2; then
      echo "same: $(sha256sum <"$jar" | cut -d ' ' -f 1) $(basename "$jar")"
    else
      echo "different: $(basename "$jar"); the first entries that differ:" >&2
      diff <(unzip -lv "$jar") <(unzip -lv "$other") | head -n 20 >&2 || :
      status=1
    fi
  done
done
exit $status
