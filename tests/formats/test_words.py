"""The words of the labels, in every language."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factcli.formats.languages import Language, language, use_language
from factcli.formats.words import words

BABEL: Any = pytest.importorskip("babel", reason="Babel has the names of the CLDR")


def keys(table: dict[str, Any], path: tuple[str, ...] = ()) -> dict[tuple[str, ...], list[str]]:
    """Each key of a table, its tables first, with the places in its template."""
    found: dict[tuple[str, ...], list[str]] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= keys(value, (*path, key))
        else:
            found[*path, key] = sorted(re.findall(r"\{\w+\}", value)) if isinstance(value, str) else []
    return found


def test_every_language_has_the_same_keys_and_its_templates_the_same_places() -> None:
    assert keys(words(Language.ENGLISH)) == keys(words(Language.INDONESIAN))


def test_every_template_and_modifier_has_an_example() -> None:
    for chosen in Language:
        table = words(chosen)
        texts = [text for *_, text in table["when"]["examples"]]
        for name in ("week", "weekend", "quarter", "half", "decade", "century", "since", "until", "clock", "part"):
            pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(table["when"][name]))
            assert any(re.fullmatch(pattern, text) for text in texts), name
        assert table["when"]["undated"] in texts
        assert {mod for mod, *_ in table["when"]["modified_examples"]} == set(table["modifiers"])


@pytest.mark.parametrize("chosen", Language)
def test_months_are_those_of_the_cldr(chosen: Language) -> None:
    names = BABEL.Locale.parse(chosen.value).months["format"]
    assert words(chosen)["months"]["full"] == list(names["wide"].values())
    assert words(chosen)["months"]["short"] == list(names["abbreviated"].values())


def test_nothing_is_left_in_the_other_language() -> None:
    same = {"Wikidata", "Id", "Jan", "Feb", "± {date}", "Status"}
    for table in ("headings", "sections", "report", "parts", "status"):
        for key, text in words(Language.ENGLISH)[table].items():
            assert isinstance(text, dict) or text in same or text != words(Language.INDONESIAN)[table][key], key


def test_words_are_those_of_the_language_in_use() -> None:
    assert language() is Language.INDONESIAN
    assert words() is words(Language.INDONESIAN)
    use_language(Language.ENGLISH)
    assert words() is words(Language.ENGLISH)
