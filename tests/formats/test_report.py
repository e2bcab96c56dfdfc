"""The HTML report: whole, readable by others, closed to what an article might smuggle in, and usable in a browser."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from factcli.formats.languages import Language, use_language
from factcli.formats.report.page import facts_report, timeline_report
from factcli.schema import DateExpression, Entity, Event, Facts, Mention, Published, TimelineEntry, Trigger, When

HOSTILE = '<script>document.title = "diambil"</script> "Rapat" & <b onclick="x()">sidang</b>'
DAYS = ("2023-05-02", "2024-03-11")


def story() -> Facts:
    """Two events reported by one article, whose second line is full of markup."""
    text = f"Gubernur Lestari resmikan jembatan\n{HOSTILE}\nLestari mengunjungi Padang pada 2 Mei 2023."
    place = text.index("Lestari mengunjungi")
    event = Event(
        id="v1",
        trigger=Trigger(start=place + 8, end=place + 19, text="mengunjungi", lemma="kunjung"),
        class_="OCCURRENCE",
        type="visit",
        when=When(value=DAYS[0], earliest=DAYS[0], latest=DAYS[0], date="t1"),
        agents=["e1"],
        places=["e2"],
        summary="Lestari mengunjungi Padang",
    )
    opening = Event(
        id="v2",
        trigger=Trigger(start=17, end=25, text="resmikan", lemma="resmi"),
        class_="OCCURRENCE",
        status="planned",
        when=When(value=DAYS[1], earliest=DAYS[1], latest=DAYS[1]),
        agents=["e1"],
        summary=HOSTILE,
    )
    day = text.index("2 Mei 2023")
    padang = text.index("Padang")
    return Facts(
        id="a",
        source="Harian Contoh",
        title="Gubernur Lestari resmikan jembatan",
        published=Published(value="2023-05-03", basis="option"),
        text=text,
        entities=[
            Entity(id="e1", label="PER", name="Lestari", mentions=[Mention(start=9, end=16, text="Lestari")]),
            Entity(id="e2", label="LOC", name="Padang", kb_id="Q7141",
                   mentions=[Mention(start=padang, end=padang + 6, text="Padang")]),
        ],
        dates=[DateExpression(id="t1", start=day, end=day + 10, text="2 Mei 2023", type="DATE", value=DAYS[0],
                              earliest=DAYS[0], latest=DAYS[0])],
        events=[event, opening],
        timeline=[
            TimelineEntry(when=event.when, events=["v1"], summary=event.summary),
            TimelineEntry(when=opening.when, events=["v2"], summary=opening.summary),
        ],
    )  # fmt: skip


@pytest.fixture
def page() -> str:
    facts = story()
    return timeline_report(facts.timeline, [facts])


def test_the_articles_text_stands_there_unchanged(page: str) -> None:
    paragraphs = [p.text_content() for p in html.fromstring(page).findall(".//article/p")[1:]]
    assert paragraphs == story().text.split("\n")


def test_the_articles_language_is_theirs_whatever_the_labels_are() -> None:
    use_language(Language.ENGLISH)
    facts = story()
    whole = html.fromstring(timeline_report(facts.timeline, [facts]))
    assert whole.get("lang") == "en"
    assert {element.get("lang") for element in whole.iter("h1", "article")} == {"id"}
    assert {summary.find("bdi").get("lang") for summary in whole.find_class("summary")} == {"id"}


def test_markup_in_an_article_stays_text(page: str) -> None:
    tree = html.fromstring(page)
    assert len(tree.findall(".//script")) == 1
    assert not tree.xpath("//b") and not tree.xpath("//*[@onclick]")


def test_only_the_pages_own_style_and_script_may_act(page: str) -> None:
    tree = html.fromstring(page)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    for name in ("style", "script"):
        digest = hashlib.sha256(tree.find(f".//{name}").text.encode()).digest()
        assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert not tree.xpath("//*[@src]") and not tree.xpath("//link")


def test_every_source_leads_to_the_place_that_tells_it(page: str) -> None:
    tree = html.fromstring(page)
    targets = [href[1:] for href in tree.xpath("//li[@class='source']/a/@href")]
    assert targets == ["d1-v1", "d1-v2"]
    assert [tree.get_element_by_id(target).text_content() for target in targets] == ["mengunjungi", "resmikan"]


def test_hovering_tells_link_and_value(page: str) -> None:
    tree = html.fromstring(page)
    place = tree.xpath("//article//a[@class='LOC']")[0]
    assert place.get("href") == "https://www.wikidata.org/wiki/Q7141"
    assert "Q7141" in place.get("data-says")
    assert DAYS[0] in tree.xpath("//article//mark[@class='DATE']")[0].get("data-says")


def test_names_are_unique(page: str) -> None:
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))


def test_marks_that_overlap_lose_neither_text_nor_anchor() -> None:
    facts = story()
    facts.entities[0].mentions.append(Mention(start=0, end=25, text=facts.text[:25]))
    tree = html.fromstring("".join(facts_report([facts])))
    assert tree.findall(".//article/p")[1].text_content() == facts.text.split("\n")[0]
    assert tree.get_element_by_id("d1-v2") is not None


def test_nothing_found_says_so() -> None:
    facts = Facts(id="kosong", text="Tidak ada apa-apa.")
    assert "Tidak ada peristiwa" in "".join(facts_report([facts]))


SET_VALUE = """
const field = document.forms[0][arguments[0]];
field.value = arguments[1];
field.dispatchEvent(new Event("input", {bubbles: true}));
"""


@pytest.fixture
def browser() -> Iterator[Any]:
    selenium = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        pytest.skip("chromium and chromedriver are not installed")
    options = selenium.ChromeOptions()
    options.binary_location = chromium
    for argument in (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking",
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = selenium.Chrome(options=options, service=selenium.ChromeService(driver))
    yield chrome
    chrome.quit()


def test_the_filters_work_in_a_browser(browser: Any, page: str, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(page, encoding="utf-8")
    browser.get(file.as_uri())
    assert browser.title == "Gubernur Lestari resmikan jembatan", "no script of the article has run"
    assert browser.get_log("browser") == [], "nothing was refused or broken"
    entries = browser.find_elements("css selector", ".timeline > li")

    def shown(name: str, value: str) -> list[bool]:
        browser.execute_script(SET_VALUE, name, value)
        visible = [entry.is_displayed() for entry in entries]
        browser.execute_script(SET_VALUE, name, "")
        return visible

    assert [entry.is_displayed() for entry in entries] == [True, True]
    assert shown("text", "padang") == [True, False]
    assert shown("type", "visit") == [True, False]
    assert shown("status", "planned") == [False, True]
    assert shown("who", "Q7141") == [True, False]
    assert shown("from", "2024-01-01") == [False, True]
    assert shown("to", "2023-12-31") == [True, False]
    assert "2 dari 2" in browser.find_element("tag name", "output").text
