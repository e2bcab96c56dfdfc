"""What one entry says, no other of its article says again; what is two events stays two."""

from __future__ import annotations

from typing import Any

import pytest
from facts_of_tests import event, facts, on
from growth import assert_linear

from factcli.schema import DateExpression, Event, Facts, Sentence, When
from factcli.timeline import merge_timeline, timeline_of
from factcli.timeline.account import every_account
from factcli.timeline.kinds import table
from factcli.timeline.merging import groups_of

MAY_3 = on("2021-05-03")
JUNE_1 = on("2021-06-01")


def _of_two_sentences(*events: Event) -> Facts:
    article = facts(*events)
    article.sentences = [Sentence(start=0, end=40), Sentence(start=41, end=80)]
    return article


def _rain(name: str, summary: str, *, when: When = MAY_3, trigger: str = "hujan", type: str = "disaster") -> Event:
    return event(name, when, type=type, trigger=trigger, agents=(), places=(), summary=summary)


def test_the_same_words_of_the_same_day_are_shown_once() -> None:
    words = "Sebanyak 242 saham menguat"
    rose = _rain("v1", words, trigger="menguat", type="economy")
    stated = _rain("v2", words, trigger="saham", type="meeting")
    stated.sentence = 1
    article = _of_two_sentences(rose, stated)
    assert len(groups_of(every_account([article]))) == 2
    assert len(timeline_of(article)) == 1


def test_a_noun_and_its_verb_are_shown_once_in_the_longer_words() -> None:
    longer = "Hujan deras mengguyur pasar"
    article = _of_two_sentences(_rain("v1", "Hujan deras"), _rain("v2", longer, trigger="mengguyur", type="change"))
    assert [entry.summary for entry in timeline_of(article)] == [longer]


def test_one_sentence_in_the_same_words_under_two_times_is_shown_once() -> None:
    words = "Dinas menilai hujan tahun lalu merusak jalan"
    article = _of_two_sentences(_rain("v1", words), _rain("v2", words, when=on("2020-01-01", "2020-12-31")))
    assert len(timeline_of(article)) == 1


@pytest.mark.parametrize("example", table("holding")["examples"], ids=lambda example: str(example["other"]))
def test_one_sentence_that_leaves_out_the_one_date_or_the_other_is_shown_once(example: dict[str, Any]) -> None:
    article = _of_two_sentences(_rain("v1", example["one"], when=JUNE_1), _rain("v2", example["other"]))
    day = example["date"]
    article.dates = [DateExpression(id="t1", start=0, end=len(day), text=day, type="DATE", value="2021-05-03")]
    shown = [entry.summary for entry in timeline_of(article)]
    assert (len(shown) == 1) is example["same"]
    assert example["one"] in shown


def test_a_number_that_a_date_of_the_sentence_has_too_is_no_date() -> None:
    five = _rain("v1", "Hujan merusak 5 rumah", when=MAY_3)
    three = _rain("v2", "Hujan merusak 3 rumah", when=on("2021-05-05"))
    article = _of_two_sentences(five, three)
    days = ("3 Mei", "2021-05-03"), ("5 Mei", "2021-05-05")
    article.dates = [
        DateExpression(id=day, start=0, end=len(day), text=day, type="DATE", value=value) for day, value in days
    ]
    assert len(timeline_of(article)) == 2


def test_two_days_of_two_sentences_are_two_entries_although_they_say_the_same() -> None:
    words = "Hujan deras mengguyur pasar"
    again = _rain("v2", words, when=JUNE_1)
    again.sentence = 1
    assert len(timeline_of(_of_two_sentences(_rain("v1", words), again))) == 2


def test_a_part_of_a_sentence_with_a_time_of_its_own_is_an_entry_of_its_own() -> None:
    longer = "Pasar dibuka sesudah hujan deras"
    article = _of_two_sentences(
        _rain("v1", "Hujan deras"), _rain("v2", longer, when=JUNE_1, trigger="dibuka", type="change")
    )
    assert len(timeline_of(article)) == 2


def test_everything_asked_for_shows_the_words_that_say_no_more_too() -> None:
    article = _of_two_sentences(
        _rain("v1", "Hujan deras"), _rain("v2", "Hujan deras mengguyur pasar", trigger="mengguyur", type="change")
    )
    assert len(merge_timeline([article], everything=True)) == 2


def test_events_of_one_long_sentence_take_time_in_proportion() -> None:
    def events(count: int) -> Facts:
        return _of_two_sentences(*(_rain(f"v{n}", f"Hujan ke-{n} turun", when=on("2021-05-03")) for n in range(count)))

    assert_linear(events, timeline_of, 300)


def test_what_another_sentence_of_the_same_day_says_too_is_shown_once() -> None:
    again = _rain("v2", "Hujan deras mengguyur pasar", trigger="mengguyur", type="change")
    again.sentence = 1
    article = _of_two_sentences(_rain("v1", "Hujan deras", type="economy"), again)
    assert [entry.summary for entry in timeline_of(article)] == ["Hujan deras mengguyur pasar"]


def test_a_part_of_a_sentence_with_another_status_is_shown_once_as_what_is_needed_more() -> None:
    planned = _rain("v2", "Warga yang hendak pulang dihadang hujan deras", trigger="pulang", type="change")
    planned.status = "planned"
    article = _of_two_sentences(_rain("v1", "Hujan deras"), planned)
    assert len(timeline_of(article)) == 1
