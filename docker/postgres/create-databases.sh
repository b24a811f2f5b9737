#!/usr/bin/env bash
# One database per service, each owned by a role of the same name.
set -euo pipefail

for database in issues plans reports notifications; do
    variable="${database^^}_PASSWORD"
    psql --set ON_ERROR_STOP=1 --username postgres --set name="$database" --set password="${!variable}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
SQL
done
