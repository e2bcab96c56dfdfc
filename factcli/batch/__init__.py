"""Many articles: worker processes on this machine, Ray where one machine is not enough.

`run` gives the order of the steps; `sources` finds the inputs and cuts them into pieces, `chunks` gathers pieces into
work for one worker, `sturdy` keeps a worker going whatever an article does to it, `here` and `on_ray` are the two
engines, `manifest` knows what is done, `shards` writes. Nothing here imports spaCy, torch or Stanza; the workers do.
"""

from factcli.batch.problems import BatchError, InputsError, OptionsError, WorkerError
from factcli.batch.run import Summary, run_batch
from factcli.batch.work import Options

__all__ = ["BatchError", "InputsError", "Options", "OptionsError", "Summary", "WorkerError", "run_batch"]
