"""One small pretrained transformer that reads whole articles: one vector a word, and three kinds of head over them.

It knows no task. Words go through pieces.py, windows.py and layers.py, in this order; reader.py is the whole way.
The base is multilingual-e5-small (Wang and others 2024, Multilingual E5 Text Embeddings), a BERT of Devlin and
others 2019.
"""
