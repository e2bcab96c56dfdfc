"""The HTML report: one file, no network, nothing from elsewhere.

`page` puts it together from `report.html.j2`, `report.css` and `report.js`; `rows` are what the timeline shows,
`marked_text` an article with its people, organisations, places, dates and events marked.
"""
