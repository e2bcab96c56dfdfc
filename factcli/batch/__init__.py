"""Many articles: worker processes on this machine, or Ray on a cluster.

`run` has the order of the steps; `listing` finds the inputs, `sources` cuts them into pieces, `chunks` gathers pieces
into work for one worker, `sturdy` restarts a worker process that dies, `here` and `on_ray` are the two engines,
`manifest` records what is done, `shards` writes. Nothing here imports spaCy, torch or Stanza; the workers do.
"""

from factcli.batch.problems import BatchError, InputsError, OptionsError, WorkerError
from factcli.batch.run import Summary, run_batch
from factcli.batch.work import Options

__all__ = ["BatchError", "InputsError", "Options", "OptionsError", "Summary", "WorkerError", "run_batch"]
