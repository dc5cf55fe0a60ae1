"""Making the page for hours without a computer: for a supervisor, on demand, for a purpose that the trail keeps."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.workforce.forms import OutageForm
from alongside.workforce.outage_page import outage_page


@staff(Can.PRINT_OUTAGE_PAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def outage(request: StaffRequest) -> HttpResponse:
    """Ask what it is for; then the page, under a name that says nothing."""
    form = OutageForm(request.POST) if request.method == "POST" else OutageForm()
    if not form.is_bound or not form.is_valid():
        return render(
            request,
            "workforce/outage.html",
            {"form": form, "boxes": ""},
            status=422 if form.is_bound else 200,
        )
    page = outage_page(request.actor)
    if page.boxes and "anyway" not in request.POST:
        return render(request, "workforce/outage.html", {"form": form, "boxes": page.boxes}, status=422)
    kind = f"outage.{form.cleaned_data['purpose']}"
    for participant in page.people:
        trail.looked("print_outage_page", participant, kind=kind)
    trail.looked("print_outage_page", request.actor.id, kind=kind)
    return HttpResponse(
        page.pdf(),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="page-{clock.today().isoformat()}.pdf"'},
    )
