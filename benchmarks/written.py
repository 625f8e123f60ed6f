"""How a transcript may write the same words."""

from collections.abc import Callable

from verbatim.train.marked import Marked

WRITTEN: dict[str, Callable[[Marked], Marked]] = {
    "as written": lambda one: one,
    "without marks": Marked.unpunctuated,
    "lower case": Marked.lowered,
    "lower case, without marks": lambda one: one.unpunctuated().lowered(),
}
"""Speech recognisers leave marks out, some capitals too."""
