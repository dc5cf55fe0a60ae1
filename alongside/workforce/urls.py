"""Addresses of being on call, and of a colleague who leaves."""

from django.urls import path

from alongside.workforce import (
    cover_views,
    left_views,
    rota_share_views,
    rota_swap_views,
    rota_views,
    views,
    views_brief,
    views_leaving,
    views_outage,
)

app_name = "workforce"
urlpatterns = [
    path("on-call/", views.on_call, name="on_call"),
    path("on-call/my-number/", views.my_number, name="my_number"),
    path("on-call/put/", views.put, name="put"),
    path("on-call/<uuid:shift>/off/", views.take_off, name="take_off"),
    path("on-call/rota/", rota_views.rota, name="rota"),
    path("on-call/rota/back/", rota_views.take_back, name="rota_back"),
    path("on-call/<uuid:shift>/swap/", rota_swap_views.swap, name="swap"),
    path("on-call/swaps/<uuid:swap>/back/", rota_swap_views.take_back_swap, name="swap_back"),
    path("on-call/swaps/<uuid:swap>/yes/", rota_swap_views.say_yes, name="swap_yes"),
    path("on-call/swaps/<uuid:swap>/no/", rota_swap_views.say_no, name="swap_no"),
    path("on-call/shares/", rota_share_views.shares, name="shares"),
    path("on-call/my-shifts.ics", rota_share_views.calendar, name="my_shifts"),
    path("on-call/hand-over/", rota_swap_views.hand_overs, name="hand_overs"),
    path("on-call/hand-over/new/", rota_swap_views.hand_over, name="hand_over"),
    path("on-call/hand-over/<uuid:sheet>/back/", rota_swap_views.take_back_hand_over, name="hand_over_back"),
    path("on-call/page/", views_outage.outage, name="outage"),
    path("on-call/briefs/<uuid:brief>/", views_brief.brief, name="brief"),
    path("on-call/again/", views.put_back, name="put_back"),
    path("program/staff/<uuid:staff>/leaving/", views_leaving.leaving, name="leaving"),
    path("program/staff/<uuid:staff>/back/", views_leaving.come_back, name="return"),
    path("people/<uuid:participant>/who-is-there/print/", cover_views.who_to_reach, name="who_to_reach"),
    path("for-a-colleague/", left_views.leave, name="leave"),
    path("for-a-colleague/<uuid:word>/", left_views.left, name="left"),
    path("for-a-colleague/<uuid:word>/have/", left_views.take, name="take"),
    path("for-a-colleague/<uuid:word>/away/", left_views.put_away, name="put_away"),
    path("time-off/", cover_views.time_off, name="time_off"),
    path("time-off/<uuid:off>/", cover_views.cover_plan, name="cover_plan"),
    path("time-off/<uuid:off>/confirm/", cover_views.confirm, name="confirm_off"),
    path("time-off/<uuid:off>/end/", cover_views.end, name="end_off"),
    path("team/stand-ins/<uuid:stand_in>/", views_leaving.settle, name="settle"),
]
