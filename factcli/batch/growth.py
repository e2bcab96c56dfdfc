"""An archive that grew since the last run: what changed is taken out of the output, and done again with what is new."""

from __future__ import annotations

from factcli.batch.manifest import Manifest
from factcli.batch.shards import Output
from factcli.reading.folders import PROBLEMS


def take_up(manifest: Manifest, output: Output) -> None:
    """Have the manifest and the output hold nothing of the inputs that changed, and the new ones be still to be done.

    Whatever ends the process, the output is as it was or as it is to be: the next versions of its files are written
    beside them first, then the manifest says that they count, then they take the place of the old ones.
    """
    # Answers that were kept belong to chunks that will be cut in another way.
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
    """Put the files in place whose replacement is decided, now or in a run that broke off."""
    output.replace(manifest.replaced())
    manifest.forget_replaced()
