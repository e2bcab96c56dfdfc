"""An archive that grew since the last run: what changed is taken out of the output, and done again with what is new."""

from __future__ import annotations

from factcli.batch.manifest import Manifest
from factcli.batch.shards import Output
from factcli.reading.folders import PROBLEMS


def take_up(manifest: Manifest, output: Output) -> None:
    """Remove the inputs that changed from manifest and output, and record them and the new ones as still to be done.

    If the process ends meanwhile, the output is in its old or its new state: the next versions of its files are written
    beside them first, then the manifest records that they count, then they replace the old ones.
    """
    # Kept answers belong to chunks that will now be cut differently.
    output.tidy()
    replaced: dict[str, bool] = {}
    stale_problems: list[range] = []
    problem = 0
    for file, parts in manifest.changed_parts():
        stale: list[range] = []
        article = 0
        for is_changed, articles, problems in parts:
            if is_changed:
                stale.append(range(article, article + articles))
                stale_problems.append(range(problem, problem + problems))
            article, problem = article + articles, problem + problems
        if file is not None and any(stale):
            replaced[file], _ = output.without(file, stale)
    errors_size = manifest.totals().errors_size
    if any(stale_problems):
        replaced[PROBLEMS], errors_size = output.without(PROBLEMS, stale_problems)
    manifest.take_up(replaced, errors_size)
    replace(manifest, output)


def replace(manifest: Manifest, output: Output) -> None:
    """Put the files in place whose replacement the manifest has recorded, now or in an interrupted run."""
    output.replace(manifest.replaced())
    manifest.forget_replaced()
