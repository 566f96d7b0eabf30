#!/usr/bin/env bash
# bash .ops/wheels.sh FOLDER: on a machine with internet and the same Python, gather every package that the product needs, hashes checked.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:?"bash .ops/wheels.sh THƯ_MỤC"}
python3.11 -m pip download -q --require-hashes --only-binary :all: -r requirements.txt -r .requirements/shared.txt -d "$folder"
echo "Đã gom $(find "$folder" -name '*.whl' | wc -l) gói vào $folder. Chép thư mục này và thư mục chương trình sang máy chủ."
