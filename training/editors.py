"""What editors said of entries of raw news, kept without the text: `own/editors.tsv`.

A row is an entry: the digest of its article's line of text/, that article's day, the code point where the word of the
event whose summary was shown begins, the verdict (R right and useful, U useless, W wrong), and codes of what is amiss:
D day, X status, C cut, F false, N not understood alone, A attribution, S side detail, P a repetition, B no event.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from factcli.schema import Facts
from factcli.timeline.account import every_account
from factcli.timeline.group import Group
from factcli.timeline.merging import groups_of
from factcli.timeline.need import Setting
from training.sets import read_facts
from training.standoff import lines_of

JUDGED = Path(__file__).with_name("own") / "editors.tsv"
RIGHT = "R"


class Judgement(NamedTuple):
    """What an editor said of an entry."""

    line: str
    published: str
    trigger: int
    verdict: str
    codes: frozenset[str]


class ReadArticle(NamedTuple):
    """The entries that an article can have, and what an editor said of some."""

    setting: Setting
    groups: list[Group]
    said: dict[Group, Judgement]


def judgements(path: Path = JUDGED) -> list[Judgement]:
    """The rows of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Judgement(row["line"], row["published"], int(row["trigger"]), row["verdict"], frozenset(row["codes"]))
        for row in rows
    ]


def judged(facts_path: Path, path: Path = JUDGED) -> Iterator[ReadArticle]:
    """The articles, of a JSON Lines file of facts, whose entries were judged, without those that are no longer made."""
    said: dict[str, dict[int, Judgement]] = defaultdict(dict)
    for row in judgements(path):
        said[row.line][row.trigger] = row
    for facts in read_facts(facts_path).values():
        if facts.id in said:
            yield _judged(facts, said[facts.id])


def _judged(facts: Facts, said: dict[int, Judgement]) -> ReadArticle:
    accounts = every_account([facts])
    groups = [group for group in groups_of(accounts) if group.stands_alone]
    rows = {
        group: [said[one.event.trigger.start] for one in group.accounts if one.event.trigger.start in said]
        for group in groups
    }
    # What repeats another entry is no longer one where the two have become one.
    found = {group: min(of_one, key=lambda row: row.verdict) for group, of_one in rows.items() if of_one}
    return ReadArticle(Setting(accounts), groups, found)


def articles(text: Path, path: Path = JUDGED) -> Iterator[dict[str, str]]:
    """The articles with their text, from the files of the folder text/."""
    days = {row.line: row.published for row in judgements(path)}
    for line, found in lines_of(text, days.keys()).items():
        yield {"id": line, "published": days[line], "text": found}
