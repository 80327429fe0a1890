#!/usr/bin/env bash
# Prints an .env file for docker-compose.yml with fresh random secrets: deploy/make-env.sh https://forum.example.org >.env
# With the .env of an older version, only the variables that it lacks: deploy/make-env.sh https://forum.example.org .env >>.env
set -euo pipefail

public_url=${1:?the address that clients will use, e.g. https://forum.example.org}
public_url=${public_url%/}
[[ $public_url =~ ^https?://[^/?#@[:space:]]+$ ]] || { echo "$public_url is no address such as https://forum.example.org" >&2; exit 1; }
older=${2:-/dev/null}
[[ -r $older ]] || { echo "$older cannot be read" >&2; exit 1; }

hex() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }
base64_of() { head -c "$1" /dev/urandom | base64 -w0; }
print_variable() { grep -q "^$1=" "$older" || echo "$1=$2"; }

# Some editors end the last line without a line end, and the first variable would become a part of it.
[[ -z $(tail -c1 "$older") ]] || echo

print_variable PARLEY_PUBLIC_URL "$public_url"
print_variable PARLEY_SECRET "$(base64_of 32)"
# Sets the new installation up, once: POST /api/v1/setup, or /setup in a browser.
print_variable PARLEY_SETUP_TOKEN "$(hex)"
print_variable PARLEY_WEB_SECRET "$(hex)"
print_variable PARLEY_WEB_KEY "$(base64_of 32)"
print_variable PARLEY_NOTIFICATION_KEY "$(base64_of 32)"
print_variable PARLEY_EXPORT_KEY "$(base64_of 32)"
print_variable PARLEY_MEDIA_KEY "$(base64_of 32)"
print_variable PARLEY_S3_ACCESS_KEY "$(hex)"
print_variable PARLEY_S3_SECRET_KEY "$(hex)"
print_variable PARLEY_WEBHOOK_KEY "$(base64_of 32)"
print_variable PARLEY_WEBHOOK_SECRET "$(hex)"
print_variable PARLEY_ENCRYPT_KEY "$(hex)"
print_variable PARLEY_CONFIG_PASSWORD "$(hex)"
# Where browsers fetch pictures, which the gateway serves, and where they upload them: guesses, to be put right.
print_variable PARLEY_MEDIA_URL "https://media.${public_url#*//}"
print_variable PARLEY_S3_PUBLIC_URL "https://uploads.${public_url#*//}"
# Where mail goes, and from whom it comes: a guess, to be put right.
host=${public_url#*//}; host=${host%%[:/]*}
print_variable PARLEY_SMTP_HOST "smtp.$host"
print_variable PARLEY_MAIL_FROM "noreply@$host"
print_variable MONGODB_KEYFILE "$(base64_of 96)"
for user in MONGODB_ADMIN RABBITMQ_ADMIN RABBITMQ_MONITOR REDIS_ADMIN GRAFANA_ADMIN GATEWAY AUTH_SERVICE FORUM_SERVICE MODERATION_SERVICE \
  SUMMARY_SERVICE NOTIFICATION_SERVICE REALTIME_SERVICE WEBHOOK_SERVICE CHAT_SERVICE SOCIAL_SERVICE MEDIA_SERVICE; do
  print_variable "${user}_PASSWORD" "$(hex)"
done
