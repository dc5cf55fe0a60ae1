"""Addresses of permission to share, of what went out, and of the agency's rules for it."""

from django.urls import path

from alongside.consent.views import (
    agency,
    contacting,
    exceptions,
    granting,
    knowing,
    letters,
    replies,
    sharing,
)

app_name = "consent"
_P = "people/<uuid:participant>/"
_S = f"{_P}sharing/"
urlpatterns = [
    path(_S, sharing.sharing, name="sharing"),
    path(f"{_S}hold/", sharing.hold, name="hold"),
    path(f"{_S}name/", sharing.identity, name="identity"),
    path(f"{_S}moves/", sharing.moves, name="moves"),
    path(f"{_S}moves/print/", sharing.print_moves, name="print_moves"),
    path(f"{_S}new/", granting.grant, name="grant"),
    path(f"{_S}letter/", letters.letter, name="letter"),
    path(f"{_S}told/", letters.told, name="told"),
    path(f"{_S}on-their-page/", letters.on_their_page, name="on_their_page"),
    path(f"{_S}went/<uuid:disclosure>/", letters.went, name="went"),
    path(f"{_S}went/<uuid:disclosure>/said/", replies.said, name="said"),
    path(f"{_S}went/<uuid:disclosure>/print/", letters.print_went, name="print_went"),
    path(f"{_S}without/", exceptions.ask_exception, name="ask_exception"),
    path(f"{_S}without/<uuid:exception>/", exceptions.exception, name="exception"),
    path(f"{_S}without/<uuid:exception>/told/", exceptions.told, name="told_of_exception"),
    path(f"{_S}without/<uuid:exception>/decide/", exceptions.decide, name="decide_exception"),
    path(f"{_S}programs/new/", knowing.program, name="program"),
    path(f"{_S}programs/<uuid:known>/wish/", knowing.wish, name="wish"),
    path(f"{_S}programs/<uuid:known>/contact/", knowing.contact_program, name="contact_program"),
    path(f"{_S}programs/<uuid:known>/remove/", knowing.remove_program, name="remove_program"),
    path(f"{_S}programs/<uuid:known>/restore/", knowing.restore_program, name="restore_program"),
    path(f"{_S}words/new/", knowing.add_cover, name="add_cover"),
    path(f"{_S}words/<uuid:cover>/", knowing.cover, name="cover"),
    path(f"{_S}words/<uuid:cover>/remove/", knowing.remove_cover, name="remove_cover"),
    path(f"{_S}words/<uuid:cover>/restore/", knowing.restore_cover, name="restore_cover"),
    path(f"{_S}<uuid:release>/", sharing.release, name="release"),
    path(f"{_S}<uuid:release>/print/", sharing.print_release, name="print_release"),
    path(f"{_S}<uuid:release>/stop/", sharing.stop, name="stop"),
    path(f"{_S}<uuid:release>/follow-up/", sharing.follow_up, name="follow_up"),
    path(f"{_S}<uuid:release>/ask-to-stop/", sharing.stop_letter, name="stop_letter"),
    path(f"{_P}reaching/<uuid:point>/now/", contacting.now, name="now"),
    path("program/sharing/", agency.settings, name="settings"),
    path("program/sharing/time/", agency.rule, name="rule"),
    path("program/sharing/kinds/new/", agency.new_kind, name="new_kind"),
    path("program/sharing/kinds/<uuid:information>/", agency.kind, name="kind"),
    path("program/sharing/paper/<str:language>/", agency.paper, name="paper"),
    path("program/sharing/words/<str:language>/", agency.outing_words, name="outing"),
]
