"""What a service counts as to begin with. Loading it again adds what was never said, and changes nothing."""

from alongside import clock
from alongside.connection.models import ServiceKind
from alongside.funders.catalog import first_crosswalk
from alongside.funders.models import CrosswalkRow


def load() -> None:
    """Put a first crosswalk in place for each kind of service of which nobody has said anything on a form."""
    said = set(CrosswalkRow.objects.values_list("form", "kind_id"))
    kinds = {each.key: each.pk for each in ServiceKind.objects.exclude(key="")}
    CrosswalkRow.objects.bulk_create(
        CrosswalkRow(form=form, kind_id=kinds[key], item=item, at=clock.now())
        for form, told in first_crosswalk().items()
        for key, item in told.items()
        if key in kinds and (form, kinds[key]) not in said
    )
