"""The gazetteer: what the press names, with ids, and the linker that ties the entities of an article to it."""

from factcli.gazetteer.knowledge_base import Gazetteer
from factcli.gazetteer.records import Candidate, GazetteerError, GazetteerRecord

__all__ = ["Candidate", "Gazetteer", "GazetteerError", "GazetteerRecord"]
