"""Pages link to files of the repository, which the built site does not hold: there, such a link is the file's name."""

import re
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

DOCS = Path(__file__).resolve().parents[1] / "docs"
_LINK = re.compile(r"\[([^\]]+)\]\(([^)#\s:]+)(#[^)\s]*)?\)")


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """The page with links out of `docs/` turned into text. Raises `PluginError` for one that leads nowhere."""
    folder = (DOCS / page.file.src_uri).parent

    def shown(link: re.Match[str]) -> str:
        target = (folder / link[2]).resolve()
        if target.is_relative_to(DOCS):
            return link[0]
        if not target.exists():
            raise PluginError(f"{page.file.src_uri} links to {link[2]}, which is not there")
        return f"`{link[1]}`" if "`" not in link[1] else link[1]

    return _LINK.sub(shown, markdown)
