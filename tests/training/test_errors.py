"""Each error has a kind: missed, false, wrong days, wrong status, roles missing or false."""

from __future__ import annotations

from typing import Any

from training.errors import errors_of

TEXT = "Jembatan Roboh\nSiti tiba di Ambon pada Senin (13/5/2024). Jembatan itu roboh. Warga pulang."
DAY = {"value": "2024-05-13", "earliest": "2024-05-13", "latest": "2024-05-13"}


def span(words: str) -> dict[str, int]:
    """Where words stand last."""
    start = TEXT.rindex(words)
    return {"start": start, "end": start + len(words)}


def event(word: str, **more: Any) -> dict[str, Any]:
    """A dated event on a word."""
    common = {
        "class": "OCCURRENCE",
        "status": "actual",
        "when": DAY,
        "alt_triggers": [],
        "dates": [span("Senin (13/5/2024)")],
    }
    return common | {"trigger": span(word), "agents": [], "patients": [], "places": []} | more


ENTITIES = [
    {"id": "e1", "mentions": [span("Siti")]},
    {"id": "e2", "mentions": [span("Ambon")]},
]
ENDS = [TEXT.index("\n"), TEXT.index(" Jembatan itu"), TEXT.index(" Warga"), len(TEXT)]
SENTENCES = [{"start": start, "end": end} for start, end in zip([0, *ENDS], ENDS, strict=False)]


def kinds(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    """The kinds of errors of an article with these events."""
    marked = {"text": TEXT, "entities": ENTITIES, "events": gold, "undated": []}
    facts = {"sentences": SENTENCES, "entities": ENTITIES, "events": found}
    return [error.kind for error in errors_of(marked, facts)]


def test_what_is_right_is_no_error() -> None:
    assert kinds([event("tiba", agents=["e1"])], [event("tiba", agents=["e1"])]) == []


def test_missed_and_false_events_stand_somewhere() -> None:
    assert kinds([event("roboh")], []) == ["missed: occurrence in the opening, date a sentence away"]
    assert kinds([], [event("pulang")]) == ["false: occurrence in the opening, no event is marked"]


def test_days_status_and_roles_of_what_is_found() -> None:
    found = event("tiba", when={**DAY, "earliest": "2024-05-12"}, status="planned", agents=["e2"])
    assert kinds([event("tiba", agents=["e1"], places=["e2"])], [found]) == [
        "wrong days: date in its sentence",
        "wrong status: actual taken for planned",
        "missing: one of the agents",
        "false: one of the agents",
        "missing: one of the places",
    ]
