"""What the guard points at in English: words for what somebody does. An agency rewords it in the browser.

Phrases are written in the guard's notation (docs/GUARD.md). Other words describe what happened and keep the need in
sight; `___` is a gap, and `-` offers to take a word out.
"""

from alongside.practice.rules import Guarded as Words

BE = "(is/was/are/were/be/been/being)"

WHAT_SOMEBODY_DOES: dict[str, Words] = {
    "obedience": Words(
        f"{BE} non-compliant, {BE} not compliant, {BE} uncooperative, non-compliance, noncompliantly,"
        " doesn't/didn't/won't comply, does/did/will not comply, not cooperative, failed/fails to comply",
        "It measures a person by obedience and hides what stood in the way.",
        "did not ___\nchose not to ___\nwas not able to ___ because ___",
    ),
    "refused": Words(
        "refused, had refused",
        "The choice is theirs, and a no is an answer.",
        "declined\nsaid no to\nchose not to",
    ),
    "refuses": Words(
        "refuse, refuses, refusing",
        "The choice is theirs, and a no is an answer.",
        "declines\nsays no to\nprefers not to",
        "refuse collection, refuse bin/bins, refuse pickup, right to refuse, may refuse, can refuse, free to refuse",
    ),
    "refusal": Words(
        "refusal, refusals",
        "The choice is theirs, and a no is an answer.",
        "no\ndecision not to ___",
        "right of first refusal, right of refusal",
    ),
    "resistant": Words(
        f"({BE[1:-1]}/seems/seemed/became/very) resistant, resistance, resists, resisted, resistive",
        "It turns protecting oneself into a trait.",
        "was not ready to ___\nwas unsure about ___\nwas protecting themself from ___",
        "heat/water/fire/drug/stain/tamper/child resistant, insulin/antibiotic/drug resistance, insulin/antibiotic"
        " resistant, resistant bacteria/infection/strain/hypertension, resistance band/bands/training",
    ),
    "in-denial": Words(
        f"{BE} in denial (about/of)",
        "It says we know better than the person does.",
        "said “___”\nis not ready to talk about ___\nsees it differently: ___",
    ),
    "unmotivated": Words(
        f"{BE} unmotivated, {BE} not motivated, lack/lacks/lacked motivation, lacking (in) motivation,"
        f" lack of motivation, {BE} lazy, laziness",
        "It hides what is in the way.",
        "what is in the way: ___\nwhat matters to them now: ___",
        "lazy eye, lazy susan",
    ),
    "no-show": Words(
        "(is/was) (a) no-show, no-shows, no-showed, no-call no-show, dna, dna'd, fail/fails/failed to attend,"
        " failure to attend, failed/fails to show (up), failed/fails to come",
        "It counts against a person, and often we never learn why.",
        "could not make it\nand I did not meet\ndid not come on ___",
        "dna test/tests/testing/sample/samples/kit/evidence/result/results/swab/match, no show of",
    ),
    "disengaged": Words(
        f"{BE} disengaged, disengage, disengages, disengaging, disengagement, ({BE[1:-1]}/has) dropped out,"
        " drop/drops/dropping out, dropout, dropouts, awol, ghosted us/me/staff, fell off the radar",
        "The door stays open, and quiet is not an ending.",
        "has been quiet since ___\nhas not been in touch with us since ___",
        "dropped/drop/drops/dropping out of school/college/class/high/university/tenth/ninth/eleventh,"
        " school/high-school dropout, disengage the",
    ),
    "lost": Words(
        f"{BE} lost to follow-up, {BE} lost to contact",
        "Nobody is lost because we do not hear from them.",
        "has not been in touch with us since ___\nhas been quiet since ___",
    ),
    "hard-to-reach": Words(
        f"{BE} hard to reach/serve/engage, {BE} difficult to engage/serve",
        "Finding a way that works is our task.",
        "we have not yet found a way that works for ___",
        "hard to reach by",
    ),
    "manipulative": Words(
        f"{BE} manipulative, manipulates/manipulated/manipulating staff/us/me, {BE} gaming the system/us/staff,"
        " games/gamed the system, playing/plays/played staff off, splitting staff",
        "Asking in several ways is a survival skill and shows a need.",
        "asked several people for ___\nis trying to get a need met: ___",
        "manipulative partner/boss/husband/boyfriend/messages/texts/recruiter/trafficker/ex",
    ),
    "attention": Words(
        f"{BE} attention-seeking, seeking/seeks/wants/wanted attention, attention-seeker, for attention",
        "Behind it is a need to be seen or helped.",
        "is looking for connection\nasked for help with ___",
        "medical attention, seeking/seeks/wants/wanted attention for, asked for attention",
    ),
    "aggressive": Words(
        f"({BE[1:-1]}/became/got/gets/very) aggressive/hostile/combative/belligerent/confrontational, aggressively,"
        " aggression, hostility, acts/acted/acting out, act out",
        "Say what could be seen and heard.",
        "raised their voice\nstood up and ___\nleft the room",
        "aggressive dog/dogs/cancer/treatment/chemotherapy, hostile work environment, hostile workplace,"
        " acted out a, acting out a, micro-aggression, micro-aggressions",
    ),
    "difficult": Words(
        "difficult client/participant/person/woman/man/girl/resident/patient/family/mother,"
        " she/he/they/client/participant is/was/are/were difficult,"
        f" {BE} being difficult, being difficult, challenging client/participant/resident/family,"
        " problem client/participant/resident/clients, difficult/challenging clients/participants/residents",
        "It labels a person; describe the situation.",
        "what happened: ___\nwhat was hard for us: ___",
        "difficult person to find, client was difficult to find",
    ),
    "demanding": Words(
        f"{BE} (very/so/too) demanding, {BE} (very/so/too) needy, {BE} high-maintenance, neediness",
        "There is a need behind it; name it.",
        "asked for ___\ncalled ___ times about ___\nneeds ___",
        "demanding work/job/schedule/shift/week/day/boss, needy families, demanding money/sex/rent/payment/to/her/that,"
        f" {BE} demanding money/sex/rent/payment/to/her/that",
        names=True,
    ),
    "dependent": Words(
        f"{BE} (too/very/overly/so) dependent on us/staff/me/services,"
        f" {BE} (too/very/overly/so) dependent on the agency/program/shelter,"
        f" {BE} too/overly/very dependent, {BE} co-dependent, co-dependency, co-dependence, {BE} enmeshed, enmeshment",
        "Relying on somebody is where many plans begin.",
        "relies on us for ___ now\nwe share the next step: ___",
    ),
    "claims": Words(
        "claims, claimed, claiming, alleges, alleged, alleging, allegedly, supposedly, purportedly",
        "It puts their word in doubt.",
        "says\ntold us\ndescribes",
        "insurance/small/wage/tax/benefit/benefits/unemployment/legal/medicaid claims, claims adjuster/department/"
        "form/office/court/number/were/are, claims/claimed/claiming asylum/benefits/unemployment/damages,"
        " alleged perpetrator/offender/trafficker/abuser/attacker/violation, submitted/filed/paid/pending/denied"
        " claims, claims to asylum, claimed as",
    ),
    "story": Words(
        "her/his/their/changing/sob/whole story, story keeps changing, story/stories changed/changes, made-up story,"
        " stories",
        "“Story” can sound like something made up.",
        "what they told us\naccount in their words",
        "tell/tells/told/share/shares/shared/sharing/own/owns her/his/their (own/whole) story, short/news/bedtime/"
        "life story, read/reads/bedtime/children's/reading stories, stories high",
        names=True,
    ),
    "admits": Words(
        "admits, admitted, admitting, confesses, confessed, confessing, confession",
        "It sounds like guilt.",
        "says\nsaid\nshared",
        "was/were/been/is/are/be/being/get/got admitted, admitted to the/a hospital/er/ward/unit/program/shelter/"
        "college/detox/school/university, admitted to hospital/detox/inpatient/icu, went/goes/go to confession,"
        " hospital admitted, admitting desk/nurse/diagnosis/office",
    ),
    "unreliable": Words(
        f"{BE} unreliable, {BE} (very) inconsistent, {BE} (a) (pathological/chronic) liar,"
        " lied/lies/lying to us/staff/me, she/he/they lied, is/was lying, untruthful, dishonest",
        "Trauma and fear change what can be remembered and said.",
        "told us different things on ___\nwhat happened: ___",
        "unreliable car/transport/transportation/phone/signal/bus/internet/childcare/ride/truck, car/phone/bus is"
        " unreliable, he/she/they lied to her/him/them, is/was lying down/in/on, is/was lying to her",
    ),
    "historian": Words(
        f"{BE} (a) poor/bad historian",
        "Blame for what memory does under strain.",
        "some dates are unclear\nremembers ___ clearly; ___ is unclear",
    ),
    "staying": Words(
        "refuse/refuses/refused/refusing to leave (him/her/them), won't/wouldn't leave (him/her/them),"
        " will/would not leave (him/her/them), keep/keeps/kept going back (to him/her/them), "
        " keeps/kept returning (to him/her/them),"
        " choose/chooses/chose/choosing to return/stay, chose to go back, unwilling to leave, chose to stay with him",
        "“Just leaving” may not be safe or possible: threats, debts, children, papers.",
        "is still there\nwent back on ___\nsays what makes leaving unsafe: ___",
        "leave a message/voicemail/note, won't/wouldn't leave a/her bed/room/voicemail/message, will not leave a,"
        " would not leave a, refused to leave a, chose to return/stay to/in work/school/college/class,"
        " chose to return to",
    ),
    "just-leave": Words(
        "just leave (him/her/them), why didn't/doesn't/don't she/he/they (just) leave, why did/does she/he/they not"
        " (just) leave, why she/he/they didn't/doesn't/don't/won't (just) leave,"
        " why she/he/they did/does/do not (just) leave, why she/he/they stays/stayed,"
        " could/should have (just) left, could/should just leave",
        "Leaving is often the most dangerous time.",
        "what helps them stay safe now: ___\nwhat makes leaving unsafe: ___",
        "just leave a/it/the/your, should have left at, could have left at",
    ),
    "rescued": Words(
        f"{BE} rescued, rescue, rescues, rescuing, saved/saves/save her/him/them/participant/survivors from,"
        f" {BE} saved from (him/her/trafficking/the life)",
        "They got out; we may have helped.",
        "left\ngot out\nwas helped to leave",
        "rescue inhaler/dog/dogs/cat/mission/squad/committee/medication/breathing, animal/fire/dog/cat/mountain"
        " rescue, rescued (a/the/her/his/their) dog/cat/puppy/kitten",
    ),
}
