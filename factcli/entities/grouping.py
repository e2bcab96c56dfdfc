"""Mentions -> entities: everything that one article says of one person, organisation or place, together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import TypeAlias

from factcli.entities.candidates import neighbours
from factcli.entities.definitions import definitions
from factcli.entities.links import Form, may_stand_for, same_name
from factcli.entities.names import Key, abbreviates, name_key
from factcli.entities.spans import BearerLookup, TaggedSpan, nobody
from factcli.schema import Entity, Label, Mention

Forms: TypeAlias = dict[tuple[Label, Key], Form]


def group(text: str, mentions: Sequence[TaggedSpan], bearers: BearerLookup = nobody) -> list[Entity]:
    """One `Entity` for each real thing, ids `e1`, `e2`, ... in the order of first mention.

    `mentions` are in order and do not overlap, offsets in code points into `text`; `bearers` gives the ids of those
    who bear a name in the gazetteer. What the article says of its names goes before what the gazetteer says, and both
    before likeness. A short name with several possible owners goes to the one mentioned last before it.
    """
    forms: Forms = {}
    own: list[Form] = []
    for mention in mentions:
        surface = text[mention.start : mention.end]
        identity = mention.label, name_key(surface)
        own.append(forms.setdefault(identity, Form(*identity)))
        own[-1].surfaces[surface] += 1
    # Longer names first: a shorter one is then compared with them as they are joined.
    forms = dict(sorted(forms.items(), key=lambda item: len(item[1].key), reverse=True))
    clusters = Clusters(forms.values())
    ids = {form: {one for name in form.surfaces for one in bearers(name, form.label)} for form in forms.values()}
    explained = _join_explained(text, mentions, forms, clusters, ids)
    near = neighbours([*forms.values()])
    for form, others in near.items():
        for other in others:
            if same_name(form, other) and not _known_apart(ids[form], ids[other]):
                clusters.join(form, other)
    owners = _join_short_names(near, clusters, explained, ids)
    members = _assigned(mentions, own, clusters, owners)
    return [_entity(f"e{number}", text, of_one) for number, of_one in enumerate(members, start=1)]


class Clusters:
    """Forms that are one entity: a union of disjoint sets."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._parent = {form: form for form in forms}

    def root(self, form: Form) -> Form:
        """The form that stands for the whole set."""
        while self._parent[form] is not form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def join(self, one: Form, other: Form) -> None:
        """Make the sets of the two forms one."""
        self._parent[self.root(one)] = self.root(other)


def _join_explained(
    text: str,
    mentions: Sequence[TaggedSpan],
    forms: Forms,
    clusters: Clusters,
    ids: Mapping[Form, set[str]],
) -> set[Form]:
    """Join what the article defines, then what the gazetteer knows; the short forms so explained."""
    explained: set[Form] = set()
    for long, short, label in definitions(text, mentions):
        owner, form = forms[label, name_key(long)], forms[label, name_key(short)]
        if form is not owner:
            clusters.join(form, owner)
            explained.add(form)
    bearing: defaultdict[tuple[Label, str], list[Form]] = defaultdict(list)
    for form in forms.values():
        others = [other for one in ids[form] for other in bearing[form.label, one]]
        if len({clusters.root(other) for other in others}) == 1:
            clusters.join(form, others[0])
            explained.add(form)
        for one in ids[form]:
            bearing[form.label, one].append(form)
    return explained


def _known_apart(ids: set[str], others: set[str]) -> bool:
    """Whether the gazetteer has both names and nobody who bears the two."""
    return bool(ids and others and not ids & others)


def _join_short_names(
    near: Mapping[Form, Sequence[Form]], clusters: Clusters, explained: set[Form], ids: Mapping[Form, set[str]]
) -> dict[Form, list[Form]]:
    """Join each short form to its only owner; those with several owners, and these.

    An acronym that the gazetteer knows as somebody else's is not joined: `KPK` to `Kementerian Pertanian Kementan`.
    """
    owners: dict[Form, list[Form]] = {}
    for form in near:
        if form in explained and not form.local_body:
            continue
        able = [
            other
            for other in near[form]
            if may_stand_for(form, other) and not (form.acronym and _known_apart(ids[form], ids[other]))
        ]
        roots = {clusters.root(other): other for other in able if clusters.root(other) is not clusters.root(form)}
        if len(roots) == 1:
            clusters.join(form, next(iter(roots)))
        elif roots:
            owners[form] = list(roots.values())
    return owners


def _assigned(
    mentions: Sequence[TaggedSpan], own: Sequence[Form], clusters: Clusters, owners: Mapping[Form, Sequence[Form]]
) -> list[list[TaggedSpan]]:
    """The mentions of each entity, entities in order of first mention; `own` are the mentions' forms."""
    said: dict[Form, int] = {}
    for position, form in reversed([*enumerate(own)]):
        said[clusters.root(form)] = -position
    members: defaultdict[Form, list[TaggedSpan]] = defaultdict(list)
    for position, (mention, form) in enumerate(zip(mentions, own, strict=True)):
        root = clusters.root(form)
        if form in owners:
            # Said before: the last. Said later alone: the first of them.
            root = max(map(clusters.root, owners[form]), key=lambda owner: said[owner])
        said[root] = position
        members[root].append(mention)
    return list(members.values())


def _entity(identity: str, text: str, mentions: Sequence[TaggedSpan]) -> Entity:
    places = [(mention.start, mention.end) for mention in mentions]
    scores = [mention.score for mention in mentions if mention.score is not None]
    return Entity(
        id=identity,
        label=mentions[0].label,
        name=_full_name([text[start:end] for start, end in places]),
        score=fmean(scores) if scores else None,
        mentions=[Mention(start=start, end=end, text=text[start:end]) for start, end in places],
    )


def _full_name(surfaces: Sequence[str]) -> str:
    """The most frequent of the full forms, the longest wins ties; one word or an abbreviation if there is no other."""
    counted = Counter(surfaces)

    def fullness(surface: str) -> tuple[bool, bool, int, int]:
        short = any(abbreviates(surface, other) for other in counted)
        whole = len(name_key(surface)) > 1 and not short
        return whole, not surface.isupper(), counted[surface], len(surface)

    return max(counted, key=fullness)
