#!/bin/sh
# digests.txt: sha256 of every file the training reads, relative to $DATELINE_DATA.
cd "${DATELINE_DATA:-/work/shared/data}" && sha256sum reader/*.gz attribution/*.jsonl* factuality/*.jsonl near_duplicate/sts_news_dev.jsonl | sed 's/  / /'
