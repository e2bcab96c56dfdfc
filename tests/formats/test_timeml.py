"""TimeML: well formed, valid, and the text as it was."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.dates import find_dates
from factcli.formats.timeml import dates_timeml, facts_timeml
from factcli.formats.xml_text import xml_attributes, xml_text
from factcli.schema import Article, DateExpression, Facts, Published, When
from formats.made import TEXT, day, event, facts, on

SCHEMA = Path(__file__).with_name("timeml.xsd")
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
LEGAL_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=40)


def read(written: str) -> ElementTree.Element:
    """Return the root; raises ParseError where it is not well formed."""
    return ElementTree.fromstring(written.encode("utf-8"))


def content(root: ElementTree.Element, name: str) -> str:
    element = root.find(name)
    assert element is not None
    return "".join(element.itertext())


def dated(text: str, published: str | None = "2024-01-22") -> str:
    basis = Published(value=published, basis="option") if published else Published()
    return dates_timeml(
        Article(id="a&b", text=text, title="“Satu” < Dua", published=basis), find_dates(text, published=published)
    )


def test_a_document_with_its_day_and_its_expressions() -> None:
    root = read(dated("Pasar dibuka kemarin, awal Januari 2024."))
    assert [child.tag for child in root] == ["DOCID", "DCT", "TITLE", "TEXT"]
    assert (content(root, "DOCID"), content(root, "TITLE")) == ("a&b", "“Satu” < Dua")
    published, yesterday, month = root.iter("TIMEX3")
    assert published.get("functionInDocument") == "CREATION_TIME"
    assert published.get("value") == "2024-01-22"
    assert (yesterday.get("value"), yesterday.get("anchorTimeID")) == ("2024-01-21", published.get("tid"))
    assert (month.get("value"), month.get("mod"), month.get("anchorTimeID")) == ("2024-01", "START", None)


def test_without_a_day_nothing_is_anchored_to_it_and_no_value_is_made_up() -> None:
    root = read(dated("Pasar dibuka kemarin pukul 10.00.", published=None))
    values = {element.get("value") for element in root.iter("TIMEX3")}
    assert values <= {"XXXX-XX-XX", "XXXX-XX-XXTXX:XX"}
    assert not any(element.get("anchorTimeID") for element in root.iter("TIMEX3"))


@given(LEGAL_TEXT, LEGAL_TEXT)
def test_the_text_comes_back(before: str, after: str) -> None:
    text = f"{before} Juli 2000 & <b> ]]> \r\n\t {after}"
    assert content(read(dated(text)), "TEXT") == text


@given(ANY_TEXT)
def test_any_text_is_well_formed_and_keeps_its_length(text: str) -> None:
    root = ElementTree.fromstring(f"<a{xml_attributes(b=text)}>{xml_text(text)}</a>".encode())
    assert len(root.text or "") == len(root.get("b") or "") == len(text)


def test_no_control_character_reaches_a_terminal() -> None:
    written = dated("Juli 2000\x1b[31m \x9b \u202e\r")
    assert not set(written) & {"\x1b", "\x9b", "\u202e", "\r"}
    assert content(read(written), "TEXT") == "Juli 2000\ufffd[31m \x9b \u202e\r"


def test_events_and_the_times_they_fall_into() -> None:
    (written,) = facts_timeml([facts()])
    root = read(written)
    assert content(root, "TEXT") == TEXT
    assert [element.text for element in root.iter("EVENT")] == ["membuka", "kata", "meresmikan", "menunda"]
    plan = root.find("MAKEINSTANCE[@eventID='e3']")
    assert plan is not None and plan.get("tense") == "FUTURE"
    links = [
        (link.get("eventInstanceID"), link.get("relType"), link.get("relatedToTime")) for link in root.iter("TLINK")
    ]
    assert links == [("ei1", "IS_INCLUDED", "t1"), ("ei3", "IS_INCLUDED", "t2")]


def test_an_event_of_an_open_range_and_one_on_the_day_of_publication() -> None:
    article = facts()
    article.events[0].when = When(value="2020-02-03", earliest="2020-02-03", date="t1")
    article.events[1].when = on("2020-02-04")
    relations = [
        (link.get("relType"), link.get("relatedToTime"))
        for link in read("".join(facts_timeml([article]))).iter("TLINK")
    ]
    assert relations[:2] == [("BEGUN_BY", "t1"), ("IS_INCLUDED", "t0")]


def test_marks_never_cross_and_one_word_may_tell_two_events() -> None:
    article = facts()
    again, inside = event("v5", "membuka"), event("v6", "Februari")
    article.events += [again, inside]
    root = read("".join(facts_timeml([article])))
    assert [element.get("eid") for element in root.iter("EVENT")] == ["e1", "e2", "e3", "e4"]
    assert {"ei1", "ei5"} == {i.get("eiid") for i in root.iter("MAKEINSTANCE") if i.get("eventID") == "e1"}
    assert root.find("MAKEINSTANCE[@eiid='ei6']") is None


def documents() -> list[str]:
    unknown = Facts(id="x", text=TEXT, dates=[DateExpression(id="t1", start=0, end=5, text=TEXT[:5], type="SET")])
    texts = ["Senin malam, sekitar tiga hari, tiap tahun, abad ke-19, triwulan II 2024, pekan lalu, dua dekade."]
    return [
        *facts_timeml([facts(), unknown, Facts(text=TEXT, dates=[day("t1", "Februari", "2020-02")])]),
        *map(dated, texts),
    ]


def test_it_is_valid() -> None:
    etree: Any = pytest.importorskip("lxml.etree", reason="lxml validates")
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    for written in documents():
        schema.assertValid(etree.fromstring(written.encode("utf-8")))


@pytest.mark.skipif(shutil.which("xmllint") is None, reason="xmllint is not installed")
def test_xmllint_takes_it(tmp_path: Path) -> None:
    for number, written in enumerate(documents()):
        (tmp_path / f"{number}.tml").write_text(written, encoding="utf-8")
    files = [str(path) for path in tmp_path.iterdir()]
    done = subprocess.run(["xmllint", "--noout", "--schema", str(SCHEMA), *files], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
