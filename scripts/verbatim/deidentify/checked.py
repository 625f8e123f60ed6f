"""Numbers that carry a check digit."""

import re


def nhs_valid(number: str) -> bool:
    """Whether ten digits carry the NHS number's check digit.

    The first nine digits are weighted 10 to 2; eleven less the remainder by eleven of their sum
    is the tenth (11 counts as 0; 10 is never issued). Source: NHS Data Dictionary, NHS NUMBER.
    """
    if not re.fullmatch(r"\d{10}", number) or len(set(number)) == 1:
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(number[9])
