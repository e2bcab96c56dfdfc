"""Fuzzing of reading with atheris: by hand, not by pytest.

    pip install atheris
    PYTHONPATH=. python tests/weather/fuzz_reading.py -max_total_time=300 -max_len=4000 /tmp/corpus

Any bytes give articles and problems, each a line; articles keep to the schema. What breaks that is written to
`crash-*` by libFuzzer.
"""

from __future__ import annotations

import gzip
import sys

import atheris  # type: ignore[import-untyped,unused-ignore]

with atheris.instrument_imports(include=["factcli"]):
    from factcli.reading import Unreadable, is_facts, read_articles, read_facts
    from factcli.schema import SCHEMA_VERSION, Article

_FORMS = (
    lambda data: data,
    lambda data: b"<!doctype html><html><body>" + data,
    lambda data: b'<html><head><script type="application/ld+json">' + data,
    lambda data: b'{"text": "Banjir surut.", ' + data,
    lambda data: b'{"schema": "' + SCHEMA_VERSION.encode() + b'", "text": "Banjir surut.", ' + data,
    lambda data: gzip.compress(data, 1),
    lambda data: data.decode("utf-8", "replace").encode("utf-16"),
)


def read(data: bytes) -> None:
    """One input: its first byte chooses what is put around the rest."""
    form = _FORMS[data[0] % len(_FORMS)] if data else _FORMS[0]
    whole = form(data[1:])
    for found in read_articles(whole, name="a"):
        if isinstance(found, Unreadable):
            assert "\n" not in str(found), found
            continue
        check(found)
    if is_facts(whole):
        for facts in read_facts(whole):
            assert not isinstance(facts, Unreadable) or "\n" not in str(facts), facts


def check(article: Article) -> None:
    """Blocks stand in order inside the text, and so does the day of publication."""
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text), article
        end = block.end
    published = article.published
    if published.start is not None and published.end is not None:
        assert 0 <= published.start < published.end <= len(article.text), article


if __name__ == "__main__":
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
