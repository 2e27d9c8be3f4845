#!/usr/bin/env python3
"""Holds gold against the texts it was written from: every stem stands in the reports, every hash and offset is right.

    check.py DATA_DIR [GOLD ...]

GOLD is a gold account (.json, over DATA_DIR/clusters) or a set of offsets (.jsonl). A `must` group is looked for in one passage of at most 60 words (whole sentences, joined). Standard library only.
"""
import hashlib
import json
import re
import sys
from pathlib import Path


def low(s):
    return re.sub(r"\s+", " ", s.replace("’", "'")).strip().lower()


def passages(text):
    """Windows of one to three neighbouring sentences, at most 60 words, and single long sentences."""
    sentences = [low(s) for s in re.split(r"(?<=[.!?\"”’])\s+|\n\s*\n", text) if s.strip()]
    for i in range(len(sentences)):
        for n in (1, 2, 3):
            joined = " ".join(sentences[i:i + n])
            if n == 1 or len(joined.split()) <= 60:
                yield joined


def faults(gold, folder):
    files = {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))}
    every = [p for t in files.values() for p in passages(t)]
    whole = low(" ".join(files.values()))

    def one(must, where):
        groups = [[g] if isinstance(g, str) else g for g in must]
        if not any(all(any(low(s) in p for s in g) for g in groups) for p in every):
            yield f"{where}: no passage carries {must}"
        for g in groups:
            for s in g:
                if low(s) not in whole:
                    yield f"{where}: stem never occurs: {s}"

    ids = {e["id"] for e in gold["events"]}
    for e in gold["events"]:
        yield from one(e["must"], e["id"])
    for q in gold["quantities"]:
        yield from one(q["must"], "quantity of " + q["event"])
    for a in gold["attributions"]:
        yield from one(a["must"], "attribution")
        if not any(low(s) in whole for s in a["speaker"]):
            yield f"attribution: speaker never named: {a['speaker']}"
    for kind in ("unverified", "plain"):
        for u in gold[kind]:
            yield from one(u, kind)
    for d in gold["disagreements"] + gold["agreements"]:
        for v in d["values"]:
            yield from one([v], d["what"])
        if len(d["values"]) < 2:
            yield f"{d['what']}: one value only"
    names = [n for g in gold["aliases"] for n in g] + [n for g in gold["distinct"] for n in g]
    names += [n for ns in gold["types"].values() for n in ns]
    for n in names:
        if low(n) not in whole:
            yield f"name never occurs as written: {n}"
    for b in gold["boilerplate"]:
        if low(b) not in whole:
            yield f"boilerplate never occurs: {b}"
    for b in gold["brief_must"]:
        if not any(low(s) in whole for s in b):
            yield f"brief_must never occurs: {b}"
    used = [x for pair in gold["order"] for x in pair] + list(gold["standing"]) + list(gold["independent"])
    used += [p["event"] for p in gold["places"]] + [q["event"] for q in gold["quantities"]]
    used += [x for r in gold["responses"] for x in (r["event"], r["to"])]
    for x in used:
        if x not in ids:
            yield f"no such event: {x}"
    for f in list(gold["credits"]) + list(gold["cautions"]) + [f for g in gold["repeats"] for f in g]:
        if f not in files:
            yield f"no such report: {f}"
    if "sha256" in gold:
        for f, h in gold["sha256"].items():
            if hashlib.sha256((folder / f).read_bytes()).hexdigest() != h:
                yield f"{f}: not the report this gold was written from"
        for f in files:
            if f not in gold["sha256"]:
                yield f"{f}: no hash"


class Texts:
    """The text an entry of a set points to: a file, one document of a JSON Lines file, one article of one, one side of a pair."""

    def __init__(self, data):
        self.data, self.lines, self.by_id = data, {}, {}

    def of(self, ref):
        file = ref["file"]
        if not file.endswith(".jsonl"):
            return (self.data / file).read_bytes().decode("utf-8")
        if file not in self.lines:
            with open(self.data / file, encoding="utf-8") as f:
                self.lines[file] = [json.loads(line) for line in f]
            self.by_id[file] = {d.get("id"): d for d in self.lines[file]}
        if "line" in ref:
            return self.lines[file][ref["line"] - 1][ref["side"]]
        document = self.by_id[file][ref["id"]]
        if "article" not in ref:
            return document["text"]
        article = document["articles"][ref["article"]]
        return article if isinstance(article, str) else article["text"]


def offset_faults(path, texts):
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        entry = json.loads(line)
        for ref in [entry[k] for k in ("a", "b") if k in entry] or [entry]:
            text = texts.of(ref)
            if hashlib.sha256(text.encode("utf-8")).hexdigest() != ref["sha256"]:
                yield f"line {n}: not the text this was written from"
            if not 0 <= ref["start"] < ref["end"] <= len(text):
                yield f"line {n}: offsets outside the text"
            if "valueStart" in ref and not ref["start"] <= ref["valueStart"] < ref["valueEnd"] <= ref["end"]:
                yield f"line {n}: value outside its sentence"
            if "what" in entry and not re.search(r"\w", text[ref["start"]:ref["end"]]):
                yield f"line {n}: no number there"


def main(args):
    if not args:
        sys.exit(__doc__)
    data = Path(args[0])
    here = Path(__file__).parent
    golds = [Path(g) for g in args[1:]] or sorted(list(here.glob("*.json")) + list(here.glob("*.jsonl")))
    texts, bad = Texts(data), 0
    for g in golds:
        if g.suffix == ".jsonl":
            found = list(offset_faults(g, texts))
        else:
            gold = json.loads(g.read_text(encoding="utf-8"))
            found = list(dict.fromkeys(faults(gold, data / "clusters" / gold["cluster"])))
        bad += len(found)
        print(g.name, "ok" if not found else "")
        for f in found:
            print("  " + f)
    sys.exit(bad > 0)


if __name__ == "__main__":
    main(sys.argv[1:])
