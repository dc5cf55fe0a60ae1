"""What a participant reads or hears at the beginning, in our draft words. The agency chooses its own.

Each text is a few short sentences, one a line, in everyday language. The legal limits differ from place to
place: an agency has its own lawyer and its own advisers look at them before they are used.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.journey import aloud

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
        "You can stop at any time, and you can come back. If our help has a time limit, I will tell you now.\n"
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
        "My name is {name}. I am your case manager. I am not your therapist.\n"
        "What I learned for this work: {training}.\n"
        "These are my days: {days}. You can reach me this way: {number}.\n"
        "When I am away, {backup} can help. You choose what they know about you."
    ),
    "journey.know.title": _("What I can tell you, and what I cannot"),
    "journey.know": _(
        "I can tell you what I know.\n"
        "Some things only your lawyer, your doctor or the court can tell you. I can help you ask them.\n"
        "If I am not allowed to tell you something, I will say so.\n"
        "I will tell you when I have no news."
    ),
    "journey.private.title": _("Who can read what you tell me"),
    "journey.private": _(
        "These people here can read what I write: me, my backup, and my supervisor.\n"
        "No one else gets it unless you say yes: no family, no boss, no police, no immigration office. "
        "There are a few limits. I tell you those next.\n"
        "The people who pay for our work get numbers, but no names.\n"
        "If an interpreter helps, they hear what we say. We ask them to keep it private.\n"
        "You can take back your yes at any time.\n"
        "You can ask what we wrote about you, and who looked. You can say it is wrong, or ask us to take things "
        "out."
    ),
    "journey.limits.title": _("When we may have to tell someone"),
    "journey.limits": _(
        "Some laws can make us tell someone what we hear. These laws are not the same in each state. "
        "Here they are: ____.\n"
        "They are mostly about a child, or an adult who needs care, being hurt. Some are about a plan to hurt "
        "someone badly.\n"
        "A judge can order us to share what we know. We get legal help first. We try to tell you before we "
        "share.\n"
        "If we have to tell, I try to tell you first. We say as little as the law asks for. You can be there "
        "when I call.\n"
        "You can ask me first: “If I tell you this, would you have to tell?”"
    ),
    "journey.ask_first": _("You can ask me first if I would have to tell."),
    "journey.young.title": _("You are under 18"),
    "journey.young": _(
        "Some rules are not the same for you. Here they are.\n"
        "Your parent or guardian does not see what you tell us, unless a law makes us show it. I try to tell you "
        "first.\n"
        "If someone is hurting you, I may have to call people who keep kids safe. You can be there when I call.\n"
        "Some help needs a grown-up to sign. You help choose a safe one. The person who hurt you does not sign.\n"
        "You can ask first: would you have to tell? You can stop at any time."
    ),
    "journey.do_not_know.title": _("I do not know"),
    "journey.do_not_know": _(
        "“I do not know yet. I will ask. You will hear from me by ____, even if I have no news.”"
    ),
    "journey.may_not_say.title": _("I am not allowed to say"),
    "journey.may_not_say": _(
        "“I am not allowed to tell you this. It is not because of you. The person who can tell you is ____. "
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
        "What our state asks us to report: ____.\n"
        "What somebody under 18 may agree to alone here, as our lawyer says it: ____. For the rest, ask who is safe "
        "to sign.\n"
        "If we have to report: talk with your supervisor first. Tell the young person before it is done. "
        "Say only what the law asks for. Stay with them afterwards.\n"
        "They get the same help as everybody else. No answer changes that."
    ),
    "journey.minor.say": _(
        "“You are under 18, so some rules are not the same. I tell you the rules first. Then you choose what to "
        "tell me.”\n"
        "“If someone is hurting you or another kid, I may have to call. I call people whose job is to keep kids "
        "safe. I try to tell you before I call. You can be there.”\n"
        "“I ask you who is safe before I call your family. Some laws say we must call. If that is so, I try to "
        "tell you first.”\n"
        "“You can ask: would you have to tell? You can also say stop at any time.”"
    ),
}

WORDS |= aloud.WORDS

# The welcome, in the order in which it is told.
TOLD = ("private", "limits", "is", "is_not", "role", "therapy", "know")
# Under 18, what stays between us is another rule: these words stand in the place of the adult ones.
TOLD_UNDER_18 = ("young", *TOLD[1:])
# Law, or what follows from it: on paper only in the agency's own words, never in our draft.
LAW = ("limits", "young")
SCRIPTS = ("do_not_know", "may_not_say")
