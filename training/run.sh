#!/bin/sh
# The main run: two threads that sleep when idle, and a malloc that keeps its memory (page faults cost a third of a step).
cd "$(dirname "$0")" || exit 1
export OMP_WAIT_POLICY=PASSIVE GOMP_SPINCOUNT=0
export MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=16000000000 MALLOC_TOP_PAD_=268435456
exec /usr/bin/python3 train.py "$@"
