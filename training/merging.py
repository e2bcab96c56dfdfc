"""The step `sameness`: fits `factcli/timeline/sameness.npz`, how likely two accounts are of one event.

`same` says what is one event in an article, `happening` says it across the articles of a story. The heads for events
have learned from the articles of `train`, not from the held-back ones, which nothing is learned from. The figures on
held-back articles and on stories come from weights that did not see them (five-fold).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from factcli.schema import Event, Facts
from factcli.timeline.account import Account, every_account
from factcli.timeline.contradiction import contradict
from factcli.timeline.network import Network
from factcli.timeline.sameness import MARKED, Accounts
from training.articles import Row, stands_on
from training.layer import fitted_network
from training.regression import Examples, examples_of, joined
from training.sets import Gold, facts_of, gold_of, stories_of

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


def annotated(event: Event, gold: Row) -> Row | None:
    """The annotated event on whose word an event stands."""
    marked = [*gold["events"], *gold.get("undated", ())]
    return next((one for one in marked if stands_on(one, event.trigger.start, event.trigger.end)), None)


def labelled(documents: Sequence[Facts], gold: Gold) -> list[Labelled]:
    """The accounts of one story that are annotated, in the order of the text."""
    found = []
    for account in every_account(documents):
        article = documents[account.article].id
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


def single(folder: Path) -> Examples:
    """The pairs within each of the articles of a set."""
    gold = gold_of(folder)
    return joined(pairs_of(labelled([facts], gold)) for facts in facts_of(folder).values())


def fit_sameness(train: Path, held: Sequence[Path], stories: Sequence[Path], target: Path) -> None:
    """Fit to sets of articles and of stories, report, write."""
    seen = without_learned_marks(single(train))
    of_stories = [pairs_of(labelled(story.documents, story.gold)) for folder in stories for story in stories_of(folder)]
    network = fitted_network(joined([seen, *of_stories]))
    for folder in held:
        report(folder.name, network, single(folder))
    for fold in range(FOLDS):
        others = [pairs for number, pairs in enumerate(of_stories) if number % FOLDS != fold]
        report(f"stories, part {fold + 1}", fitted_network(joined([seen, *others])), joined(of_stories[fold::FOLDS]))
    network.save(target)
