"""Plain pages about rights and about what is lived through: our drafts, which an agency rewords and has looked at.

One line is one thing to say. What a page rests on is named beside it, with the day on which it was looked up.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.keeping.data_files import entries


@dataclass(frozen=True)
class Source:
    """What a page rests on, and when that was looked up."""

    name: str
    seen: str
    link: str = ""


@dataclass(frozen=True)
class Rests:
    """Which shelf a page stands on, and its sources."""

    shelf: str
    sources: tuple[Source, ...]


RESTS = entries("safety", "pages", Rests)
RIGHTS = tuple(name for name, each in RESTS.items() if each.shelf == "rights")
LIBRARY = tuple(name for name, each in RESTS.items() if each.shelf == "library")

WORDS: dict[str, str | Promise] = {
    "pages.federal_case.title": _("If there is a case in federal court"),
    "pages.federal_case": _(
        "This is for a person who was hurt by a crime, when the case is in federal court.\n"
        "Each state has its own rules. We can ask which court it is.\n"
        "You can ask to be kept safe from the person who is accused. There are limits.\n"
        "You can ask to be told about court days in time, and if that person gets out.\n"
        "You can be in the room on court days, with few limits. On some days you can ask to speak.\n"
        "You can talk with the lawyer for the government. You can ask to be told if there is a deal.\n"
        "You can ask for money that you lost, as the law allows.\n"
        "You can ask that the case does not drag on.\n"
        "You have a right to respect, and to have your private life kept private.\n"
        "You can ask a lawyer of your own about each of these."
    ),
    "pages.papers.title": _("If you ask to stay here"),
    "pages.papers": _(
        "A law keeps some of these papers private. A lawyer can tell you if it covers yours.\n"
        "Under that law, few people outside those offices may see your papers.\n"
        "The word of the person who hurt you is not enough to turn you down. There are limits.\n"
        "The police and the courts can see some of it.\n"
        "The law stops when the answer is no and there is no way left to ask again.\n"
        "This law does not keep you from being stopped, held or sent away. We can not promise that.\n"
        "Talk with a lawyer before you send papers, travel, or go to an office."
    ),
    "pages.interpreter.title": _("An interpreter for you"),
    "pages.interpreter": _(
        "You can have an interpreter with us. You do not pay.\n"
        "You can say no to one and ask for another. You do not have to say why.\n"
        "You do not need to bring a friend or a child to speak for you.\n"
        "A place that gets federal money has to find a way to talk with you. It may be a clinic or an office.\n"
        "You can say: I need an interpreter. I speak ____.\n"
        "If a place says no, tell us. We can ask with you."
    ),
    "pages.not_answer.title": _("You do not have to answer"),
    "pages.not_answer": _(
        "You do not have to answer our questions to get help from us.\n"
        "You can say: I do not want to talk about that. You can stop at any time.\n"
        "You do not have to talk to the police to get help from us.\n"
        "Before you answer the police or an officer, you can ask for a lawyer.\n"
        "A judge can tell a person to come to court. If you get such a paper, show it to a lawyer soon.\n"
        "A lawyer can tell you what you may leave out, and what each choice can mean."
    ),
    "pages.our_records.title": _("What we write about you"),
    "pages.our_records": _(
        "We keep what you tell us private. We share it when you say yes.\n"
        "You say with whom, what, what for, and for how long. You can stop it.\n"
        "Your help here does not hang on that yes.\n"
        "There are limits. A law or a judge can make us share some of it.\n"
        "If that comes up, we try to tell you first. We share no more than we have to.\n"
        "A court paper is not yet the order of a judge. A lawyer of ours looks at it before we answer.\n"
        "You can ask what we wrote and who looked. You can ask us to fix it or take it out.\n"
        "A lawyer may keep more private than we can. Ask first what to tell whom."
    ),
    "pages.why_leaving.title": _("Why it is hard to leave"),
    "pages.why_leaving": _(
        "To leave is not one step. It can be the time when the most can go wrong.\n"
        "A person may stay to keep a child, a parent or a friend safe.\n"
        "There may be a debt, papers that someone took, or no other place to sleep.\n"
        "There can be love, or a tie that feels like love. That is part of how control works.\n"
        "It is common to go, to come back, and to go again. It is not a sign of being weak.\n"
        "You know your days best. We plan with you, for staying as well as for going.\n"
        "We do not ask why you did not leave."
    ),
    "pages.threats.title": _("Threats and control"),
    "pages.threats": _(
        "Control does not need a locked room. It can be a look, a debt or a word about your family.\n"
        "Someone may say: the police will take you, your boss will be told, your kids will be gone.\n"
        "Some of it is not true. Some of it can be. You can check it with us, step by step.\n"
        "Control can also look kind: gifts, a phone, a place to stay that you have to pay back.\n"
        "A phone can be used to watch you. To change it all at once can be noticed. We can look at it with you.\n"
        "What you did to get through a day was what you could do."
    ),
    "pages.staying.title": _("Safer while you are still there"),
    "pages.staying": _(
        "You do not have to leave to get help from us.\n"
        "Think of rooms with a way out. Think of rooms to stay out of when it gets loud.\n"
        "Know two numbers by heart. Choose a word that means: call for me.\n"
        "Keep copies of papers with someone you trust, or with us.\n"
        "Choose when and how we can reach you. Choose what we say if someone else picks up.\n"
        "Leave out any step that feels wrong. You can change the plan at any time."
    ),
    "pages.reporting.title": _("To report, or not"),
    "pages.reporting": _(
        "You choose if you tell the police. Our help is the same.\n"
        "A report can bring help to stay safe, or a way to ask for papers. It can bring risk too.\n"
        "You can not know ahead what will come of it, and we can not promise it.\n"
        "Talk with a lawyer first if you can. You can bring a person you trust.\n"
        "You can say no now and yes later. Some things have a date by which to say it. A lawyer knows it.\n"
        "Some laws make us tell about harm to a child. We tell you about that before you share."
    ),
    "pages.testifying.title": _("If you speak in court"),
    "pages.testifying": _(
        "You can see the room before that day. You can ask for water, a break, and an interpreter.\n"
        "If you do not know, you can say: I do not know. If it is not clear, ask to hear it again.\n"
        "The person who hurt you may be there. Ask who will be in the room and which way you come in.\n"
        "We can sit with you and take you home. We do not go over what you will say. A lawyer does that.\n"
        "The questions may hurt. That says nothing about you.\n"
        "Plan a soft day after: food you like, a person you like, no big talks."
    ),
    "pages.after_court.title": _("Your body and your sleep after court"),
    "pages.after_court": _(
        "You may shake, feel cold or numb, cry, or feel nothing. Your body did hard work.\n"
        "Sleep may be short for some nights. Bad dreams can come back for a while.\n"
        "Eat a little. Drink water. Keep a light on if you like. Move, or rest.\n"
        "Feel your feet on the floor. Name five things that you can see.\n"
        "You do not have to talk about it. You can sit with someone and be quiet.\n"
        "If it stays hard, you can ask for a nurse, a doctor or a counselor. We can look for one with you.\n"
        "If you think about ending your life, tell us, or call or text 988."
    ),
}
