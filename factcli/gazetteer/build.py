"""`python -m factcli.gazetteer.build --data FOLDER`: builds the gazetteer's tables from the folder of sources."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from factcli.gazetteer.builder.assemble import add_transliterations, join, write
from factcli.gazetteer.builder.countries import countries
from factcli.gazetteer.builder.curated import add_curated_aliases, curated_entities
from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.builder.indonesia import indonesia
from factcli.gazetteer.builder.organisations import organisations
from factcli.gazetteer.builder.people import people
from factcli.gazetteer.builder.points import add_points
from factcli.gazetteer.builder.sources import Sources
from factcli.gazetteer.builder.trust import LabelIndex
from factcli.gazetteer.builder.world import cities, nature, regions

DATA = Path(__file__).parent / "data"


def build(sources: Sources, curated: Path) -> list[Draft]:
    """All drafts, joined; earlier lists lend their names to what later lists repeat."""
    index = LabelIndex(sources)
    drafts = join(
        [
            *countries(sources),
            *indonesia(sources),
            *cities(sources, index),
            *curated_entities(curated / "entities.tsv", index),
            *people(sources, index),
            *organisations(sources, index),
            *nature(sources),
            *regions(sources, index),
        ]
    )
    add_curated_aliases(curated / "aliases.tsv", drafts)
    add_transliterations(drafts)
    add_points(drafts)
    return drafts


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the builder and prints on stderr how many entities of each kind there are."""
    parser = argparse.ArgumentParser(prog="python -m factcli.gazetteer.build", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with one folder a source")
    parser.add_argument("--out", type=Path, default=DATA, help="where the tables go (default: the package's data)")
    options = parser.parse_args(arguments)
    drafts = build(Sources(options.data), DATA / "curated")
    write(drafts, options.out)
    for (label, kind), count in sorted(Counter((draft.label, draft.kind) for draft in drafts).items()):
        print(f"{label} {kind}: {count}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
