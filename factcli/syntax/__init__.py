"""Tags, features, lemmas and dependency trees (Universal Dependencies 2): heads over the encoder; lemmas by Stanza."""
