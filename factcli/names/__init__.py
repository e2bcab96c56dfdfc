"""Names of people, organisations and places: the head that marks them."""
