#!/bin/sh
# Creates Temporal's two databases on the first start, and brings their schema up to date on every later one.
set -eu

sql() {
  database=$1
  shift
  temporal-sql-tool --plugin postgres12 --ep "$POSTGRES_SEEDS" -u "$POSTGRES_USER" -p "$DB_PORT" --db "$database" "$@"
}

update() {
  sql "$1" update-schema -d "/etc/temporal/schema/postgresql/v12/$2/versioned"
}

prepare() {
  if update "$1" "$2"; then
    return
  fi
  echo "$1 has no schema yet"
  sql "$1" create
  sql "$1" setup-schema -v 0.0
  update "$1" "$2"
}

prepare temporal temporal
prepare temporal_visibility visibility
