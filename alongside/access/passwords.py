"""Passwords: what is kept of them is read by nobody, not even by the door that asks for them.

The database tells a door how a password was encoded (its salt and its cost) and whether a whole encoding is the one it
keeps. So SQL under a web role finds no hash to guess at elsewhere; each guess is asked here, and a wrong one stands in
the trail of the account.
"""

from typing import Any

from django.contrib.auth.hashers import identify_hasher, make_password

from alongside.access.keeper import told

_COSTS = ("time_cost", "memory_cost", "parallelism")


def opens(username: str, password: str) -> bool:
    """Whether this is the password of the account with this sign-in name, at this door."""
    like = told("select access.encoded_like(%s)", username)
    if like is None:
        make_password(password)  # as slow as where there is an account
        return False
    return bool(told("select access.opens(%s, %s)", username, encoded_like(password, str(like))))


def change(password: str) -> None:
    """A new password for whoever acts."""
    told("select access.change_password(%s)", make_password(password))


def encoded_like(password: str, like: str) -> str:
    """The password, encoded with the salt and at the cost of another encoding."""
    hasher: Any = type(identify_hasher(like))()
    how = hasher.decode(f"{like}AAAA")
    for cost in _COSTS:
        if cost in how:
            setattr(hasher, cost, how[cost])
    encoded: str = hasher.encode(password, how["salt"])
    return encoded
