"""What a participant reads or hears at the beginning, in our draft words. The agency chooses its own.

Each text is a few short sentences, one a line, in everyday language. The legal limits differ from place to
place: an agency has its own lawyer and its own advisers look at them before they are used.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "journey.glad": _(
        "We are glad you are here. You choose what to share. "
        "You can skip anything, change your mind, or stop."
    ),
    "journey.glad_end": _(
        "Thank you for your time with us. We are glad you are here, with many words or with none."
    ),
    "journey.is.title": _("What this program is"),
    "journey.is": _(
        "We walk with you for as long as you want us to.\n"
        "We help with everyday things: a safe place, health, papers, work, school, calls to other offices.\n"
        "You say what you want to work on, and what comes first.\n"
        "It costs nothing. You do not need papers, proof or a report to be here."
    ),
    "journey.is_not.title": _("What it is not"),
    "journey.is_not": _(
        "We are not the police, and we are not a court.\n"
        "We are not your lawyer or your doctor. We can look for one with you.\n"
        "We cannot promise a home, money, or how your papers will turn out.\n"
        "We will tell you early what we cannot do."
    ),
    "journey.therapy.title": _("Support is not therapy"),
    "journey.therapy": _(
        "I listen, and I stand by you. That is support. It is not therapy.\n"
        "If you want to see a counselor, we can look for one together."
    ),
    "journey.role.title": _("Who I am and when I am here"),
    "journey.role": _(
        "I am your case manager. We agree on days, hours and ways to reach each other.\n"
        "When I am away, somebody else here knows how to help. We can agree on what they know."
    ),
    "journey.know.title": _("What I can tell you, and what I cannot"),
    "journey.know": _(
        "I can tell you what I know.\n"
        "Some things only the lawyer, the doctor or the court may tell you. I can help you ask them.\n"
        "If I may not say, I will tell you that I may not say.\n"
        "I will tell you when I have no news."
    ),
    "journey.private.title": _("What stays between us"),
    "journey.private": _(
        "What you tell me stays with the few people here who work with you.\n"
        "We tell nobody else unless you say yes: no family, no boss, no police, no immigration office.\n"
        "You can take back your yes at any time. You can ask to see what we wrote about you."
    ),
    "journey.limits.title": _("When the law may ask more of us"),
    "journey.limits": _(
        "I may have to tell somebody if a person may be badly hurt very soon.\n"
        "I may have to tell somebody if a child, or an adult who needs care, is being hurt.\n"
        "A judge can order us to give papers. We ask our lawyer first, and we tell you.\n"
        "If one of these comes up, I tell you before I do anything, if I safely can. You choose how we do it."
    ),
    "journey.do_not_know.title": _("I do not know"),
    "journey.do_not_know": _(
        "“I do not know that yet. I will ask. I will tell you what I hear by ___, even if there is no news.”"
    ),
    "journey.may_not_say.title": _("I am not allowed to say"),
    "journey.may_not_say": _(
        "“I am not allowed to tell you this. It is not because of you. The person who can tell you is ___. "
        "We can ask them together.”"
    ),
    "journey.rather_not": _("Rather not"),
    "journey.not_now": _("Not now"),
    "journey.ask_later": _("Ask me later"),
    "journey.minor.title": _("When somebody is under 18"),
    "journey.minor": _(
        "Tell the limits first, before anything else, in easy words. "
        "Ask what they heard, and fill in the rest.\n"
        "A parent or guardian sees nothing here by themselves. A guardian may not be safe: ask who is.\n"
        "If the law may ask us to report: talk with your supervisor first, "
        "tell the young person before it is done, say only what the law asks for, "
        "and stay with them afterwards.\n"
        "They get the same help as everybody else. Nothing here closes a door."
    ),
    "journey.minor.say": _(
        "“You are young, so a few rules are different. I tell you them first, so that you can choose what to "
        "tell me. I will not call your family without asking you who is safe.”"
    ),
}

# The welcome, in the order in which it is told.
TOLD = ("is", "is_not", "role", "therapy", "know", "private", "limits")
SCRIPTS = ("do_not_know", "may_not_say")
