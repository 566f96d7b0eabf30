#!/bin/sh
# chi-tieu COMMAND …: the commands of `python -m data` on the service's store, as the service's user; installed as /usr/local/sbin/chi-tieu.
# A file that it is to read or write must be within reach of that user: /var/backups/chi-tieu is.
set -eu
command=$1
shift
set -- /opt/chi-tieu/.venv/bin/python -m data "$command" "$@"
for name in DATA_URL DATA_FILES DATA_COPY PGSERVICEFILE PGPASSFILE AWS_SHARED_CREDENTIALS_FILE; do
  value=$(sed -n "s/^$name=//p" /etc/chi-tieu/moi-truong | tail -n 1)
  if [ -n "$value" ]; then set -- "$name=$value" "$@"; fi
done
exec runuser -u chi-tieu -- env DATA_URL=/var/lib/chi-tieu/chi-tieu.duckdb PYTHONPATH=/opt/chi-tieu "$@"
