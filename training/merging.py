"""Fits `factcli/timeline/sameness.npz`: how likely two accounts are of one event.

    python -m training.merging --articles FACTS GOLD [...] --held FACTS GOLD [...] --stories FACTS GOLD STORIES [...]
        --sorted FACTS GOLD STORIES [...]

FACTS is what `factcli extract` wrote of the annotated articles GOLD, both JSON Lines. `--articles` are those that the
heads for events were trained on, `--held` others, that are not learned from; `same` says what is one event in them.
STORIES lists the articles of each story, where `happening` says it across articles; in those that are `--sorted` a
reader sorted the events that factcli had found. Each option may be given again. The figures on `--held` and on stories
come from weights that did not see them (five-fold).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from factcli.schema import Event, Facts
from factcli.timeline.account import Account, every_account
from factcli.timeline.contradiction import contradict
from factcli.timeline.network import Network
from factcli.timeline.sameness import MARKED, PATH, Accounts
from training.articles import Row, read_rows, stands_on
from training.layer import fitted_network
from training.regression import Examples, examples_of, joined

Gold = Mapping[str, Row]
# The heads marked 54 in 100 of the repetitions in the articles that they were trained on, 32 in others: of the marks in
# the former so many are taken away, so that a mark counts for what it is worth.
UNLEARNED = 0.4
FOLDS = 5
# A story of more pairs than this counts for no more of them.
MOST = 700


class Labelled(NamedTuple):
    """An account that was found, and what it was annotated as."""

    account: Account
    label: object


def read_facts(path: Path) -> dict[str, Facts]:
    """The facts of a JSON Lines file by article."""
    return {one.id: one for one in (msgspec.json.decode(line, type=Facts) for line in path.read_bytes().splitlines())}


def read_gold(path: Path) -> dict[str, Row]:
    """The annotated articles of a JSON Lines file by id."""
    return {row["id"]: row for row in read_rows(path)}


def annotated(event: Event, gold: Row) -> Row | None:
    """The annotated event on whose word an event stands."""
    marked = [*gold["events"], *gold.get("undated", ())]
    return next((one for one in marked if stands_on(one, event.trigger.start, event.trigger.end)), None)


def labelled(documents: Sequence[Facts], gold: Gold) -> list[Labelled]:
    """The accounts of one story that are annotated, in the order of the text."""
    found = []
    for account in every_account(documents):
        article = documents[account.place[0]].id
        if (marked := annotated(account.event, gold[article])) is not None:
            same = (article, marked["same"]) if marked.get("same") else id(marked)
            found.append(Labelled(account, marked.get("happening") or same))
    return found


def pairs_of(found: Sequence[Labelled]) -> Examples:
    """All pairs of accounts of a story that do not contradict each other."""
    accounts = [one.account for one in found]
    places = [
        (place, other)
        for place, one in enumerate(accounts)
        for other in range(place)
        if not contradict(accounts[other], one)
    ]
    if not places:
        return examples_of([])
    one, other = np.array(places).T
    columns = Accounts(accounts).features(one, other)
    rows = np.column_stack([np.asarray(column, dtype=np.float64) for column in columns.values()])
    right = [found[place].label == found[another].label for place, another in places]
    return Examples(list(columns), rows, np.array(right, dtype=bool), np.full(len(right), min(1.0, MOST / len(right))))


def without_learned_marks(pairs: Examples) -> Examples:
    """Pairs of articles that the heads have seen, with fewer marks."""
    rows = pairs.rows.copy()
    rows[np.random.default_rng(0).random(len(rows)) < UNLEARNED, pairs.names.index(MARKED)] = 0
    return pairs._replace(rows=rows)


def report(name: str, network: Network, pairs: Examples) -> None:
    """Print how many of the pairs that are likelier one event than not are, and of how many."""
    likely = network.log_odds(dict(zip(pairs.names, pairs.rows.T, strict=True))) >= 0
    right = int((likely & pairs.right).sum())
    print(f"{name}: {right} of {int(likely.sum())} right, of {int(pairs.right.sum())} that there are")


def single(files: Iterable[tuple[Path, Path]]) -> Examples:
    """The pairs within each of some articles."""
    return joined(
        pairs_of(labelled([facts], gold))
        for facts_path, gold_path in files
        for gold in [read_gold(gold_path)]
        for facts in read_facts(facts_path).values()
    )


class Story(NamedTuple):
    """The articles of a story, and what is annotated in each."""

    name: str
    documents: list[Facts]
    gold: Gold


def stories_of(files: Iterable[tuple[Path, Path, Path]]) -> Iterator[Story]:
    """The stories of several files."""
    for facts_path, gold_path, stories_path in files:
        facts, gold = read_facts(facts_path), read_gold(gold_path)
        for story in read_rows(stories_path):
            yield Story(story["story"], [facts[article] for article in story["articles"]], gold)


def options_of(description: str | None, *, editors: bool = False) -> argparse.Namespace:
    """The files that are named on the command line, those of editors too where they are asked for."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, nargs=2, action="append", required=True)
    parser.add_argument("--held", type=Path, nargs=2, action="append", required=True)
    parser.add_argument("--stories", type=Path, nargs=3, action="append", required=True)
    parser.add_argument("--sorted", type=Path, nargs=3, action="append", required=True)
    if editors:
        parser.add_argument("--editors", type=Path, action="append", required=True)
    return parser.parse_args()


def main() -> None:
    """Fit, report, write."""
    options = options_of(__doc__)
    seen = without_learned_marks(single(options.articles))
    stories = [
        pairs_of(labelled(story.documents, story.gold)) for story in stories_of([*options.stories, *options.sorted])
    ]
    network = fitted_network(joined([seen, *stories]))
    for path in options.held:
        report(str(path[1]), network, single([path]))
    for fold in range(FOLDS):
        others = [pairs for number, pairs in enumerate(stories) if number % FOLDS != fold]
        report(f"stories, part {fold + 1}", fitted_network(joined([seen, *others])), joined(stories[fold::FOLDS]))
    network.save(PATH)


if __name__ == "__main__":
    main()
