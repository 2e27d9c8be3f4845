#!/usr/bin/env python3
"""Fits lexicon/en/story/placement.txt: a logistic regression over the features of pairs of reports.

Usage: fit.py PAIRS.tsv... > placement.txt, where the pairs come from
    java -cp ... dateline.eval.PlacementPairs STREAMS_DIR OUT_DIR
one file per stream (first line: names of features). Pairs count equally within a stream; streams weigh as in WEIGHTS. With
--halves it prints, per stream, how the likelihoods of one half hold on the other (reliability) instead of the weights:
halves are early and late stories of a dated stream, odd and even topics of an undated one; --half=0 prints the weights
fitted on one half alone. Needs numpy.
"""
import sys

import numpy as np

RIDGE = 1.0
WEIGHTS = {"basil_stream": 3.0}  # few pairs, and the only stream whose stories last several days


def read(path):
    with open(path, encoding="utf-8") as lines:
        names = next(lines).rstrip("\n").split("\t")[3:]
        rows = [line.rstrip("\n").split("\t") for line in lines]
    half = np.array([int(row[0]) for row in rows])
    same = np.array([float(row[1]) for row in rows])
    features = np.array([[1.0] + [float(value) for value in row[3:]] for row in rows])
    stream = path.rsplit("/", 1)[-1].removesuffix(".tsv")
    return names, half, same, features, np.full(len(rows), WEIGHTS.get(stream, 1.0)), stream


def fit(features, same, weights):
    """Newton's method on the penalised likelihood; the bias is not penalised."""
    ridge = np.eye(features.shape[1]) * RIDGE
    ridge[0, 0] = 1e-6
    solution = np.zeros(features.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-features @ solution))
        gradient = features.T @ (weights * (same - likely)) - ridge @ solution
        curvature = (features * (weights * likely * (1 - likely))[:, None]).T @ features + ridge
        step = np.linalg.solve(curvature, gradient)
        solution += step
        if abs(step).max() < 1e-9:
            break
    return solution


def main(arguments):
    halves = "--halves" in arguments
    streams = [read(path) for path in arguments if not path.startswith("--")]
    names = streams[0][0]
    join = lambda at, keep=None: np.concatenate([s[at] if keep is None else s[at][s[1] == keep] for s in streams])
    if not halves:
        keep = next((int(argument[-1]) for argument in arguments if argument.startswith("--half=")), None)
        solution = fit(join(3, keep), join(2, keep), join(4, keep))
        print("# How likely two reports tell of one story: weights of a logistic regression over the features of dateline.story.Feature.")
        print("# Made by training/placement/fit.py; not edited by hand.")
        for name, weight in zip(["bias"] + names, solution):
            print(f"{name}\t{weight:.4f}")
        return
    for half in (0, 1):
        solution = fit(join(3, half), join(2, half), join(4, half))
        for _, of, same, features, _, stream in streams:
            likely = 1 / (1 + np.exp(-features[of != half] @ solution))
            same = same[of != half]
            print(f"fitted on half {half}, held: {stream}")
            for low in np.arange(0, 1, 0.1):
                inside = (likely >= low) & (likely < low + 0.1)
                if inside.any():
                    print(f"  {low:.1f}-{low + 0.1:.1f}  said {likely[inside].mean():.3f}  came {same[inside].mean():.3f}  of {inside.sum()}")


main(sys.argv[1:])
