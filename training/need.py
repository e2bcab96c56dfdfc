"""Fits `factcli/timeline/need.json`: how likely a reader of the story needs an entry.

    python -m training.need --articles FACTS GOLD --held FACTS GOLD --stories FACTS GOLD STORIES

The arguments are those of `training.merging`, which comes first. An entry is needed where one of its accounts stands on
a word that is annotated as a story's `happening`, or as `timeline` with a time that overlaps the entry's.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from factcli.schema import Facts
from factcli.timeline.happenings import Happening, happenings_of, is_dated
from factcli.timeline.identities import Identities
from factcli.timeline.merging import groups_of, told_time
from factcli.timeline.need import PATH, Setting, features_of
from factcli.timeline.times import first_day, last_day
from training.merging import (
    Examples,
    annotated,
    examples_of,
    fitted,
    joined,
    read_facts,
    read_gold,
    stories_of_files,
    write,
)


def entries_of(documents: Sequence[Facts], gold: Mapping[str, Mapping[str, Any]], *, story: bool) -> Examples:
    """The entries of a story or an article as numbers, and whether each is needed."""
    identities = Identities(documents)
    found = [
        happening
        for number, facts in enumerate(documents)
        for happening in happenings_of(facts, number, f"{facts.id}#", identities)
    ]
    setting = Setting(found)
    groups = groups_of(found)
    return examples_of(
        [
            (
                features_of(group, setting),
                any(_is_needed(one, group, gold[documents[one.place[0]].id], story=story) for one in group),
            )
            for group in groups
        ]
    )


def _is_needed(one: Happening, group: Sequence[Happening], gold: Mapping[str, Any], *, story: bool) -> bool:
    marked = annotated(one.event, gold)
    if marked is None:
        return False
    if story:
        return bool(marked.get("happening"))
    mine, theirs = told_time(group).event.when, marked.get("when")
    if not theirs:
        return bool(marked.get("timeline")) and (not is_dated(mine) or (mine is not None and mine.basis == "published"))
    overlaps = first_day(mine) <= (theirs["latest"] or "9999") and (theirs["earliest"] or "") <= last_day(mine)
    return bool(marked.get("timeline")) and is_dated(mine) and overlaps


def report(name: str, weights: np.ndarray[Any, np.dtype[np.float64]], entries: Examples) -> None:
    """Print how many of the entries shown are needed, and of those needed how many are shown."""
    shown = entries.rows @ weights[:-1] + weights[-1] >= 0
    right = int((shown & entries.right).sum())
    print(f"{name}: {right} of {int(shown.sum())} shown are needed, of {int(entries.right.sum())} of {len(shown)}")


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, nargs=2, required=True)
    parser.add_argument("--held", type=Path, nargs=2, required=True)
    parser.add_argument("--stories", type=Path, nargs=3, required=True)
    options = parser.parse_args()
    held_gold = read_gold(options.held[1])
    held = joined(entries_of([one], held_gold, story=False) for one in read_facts(options.held[0]).values())
    gold = read_gold(options.stories[1])
    stories = {name: entries_of(found, gold, story=True) for name, found in stories_of_files(*options.stories)}
    report("held-back articles", fitted(joined(stories.values())), held)
    for name, entries in stories.items():
        report(
            f"story {name}",
            fitted(joined([held, *(other for story, other in stories.items() if story != name)])),
            entries,
        )
    write(PATH, joined([held, *stories.values()]))


if __name__ == "__main__":
    main()
