"""Voilà with a page template of our own."""

from __future__ import annotations

from traitlets import Unicode
from voila.app import Voila


class Page(Voila):
    """Voilà that looks for its page in `folder` first."""

    folder = Unicode(help="folder with the template index.html.j2").tag(config=True)

    def setup_template_dirs(self) -> None:
        """The folders of templates, ours before those of Voilà."""
        super().setup_template_dirs()
        self.template_paths.insert(0, self.folder)
