"""What is saved comes back as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from factcli.schema import Entity, Event, Facts, Trigger
from factcli.store import InconsistentError, Saved, documents, find, open_existing, open_store, remove, save, search
from factcli.store.saving import article_key
from store.some_facts import any_facts, article


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A store for any facts."""
    with open_store(tmp_path_factory.mktemp("store") / "facts.db") as store:
        yield store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with two articles about a market in it."""
    path = tmp_path / "new folder" / "facts.db"
    with open_store(path) as store:
        save(store, article("pasar"))
        other = article("banjir", "Banjir bandang di Sólo.")
        save(store, msgspec.structs.replace(other, title=None, entities=[], events=[], timeline=[]))
    return path


@given(facts=any_facts())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_facts_come_back_as_they_were(scratch: sqlite3.Connection, facts: Facts) -> None:
    save(scratch, facts)
    name = article_key(facts)
    assert list(find(scratch, articles=[name])) == [msgspec.structs.replace(facts, id=name)]
    assert scratch.execute("PRAGMA foreign_key_check").fetchall() == []


def test_saving_again_takes_the_place_of_what_was_there(path: Path) -> None:
    with open_store(path) as store:
        assert save(store, article()) is Saved.AGAIN
        assert save(store, article(text="Pasar ditutup.")) is Saved.CHANGED
        assert [facts.text for facts in find(store, articles=["pasar"])] == ["Pasar ditutup."]
        assert store.execute("SELECT count(*) FROM participants").fetchone() == (2,)
        store.execute("INSERT INTO documents_fts(documents_fts) VALUES ('integrity-check')")
        assert [found.article for found in search(store, "ditutup")] == ["pasar"]
        assert [found.article for found in search(store, "membuka pasar")] == []


def test_an_article_without_an_id_is_known_by_its_text(path: Path) -> None:
    with open_store(path) as store:
        assert save(store, article("")) is Saved.NEW
        assert save(store, article("")) is Saved.AGAIN
        assert save(store, article("", "Lain.")) is Saved.NEW


def test_words_are_found_whatever_their_case_and_accents(path: Path) -> None:
    with open_existing(path) as store:
        (found,) = search(store, "SOLO bandang")
        assert found.article == "banjir"
        assert [each.article for each in search(store, "solo")] != []
        assert list(search(store, 'tiada "OR" (')) == []
        assert list(search(store, " ")) == []


@pytest.mark.parametrize("about", ["siti AMINAH", "Aminah", "q1", "Solo"])
def test_articles_are_found_by_whom_they_name(path: Path, about: str) -> None:
    with open_existing(path) as store:
        assert [facts.id for facts in find(store, about=about)] == ["pasar"]
        assert list(find(store, about="Budi")) == []


@pytest.mark.parametrize(
    ("earliest", "latest", "is_found"),
    [("2020-07-15", None, True), ("2020-08-01", None, False), (None, "2020-07-01", True), (None, "2020-06-30", False)],
)
def test_articles_are_found_by_when_something_happens(
    path: Path, earliest: str | None, latest: str | None, is_found: bool
) -> None:
    with open_existing(path) as store:
        assert [facts.id for facts in find(store, earliest=earliest, latest=latest)] == ["pasar"] * is_found


def test_articles_are_listed_and_removed(path: Path) -> None:
    with open_existing(path) as store:
        assert {each.article: each.events for each in documents(store)} == {"pasar": 1, "banjir": 0}
        assert remove(store, "pasar")
        assert not remove(store, "pasar")
        assert [each.article for each in documents(store)] == ["banjir"]
        assert store.execute("SELECT count(*) FROM entities").fetchone() == (0,)


def test_facts_that_name_what_they_do_not_hold_are_refused_and_nothing_is_lost(path: Path) -> None:
    lost = Event(id="v1", trigger=Trigger(start=0, end=1, text="x", lemma="x"), class_="OCCURRENCE", agents=["e9"])
    twice = [Entity(id="e1", label="PER", name="A"), Entity(id="e1", label="PER", name="B")]
    with open_store(path) as store:
        with pytest.raises(InconsistentError, match="e9"):
            save(store, Facts(id="pasar", text="x", events=[lost]))
        with pytest.raises(InconsistentError, match="e1"):
            save(store, Facts(id="pasar", entities=twice))
        assert list(find(store, articles=["pasar"])) == [article()]
