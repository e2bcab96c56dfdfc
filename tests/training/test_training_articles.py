"""What is marked in an article by characters is learned by words."""

from __future__ import annotations

import json
from pathlib import Path

from own_article import ROW, TEXT, event, own_example, sentences, span

from factcli.events.network import BOUNDS
from factcli.schema import LABELS, PARTICIPANT_ROLES
from training.articles import HABIT, Words, article_example, read_rows
from training.examples import NOTHING, EventLabels, Word


def words() -> list[str]:
    return [word.text for word in own_example().words]


def learned(trigger: str, last: bool = True) -> EventLabels:
    """What is learned of the event at the last (or first) word of that text."""
    marks = own_example().events
    assert marks is not None
    found = [one for one in marks.events if words()[one.word] == trigger]
    return found[-1 if last else 0]


def test_words_are_the_tokenizers() -> None:
    example = own_example()
    assert " ".join(words()) == (
        "Pasar Tuban Terbakar Pasar di Tuban terbakar pada 3 Mei 2021 . "
        "Siti Aminah membangun nya sejak 2019 hingga 2020 ."
    )
    assert [word for word in example.words if word.glued] == [Word("nya", glued=True)]
    assert example.title == 3
    assert example.habit == HABIT
    assert example.events is not None
    assert [place.sentence for place in example.events.places] == [0] * 3 + [1] * 9 + [2] * 9


def test_characters_are_covered_by_the_words_that_they_touch() -> None:
    cut = Words(TEXT, sentences())
    assert cut.covering(0, 5) == (0, 0)
    assert cut.covering(0, 7) == (0, 1), "half a word is a word"
    assert cut.covering(5, 6) is None, "a blank is none"
    whole = span("membangunnya")
    assert cut.covering(whole["start"], whole["end"]) == (14, 15)


def test_names_do_not_overlap_and_the_longest_stays() -> None:
    kinds = {kind: number for number, kind in enumerate(LABELS)}
    assert own_example().names == [(0, 1, kinds["LOC"]), (5, 5, kinds["LOC"]), (12, 13, kinds["PER"])]


def test_mentions_are_of_entities_by_number() -> None:
    marks = own_example().events
    assert marks is not None
    assert marks.mentions == [(0, 1, 0), (1, 1, 0), (5, 5, 0), (12, 13, 1)]
    assert [LABELS[mention.label] for mention in marks.mention_features] == ["LOC", "LOC", "LOC", "PER"]
    assert marks.entities == 2


def test_an_event_has_its_dates_and_its_roles_by_number() -> None:
    marks = own_example().events
    assert marks is not None
    assert [words()[first : last + 1] for first, last in marks.dates] == [["3", "Mei", "2021"], ["2019"], ["2020"]]
    built = learned("membangun")
    assert (built.date, built.end, BOUNDS[built.bound]) == (1, 2, "since")
    assert {entity: PARTICIPANT_ROLES[role - 1] for entity, role in built.roles.items()} == {1: "agents", 0: "places"}
    burnt = learned("terbakar")
    assert (burnt.date, burnt.end, BOUNDS[burnt.bound]) == (0, NOTHING, "in")


def test_events_stand_in_the_order_of_the_text_dated_or_not() -> None:
    marks = own_example().events
    assert marks is not None
    assert [(words()[one.word], one.dated, one.main) for one in marks.events] == [
        ("Terbakar", False, True), ("terbakar", True, False), ("membangun", True, False),
    ]  # fmt: skip
    assert marks.events[0].same == marks.events[1].same == "n1"
    assert marks.events[0].date == NOTHING
    assert marks.opening == 3, "undated events are marked in the title and as far as the last of them"
    assert marks.alternatives == {3}


def test_a_trigger_that_is_no_word_is_left_out() -> None:
    row = {**ROW, "events": [event({"start": 20, "end": 21}), *ROW["events"]]}
    found = article_example(row, sentences()).events
    assert found is not None
    assert len(found.events) == 3


def test_what_ends_a_line_in_a_string_ends_no_line_of_a_file(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "satu\u2028dua\x85tiga"}, {"id": "b", "text": "empat"}]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")
    assert read_rows(path) == rows
