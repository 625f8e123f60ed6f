"""How codes add up over interviews: in the order held, and over all orders, exactly.

Notation: T interviews, S codes; f_j is the number of interviews that hold code j, Q_k the number
of codes with f_j = k. a_k(i) = C(T-k, i) / C(T, i) is the share of orders in which none of k
given interviews is among the first i.
"""

import numpy as np
import numpy.typing as npt

Incidence = npt.NDArray[np.bool_]
"""Interviews in rows, in order; codes in columns; true where the code occurs."""

Counts = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]

ROUNDING = 1e-12
"""A variance below this is rounding: its root is under the six decimals that are written."""


def new_codes(incidence: Incidence) -> Counts:
    """Count the codes that each interview is the first to hold.

    A code counts as known once any earlier interview held it, however long ago.
    """
    interviews = incidence.shape[0]
    first = np.argmax(incidence, axis=0)[incidence.any(axis=0)] if interviews else []
    return np.bincount(np.asarray(first, dtype=np.int64), minlength=interviews)


def mao_tau(frequencies: Counts, interviews: int) -> Numbers:
    """Mean number of codes met in the first i interviews, over all orders, for i = 1 ... T.

    S(i) = S - sum_k Q_k a_k(i): sample-based rarefaction, "Mao Tau", Colwell, Mao and Chang 2004
    (Ecology 85:2717-2727, doi 10.1890/03-0557).

    Args:
        frequencies: f_j, the number of interviews that hold each code.
        interviews: T.

    Returns:
        T numbers; the last is the number of codes held by any interview.
    """
    held = np.bincount(frequencies[frequencies > 0], minlength=interviews + 1)
    mean: Numbers = held.sum() - _unseen(held, interviews)
    return mean


def order_sd(incidence: Incidence) -> Numbers:
    """Exact standard deviation, over all orders, of the codes met in the first i interviews.

    The number of codes not yet met is a sum of indicators, so that
    Var S(i) = sum_j a_{f_j}(i) + 2 sum_{j<k} a_{u_jk}(i) - (sum_j a_{f_j}(i))^2,
    where u_jk = f_j + f_k - n_jk interviews hold code j or code k. This is the variance over
    orders of these very interviews (it is 0 at T), not over other samples. It is not the
    deviation that vegan's `specaccum` prints, which leaves out part of the dependence.

    Returns:
        T numbers; 0 where every order gives the same.
    """
    interviews = incidence.shape[0]
    # Counts are whole numbers below 2^53: floating point holds them exactly and multiplies fast.
    held = incidence[:, incidence.any(axis=0)].astype(np.float64)
    together = (held.T @ held).astype(np.int64)
    frequencies = np.diag(together)
    either = frequencies[:, None] + frequencies[None, :] - together
    pairs = either[np.triu_indices(len(frequencies), k=1)]
    unseen = _unseen(np.bincount(frequencies, minlength=interviews + 1), interviews)
    both_unseen = _unseen(np.bincount(pairs, minlength=interviews + 1), interviews)
    variance = unseen + 2 * both_unseen - unseen**2
    return np.sqrt(np.where(variance < ROUNDING, 0.0, variance))


def _unseen(counts: Counts, interviews: int) -> Numbers:
    """Give sum_k counts[k] a_k(i) for i = 1 ... T.

    a_k(0) = 1 and a_k(i+1) = a_k(i) (1 - k / (T-i)): products of factors below 1, where
    differences of logarithms of factorials would lose digits.
    """
    held_by = np.flatnonzero(counts)
    weights = counts[held_by].astype(np.float64)
    share = np.ones(len(held_by))
    sums = np.zeros(interviews)
    for i in range(interviews):
        share *= np.maximum(1 - held_by / (interviews - i), 0)
        sums[i] = weights @ share
    return sums
