"""What is written: one file an output format, each a function of facts, of dates or of timeline entries.

`registry` lists the formats and loads the one that is asked for; nothing is loaded before.
"""
