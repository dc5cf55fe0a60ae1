"""What goes outside in our name, and what people read about sharing, as an agency may wish to say it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "consent.stop_letter": _(
        "Some time ago we shared information with you about a person we work with. We did so with their"
        " permission.\n"
        "They have now taken this permission back.\n"
        "Please stop using what you received from us under it, and do not pass it on. Please tell us if a law"
        " keeps you from doing so.\n"
        "Please do not contact the person about this letter."
    ),
    "consent.moves.inside": _(
        "The few people here who work with you can read what we write down. Each time one of them looks, it is"
        " kept in a list that nobody can change. You can have it read to you."
    ),
    "consent.moves.outside": _(
        "We tell nobody else about you unless you say yes: to whom, what, what for, and until when. You see or"
        " hear it first."
    ),
    "consent.moves.stop": _(
        "You can stop a permission at any time. A word is enough. What was told cannot be taken back, but we ask"
        " the other side to stop using it."
    ),
    "consent.moves.law": _(
        "A judge or a law may order us to tell something. Two of us look at it first. We say as little as we can,"
        " and we tell you before, if we safely can."
    ),
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
        "Somebody may be badly hurt very soon. Ask which law of your state lets you or orders you to say"
        " something, to whom, and how little is enough."
    ),
    "consent.exception.medical": _(
        "Somebody needs medical help now and cannot say yes. Say what helps to treat them, and nothing else."
    ),
    "consent.exception.other": _(
        "Something else that a lawyer has advised. Write down who advised it, and on which day."
    ),
}
