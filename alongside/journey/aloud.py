"""What is said aloud at a hard moment, or given on paper: our drafts, which an agency rewords and has looked at.

One line is one thing to say. `{name}` is filled in where we know it; `____` is a line for a hand or a voice.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "aloud.rights.title": _("What you can ask for"),
    "aloud.rights": _(
        "You can ask us for any of this. You do not have to say why.\n"
        "A different case manager. You can ask anyone here, not only the one you have.\n"
        "To say how it feels to work with us. You can tell anyone here. A supervisor hears it, and not the one you"
        " have.\n"
        "An interpreter you feel safe with. You do not pay.\n"
        "A person you trust in the room.\n"
        "To see or hear what we wrote about you, and who looked.\n"
        "To fix what is wrong, or to have us take things out. We tell you if there is something we must keep.\n"
        "To stop all sharing. To take a break. To end, and to come back.\n"
        "To tell someone you are not happy with us. {complain} Your help will not change."
    ),
    # Who hears a complaint, in the agency's own words: without them the page is not printed.
    "aloud.complain": _("You can call: ____."),
    "aloud.today.title": _("Before any question"),
    "aloud.today": _(
        "Can anyone hear us or see this? We can move, or talk another time.\n"
        "Is there something you need today: food, a bed, medicine, a phone, clothes, a ride?\n"
        "Is there a place where you do not want to go tonight?\n"
        "If we get cut off, should I call back, or wait for you?"
    ),
    "aloud.police.title": _("Police, court, papers"),
    "aloud.police": _(
        "You do not have to talk to the police to get help from us.\n"
        "You do not have to decide now. You can change your mind.\n"
        "A lawyer can tell you what each choice may mean. We can look for one who does not cost you money.\n"
        "I will not push you."
    ),
    "aloud.hello.title": _("How we say hello"),
    "aloud.hello": _(
        "What name should I use when I call you?\n"
        "If someone else picks up, who should I say I am?\n"
        "What is a reason to call that would not seem odd?\n"
        "What should I not say?\n"
        "I do not lie for you in a way that could get you hurt. We choose words that are true and small."
    ),
    "aloud.interpreter.title": _("An interpreter's first words"),
    "aloud.interpreter": _(
        "This is ____. An interpreter helps us talk, speaks for you and for me, and adds nothing.\n"
        "I asked the interpreter to keep this private. You do not have to say your name.\n"
        "Do you know each other? If you do, or if it does not feel right, say stop. We find someone else.\n"
        "You can stop at any time."
    ),
    "aloud.agreement.title": _("Our agreement, to begin with"),
    "aloud.agreement": _(
        "When we meet: ____. Where: ____.\n"
        "How I reach you, and what I say if someone else picks up: ____.\n"
        "If we do not hear from each other: ____.\n"
        "What I can do: ____. What I cannot do: ____.\n"
        "If I hurt or upset you, you can tell me, or tell ____. I will listen and say I am sorry.\n"
        "We can change this at any time."
    ),
    "aloud.donors.title": _("Asking donors"),
    "aloud.donors": _(
        "May we ask people who give things to help with ____?\n"
        "Donors see the thing and the size. Your name and the reason stay with us.\n"
        "You can say no. You can say what color or kind you like."
    ),
    "aloud.danger.title": _("If you are in danger"),
    "aloud.danger": _(
        "If you are in danger right now, call 911 if that is safe for you.\n"
        "You can call us: {number}.\n"
        "If you cannot talk, say the word we agreed on, or hang up. We do not call back unless you want that.\n"
        "If you think about ending your life, you can tell us. We talk with you first. This is our rule: ____."
    ),
    "aloud.report.title": _("If we have to report"),
    "aloud.report": _(
        "I have to tell you something hard. You told me about ____. A law says I must tell ____.\n"
        "I am sorry. I know you did not choose this.\n"
        "If there is time, I can wait until ____. You can be with me when I call, or we call as two.\n"
        "I will say only this: ____. I will not say ____.\n"
        "This is what can happen after I call: ____. I do not know the rest yet.\n"
        "What would help you feel safer now? I can stay with you."
    ),
    "aloud.shared.title": _("What we had to share"),
    "aloud.shared": _(
        "On {day} we had to tell {who} about you. You did not say yes to this.\n"
        "A law or a judge made us. It was this one: ____.\n"
        "We shared: ____. We did not share: ____.\n"
        "You can ask us what we said. You can talk with a lawyer. We can help you look for one.\n"
        "We are sorry for how this may feel. Your help here stays the same."
    ),
    "aloud.court.title": _("A court paper about you"),
    "aloud.court": _(
        "A lawyer or a court has asked us for papers about you. We have not given anything.\n"
        "We have not said if we know you.\n"
        "We are getting legal help. There may be a way to say no.\n"
        "You have a say. We would like to talk before ____. You can bring your own lawyer.\n"
        "You did nothing wrong."
    ),
    "aloud.new.title": _("A new case manager"),
    "aloud.new": _(
        "I will not be your case manager after ____.\n"
        "This is not because of you.\n"
        "You can choose how we say goodbye.\n"
        "The next person may be ____. You can meet first. You can say no and ask for someone else.\n"
        "Tell me what you want the next person to know. You do not have to tell it all again.\n"
        "Your plan, your papers and your permissions stay the same."
    ),
    "aloud.waiting.title": _("While you wait for us"),
    "aloud.waiting": _(
        "We do not have a case manager for you yet. I am sorry.\n"
        "You are on our list as of ____. We call you by ____, even if there is no news.\n"
        "While you wait you can: call {number}, come by on ____, and get ____.\n"
        "If you miss our call, you keep your place."
    ),
    "aloud.ends.title": _("A permission that ends soon"),
    "aloud.ends": _(
        "Your yes to share with {who} ends on {day}.\n"
        "You do not have to do anything. It ends by itself.\n"
        "If you want it to go on, we make a new paper. We look at each line again.\n"
        "If you have new worries, tell me. We can make it smaller."
    ),
    "aloud.closing.title": _("When we end for now"),
    "aloud.closing": _(
        "We end for now. You can come back. You do not need a reason.\n"
        "If you come back, you do not have to tell us again what you told us before.\n"
        "Tell me what you want us to keep, and what you want us to take out.\n"
        "You can have a small card with our number. You can also say no to it.\n"
        "What do you want me to say if someone asks about you? I say that I cannot talk about anyone."
    ),
    "aloud.mistake.title": _("If we made a mistake with your information"),
    "aloud.mistake": _(
        "On ____ something about you went to the wrong place.\n"
        "What went: ____. Who got it: ____. When: ____.\n"
        "What we did at once: ____.\n"
        "What you may want to do to stay safe: ____. I can help with it today.\n"
        "We are sorry. This was our mistake and not yours."
    ),
}
TEXTS = tuple(key.split(".")[1] for key in WORDS if key.endswith(".title"))
# What makes sense to take home; the others are said, or belong to a paper of their own.
PAPERS = ("rights", "shared", "court", "new", "waiting", "ends", "mistake")
