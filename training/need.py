"""The step `need`: fits `factcli/timeline/need.json` and `worth.json`, which entries a reader needs, and which are
worth one of their own.

It comes after `sameness`, and learns from articles that the heads for events have not learned from. Articles and
stories have weights of their own. What an editor found right and useful is worth an entry of its article. An entry is
needed where one of its accounts stands on a word that is annotated as a story's `happening`, or as `timeline` with a
time that overlaps the entry's. Of several entries of one event the most needed is worth one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import NamedTuple

from factcli.schema import Facts
from factcli.timeline import sameness, worth
from factcli.timeline.account import every_account
from factcli.timeline.group import Group
from factcli.timeline.merging import groups_of
from factcli.timeline.need import PATH, Setting, features_of
from factcli.timeline.times import first_day, is_dated, last_day
from training.articles import Row
from training.editors import RIGHT, ReadArticle, judged
from training.merging import FOLDS, annotated
from training.regression import Examples, Weights, examples_of, fitted, joined, weighted, write
from training.sets import Gold, facts_of, gold_of, stories_of

# Editors and annotators want different entries: with a fifth of a vote for each of theirs, editors gain most for little
# loss by annotation (training/README.md).
OF_EDITORS = 0.2
# A story whose own happenings were marked counts for so many in which found events were sorted: there more is needed.
OF_MARKED = 20.0


class Entries(NamedTuple):
    """The entries of a story or an article, in numbers whether each is needed, and which event each is of."""

    setting: Setting
    groups: list[Group]
    needed: Examples
    happenings: list[Hashable]
    weight: float = 1.0


def entries_of(documents: Sequence[Facts], gold: Gold, *, story: bool) -> Entries:
    """The entries, and what was annotated of them."""
    found = every_account(documents)
    setting, groups = Setting(found), [group for group in groups_of(found) if group.stands_alone]
    cases, names = [], []
    for group in groups:
        marked = [(one, annotated(one.event, gold[documents[one.article].id])) for one in group.accounts]
        needed = [mark for one, mark in marked if mark and _is_needed(mark, group, story=story)]
        cases.append((features_of(group.accounts, setting), bool(needed)))
        names.append(_most_named(needed))
    return Entries(setting, groups, examples_of(cases), names)


def _is_needed(marked: Row, group: Group, *, story: bool) -> bool:
    if story:
        return bool(marked.get("needed", marked.get("happening")))
    mine, theirs = group.when, marked.get("when")
    if not theirs:
        return bool(marked.get("timeline")) and (not is_dated(mine) or (mine is not None and mine.basis == "published"))
    overlaps = first_day(mine) <= (theirs["latest"] or "9999") and (theirs["earliest"] or "") <= last_day(mine)
    return bool(marked.get("timeline")) and is_dated(mine) and overlaps


def _most_named(marked: Sequence[Row]) -> Hashable:
    """The event that most of the marks are of; None without any."""
    names: Counter[Hashable] = Counter(mark.get("happening") or mark.get("same") or id(mark) for mark in marked)
    return names.most_common(1)[0][0] if names else None


def worth_of(entries: Entries, known: Weights) -> Examples:
    """The entries beside those needed more, and whether each is needed and the first of its event."""
    needs = _needs(entries.groups, entries.needed, known)
    happenings = dict(zip(entries.groups, entries.happenings, strict=True))
    stated: set[Hashable] = {None}
    cases = []
    for group, features in worth.features_of(needs).items():
        cases.append((features, happenings[group] not in stated))
        stated.add(happenings[group])
    return examples_of(cases)


def _needs(groups: Sequence[Group], likenesses: Examples, known: Weights) -> dict[Group, float]:
    """The log odds that each group is needed, by what it is like."""
    if not groups:
        return {}
    return dict(zip(groups, (likenesses.rows @ known[:-1] + known[-1]).tolist(), strict=True))


def report(name: str, known: Weights, entries: Examples) -> None:
    """Print how many of the entries shown are right, and of the right ones how many are shown."""
    shown = entries.rows @ known[:-1] + known[-1] >= 0
    right = int((shown & entries.right).sum())
    print(f"{name}: {right} of {int(shown.sum())} shown are right, of {int(entries.right.sum())} of {len(shown)}")


def read_of(one: ReadArticle, known: Weights) -> Examples:
    """The entries that an editor has read, beside those needed more, and whether each was right and useful."""
    likenesses = examples_of([(features_of(group.accounts, one.setting), False) for group in one.groups])
    needs = _needs(one.groups, likenesses, known)
    features = worth.features_of(needs)
    read = examples_of([(features[group], row.verdict == RIGHT) for group, row in one.said.items()])
    return weighted(read, OF_EDITORS)


def fitted_to(sets: Sequence[Entries], read: Sequence[ReadArticle] = ()) -> tuple[Examples, Examples]:
    """The examples of what is needed, and, by the weights that fit these, of what is worth an entry."""
    needed = joined(weighted(entries.needed, entries.weight) for entries in sets)
    known = fitted(needed)
    annotated = [weighted(worth_of(entries, known), entries.weight) for entries in sets]
    return needed, joined([*annotated, *(read_of(one, known) for one in read)])


def fit_need(
    articles: Path, held: Path, marked: Sequence[Path], sorted_: Sequence[Path], editors: Path, target: Path
) -> None:
    """Fit to sets of articles, of stories that are marked and that are sorted, and to the facts of what editors read;
    report; write both files, `target` being worth.json.
    """
    # Accounts are grouped by what was fitted just before.
    sameness.PATH = target.with_name(sameness.PATH.name)
    by_hand, by_readers = (
        [entries_of(story.documents, story.gold, story=True) for folder in folders for story in stories_of(folder)]
        for folders in (marked, sorted_)
    )
    stories = [*(one._replace(weight=OF_MARKED) for one in by_hand), *by_readers]
    of_articles = fitted_to(_entries(articles), list(judged(editors)))
    _report("held-back articles", of_articles, _entries(held))
    for fold in range(FOLDS):
        others = [entries for number, entries in enumerate(stories) if number % FOLDS != fold]
        _report(f"stories, part {fold + 1}", fitted_to(others), stories[fold::FOLDS])
    for path, article, story in zip(
        (target.with_name(PATH.name), target), of_articles, fitted_to(stories), strict=True
    ):
        write(path, {"article": article, "story": story})


def _report(name: str, examples: tuple[Examples, Examples], entries: Sequence[Entries]) -> None:
    """Print how well the weights that fit these examples judge other entries."""
    needed, worthy = map(fitted, examples)
    report(f"{name}, needed", needed, joined(each.needed for each in entries))
    report(f"{name}, worth an entry", worthy, joined(worth_of(each, needed) for each in entries))


def _entries(folder: Path) -> list[Entries]:
    gold = gold_of(folder)
    return [entries_of([one], gold, story=False) for one in facts_of(folder).values()]
