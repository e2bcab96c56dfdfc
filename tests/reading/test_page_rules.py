"""The examples that stand in `pages.toml`."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from lxml.html import fragment_fromstring

from factcli.reading.days import JAKARTA
from factcli.reading.page_days import kept_at, page_day
from factcli.reading.page_tree import is_aside, is_hidden, page_tree
from factcli.reading.patterns import load

PAGES = load("pages.toml")
NOON = datetime.datetime(2024, 1, 22, 12, tzinfo=JAKARTA)


@pytest.mark.parametrize("aside", PAGES["aside"], ids=lambda aside: aside["name"])
def test_aside(aside: dict[str, Any]) -> None:
    assert is_aside(fragment_fromstring(aside["example"]))
    assert not is_aside(fragment_fromstring(aside["stays"]))
    assert not any(is_aside(fragment_fromstring(f"<{tag}>Warga pulang.</{tag}>")) for tag in ("p", "article", "div"))
    for tag in aside.get("tags", []):
        assert is_aside(fragment_fromstring(f"<{tag}>Warga pulang.</{tag}>"))


def test_hidden() -> None:
    assert is_hidden(fragment_fromstring(PAGES["hidden"]["example"]))
    assert is_hidden(fragment_fromstring("<div hidden>Unduh aplikasi.</div>"))
    assert not is_hidden(fragment_fromstring(PAGES["hidden"]["stays"]))


@pytest.mark.parametrize("kept", PAGES["kept"], ids=lambda kept: kept["name"])
def test_kept(kept: dict[str, Any]) -> None:
    tree = page_tree(f"<!-- {kept['example']} --><html><body>Warga pulang.</body></html>")
    assert tree is not None
    moment = kept_at(tree)
    assert moment is not None and moment.date().isoformat() == kept["day"]


@pytest.mark.parametrize("ago", PAGES["ago"], ids=lambda ago: ago["example"])
def test_ago(ago: dict[str, Any]) -> None:
    assert re.search(ago["pattern"], ago["example"])
    assert page_day(ago["example"], kept=NOON) == "2024-01-22"


def test_names_in_camel_case_are_words() -> None:
    assert is_aside(fragment_fromstring('<div class="kgmModal-body">Isi profil.</div>'))
    assert is_aside(fragment_fromstring('<div id="bacaJuga">Harga Beras Naik</div>'))


def test_a_piece_of_a_sentence_is_no_aside() -> None:
    paragraph = fragment_fromstring('<p>Warga <a class="inner-link">Tugu</a> pulang.</p>')
    assert not is_aside(paragraph.find("a"))
    alone = fragment_fromstring('<p><a class="inner-link">Harga Beras Naik</a></p>')
    assert is_aside(alone.find("a"))
