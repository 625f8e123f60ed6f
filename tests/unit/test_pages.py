"""What the pages around the code promise is there."""

import json
import re
from pathlib import Path

import pytest
from PIL import Image

from verbatim.provenance import HOUSE

PAGES = [*HOUSE.glob("*.md"), *HOUSE.glob("docs/*.md"), HOUSE / "data/README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HOUSE).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Each link and picture of a page that is not an address is a file of the project."""
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    near = [link.partition("#")[0] for link in links if "://" not in link]

    assert [] == [link for link in near if link and not (page.parent / link).exists()]


def test_figure_of_readme_is_the_demonstrations() -> None:
    """README's figure is small, and says which rule drew it; `make picture` makes it anew."""
    path = HOUSE / "docs/themes.png"
    with Image.open(path) as picture:
        source = json.loads(picture.info["Provenance"])

    assert source["rule"] == "compare_draw"
    assert path.stat().st_size < 250_000
