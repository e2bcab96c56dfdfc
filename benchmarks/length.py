"""How time and memory grow with the length of one article: 1, 10 and 100 thousand characters, and a million.

python benchmarks/length.py [--longest 1000000] [--out FOLDER]

An article is made of pieces of news that follow each other. Each length has a process of its own with one thread, which
is loaded and warm. Of the short ones there are several, different ones; what is given is their mean.
"""

from __future__ import annotations

from pathlib import Path

from articles import NEWS, PUBLISHED, WARM, long_texts
from command import arguments, finish
from figures import Length, Text
from gauges import in_fresh_process, memory, say, timed

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
# Below this a length is measured more than once.
ENOUGH = 30_000


def measure(longest: int = LENGTHS[-1], news: Path = NEWS) -> Length:
    """Return what one article of each length takes."""
    texts = []
    for length in (length for length in LENGTHS if length <= longest):
        say(f"length: {length:,} characters")
        texts.append(in_fresh_process(one_article, length, news))
    return Length(texts)


def one_article(length: int, news: Path) -> Text:
    """Return what an article of so many characters takes in this process."""
    from factcli.batch.work import Options
    from factcli.batch.worker import load_pipeline
    from factcli.reading import read_articles
    from factcli.schema import Article, Facts

    count = max(1, ENOUGH // length)
    texts = long_texts(length, count, news)
    extract = load_pipeline(Options())

    def whole(text: str) -> None:
        for article in read_articles(text.encode(), name="news", published=PUBLISHED):
            if not isinstance(article, Article):
                raise SystemExit(article.reason)
            for facts in extract([article]):
                if not isinstance(facts, Facts):
                    raise SystemExit(facts.reason)

    for piece in long_texts(2_500, count + WARM, news)[-WARM:]:
        whole(piece)
    taken = [timed(whole, text)[0] for text in texts]
    return Text(
        characters=length,
        clock=sum(each.clock for each in taken) / count,
        processor=sum(each.processor for each in taken) / count,
        memory=memory()[1],
    )


def main() -> None:
    """Measure, write the figures and print the table."""
    options = arguments(__doc__, longest=LENGTHS[-1])
    finish(measure(options.longest, options.news), options.out)


if __name__ == "__main__":
    main()
