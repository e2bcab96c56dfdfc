"""Fits `factcli/timeline/sameness.json`: how likely two accounts are of one happening.

    python -m training.merging --articles FACTS GOLD --held FACTS GOLD --stories FACTS GOLD STORIES

FACTS is what `factcli extract` wrote of the annotated articles GOLD, both JSON Lines. `--articles` are those that the
heads for events were trained on, `--held` others; `same` says what is one happening in them. STORIES lists the articles
of each story, where `happening` says it across articles. A logistic regression on `sameness.FEATURES`; its figures on
`--held` and on each story come from weights that did not see them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from factcli.schema import Event, Facts
from factcli.timeline.contradiction import contradict
from factcli.timeline.happenings import Happening, happenings_of
from factcli.timeline.identities import Identities
from factcli.timeline.regression import CONSTANT, Features
from factcli.timeline.sameness import MARKED, PATH, features_of

# The heads marked 54 in 100 of the repetitions in the articles that they were trained on, 32 in others: of the marks in
# the former so many are taken away, so that a mark counts for what it is worth.
UNLEARNED = 0.4
PENALTY, STEPS = 3.0, 12
Rows = NDArray[np.float64]


class Examples(NamedTuple):
    """Cases as numbers, a column a name, and whether each is what is asked for."""

    names: list[str]
    rows: Rows
    right: NDArray[np.bool_]


def examples_of(cases: Sequence[tuple[Features, bool]]) -> Examples:
    """Features and answers as numbers."""
    names = list(cases[0][0]) if cases else []
    rows = np.array([list(features.values()) for features, _ in cases], dtype=np.float64).reshape(
        len(cases), len(names)
    )
    return Examples(names, rows, np.array([right for _, right in cases], dtype=bool))


class Labelled(NamedTuple):
    """An account that was found, and what it was annotated as."""

    happening: Happening
    label: object


def read_facts(path: Path) -> dict[str, Facts]:
    """The facts of a JSON Lines file by article."""
    return {one.id: one for one in (msgspec.json.decode(line, type=Facts) for line in path.read_bytes().splitlines())}


def read_gold(path: Path) -> dict[str, Mapping[str, Any]]:
    """The annotated articles of a JSON Lines file by id."""
    return {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def annotated(event: Event, gold: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The annotated event on whose word an event stands."""
    for marked in [*gold["events"], *gold.get("undated", ())]:
        for span in (marked["trigger"], *marked.get("alt_triggers", ())):
            if event.trigger.start < span["end"] and span["start"] < event.trigger.end:
                found: Mapping[str, Any] = marked
                return found
    return None


def labelled(documents: Sequence[Facts], gold: Mapping[str, Mapping[str, Any]]) -> list[Labelled]:
    """The accounts of one story that are annotated, in the order of the text."""
    identities = Identities(documents)
    found = []
    for number, facts in enumerate(documents):
        for happening in happenings_of(facts, number, f"{facts.id}#", identities):
            if (marked := annotated(happening.event, gold[facts.id])) is not None:
                same = (facts.id, marked["same"]) if marked.get("same") else id(marked)
                found.append(Labelled(happening, marked.get("happening") or same))
    return found


def pairs_of(found: Sequence[Labelled]) -> Examples:
    """All pairs of accounts of a story that do not contradict each other."""
    pairs = [
        (features_of(one.happening, other.happening), one.label == other.label)
        for place, other in enumerate(found)
        for one in found[:place]
        if not contradict(one.happening, other.happening)
    ]
    return examples_of(pairs)


def joined(sets: Iterable[Examples]) -> Examples:
    """Several sets of examples as one."""
    every = [one for one in sets if len(one.right)]
    return Examples(
        every[0].names, np.concatenate([one.rows for one in every]), np.concatenate([one.right for one in every])
    )


def fitted(examples: Examples) -> NDArray[np.float64]:
    """The weights, the constant last: Newton's method on the penalised likelihood, features on one scale."""
    mean, scale = examples.rows.mean(axis=0), examples.rows.std(axis=0) + 1e-3
    rows = np.column_stack([(examples.rows - mean) / scale, np.ones(len(examples.rows))])
    penalty = np.diag([PENALTY] * (rows.shape[1] - 1) + [0.0])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        curvature = (rows * (likely * (1 - likely))[:, None]).T @ rows + penalty
        weights -= np.linalg.solve(curvature, rows.T @ (likely - examples.right) + penalty @ weights)
    return np.append(weights[:-1] / scale, weights[-1] - (weights[:-1] / scale) @ mean)


def without_learned_marks(pairs: Examples) -> Examples:
    """Pairs of articles that the heads have seen, with fewer marks."""
    rows = pairs.rows.copy()
    rows[np.random.default_rng(0).random(len(rows)) < UNLEARNED, pairs.names.index(MARKED)] = 0
    return Examples(pairs.names, rows, pairs.right)


def write(path: Path, examples: Examples) -> None:
    """Write the weights that fit all the examples."""
    weights = dict(zip([*examples.names, CONSTANT], fitted(examples).round(4).tolist(), strict=True))
    path.write_bytes(msgspec.json.format(msgspec.json.encode(weights)) + b"\n")


def report(name: str, weights: NDArray[np.float64], pairs: Examples) -> None:
    """Print precision and recall of the pairs that are likelier one happening than not."""
    likely = pairs.rows @ weights[:-1] + weights[-1] >= 0
    right = int((likely & pairs.right).sum())
    print(f"{name}: {right} of {int(likely.sum())} pairs right, of {int(pairs.right.sum())} that there are")


def single(facts_path: Path, gold_path: Path) -> Examples:
    """The pairs within each of some articles."""
    gold = read_gold(gold_path)
    return joined(pairs_of(labelled([facts], gold)) for facts in read_facts(facts_path).values())


def stories_of_files(facts_path: Path, _gold: Path, stories_path: Path) -> Iterator[tuple[str, list[Facts]]]:
    """The name and the articles of each story."""
    facts = read_facts(facts_path)
    for story in map(json.loads, stories_path.read_text(encoding="utf-8").splitlines()):
        yield story["story"], [facts[article] for article in story["articles"]]


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, nargs=2, required=True)
    parser.add_argument("--held", type=Path, nargs=2, required=True)
    parser.add_argument("--stories", type=Path, nargs=3, required=True)
    options = parser.parse_args()
    seen, held = without_learned_marks(single(*options.articles)), single(*options.held)
    gold = read_gold(options.stories[1])
    stories = {name: pairs_of(labelled(found, gold)) for name, found in stories_of_files(*options.stories)}
    report("held-back articles", fitted(joined([seen, *stories.values()])), held)
    for name, pairs in stories.items():
        others = [other for story, other in stories.items() if story != name]
        report(f"story {name}", fitted(joined([seen, held, *others])), pairs)
    write(PATH, joined([seen, held, *stories.values()]))


if __name__ == "__main__":
    main()
