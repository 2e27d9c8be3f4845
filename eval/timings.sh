#!/bin/sh
# Times the whole program from a cold start: reports in, account as JSON on disk. Medians of wall seconds, processor seconds
# and peak memory over the runs; the first run, which makes the archive of loaded classes, is not counted.
#   eval/timings.sh [REPORTS [RUNS]]       REPORTS: a folder of reports; RUNS: 5 unless said
# Example: eval/timings.sh ../shared/data/clusters/baghdad-embassy 5
set -eu
cd "$(dirname "$0")/.."
case ${1:-} in -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;; esac
reports=${1:-../shared/data/clusters/baghdad-embassy}
runs=${2:-5}
if [ ! -e "$reports" ]; then
    echo "timings: there is nothing at $reports; give a folder of reports: eval/timings.sh REPORTS" >&2
    exit 2
fi
exec python3 - "$reports" "$runs" <<'PYTHON'
import os, statistics, subprocess, sys, tempfile, time
reports, runs = sys.argv[1], int(sys.argv[2])
walls, processors, peaks = [], [], []
with tempfile.TemporaryDirectory() as folder:
    out = os.path.join(folder, "account.json")
    for run in range(runs + 1):
        begin = time.monotonic()
        child = subprocess.Popen(["./dateline", "account", reports, "--format", "json", "-o", out], stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - begin
        if status != 0 or not os.path.getsize(out):
            sys.exit("timings: ./dateline account %s failed; its words are above" % reports)
        if run:
            walls.append(wall)
            processors.append(used.ru_utime + used.ru_stime)
            peaks.append(used.ru_maxrss / 1024)
        print("run %d%s: %.2f s wall, %.2f s processor, %.0f MB" % (
            run, "" if run else " (not counted)", wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024), flush=True)
print("median of %d: %.2f s wall, %.2f s processor, %.0f MB; load of the machine %.1f" % (
    runs, statistics.median(walls), statistics.median(processors), statistics.median(peaks), os.getloadavg()[0]))
PYTHON
