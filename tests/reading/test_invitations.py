"""Invitations to read something else, run on with the text."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factcli.dates import find_dates
from factcli.quantities import find_quantities
from factcli.reading.invitations import find_invitations
from factcli.reading.layout import lay_out
from factcli.reading.patterns import load

DATA = load("invitations.toml")
MARKS = re.compile(r"\[\[(.*?\]?)\]\](?!\])")


def marked(text: str) -> str:
    """The text with double brackets around its invitations."""
    for span in reversed(list(find_invitations(text))):
        text = f"{text[: span.start]}[[{text[span.start : span.end]}]]{text[span.end :]}"
    return text


@pytest.mark.parametrize("opening", DATA["opening"], ids=lambda opening: opening["name"])
def test_opening(opening: dict[str, Any]) -> None:
    for example in opening["examples"]:
        assert marked(MARKS.sub(r"\1", example)) == example
    for text in opening.get("stays", []):
        assert marked(text) == text


@pytest.mark.parametrize("example", DATA["sentence"]["examples"])
def test_the_sentence_after_a_headline_is_kept(example: str) -> None:
    assert marked(MARKS.sub(r"\1", example)) == example


def test_two_invitations_in_one_paragraph() -> None:
    text = "Air naik. Baca juga: Dua Rumah Hanyut Siti mengungsi. Baca juga: Harga Beras Naik Lagi Ia belum pulang."
    blocks = lay_out(text, title="Air Naik").blocks
    assert [text[block.start : block.end] for block in blocks if block.kind == "body"] == [
        "Air naik.",
        "Siti mengungsi.",
        "Ia belum pulang.",
    ]


def test_the_dateline_is_found_in_an_article_of_one_line() -> None:
    text = "SOLO, KOMPAS.com - Pasar dibuka. Baca juga: Harga Cabai di Pasar Turun Warga senang. (Siti Aminah/Sup)"
    kinds = [block.kind for block in lay_out(text, title="Pasar Dibuka").blocks]
    assert kinds == ["dateline", "body", "invitation", "body", "credit"]


def test_dates_of_an_invitation_are_marked_and_its_figures_are_not() -> None:
    text = "Pasar dibuka 3 Mei 2024. Baca juga: Update 12 Maret 2021, 7 Orang Tewas di Solo Warga senang."
    blocks = lay_out(text, title="Pasar Dibuka").blocks
    dates = find_dates(text, blocks=blocks)
    assert [date.text for date in dates] == ["3 Mei 2024", "12 Maret 2021"]
    assert find_quantities(text, dates=dates, blocks=blocks) == []


def test_a_line_of_invitations_alone_is_read_in_a_straight_line() -> None:
    # Minutes if the rest of the line were looked at for each.
    assert (
        len(list(find_invitations("Warga pulang. Baca juga: Harga Cabai Naik Menurut Budi, hujan reda. " * 2000)))
        == 2000
    )
