"""The language that rules over words are written in: text as tokens, tokens as characters, patterns over these.

The rooms with a grammar of their own (dates, quantities) give the words and the rules; this room knows no word.
"""
