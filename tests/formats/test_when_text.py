"""Times in words."""

from __future__ import annotations

import pytest

from factcli.formats.languages import Language, use_language
from factcli.formats.when_text import when_text
from factcli.formats.words import words
from factcli.schema import When

EXAMPLES = [(language, *example) for language in Language for example in words(language)["when"]["examples"]]
MODIFIED = [(language, *example) for language in Language for example in words(language)["when"]["modified_examples"]]


def when(value: str, earliest: str, latest: str) -> When:
    return When(value=value or None, earliest=earliest or None, latest=latest or None)


@pytest.mark.parametrize(("language", "value", "earliest", "latest", "text"), EXAMPLES)
def test_every_example_of_a_template(language: Language, value: str, earliest: str, latest: str, text: str) -> None:
    use_language(language)
    assert when_text(when(value, earliest, latest)) == text


@pytest.mark.parametrize(("language", "mod", "value", "earliest", "latest", "text"), MODIFIED)
def test_every_example_of_a_modifier(
    language: Language, mod: str, value: str, earliest: str, latest: str, text: str
) -> None:
    use_language(language)
    assert when_text(when(value, earliest, latest), mod=mod) == text


def test_no_time_at_all() -> None:
    assert when_text(None) == when_text(When()) == words()["when"]["undated"]


@pytest.mark.parametrize("value", ["2024-13", "2024-02-30", "XXXX-WXX-1", "P3D", "", "2024-SP"])
def test_a_value_that_cannot_be_said_falls_back_to_its_days(value: str) -> None:
    assert when_text(When(value=value, earliest="2024-03-01", latest="2024-05-31")) == "1 Mar–31 Mei 2024"
    assert when_text(When(value=value, earliest="2024-99-01", latest="")) == words()["when"]["undated"]
