#!/usr/bin/env python3
"""Makes lexicon/en/story/word-weights.txt: in how many of a few thousand openings of news texts each word stands.

Counts only, no text: words with fewer than FEWEST texts are left out, and a word that is not in the table is taken to stand
in half a text. Usage: word_weights.py JSONL... > word-weights.txt, each line an object with `articles`, strings or
{title, text} (the multi-document summarisation sets of docs/credits.md: Multi-News sample, NeuS train and validation; none of
them is a stream that placement is measured on).
"""
import collections
import json
import re
import sys

FEWEST = 3
OPENING = 2500  # characters: what placement compares of a report, and the same here, so that frequencies mean the same
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def stem(word):
    """The same as dateline.story.Terms.stem."""
    word = word.replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def main(paths):
    texts, count = 0, collections.Counter()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                for article in json.loads(line)["articles"]:
                    text = article if isinstance(article, str) else article.get("title", "") + " " + article["text"]
                    count.update({stem(word) for word in WORD.findall(text[:OPENING].lower())})
                    texts += 1
    print("# In how many texts of", texts, "each word stands. Made by training/placement/word_weights.py; not edited by hand.")
    print(f"texts\t{texts}")
    for word, n in sorted(count.items()):
        if n >= FEWEST and len(word) < 30:
            print(f"{word}\t{n}")


main(sys.argv[1:])
