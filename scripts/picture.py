"""Make README's figure from the demonstration study's last run: what `make picture` calls."""

from pathlib import Path

from PIL import Image, PngImagePlugin

from verbatim import files
from verbatim.provenance import HOUSE

WIDTH = 1080
"""Pixels; enough for a screen, and a fifth of the bytes."""


def main(drawn: Path, picture: Path) -> None:
    """Scale the figure down, and keep what it says about itself."""
    about = PngImagePlugin.PngInfo()
    with Image.open(drawn) as figure:
        for name in ("Title", "Description", "Provenance"):
            about.add_itxt(name, figure.info[name])
        white = Image.new("RGBA", figure.size, "white")
        flat = Image.alpha_composite(white, figure.convert("RGBA")).convert("RGB")
    small = flat.resize((WIDTH, round(WIDTH * flat.height / flat.width)), Image.Resampling.LANCZOS)
    with files.whole(picture) as temporary:
        few = small.quantize(256, method=Image.Quantize.MAXCOVERAGE)
        few.save(temporary, "PNG", optimize=True, pnginfo=about)


if __name__ == "__main__":
    main(HOUSE / "results/6_compare/themes.png", HOUSE / "docs/themes.png")
