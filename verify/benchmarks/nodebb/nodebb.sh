#!/usr/bin/env bash
# Installs NodeBB 4.11.3 into a folder, fills it with 2,000 topics of 20 posts, starts it and prints the options of
# "./parley bench nodebb": verify/benchmarks/nodebb/nodebb.sh FOLDER. Needs Node 22, git and redis-server (REDIS_SERVER).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?"usage: nodebb.sh FOLDER"}
port=${PORT:-4567} redis_port=${REDIS_PORT:-4568}
mkdir -p "$folder/redis"
cd "$folder"
# As NodeBB recommends for speed: nothing is written to the disk at each write.
"${REDIS_SERVER:-redis-server}" --bind 127.0.0.1 --port "$redis_port" --dir "$PWD/redis" --appendonly no >redis.log 2>&1 &
redis=$!
if [ ! -e nodebb/token ]; then
  [ -d nodebb ] || git clone -q --depth 1 -b v4.11.3 "${NODEBB_SOURCE:-https://github.com/NodeBB/NodeBB}" nodebb
  cd nodebb
  cp install/package.json package.json
  npm install --omit=dev --no-audit --no-fund --legacy-peer-deps >../npm.log 2>&1
  ./nodebb setup --skip-build "{\"url\":\"http://127.0.0.1:$port\",\"port\":\"$port\",\"secret\":\"benchmark\",\"database\":\"redis\",
    \"redis:host\":\"127.0.0.1\",\"redis:port\":\"$redis_port\",\"redis:password\":\"\",\"redis:database\":\"0\",
    \"admin:username\":\"admin\",\"admin:password\":\"Benchmark-admin-1\",\"admin:password:confirm\":\"Benchmark-admin-1\",
    \"admin:email\":\"admin@example.org\"}" >../setup.log 2>&1
  cp "$here"/*.js .
  WORDS=$here/../../../verify/system/src/test/resources/org/parley/seed/words.json node seed.js >../seed.log 2>&1
  ./nodebb build >../build.log 2>&1
  cd ..
fi
cd nodebb
node app.js >../nodebb.log 2>&1 &
echo "--address http://127.0.0.1:$port --token $(cat token) --pids $!,$redis"
