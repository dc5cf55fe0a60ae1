"""What was done or looked at, in words anybody understands. The trail itself holds short verbs alone."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.access.acts import REGISTRY

LOOKS = {
    "open_record": gettext_lazy("opened the page"),
    "open_page": gettext_lazy("opened a page"),
    "open_about": gettext_lazy("read what they told us about themselves"),
    "open_reaching": gettext_lazy("read how to reach them safely"),
    "open_states": gettext_lazy("read where we were together"),
    "open_team": gettext_lazy("read who walks with them"),
    "open_trail": gettext_lazy("read this list"),
    "open_note": gettext_lazy("read a note"),
    "open_goals": gettext_lazy("opened the goal sheet"),
    "print_goals": gettext_lazy("printed the goal sheet for them"),
    "print_outage_page": gettext_lazy("printed how they are reached, for hours without a computer"),
    "open_welcome": gettext_lazy("opened the welcome"),
    "print_welcome": gettext_lazy("printed the welcome for them"),
    "open_intake": gettext_lazy("opened the intake"),
    "open_gentle_topics": gettext_lazy("read which topics to go gently with"),
    "open_meeting": gettext_lazy("opened a meeting"),
    "plan_meeting": gettext_lazy("opened the page to plan a meeting"),
    "export_calendar": gettext_lazy("made a calendar file with a neutral title"),
    "open_contact": gettext_lazy("read a call or visit"),
    "open_acquaintance": gettext_lazy("saw the alias and the needs"),
    "open_shift": gettext_lazy("read how we go on after a change"),
    "open_seasons": gettext_lazy("read the seasons of the connection"),
    "open_presence": gettext_lazy("read how we stay present"),
    "open_agreement": gettext_lazy("read the agreement"),
    "print_agreement": gettext_lazy("printed the agreement for them"),
    "open_what_helps": gettext_lazy("read what helps them, on a card"),
    "open_activity": gettext_lazy("looked at services and minutes of a month"),
}
DEEDS = {
    "keep_alias": gettext_lazy("kept the alias"),
    "keep_alias_for": gettext_lazy("kept the alias"),
    "begin_with": gettext_lazy("began to walk with them"),
    "rename": gettext_lazy("kept another alias"),
    "assign": gettext_lazy("chose who walks with them"),
    "assign_from_contact": gettext_lazy("chose who walks with them"),
    "release_part": gettext_lazy("ended somebody's part"),
    "change_state": gettext_lazy("kept where we are together"),
    "start_case": gettext_lazy("started case management"),
    "start_from_contact": gettext_lazy("started case management"),
    "add_need": gettext_lazy("wrote down a need"),
    "hear_need": gettext_lazy("wrote down a need"),
    "tick_under_18": gettext_lazy("ticked whether they are under 18"),
    "write_details": gettext_lazy("wrote what they told us about themselves"),
    "go_gently": gettext_lazy("kept how to be with a topic"),
    "keep_gentle_topics": gettext_lazy("kept how to be with topics"),
    "keep_contact_point": gettext_lazy("wrote down a way to reach them"),
    "confirm_contact_point": gettext_lazy("asked whether a way to reach them is still safe"),
    "remove_contact_point": gettext_lazy("took a way to reach them away"),
    "restore_contact_point": gettext_lazy("brought a way to reach them back"),
    "join_contact": gettext_lazy("joined a call or visit, at their wish"),
    "part_contact": gettext_lazy("parted a call or visit again"),
    "amend_contact": gettext_lazy("amended a call or visit"),
    "log_contact": gettext_lazy("wrote a note"),
    "amend_note": gettext_lazy("amended a note"),
    "remove_note": gettext_lazy("took a note away"),
    "restore_note": gettext_lazy("brought a note back"),
    "mark_for_participant": gettext_lazy("marked whether they can see a note"),
    "add_statement": gettext_lazy("put their own words beside a note"),
    "notice_shift": gettext_lazy("noticed that being in touch changed"),
    "go_on_from_shift": gettext_lazy("kept how we go on after a change"),
    "remove_shift": gettext_lazy("took a noticed change back"),
    "restore_shift": gettext_lazy("brought a noticed change back"),
    "set_season": gettext_lazy("kept the season of the connection"),
    "plan_presence": gettext_lazy("kept how we stay present"),
    "said_hello": gettext_lazy("said a gentle hello"),
    "agree_together": gettext_lazy("kept what was agreed"),
    "schedule_meeting": gettext_lazy("planned a meeting"),
    "change_meeting": gettext_lazy("changed a meeting"),
    "mark_met": gettext_lazy("noted whether we met"),
    "call_off": gettext_lazy("called a meeting off"),
    "restore_meeting": gettext_lazy("brought a meeting back"),
    "talk_about_welcome": gettext_lazy("talked about what we are and what the limits are"),
    "keep_answers": gettext_lazy("wrote down answers"),
    "write_sheet": gettext_lazy("wrote on the goal sheet"),
    "place_goal": gettext_lazy("put goals in another order"),
    "turn_goal": gettext_lazy("kept where a goal is"),
    "turn_step": gettext_lazy("kept where a step is"),
    "turn_sign": gettext_lazy("kept where a sign of change is"),
    "change_who": gettext_lazy("changed who does a step"),
    "keep_for_later": gettext_lazy("kept a goal for later"),
    "bring_forward": gettext_lazy("brought a goal forward"),
    "take_away": gettext_lazy("took something off the goal sheet"),
    "bring_back": gettext_lazy("brought something back to the goal sheet"),
    "offer_option": gettext_lazy("offered an option"),
    "answer_option": gettext_lazy("noted their answer to an option"),
    "take_up_option": gettext_lazy("made a goal of an option they said yes to"),
    "keep_learned": gettext_lazy("kept something they have learned"),
    "decline_learned": gettext_lazy("left out something they did not want kept"),
}


def in_plain_words(act: str, outcome: str) -> str:
    """What happened, in words."""
    said = str(LOOKS.get(act) or DEEDS.get(act) or "")
    if not said:
        meaning = REGISTRY[act].meaning if act in REGISTRY else act.replace("_", " ")
        said = meaning[:1].lower() + meaning[1:].rstrip(".")
    if outcome == "turned_away":
        return _("tried, and it did not open: %(what)s") % {"what": said}
    if outcome == "failed":
        return _("tried, and nothing was kept: %(what)s") % {"what": said}
    return said
