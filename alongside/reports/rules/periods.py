"""Spans of days: months, quarters and years of a fiscal year, and how spans overlap."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

LONGEST = 11 * 366  # of other dates, in days: ten years and what a fiscal year needs
Span = tuple[date, date]  # its first day, and the day after its last


def month_on(first: date, more: int) -> date:
    """The first day of a month some months on."""
    months = first.year * 12 + first.month - 1 + more
    return date(months // 12, months % 12 + 1, 1)


def fiscal_year(day: date, begins_in: int) -> Span:
    """The fiscal year a day lies in."""
    year = day.year - (day.month < begins_in)
    return date(year, begins_in, 1), date(year + 1, begins_in, 1)


def span_of(period: str, day: date, begins_in: int) -> Span:
    """The month, the quarter of a fiscal year or the fiscal year a day lies in."""
    month = day.replace(day=1)
    if period == "month":
        return month, month_on(month, 1)
    year, after = fiscal_year(day, begins_in)
    if period == "fiscal":
        return year, after
    into = (month.year - year.year) * 12 + month.month - year.month
    quarter = month_on(year, into - into % 3)
    return quarter, month_on(quarter, 3)


def months_of(span: Span) -> list[Span]:
    """The months of a span, the first and last of them as far as they lie in it."""
    found, begins = [], span[0]
    while begins < span[1]:
        after = min(month_on(begins.replace(day=1), 1), span[1])
        found.append((begins, after))
        begins = after
    return found


def is_whole_months(span: Span) -> bool:
    """Whether it begins and ends with a month."""
    return span[0].day == 1 and span[1].day == 1


def within_one_year(span: Span, begins_in: int) -> bool:
    """Whether it lies in one fiscal year."""
    return fiscal_year(span[0], begins_in) == fiscal_year(span[1] - timedelta(days=1), begins_in)


def overlapping(spans: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """Of the others those that overlap these, and those that overlap them in turn."""
    found: list[Span] = []
    edge = list(spans)
    left = [each for each in dict.fromkeys(others) if each not in edge]
    while edge:
        near = [each for each in left if any(each[0] < one[1] and one[0] < each[1] for one in edge)]
        left = [each for each in left if each not in near]
        found += near
        edge = near
    return found


def pieces(spans: Iterable[Span]) -> list[Span]:
    """What all these spans are put together of, cut wherever one of them begins or ends."""
    spans = list(spans)
    cuts = sorted({day for span in spans for day in span})
    found = list(pairwise(cuts))
    return [each for each in found if any(span[0] <= each[0] and each[1] <= span[1] for span in spans)]


def is_within(inner: Span, outer: Span) -> bool:
    """Whether one lies in the other and is not the same."""
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]
