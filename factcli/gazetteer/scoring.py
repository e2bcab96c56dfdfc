"""How likely a candidate is the entity meant: its prior, the titles near the name, and the rest of the article.

A sum of few features with fixed weights, each said below; no training data of linked Indonesian news is large enough
to learn them from. Precision goes first: what stays under the threshold is left without a link.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcli.gazetteer.background import POLITICAL, Background
from factcli.gazetteer.candidates import country_behind
from factcli.gazetteer.cues import effect_on_person
from factcli.gazetteer.forms import is_single_word
from factcli.gazetteer.knowledge_base import Gazetteer
from factcli.gazetteer.places import REJECTED, SAME_COUNTRY, place_score
from factcli.gazetteer.records import HOME, Candidate
from factcli.schema import Entity

# From this score on an entity is linked; people share names the most, places the least.
THRESHOLDS = {"PER": 0.6, "ORG": 0.5, "LOC": 0.45}
# From this prior on a single word that is a known short form may stand alone.
PRESS_NAME = 0.88
# Added for a person: a public office beside the name, more than two words of it, an article of politics.
PUBLIC, LONG_NAME, POLITICS = 0.25, 0.1, 0.15
# For a person of a country that the article does not speak of.
FOREIGN_UNMENTIONED = -0.15
# For a name that differs by a letter, and for one that the article uses of another kind of thing.
MISSPELT, OTHER_LABEL = -0.1, -0.1
# As many people of the gazetteer share the rarest word of a name: many more outside it bear that name.
COMMON, COMMON_NAME = 4, -0.25
# Under this prior a single word names a club or company only beside another of its kind: `Bhayangkara`, `Prime`.
LITTLE_KNOWN = 0.6
# Bodies that every country has under the same name.
EVERY_COUNTRY_HAS = frozenset({"ministry", "court", "legislature", "agency", "military"})
# Of these the press names Indonesia's without the country, in news from anywhere.
TEAMS = frozenset({"team"})


@dataclass(frozen=True)
class Setting:
    """What scoring looks at besides the candidate: the text, the background, and where people's mentions end."""

    text: str
    background: Background
    gazetteer: Gazetteer
    barriers: frozenset[int]


def score(candidate: Candidate, form: str, entity: Entity, setting: Setting) -> float:
    """The likelihood of the candidate, about 0 to 1; minus infinity where the text rules it out."""
    base = candidate.record.prior
    if candidate.match == "misspelt":
        base += MISSPELT if candidate.record.prior >= PRESS_NAME else REJECTED
    if candidate.record.label != entity.label:
        base += OTHER_LABEL
    if entity.label == "PER":
        return base + _person(candidate, form, entity, setting)
    if candidate.record.label == "LOC":
        return base + place_score(candidate.record, form, entity, setting.text, setting.background)
    return base + _organisation(candidate, form, entity, setting)


def _person(candidate: Candidate, form: str, entity: Entity, setting: Setting) -> float:
    record = candidate.record
    effects = {effect_on_person(setting.text, m, setting.barriers) for m in entity.mentions}
    if "ordinary" in effects and "public" not in effects:
        return REJECTED
    press_name = candidate.alias_kind in {"short", "abbreviation"} or is_single_word(record.name)
    if is_single_word(form) and not (press_name and record.prior >= PRESS_NAME):
        return REJECTED
    added = PUBLIC if "public" in effects else 0.0
    if len(form.split()) > 2:
        added += LONG_NAME
    if record.country and record.country != HOME:
        named = setting.background.plays_in(record.country, entity.id)
        added += SAME_COUNTRY if named else FOREIGN_UNMENTIONED if record.prior < PRESS_NAME else 0.0
    elif setting.background.speaks_of(POLITICAL, entity.id):
        added += POLITICS
    if "public" not in effects and record.prior < PRESS_NAME and setting.gazetteer.commonness(form) >= COMMON:
        added += COMMON_NAME
    return added


def _organisation(candidate: Candidate, form: str, entity: Entity, setting: Setting) -> float:
    record, around = candidate.record, setting.background
    if record.prior < LITTLE_KNOWN and is_single_word(form) and not around.speaks_of([record.kind], entity.id):
        return REJECTED
    if record.country == HOME and record.kind in EVERY_COUNTRY_HAS | TEAMS:
        if any(country_behind(setting.text, mention, setting.gazetteer) for mention in entity.mentions):
            return REJECTED
        shared = record.kind in EVERY_COUNTRY_HAS and not (form.isupper() or HOME in form)
        if shared and not around.at_home(entity.id):
            return REJECTED
    if record.country and record.country != HOME and around.plays_in(record.country, entity.id):
        return SAME_COUNTRY
    return 0.0
