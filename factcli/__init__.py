"""factcli reads Indonesian news and gives back facts: entities, dates and events, linked and on a timeline."""
