"""Addresses of referrals, waiting lists and what is stuck in systems: opaque references only."""

from django.urls import path

from alongside.referrals.views import along, reading, sending

app_name = "referrals"
_P = "people/<uuid:participant>/"
_R = f"{_P}referrals/<uuid:referral>/"
_B = f"{_P}barriers/"
urlpatterns = [
    path(f"{_P}referrals/", reading.referrals, name="referrals"),
    path(f"{_P}referrals/new/", sending.new, name="new"),
    path(_R, reading.referral, name="referral"),
    path(f"{_R}change/", sending.change, name="change"),
    path(f"{_R}look/", sending.look, name="look"),
    path(f"{_R}remove/", sending.remove, name="remove"),
    path(f"{_R}restore/", sending.restore, name="restore"),
    path(f"{_R}turn/", along.turn, name="turn"),
    path(f"{_R}turn/<uuid:turn>/back/", along.undo_referral_state, name="undo_referral_state"),
    path(f"{_R}first-steps/", along.warm, name="warm"),
    path(f"{_R}waiting/", along.waiting, name="waiting"),
    path(f"{_R}answered/", along.answered, name="answered"),
    path(f"{_R}answered/<uuid:answer>/seen/", along.seen, name="seen"),
    path(f"{_B}new/", along.barrier, name="barrier"),
    path(f"{_B}<uuid:barrier>/remove/", along.remove_barrier, name="remove_barrier"),
    path(f"{_B}<uuid:barrier>/restore/", along.restore_barrier, name="restore_barrier"),
    path("program/barriers/", reading.report, name="report"),
]
