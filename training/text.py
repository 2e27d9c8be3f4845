"""Words to pieces, word shapes and style numbers. The Java reader does the same; CONTRACT.md says it in words."""
import json
import os
import unicodedata

NER = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
POS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
       "SYM", "VERB", "X"]
REL = ["acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj",
       "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj",
       "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"]
ATT = ["O", "B-SRC", "I-SRC", "B-CUE", "I-CUE", "B-CNT", "I-CNT"]

# rows of token_type_ids: 0 neutral, 1-7 shape of the piece's word, 8-14 style on [CLS], 15 on [SEP] of an open quotation
LOWER, TITLE, UPPER, LETTER, MIXED, DIGIT, OTHER = 1, 2, 3, 4, 5, 6, 7
STYLE = {"ewt": 8, "gum": 9, "ww": 10, "wnut": 11, "btc": 12, "wikigold": 13, "re3d": 14}
NEWS = STYLE["ww"]
OPEN_QUOTE = 15
TYPES = 16
MAX_PIECES_OF_WORD = 24


def shape(word):
    upper = lower = digit = 0
    first_upper = None
    for c in word:
        cat = unicodedata.category(c)
        if cat in ("Lu", "Lt"):
            upper += 1
        elif cat[0] == "L":
            lower += 1
        else:
            digit += cat == "Nd"
            continue
        if first_upper is None:
            first_upper = cat != "Ll" and cat in ("Lu", "Lt")
    if upper + lower == 0:
        return DIGIT if digit else OTHER
    if digit:
        return MIXED
    if upper == 0:
        return LOWER
    if lower == 0:
        return LETTER if upper == 1 else UPPER
    if first_upper and upper == 1:
        return TITLE
    return MIXED


def is_punct(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c)[0] == "P"


def is_cjk(o):
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2CEAF or 0xF900 <= o <= 0xFAFF
            or 0x2F800 <= o <= 0x2FA1F)


class Pieces:
    """Greedy WordPiece of single words, lower-cased and without accents; remembers what it has cut."""

    def __init__(self, vocab):
        self.vocab = {p: i for i, p in enumerate(vocab)}
        self.unk, self.cls, self.sep = self.vocab["[UNK]"], self.vocab["[CLS]"], self.vocab["[SEP]"]
        self.known = {}

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as f:
            return Pieces(f.read().split("\n")[:-1])

    def of(self, word):
        got = self.known.get(word)
        if got is None:
            got = tuple(self._cut(word))
            self.known[word] = got
        return got

    def _cut(self, word):
        chunks, now = [], ""
        for c in unicodedata.normalize("NFD", word.lower()):
            cat = unicodedata.category(c)
            if cat == "Mn" or cat[0] == "C" and c not in "\t\n\r":
                continue
            if c.isspace():
                chunks.append(now)
                now = ""
            elif is_punct(c) or is_cjk(ord(c)):
                chunks += [now, c]
                now = ""
            else:
                now += c
        chunks.append(now)
        out = []
        for chunk in chunks:
            if not chunk:
                continue
            cut, a = [], 0
            while a < len(chunk) and len(chunk) <= 100:
                b = len(chunk)
                while b > a and (("##" if a else "") + chunk[a:b]) not in self.vocab:
                    b -= 1
                if b == a:
                    break
                cut.append(self.vocab[("##" if a else "") + chunk[a:b]])
                a = b
            out += cut if a == len(chunk) else [self.unk]
        return out[:MAX_PIECES_OF_WORD] or [self.unk]


def vocabulary(tokenizer_json):
    with open(tokenizer_json, encoding="utf-8") as f:
        v = json.load(f)["model"]["vocab"]
    return [p for p, _ in sorted(v.items(), key=lambda e: e[1])]
