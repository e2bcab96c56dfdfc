"""Where on a web page the article stands: the block with the most running text that fits its headline.

The text decides. The name of a part (`pages.toml`) only counts against it; a part with the article in it is no aside.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcli.reading.datelines import find_dateline
from factcli.reading.page_lines import LONG_WORD, OPENING, Line, ancestors, long_words
from factcli.reading.page_tree import holds_time, is_aside, is_hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A block whose lines each stand in a part of their own is their block too, by half.
SHARE_OF_PARENT = 0.5
# Factors: text that opens with an outlet's dateline, with a place alone, and text in a part marked as not the article.
WITH_OUTLET = 3.0
WITH_PLACE = 2.0
IN_ASIDE = 0.3
# And where no other text stands between the headline and it.
BELOW_HEADLINE = 1.5
# The words of headline and summary weigh as much again, once for all of them.
WITH_HEADLINE = 2.0
FITS_HEADLINE = 0.5
# What counts against taking in more text: characters for each linked line that would come in with it.
COST_OF_LINK = 20
LEVELS_AROUND_PICTURE = 3
# A teaser: a headline that is a link, with a sentence or two.
MOST_SENTENCES_OF_TEASER = 2
FEWEST_WORDS_OF_HEADLINE = 3
LONGEST_LINKED_NAME = 24


class PageBody:
    """The lines of a page, and where in them its article stands.

    `title` is the headline, `summary` what the page says its article is about.
    """

    def __init__(self, tree: HtmlElement, lines: list[Line], title: str | None, summary: str | None) -> None:
        self.tree = tree
        self.lines = lines
        self._headline = long_words(f"{title or ''} {summary or ''}")
        self._number = {line: number for number, line in enumerate(lines)}
        self._around = {line: dict.fromkeys(ancestors(line.block)) for line in lines}
        self._sentences = [line for line in lines if line.is_sentence]
        self._count = self._per_element(lines)
        self._count_sentences = self._per_element(self._sentences)
        self._count_links = self._per_element([line for line in lines if _is_linked_headline(line)])
        self._marks = {element for element in self._count if is_aside(element) or self._is_hidden(element)}
        self._teasers = {line for line in self._sentences if self._is_teaser(line)}
        text = set(self._sentences) - self._teasers
        self._others = [line for line in lines if line not in text]
        self._pictured = {element for picture in tree.iter("img") for element in _near(picture)}
        self._first = self._first_below(title)
        core = self._find_core()
        if core is not None:
            self._marks -= set(ancestors(core))
        self._places = [] if core is None else self._find_places(core)

    @property
    def start(self) -> int:
        """The number of the article's first sentence; where there is no article, the number of lines."""
        return next((place for place in self._places if self.lines[place].is_sentence), len(self.lines))

    @property
    def end(self) -> int:
        """The number of the line behind the article's last sentence; where there is no article, the number of lines."""
        return next((place + 1 for place in reversed(self._places) if self.lines[place].is_sentence), len(self.lines))

    def article(self) -> list[Line]:
        """Return the lines of the article's block and of the parts of it that stand apart; of asides, links alone."""
        lines = [self.lines[place] for place in self._places]
        texts = {line for line in lines if line.is_sentence}
        others = {line for line in texts if line in self._teasers or self._is_caption(line)}
        others |= {line for line in lines if self.is_marked(line)}
        if others >= texts:
            # On a photo page the captions are the article.
            others -= texts
        return [line for line in lines if line.is_link or line not in others]

    def may_show_time(self, number: int) -> bool:
        """Return whether the time of publication may stand in a line: in no aside but that of the article's author."""
        marks = self._marks.intersection(self._around[self.lines[number]])
        return all(map(holds_time, marks)) and not self.is_beside_headline(number)

    def is_beside_headline(self, number: int) -> bool:
        """Return whether a linked headline of another article stands right above or under a line."""
        return any(_is_linked_headline(line) for line in self.lines[max(0, number - 1) : number + 2])

    def leads_elsewhere(self, number: int) -> bool:
        """Return whether a link of more words than a name has stands in a line: a headline of another article."""
        return self.lines[number].linked > LONGEST_LINKED_NAME

    def is_marked(self, line: Line) -> bool:
        """Return whether the line stands in a part that is marked as not the article."""
        return not self._marks.isdisjoint(self._around[line])

    def unmarked(self, start: int, end: int) -> list[Line]:
        """Return the lines between two numbers that stand in no part marked as not the article."""
        return [line for line in self.lines[start:end] if not self.is_marked(line)]

    def _per_element(self, lines: list[Line]) -> Counter[HtmlElement]:
        """Return how many of the lines stand in each element."""
        return Counter(element for line in lines for element in self._around[line])

    def _find_places(self, core: HtmlElement) -> list[int]:
        """Return the numbers of the lines of the article, with a dateline that stands right before them."""
        parts = self._parts(core)
        places = [place for place, line in enumerate(self.lines) if not parts.isdisjoint(self._around[line])]
        if places[0] > 0 and OPENING.fullmatch(self.lines[places[0] - 1].text):
            places.insert(0, places[0] - 1)
        return places

    def _find_core(self) -> HtmlElement | None:
        """Return the block with the most running text; where there are teasers alone, one of them is the article."""
        groups: defaultdict[HtmlElement, list[Line]] = defaultdict(list)
        shares: defaultdict[HtmlElement, float] = defaultdict(float)
        for line in self._sentences:
            if line in self._teasers and len(self._teasers) < len(self._sentences):
                continue
            block = self._block(line)
            parent = block.getparent()
            for element, share in ((block, 1.0), (parent, SHARE_OF_PARENT)):
                if element is not None:
                    groups[element].append(line)
                    shares[element] += share * len(line.text)
        scores = {block: share * self._weight(groups[block]) for block, share in shares.items()}
        return max(scores, key=lambda block: scores[block], default=None)

    def _block(self, line: Line) -> HtmlElement:
        """Return the innermost element that holds the line and another one."""
        return next((element for element in self._around[line] if self._count[element] > 1), line.block)

    def _weight(self, group: list[Line]) -> float:
        """Return how much the text of a group counts: more where it opens like an article and fits the headline."""
        fit = self._fit(group)
        weight = 1 + WITH_HEADLINE * fit
        if group[0] is self._first:
            weight *= BELOW_HEADLINE
        dateline = find_dateline(group[0].text, is_first=True)
        if dateline is not None:
            return weight * (WITH_PLACE if dateline.outlet is None else WITH_OUTLET)
        # On a photo page what the pictures show is the article.
        return weight * (IN_ASIDE if self.is_marked(group[0]) and fit < FITS_HEADLINE else 1)

    def _is_hidden(self, element: HtmlElement) -> bool:
        """Return whether an element is a short part that is not shown."""
        return self._count_sentences[element] <= MOST_SENTENCES_OF_TEASER and is_hidden(element)

    def _is_caption(self, line: Line) -> bool:
        """Return whether a line is alone with a picture in a box; a paragraph with a picture in it is no caption."""
        alone = itertools.takewhile(lambda element: self._count[element] == 1, self._around[line])
        has_picture = any(element.tag != "p" and element in self._pictured for element in alone)
        return has_picture and find_dateline(line.text, is_first=True) is None

    def _first_below(self, title: str | None) -> Line | None:
        """Return the first sentence below the headline, where the page shows the headline."""
        titles = [number for number, line in enumerate(self.lines) if line.text == title and not line.is_link]
        below = (line for line in self._sentences if titles and self._number[line] > titles[0])
        return next((line for line in below if line not in self._teasers and not self.is_marked(line)), None)

    def _fit(self, group: list[Line]) -> float:
        """Return which share of the headline's words stands in a group of lines."""
        if not self._headline:
            return 0.0
        return len(self._headline & long_words(" ".join(line.text for line in group))) / len(self._headline)

    def _is_teaser(self, line: Line) -> bool:
        """Return whether a sentence is that of another article: a list has a linked headline beside each like it."""
        for element in self._around[line]:
            if self._count_sentences[element] > MOST_SENTENCES_OF_TEASER:
                return False
            if self._count_links[element] and self._has_siblings(element):
                return True
        return False

    def _has_siblings(self, element: HtmlElement) -> bool:
        beside = (element.getprevious(), element.getnext())
        return any(
            other is not None and self._count_links[other] and _look(other) == _look(element) for other in beside
        )

    def _parts(self, core: HtmlElement) -> set[HtmlElement]:
        """Return the block of the article, grown by what is like it, and the parts of it that stand apart."""
        way = [core, *core.iterancestors()]
        text, cost = self._levels(way)
        first = next(number for number, line in enumerate(self.lines) if core in self._around[line])
        whole, apart, pending = core, set(), 0.0
        for level, parent in enumerate(way[1:-1], start=1):
            look = _look(way[level - 1])
            branches: defaultdict[HtmlElement, list[Line]] = defaultdict(list)
            for line in text[level]:
                branches[self._towards(parent, line.block)].append(line)
            like = [branch for branch in branches if _look(branch) in (look, ("p", ())) or branch is parent]
            added = sum(len(line.text) for branch in like for line in branches[branch])
            unlike = sum(len(line.text) for line in text[level]) - added
            if added > pending + cost[level] + unlike:
                whole, pending = parent, 0.0
                continue
            pending += cost[level] + unlike + added
            apart |= {branch for branch, lines in branches.items() if self._is_lede(lines[0], first)}
        return {whole, *apart}

    def _levels(self, way: list[HtmlElement]) -> tuple[dict[int, list[Line]], dict[int, float]]:
        """Return the running text that each element of the way out of the core adds, and what its other lines cost."""
        levels = {element: level for level, element in enumerate(way)}
        text: defaultdict[int, list[Line]] = defaultdict(list)
        cost: defaultdict[int, float] = defaultdict(float)
        others = set(self._others)
        for line in self.lines:
            level = next(levels[element] for element in self._around[line] if element in levels)
            if level == 0 or self.is_marked(line):
                continue
            if line in others:
                cost[level] += COST_OF_LINK + len(line.text) if line.linked else len(line.text) / 2
            else:
                text[level].append(line)
        return text, cost

    def _is_lede(self, line: Line, first: int) -> bool:
        """Return whether a line before the article's block, whose first line has this number, opens like an article."""
        return self._number[line] < first and find_dateline(line.text, is_first=True) is not None

    def _towards(self, parent: HtmlElement, element: HtmlElement) -> HtmlElement:
        """Return the child of `parent` that holds `element` (`parent` itself for text that stands loose in it)."""
        return next((one for one in ancestors(element) if one.getparent() is parent), parent)


def _near(picture: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements right around a picture."""
    return itertools.islice(picture.iterancestors(), LEVELS_AROUND_PICTURE)


def _is_linked_headline(line: Line) -> bool:
    """Return whether a line is the headline of another article, not a path through the site (`Home > Nasional`)."""
    return line.is_link and len(LONG_WORD.findall(line.text)) >= FEWEST_WORDS_OF_HEADLINE and ">" not in line.text


def _look(element: HtmlElement) -> tuple[str, tuple[str, ...]]:
    """Return the name and the classes of an element, which its like share."""
    return str(element.tag), tuple(sorted((element.get("class") or "").split()))
