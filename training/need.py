"""Fits `factcli/timeline/need.json` and `repeats.json`: which entries a reader needs, and which say it again.

    python -m training.need --articles FACTS GOLD [...] --held FACTS GOLD [...] --stories FACTS GOLD STORIES [...]

The arguments are those of `training.merging`, which comes first; here `--articles` are articles that the heads for
events have not learned from. An entry is needed where one of its accounts stands on a word that is annotated as a
story's `happening`, or as `timeline` with a time that overlaps the entry's. Of several entries of one happening all but
the most needed are repeats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factcli.schema import Facts
from factcli.timeline import repeats
from factcli.timeline.group import Group
from factcli.timeline.happenings import happenings_of, is_dated
from factcli.timeline.identities import Identities
from factcli.timeline.merging import groups_of
from factcli.timeline.need import PATH, Setting, features_of
from factcli.timeline.regression import probability
from factcli.timeline.times import first_day, last_day
from training.merging import (
    Examples,
    Weights,
    annotated,
    examples_of,
    fitted,
    joined,
    options_of,
    read_facts,
    read_gold,
    stories_of,
    write,
)

Gold = Mapping[str, Mapping[str, Any]]


class Entries(NamedTuple):
    """The entries of a story or an article, in numbers whether each is needed, and which happening each is of."""

    groups: list[Group]
    needed: Examples
    happenings: list[Hashable]


def entries_of(documents: Sequence[Facts], gold: Gold, *, story: bool) -> Entries:
    """The entries, and what was annotated of them."""
    identities = Identities(documents)
    found = [
        happening
        for number, facts in enumerate(documents)
        for happening in happenings_of(facts, number, f"{facts.id}#", identities)
    ]
    setting, groups = Setting(found), groups_of(found)
    cases, names = [], []
    for group in groups:
        marked = [(one, annotated(one.event, gold[documents[one.place[0]].id])) for one in group.accounts]
        needed = [mark for one, mark in marked if mark and _is_needed(mark, group, story=story)]
        cases.append((features_of(group.accounts, setting), bool(needed)))
        names.append(_most_named(needed))
    return Entries(groups, examples_of(cases), names)


def _is_needed(marked: Mapping[str, Any], group: Group, *, story: bool) -> bool:
    if story:
        return bool(marked.get("needed", marked.get("happening")))
    mine, theirs = group.when, marked.get("when")
    if not theirs:
        return bool(marked.get("timeline")) and (not is_dated(mine) or (mine is not None and mine.basis == "published"))
    overlaps = first_day(mine) <= (theirs["latest"] or "9999") and (theirs["earliest"] or "") <= last_day(mine)
    return bool(marked.get("timeline")) and is_dated(mine) and overlaps


def _most_named(marked: Sequence[Mapping[str, Any]]) -> Hashable:
    """The happening that most of the marks are of; None without any."""
    names: Counter[Hashable] = Counter(mark.get("happening") or mark.get("same") or id(mark) for mark in marked)
    return names.most_common(1)[0][0] if names else None


def repeats_of(entries: Entries, known: Weights) -> Examples:
    """Those entries that are needed, beside those needed more, and whether each is the first of its happening."""
    odds = entries.needed.rows @ known[:-1] + known[-1]
    needs = {group: probability(one) for group, one in zip(entries.groups, odds.tolist(), strict=True)}
    happenings = dict(zip(entries.groups, entries.happenings, strict=True))
    features = repeats.features_of(needs)
    known_before: set[Hashable] = {None}
    cases = []
    for group in sorted(needs, key=needs.__getitem__, reverse=True):
        if happenings[group] is not None:
            cases.append((features[group], happenings[group] not in known_before))
            known_before.add(happenings[group])
    return examples_of(cases)


def report(name: str, known: Weights, entries: Examples) -> None:
    """Print how many of the entries shown are needed, and of those needed how many are shown."""
    shown = entries.rows @ known[:-1] + known[-1] >= 0
    right = int((shown & entries.right).sum())
    print(f"{name}: {right} of {int(shown.sum())} shown are needed, of {int(entries.right.sum())} of {len(shown)}")


def main() -> None:
    """Fit, report, write."""
    options = options_of(__doc__)
    single, held = list(_articles(options.articles)), list(_articles(options.held))
    stories = {story.name: entries_of(story.documents, story.gold, story=True) for story in stories_of(options.stories)}
    every = [*single, *stories.values()]
    known = fitted(joined(entries.needed for entries in every))
    report("held-back articles", known, joined(entries.needed for entries in held))
    for name, entries in stories.items():
        others = [other for other in every if other is not entries]
        report(f"story {name}", fitted(joined(other.needed for other in others)), entries.needed)
    first = joined(repeats_of(entries, known) for entries in every)
    report(
        "held-back articles, first of a happening",
        fitted(first),
        joined(repeats_of(entries, known) for entries in held),
    )
    for name, entries in stories.items():
        others = [other for other in every if other is not entries]
        without = fitted(joined(repeats_of(other, known) for other in others))
        report(f"story {name}, first of a happening", without, repeats_of(entries, known))
    write(PATH, joined(entries.needed for entries in every))
    write(repeats.PATH, first)


def _articles(files: Sequence[tuple[Path, Path]]) -> Iterator[Entries]:
    for facts_path, gold_path in files:
        gold = read_gold(gold_path)
        yield from (entries_of([one], gold, story=False) for one in read_facts(facts_path).values())


if __name__ == "__main__":
    main()
