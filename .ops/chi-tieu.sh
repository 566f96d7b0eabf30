#!/bin/sh
# chi-tieu COMMAND …: the commands of `python -m data` on the service's store, as the service's user; installed as /usr/local/sbin/chi-tieu.
# A file that it is to read or write must be within reach of that user: /var/backups/chi-tieu is.
set -eu
store=$(sed -n 's/^DATA_URL=//p' /etc/chi-tieu/moi-truong | tail -n 1)
exec runuser -u chi-tieu -- env "DATA_URL=${store:-/var/lib/chi-tieu/chi-tieu.duckdb}" PYTHONPATH=/opt/chi-tieu \
  /opt/chi-tieu/.venv/bin/python -m data "$@"
