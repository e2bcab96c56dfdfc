"""How long a test waits before it calls a process hung: however busy the machine is, none takes so long."""

HANG_SECONDS = 600
