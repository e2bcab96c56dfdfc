"""Facts whose names and ids are markup: escaped in every format, and no link is made of them."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import msgspec
import pytest

from factcli.formats.facts_csv import facts_csv
from factcli.formats.facts_markdown import facts_markdown
from factcli.formats.geojson import facts_geojson
from factcli.formats.ics import ics
from factcli.formats.report.page import facts_report
from factcli.formats.timeml import facts_timeml
from factcli.formats.wikidata import wikidata_page
from factcli.schema import Entity, Facts
from formats.made import entries, facts

HOSTILE = "Q1) <img src=x onerror=alert(1)> [x](javascript:alert(1) \x1b[2J\u202e\nBEGIN:VALARM"


def hostile() -> Facts:
    """The article of these tests, each entity with markup for its name, id and country."""
    whole = facts()
    entities = [
        msgspec.structs.replace(entity, name=HOSTILE, kb_id=HOSTILE, country=HOSTILE, ids={"factcli": HOSTILE})
        for entity in whole.entities
    ]
    events = [msgspec.structs.replace(event, type=HOSTILE) for event in whole.events]
    return msgspec.structs.replace(whole, entities=entities, events=events, title=HOSTILE, source=HOSTILE)


@pytest.mark.parametrize("kb_id", ["Q1)", "Q", "q1", "Q1 ", "Q1\n", "P5", "javascript:alert(1)", "Q\u0661"])
def test_an_id_that_is_none_makes_no_link(kb_id: str) -> None:
    assert wikidata_page(Entity(id="e1", label="PER", name="Budi", kb_id=kb_id)) is None


def test_markdown_shows_markup_as_text() -> None:
    written = "".join(facts_markdown([hostile()]))
    assert re.search(r"(?<!\\)[<>]", written) is None
    assert re.search(r"(?<!\\)\]\(", written) is None
    assert all(character.isprintable() or character == "\n" for character in written)


def test_html_shows_markup_as_text_and_control_characters_not_at_all() -> None:
    written = "".join(facts_report([hostile()]))
    assert "<img" not in written and 'href="https://www.wikidata.org' not in written
    assert not any(character in written for character in "\x1b\u202e")
    for keys in re.findall(r'data-who="([^"]*)"', written):
        assert all(not key or "BEGIN" in key for key in keys.split(" "))


def test_a_calendar_has_no_lines_that_are_not_its_own() -> None:
    written = ics(entries(), [hostile()])
    names = {line.split(":")[0].split(";")[0] for line in written.split("\r\n") if line and not line.startswith(" ")}
    assert "BEGIN:VALARM" not in written.split("\r\n")
    assert names <= {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"),
        *("LOCATION", "GEO", "DESCRIPTION", "STATUS", "TRANSP"),
    }


def test_xml_json_and_csv_are_whole() -> None:
    root = ElementTree.fromstring("".join(facts_timeml([hostile()])).encode())
    assert root.tag == "TimeML"
    assert not any(character in "".join(facts_geojson([hostile()])) for character in "\x1b\u202e")
    assert not any(character in "".join(facts_csv([hostile()])) for character in "\x1b\u202e")
