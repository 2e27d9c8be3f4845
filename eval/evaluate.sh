#!/bin/sh
# Takes every measure there is data for and writes docs/evaluation.md. Usage: eval/evaluate.sh [DATA_DIR]
set -eu
cd "$(dirname "$0")/.."
data=${1:-../shared/data}
if [ ! -d "$data" ]; then
    echo "evaluate: there is no data at $data; give its folder: eval/evaluate.sh DATA_DIR" >&2
    exit 2
fi
exec ./dateline eval all --data "$data" --page docs/evaluation.md
