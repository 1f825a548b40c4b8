"""Packs papers into the bytes that `paper_store` reads."""

import hashlib
import json
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from tui_reader.library.packed_parts import Packing
from tui_reader.library.paper_codec import encode
from tui_reader.library.paper_store import MAGIC, TAIL
from tui_reader.papers import Paper
from tui_reader.papers.progress import EVERY
from tui_reader.papers.steps import in_order
from tui_reader.search.building import VERSION, TitlesBuilder
from tui_reader.search.parts import Piece


def packed_papers(papers: Iterable[Paper], extra: Mapping[str, Any]) -> Iterator[Piece]:
    """The bytes of a store with the papers in their order; `extra` is kept in the footer."""
    offsets, checks, digest = array("Q", [0]), array("I"), hashlib.sha256()
    keys, places = list[str](), array("I")
    titles, rest = TitlesBuilder(), iter(papers)
    while run := list(islice(rest, EVERY)):
        titles.extend(run)
        for paper in run:
            row = encode(paper)
            yield row
            digest.update(row)
            keys.extend(paper.aliases)
            places.extend([len(checks)] * len(paper.aliases))
            checks.append(zlib.crc32(row))
            offsets.append(offsets[-1] + len(row))
    packing = Packing(offsets[-1])
    yield from packing.pieces(titles.pieces())
    sorted_keys = array("I", in_order(range(len(keys)), keys.__getitem__))
    footer = {
        "papers": len(checks),
        "keys": len(keys),
        "rows": offsets[-1],
        "titles": {"made_by": VERSION, "checksum": packing.checksum, "parts": packing.places},
        "tables": packing.end,
        "digest": digest.hexdigest(),
        "extra": extra,
    }
    data = json.dumps(footer).encode("ascii")
    tables = (
        offsets.tobytes(),
        checks.tobytes(),
        "".join(map(keys.__getitem__, sorted_keys)).encode("ascii"),
        array("I", map(places.__getitem__, sorted_keys)).tobytes(),
        data,
    )
    checksum = 0
    for table in tables:
        yield table
        checksum = zlib.crc32(table, checksum)
    yield TAIL.pack(len(data), checksum, MAGIC)
