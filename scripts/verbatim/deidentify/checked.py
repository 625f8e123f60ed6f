"""Numbers that carry a check digit."""

import re


def check_digit(nine: str) -> int:
    """Tenth digit that the first nine of an NHS number want; 10 where none is ever issued.

    They are weighted 10 to 2; it is eleven less the remainder by eleven of their sum (11 counts
    as 0). Source: NHS Data Dictionary, NHS NUMBER.
    """
    total = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11


def nhs_valid(number: str) -> bool:
    """Whether ten digits carry the NHS number's check digit."""
    if not re.fullmatch(r"\d{10}", number) or len(set(number)) == 1:
        return False
    return check_digit(number[:9]) == int(number[9])
