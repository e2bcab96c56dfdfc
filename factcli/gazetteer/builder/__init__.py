"""How the tables are made from the folder of sources: one file a kind of entity; `factcli.gazetteer.build` runs it."""
