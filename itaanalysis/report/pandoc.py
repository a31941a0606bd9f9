"""Pandoc, called once for a document: HTML in, the document's format out."""

from __future__ import annotations

import functools
import subprocess
from collections.abc import Sequence
from pathlib import Path

# No identifiers made from headings: the body carries its own, and they must not change with the words.
_READER = "html-auto_identifiers"


class PandocError(RuntimeError):
    """Pandoc could not write a document; the text is what it said."""


def convert(markup: str, to: str, *arguments: str, folder: Path, filters: Sequence[Path] = ()) -> bytes:
    """`markup` (HTML) written as `to`, with pandoc's `arguments`, run in `folder`, where its pictures are.

    Raises PandocError with pandoc's own words.
    """
    command = [pandoc_path(), f"--from={_READER}", f"--to={to}", "--wrap=none", "--output=-", *arguments]
    command += [f"--lua-filter={path}" for path in filters]
    done = subprocess.run(command, input=markup.encode(), capture_output=True, cwd=folder, check=False)
    if done.returncode:
        raise PandocError(done.stderr.decode(errors="replace").strip())
    return done.stdout


@functools.cache
def pandoc_path() -> str:
    """The pandoc that came with the package pypandoc-binary, else the one of this computer."""
    import pypandoc

    return str(pypandoc.get_pandoc_path())


@functools.cache
def pandoc_version() -> str:
    """Pandoc's version, such as `3.9`."""
    import pypandoc

    return str(pypandoc.get_pandoc_version())
