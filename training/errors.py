"""The kinds of errors that are left, the largest first, with an example of each.

python -m training.errors GOLD.jsonl FACTS.jsonl      # FACTS: what `factcli extract GOLD.jsonl --format jsonl` printed
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcli.schema import PARTICIPANT_ROLES
from training.articles import Row, read_rows, stands_on

AROUND = 60


class Error(NamedTuple):
    """One error: its kind, and where it stands."""

    kind: str
    example: str


def errors_of(gold: Row, facts: Row) -> Iterator[Error]:
    """The errors in the dated events of one article."""
    text = gold["text"]
    sentences = [(sentence["start"], sentence["end"]) for sentence in facts["sentences"]]
    found = [event for event in facts["events"] if event["when"] and event["when"].get("basis") != "published"]
    undated = {event["trigger"]["start"] for event in gold.get("undated", ())}
    pairs, missed, false = _paired(gold["events"], found)
    for event in missed:
        kind = f"missed: {event['class'].lower()} in the {_part(event, text)}, {_distance(event, sentences)}"
        yield Error(kind, _around(text, event))
    for event in false:
        what = "marked as undated" if event["trigger"]["start"] in undated else "no event is marked"
        yield Error(f"false: {event['class'].lower()} in the {_part(event, text)}, {what}", _around(text, event))
    theirs = {entity["id"]: spans_of(entity) for entity in facts["entities"]}
    for one, other in pairs:
        if _days(one) != _days(other):
            yield Error(f"wrong days: {_distance(one, sentences)}", _around(text, one))
        if one["status"] != other["status"]:
            yield Error(f"wrong status: {one['status']} taken for {other['status']}", _around(text, one))
        for role in PARTICIPANT_ROLES:
            wanted = [spans_of(entity) for entity in gold["entities"] if entity["id"] in one[role]]
            given = [theirs[entity] for entity in other[role]]
            yield from (
                Error(f"missing: one of the {role}", _around(text, one))
                for a in wanted
                if not any(map(a.__and__, given))
            )
            yield from (
                Error(f"false: one of the {role}", _around(text, one)) for b in given if not any(map(b.__and__, wanted))
            )


def _paired(gold: Sequence[Row], found: Sequence[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """The pairs of events on one word, and what is left of each side."""
    pairs, missed, left = [], [], list(found)
    for event in gold:
        other = next((one for one in left if stands_on(event, one["trigger"]["start"], one["trigger"]["end"])), None)
        if other is None:
            missed.append(event)
        else:
            pairs.append((event, other))
            left.remove(other)
    return pairs, missed, left


def spans_of(entity: Row) -> set[tuple[int, int]]:
    """Where an entity is named, in code points."""
    return {(mention["start"], mention["end"]) for mention in entity["mentions"]}


def _days(event: Row) -> tuple[str | None, str | None]:
    return tuple((event["when"].get(key) or "")[:10] or None for key in ("earliest", "latest"))  # type: ignore[return-value]


def _part(event: Row, text: str) -> str:
    place = event["trigger"]["start"]
    return "title" if place < text.find("\n") else "opening" if place < text.find("\n") + 400 else "body"


def _distance(event: Row, sentences: Sequence[tuple[int, int]]) -> str:
    def number(place: int) -> int:
        return sum(end <= place for _, end in sentences)

    if not event["dates"]:
        return "date stated nowhere"
    apart = abs(number(event["dates"][0]["start"]) - number(event["trigger"]["start"]))
    return "date in its sentence" if apart == 0 else "date a sentence away" if apart == 1 else "date further away"


def _around(text: str, event: Row) -> str:
    start, end = event["trigger"]["start"], event["trigger"]["end"]
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{before}[{text[start:end]}]{behind}".replace("\n", " ")


def main() -> None:
    """Print the kinds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--kinds", type=int, default=20)
    options = parser.parse_args()
    gold, facts = ({row["id"]: row for row in read_rows(path)} for path in (options.gold, options.facts))
    errors = [error for key, row in gold.items() if key in facts for error in errors_of(row, facts[key])]
    examples = {error.kind: error.example for error in errors}
    for kind, count in Counter(error.kind for error in errors).most_common(options.kinds):
        print(f"{count:4} {kind}\n       {examples[kind]}")


if __name__ == "__main__":
    main()
