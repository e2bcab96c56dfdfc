"""From tagged spans to the people, organisations and places of one article."""
