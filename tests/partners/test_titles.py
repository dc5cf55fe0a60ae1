"""Ten windows of one browser are told apart: what a page is for is its title, not where it stands."""

import re

from tests import cast

# Each address, and what its window and its heading say.
PAGES = {
    "": ("Find a service", "Find a service"),
    "agencies/": ("Partners", "Partners"),
    "agencies/new/": ("Partner", "Add a partner"),
    "services/new/": ("Service", "Add a service"),
    "agreements/": ("Agreements", "Agreements"),
    "agreements/new/": ("Agreements", "Add an agreement"),
    "twins/": ("Possible duplicates", "Possible duplicates"),
    "visits/": ("Visits", "Visits"),
    "exchange/": ("Take in or give out a file", "Take in or give out a file"),
}


def test_each_page_of_partners_says_what_it_is_for() -> None:
    client = cast.signed_in(cast.CM1)
    said = {}
    for address in PAGES:
        page = client.get(f"/partners/{address}").content.decode()
        title, heading = re.search(r"<title>(.*?) - ", page), re.search(r"<h1[^>]*>(.*?)</h1>", page)
        assert title and heading, address
        said[address] = (title[1], heading[1])
    assert said == PAGES
