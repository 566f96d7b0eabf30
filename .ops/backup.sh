#!/bin/sh
# One copy into $NOI_SAO_LUU, named by the moment; the newest 30 are kept. What fails is said, and the exit code is that of the backup.
set -eu
cd "$(dirname "$0")/.."
umask 077
mkdir -p "$NOI_SAO_LUU"
.venv/bin/python -m data backup "$NOI_SAO_LUU/chi-tieu-$(date +%Y-%m-%d-%H%M%S).duckdb"
ls -1 "$NOI_SAO_LUU"/chi-tieu-*.duckdb | sort -r | tail -n +31 | while read -r old; do rm -f -- "$old"; done
