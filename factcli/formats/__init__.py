"""The output formats: one file each, a function of facts, of dates or of timeline entries.

`registry` lists the formats and loads only the one that is asked for.
"""
