"""Where a demo's or a test's clock is kept, so that every process of an installation shows one time."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models

from alongside import clock


class ClockSetting(models.Model):
    """One row at most. Holds no participant's data; kept until changed; never leaves."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    offset = models.DurationField(default=timedelta)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_clock")]

    @classmethod
    def beside(cls) -> dict[str, models.Subquery]:
        """Columns that bring the test clock along with another query; none where there is no test clock."""
        if not clock.may_be_set():
            return {}
        row = cls.objects.filter(id=1)
        return {
            "clock_offset": models.Subquery(row.values("offset")[:1]),
            "clock_stopped_at": models.Subquery(row.values("stopped_at")[:1]),
        }

    @staticmethod
    def follow(row: object) -> None:
        """Make this request's work time what the test clock beside `row` says."""
        if clock.may_be_set():
            clock.follow(getattr(row, "clock_offset", None), getattr(row, "clock_stopped_at", None))

    @classmethod
    def set_to(cls, moment: datetime | None, *, running: bool) -> Self | None:
        """Set the test clock to `moment`, running or stopped; None returns to real time."""
        if not clock.may_be_set():
            raise clock.ClockIsReal
        if moment is None:
            cls.objects.filter(id=1).update(offset=timedelta(), stopped_at=None)
            clock.follow(None, None)
            return None
        setting, _made = cls.objects.update_or_create(
            id=1,
            defaults={
                "offset": moment - clock.wall() if running else timedelta(),
                "stopped_at": None if running else moment,
            },
        )
        clock.follow(setting.offset, setting.stopped_at)
        return setting
