"""The words that Indonesian builds on a root: `kunjung` -> mengunjungi, dikunjungi, kunjungan ...

A lexicon of roots then knows every form, whatever the lemmatiser makes of it. The affixes and the sound changes
are data (data/affixes.toml, after Sneddon et al. 2010).
"""

from __future__ import annotations

from factcli.events.tables import tables


def nasal_stems(root: str) -> list[str]:
    """What follows `me-` or `pe-`: the root behind its nasal, its first letter dropped where that may be.

    >>> nasal_stems("kunjung")
    ['ngunjung', 'ngkunjung']
    """
    for rule in tables("affixes.toml")["nasal"]:
        for initial in sorted(rule["initial"], key=len, reverse=True):
            if root.startswith(initial):
                kept = rule["nasal"] + root
                return [rule["nasal"] + root[len(initial) :], kept] if rule.get("drops") else [kept]
    return [root]


def is_monosyllable(root: str) -> bool:
    """True for a root with one vowel letter (`bom`), which takes `menge-`."""
    vowels = tables("affixes.toml")["monosyllable"]["vowels"]
    return sum(letter in vowels for letter in root) == 1


def forms_of(root: str) -> set[str]:
    """Every word built on `root`."""
    stems = nasal_stems(root)
    if is_monosyllable(root):
        stems.append(tables("affixes.toml")["monosyllable"]["nasal"] + root)
    return {
        pattern.replace("N{}", stem).replace("{}", root)
        for pattern in tables("affixes.toml")["forms"]
        for stem in (stems if "N{}" in pattern else [root])
    }
