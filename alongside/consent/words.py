"""What goes outside in our name, and what people read about sharing, as an agency may wish to say it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    # {day}: when the permission ended; {number}: our number, a line without one is left out.
    "consent.stop_letter": _(
        "In the past we shared information with you about a person. They had said yes in writing.\n"
        "They took that yes back. It ended on {day}.\n"
        "Please stop using what we sent. Please do not share it.\n"
        "Please destroy your copy. If a law says you must keep some of it, tell us what and why.\n"
        "Please do not call or write to the person about this.\n"
        "Call us: {number}.\n"
        "If a court or police ask you for it, please tell us before you answer."
    ),
    "consent.moves.inside": _(
        "The few people here who work with you can read what we write. That is your case manager, a backup and a"
        " supervisor. A list shows each time someone looks. You can have it read to you."
    ),
    "consent.moves.outside": _(
        "We share nothing else about you unless you say yes, or a law or a judge makes us. You choose with whom,"
        " what, why, and until when. You see or hear it first."
    ),
    "consent.moves.stop": _(
        "You can stop a permission at any time. A word is enough. What was told cannot be taken back, but we ask"
        " the other side to stop using it."
    ),
    "consent.moves.law": _(
        "A judge or a law can make us share something. No one here decides that alone: a second person checks. We"
        " share as little as we can. We try to tell you first. If that is not safe, we tell you after, as soon as"
        " it is."
    ),
    "consent.moves.none": _(
        "Right now you have not said yes to any sharing. We share nothing about you, unless a law or a judge makes"
        " us."
    ),
    "consent.moves.without": _("You did not say yes to this. A law or a judge made us. Ask us about it."),
    # What is known of each kind of exception. It is no legal advice and decides nothing; an agency has its own
    # lawyer look at it. Sources: 34 USC 12291(b)(2)(B)-(C); 28 CFR 94.115; 42 USC 10406(c)(5); NNEDV, Technology
    # Safety, on subpoenas and on mandated reports.
    "consent.exception.court_order": _(
        "An order that a judge has signed. A subpoena is usually not one: a lawyer looks at it first, and may ask"
        " the court to set it aside. Try to tell the person before, and protect their safety. Give only what the"
        " order names. (34 USC 12291(b)(2)(C); 28 CFR 94.115)"
    ),
    "consent.exception.statute": _(
        "A law that orders a report, such as of harm to a child. Under the Violence Against Women Act a report is"
        " possible only where a law orders it; under the Family Violence Prevention and Services Act also where"
        " a law expressly permits it. The stricter rule of your funds counts. Ask your supervisor which law it"
        " is. (34 USC 12291(b)(2); 42 USC 10406(c)(5))"
    ),
    "consent.exception.danger": _(
        "Somebody may be badly hurt very soon. Ask which law orders you to tell, whom, and what. With VAWA or VOCA"
        " funds, a law that only lets you is not enough. Say how little will do."
    ),
    "consent.exception.medical": _(
        "In a medical emergency: call for help. Say where, and what is wrong. Do not say how you know this person,"
        " or that we help them. If they can answer, ask them first. No rule that we know counts this as an order:"
        " ask your lawyer how it is in your state."
    ),
    "consent.exception.other": _(
        "Something else. Name the law or the order, the lawyer, and the day. A lawyer's view alone is not an order."
    ),
}
