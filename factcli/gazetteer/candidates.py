"""Which entities of the gazetteer a name in a text may stand for, before they are scored."""

from __future__ import annotations

from factcli.gazetteer.cues import kinds_within
from factcli.gazetteer.knowledge_base import Gazetteer
from factcli.gazetteer.records import HOME, Candidate
from factcli.gazetteer.rephrasing import rephrased
from factcli.schema import Entity, Label, Mention

# The other labels to try where the tagger's has no candidate: a country as actor, a seat of government as building, a
# politician in a headline.
OTHER: dict[Label, tuple[Label, ...]] = {"ORG": ("LOC", "PER"), "LOC": ("ORG",), "PER": ()}
# And the prior from which on such a candidate is taken.
OTHER_PRIOR = 0.9
# How far behind a name a country is looked for: `Kementerian Luar Negeri Korea Selatan`.
BEHIND = 40
_STOPS = ".,;:\"'”)"


def candidates(form: str, entity: Entity, text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates for one form of an entity's name, none sure to be meant.

    A body before the name of another country is that country's (`Mahkamah Agung` in `Mahkamah Agung Israel`); a place
    unknown with its generic noun is looked for without it (`Kota Moskow`); what has no candidate of the tagger's
    label may be of another.
    """
    if entity.label == "ORG":
        for country in {country_behind(text, mention, gazetteer) for mention in entity.mentions} - {None}:
            abroad = gazetteer.well_written(f"{form} {country}", "ORG")
            if abroad:
                return abroad
    found = gazetteer.find(form, entity.label) or rephrased(form, entity.label, gazetteer)
    if found:
        return found
    bare = _without_noun(form, gazetteer) if entity.label != "PER" else []
    return bare or of_other_label(form, entity.label, gazetteer)


def country_behind(text: str, mention: Mention, gazetteer: Gazetteer) -> str | None:
    """The name of another country, or of its capital, that comes right behind the mention; None where none does."""
    following = text[mention.end : mention.end + BEHIND]
    if not following.startswith(" "):
        return None
    words = following.split()
    for count in (2, 1):
        name = " ".join(words[:count]).rstrip(_STOPS)
        for candidate in gazetteer.find(name, "LOC") if name[:1].isupper() else []:
            if candidate.match == "exact" and candidate.record.kind in {"country", "capital"}:
                return name if candidate.record.country != HOME else None
    return None


def _without_noun(form: str, gazetteer: Gazetteer) -> list[Candidate]:
    within = kinds_within(form)
    if within is None:
        return []
    kinds, name = within
    return [c for c in gazetteer.well_written(name, "LOC") if c.record.kind in kinds]


def of_other_label(form: str, label: Label, gazetteer: Gazetteer) -> list[Candidate]:
    """The likely candidates of another label than the tagger's."""
    for other in OTHER[label]:
        found = [c for c in gazetteer.well_written(form, other) if c.record.prior >= OTHER_PRIOR]
        if found:
            return found
    return []
