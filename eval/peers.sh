#!/bin/sh
# Measures Dateline side by side with its peers (CoreNLP 4.5.10, HeidelTime 2.1) on the same input in the same run.
# The first time this downloads them (about 500 MB); they are never part of Dateline or of its ordinary build.
#   eval/peers.sh [DATA_DIR [TEXT_DIR]]     all four measures, written to docs/peers.md; TEXT_DIR: *.txt to time reading on
#   eval/peers.sh TASK DATA_DIR             one of reading, names, parsing, timex, printed
# Example: eval/peers.sh names ../shared/data/reader
set -eu
cd "$(dirname "$0")/.."
case ${1:-} in -h | --help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 0 ;; esac

built=eval/peers/target
if [ ! -d $built/lib ] || [ -n "$(find eval/peers/pom.xml eval/peers/src -newer $built/lib -type f | head -n 1)" ]; then
    echo "peers: building; the peers are fetched the first time (about 500 MB) ..." >&2
    mvn -q -B -Ppeers -DskipTests -Dspotless.check.skip=true -pl eval/peers -am package >&2
    touch $built/lib
fi
DATELINE_CLASSES=$(pwd)/$built/classes:$(pwd)/$built/lib/*
export DATELINE_CLASSES

case ${1:-} in
    reading | names | parsing | timex)
        data=${2:-}
        if [ ! -e "$data" ]; then
            echo "peers: there is no data at '$data'; give its folder: eval/peers.sh $1 DATA_DIR" >&2
            exit 2
        fi
        exec ./dateline eval "$1" --data "$data"
        ;;
esac
data=${1:-../shared/data}
if [ ! -d "$data" ]; then
    echo "peers: there is no data at $data; give its folder: eval/peers.sh DATA_DIR" >&2
    exit 2
fi
export DATELINE_MAIN=dateline.peers.PeersPage
exec ./dateline "$data" "${2:-$data/clusters/baghdad-embassy}" docs/peers.md
