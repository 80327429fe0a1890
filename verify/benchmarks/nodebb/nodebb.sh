#!/usr/bin/env bash
# Installs NodeBB 4.11.3 into a folder, fills it with 2,000 topics of 20 posts, starts it and prints the options of
# "./parley bench nodebb": verify/benchmarks/nodebb/nodebb.sh FOLDER. Needs Node 22, git and the server of its database:
# MongoDB (MONGOD), which NodeBB's setup proposes and which keeps accepted posts, or with DATABASE=redis Redis
# (REDIS_SERVER), which keeps all in memory here and writes nothing to the disk.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?"usage: nodebb.sh FOLDER"}
database=${DATABASE:-mongo} port=${PORT:-4567} database_port=${DATABASE_PORT:-4568}
mkdir -p "$folder/$database"
cd "$folder"
case $database in
  mongo) "${MONGOD:-mongod}" --bind_ip 127.0.0.1 --port "$database_port" --dbpath "$PWD/mongo" --nounixsocket >mongo.log 2>&1 & ;;
  redis) "${REDIS_SERVER:-redis-server}" --bind 127.0.0.1 --port "$database_port" --dir "$PWD/redis" --appendonly no >redis.log 2>&1 & ;;
  *) echo "DATABASE is mongo or redis" >&2; exit 2 ;;
esac
server=$!
if [ ! -e nodebb/token ]; then
  [ -d nodebb ] || git clone -q --depth 1 -b v4.11.3 "${NODEBB_SOURCE:-https://github.com/NodeBB/NodeBB}" nodebb
  cd nodebb
  cp install/package.json package.json
  npm install --omit=dev --no-audit --no-fund --legacy-peer-deps >../npm.log 2>&1
  [ "$database" = mongo ] && name=nodebb || name=0
  ./nodebb setup --skip-build "{\"url\":\"http://127.0.0.1:$port\",\"port\":\"$port\",\"secret\":\"benchmark\",\"database\":\"$database\",
    \"$database:host\":\"127.0.0.1\",\"$database:port\":\"$database_port\",\"$database:username\":\"\",\"$database:password\":\"\",
    \"$database:database\":\"$name\",
    \"admin:username\":\"admin\",\"admin:password\":\"Benchmark-admin-1\",\"admin:password:confirm\":\"Benchmark-admin-1\",
    \"admin:email\":\"admin@example.org\"}" >../setup.log 2>&1
  cp "$here"/*.js .
  WORDS=$here/../../../verify/system/src/test/resources/org/parley/seed/words.json node seed.js "$database" >../seed.log 2>&1
  ./nodebb build >../build.log 2>&1
  cd ..
fi
cd nodebb
node app.js >../nodebb.log 2>&1 &
echo "--address http://127.0.0.1:$port --token $(cat token) --pids $!,$server"
