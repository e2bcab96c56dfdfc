"""The language of the labels (headings, months, remarks); text of the articles is never translated."""

from __future__ import annotations

from contextvars import ContextVar
from enum import StrEnum


class Language(StrEnum):
    """The languages of the labels, by their ISO 639-1 codes."""

    INDONESIAN = "id"
    ENGLISH = "en"


_chosen: ContextVar[Language] = ContextVar("language of the labels", default=Language.INDONESIAN)


def use_language(chosen: Language) -> None:
    """Write labels in this language from here on (in this thread or task); before the first call: Indonesian."""
    _chosen.set(chosen)


def language() -> Language:
    """Return the language of the labels."""
    return _chosen.get()
