"""What the guard points at in English: words for who somebody is, for plans and for endings."""

from alongside.practice.reference.words_en import BE
from alongside.practice.rules import Guarded as Words

WHO_SOMEBODY_IS: dict[str, Words] = {
    "victim": Words(
        "victim, victims",
        "Who they are is theirs to name. The word is fine as a term of law.",
        "participant\nperson\n___ (their word)",
        "victim advocate/advocates/advocacy/services/compensation/witness/impact/assistance/certification/"
        "identification/centered/rights, victims rights, victim's rights, victims of crime, crime victim/victims,"
        " victim of a severe form, trafficking victims protection, victims fund, victims compensation, victim of a"
        " crime, certified victim, office for victims",
    ),
    "outing": Words(
        "(sex) trafficking victim/victims lives/live here, ht client/clients/victim/victims/survivor/case,"
        " (sex) trafficking client/clients/case",
        "Whoever reads this would know, and that can be dangerous.",
        "participant\nsomebody we know",
        "trafficking case law",
    ),
    "prostitute": Words(
        "prostitute, prostitutes, prostituted, prostituting, prostitution, hooker, hookers, whore, whores,"
        " sex slave/slaves",
        "It shames, and it is not their name.",
        "person who experienced ___\nperson who was exploited\n___ (their words)",
        "prostitution charge/charges/arrest/arrests/conviction/convictions/court/diversion/case, charged with"
        " prostitution, arrested for prostitution, convicted of prostitution, solicitation of prostitution,"
        " loitering for prostitution",
        names=True,
    ),
    "child-prostitute": Words(
        "child/teen/teenage/underage/juvenile/minor prostitute/prostitutes/prostitution",
        "A child cannot consent.",
        "child who was exploited\nyoung person who was exploited",
    ),
    "pimp": Words(
        "(her/his/their/the/a) pimp, pimps, pimped, pimping, so-called boyfriend, boyfriend-pimp",
        "Who he is to them is theirs to name.",
        "the person they call “___”\nthe person who exploited them",
    ),
    "illegal": Words(
        f"{BE} (an) illegal alien/aliens/immigrant/immigrants, illegals, {BE} undocumented, illegal status,"
        " she/he/they is/are illegal, here illegally, illegally in the country/us",
        "Status is never a gate, and writing it down can do harm.",
        "immigration status not asked\n___ (as they say it)",
        "undocumented expense/expenses/payment/wages/hours",
    ),
    "addict": Words(
        f"{BE} (a/an) (drug/heroin/meth/crack/opioid) addict, addicts, {BE} (a) junkie, junkies, crackhead, druggie,"
        f" {BE} (an) alcoholic, alcoholics, drug/substance/alcohol abuser/abusers, drug-seeking, {BE} (an) addicted",
        "A person first; use and need can be named.",
        "uses ___\nis in recovery (their word)\nneeds ___ for pain or withdrawal",
        "alcoholics anonymous, non-alcoholic",
    ),
    "clean": Words(
        "got/getting/gets/stayed/staying/stays/stay/get clean, clean and sober, clean for, tested/tests dirty/clean,"
        " dirty/clean urine/ua/uas/drop/drops/tox/test/tests/drug",
        "A test has a result; a person is not dirty.",
        "test result: ___\nhas not used ___ since ___\nis in recovery (their word)",
        "get/getting clean clothes/water/sheets/air/towels/clean, clean for inspection/the",
    ),
    "crazy": Words(
        f"({BE[1:-1]}/acting/acted/acts/sounded/so) crazy/insane/hysterical/psycho/unhinged/psychotic,"
        f" {BE} borderline, hysterically, psychos",
        "It is not ours to diagnose.",
        "was distressed and ___\nwas overwhelmed by ___\nsaid “___”",
        "crazy busy/hours/about/quilt/expensive, borderline personality/high/low/blood/diabetic, diagnosed borderline,"
        " hysterical laughter, psychotic disorder/episode/features",
        names=True,
    ),
    "suffers": Words(
        "suffer/suffers/suffered/suffering from",
        "It asks for pity; the condition can simply be named.",
        "has\nlives with\nhad",
    ),
    "damaged": Words(
        "she/he/they/client/participant is/was/are/were (so/very) damaged/broken, emotionally damaged, damaged goods,"
        " broken woman/women/girl/girls/person/people/child/soul",
        "A person is not broken.",
        "has lived through ___\nfinds ___ hard now",
    ),
    "triggered": Words(
        f"({BE[1:-1]}/got/gets/getting/easily/felt) triggered, triggering, trigger, triggers",
        "Describe what happened and what came before.",
        "became distressed when ___\nleft the room when ___",
        "trigger warning/point/finger/points, triggered the/an, triggers the/an, alarm was triggered, "
        "pull/pulls/pulled the trigger, fire alarm got triggered, triggered automatically",
    ),
    "gesture": Words(
        "suicidal/suicide gesture/gestures, failed/unsuccessful/botched suicide (attempt), parasuicide",
        "It makes light of danger.",
        "suicide attempt\ntried to end their life",
    ),
    "committed": Words(
        "commit/commits/committed/committing suicide, successful/completed suicide, successfully committed suicide",
        "One commits crimes.",
        "died by suicide\ntried to end their life",
    ),
    "homeless": Words(
        "(a/the) homeless person/woman/man/girl/boy/youth/mother/family, homeless people/women/men/families/clients,"
        " the homeless",
        "A person first; housing is what is needed.",
        "person without housing\npeople without housing",
        "coalition for the homeless, care/healthcare for the homeless, the homeless shelter/coalition/outreach/"
        "services/liaison/hotline/team/program, homeless youth act/program, homeless families program",
    ),
    "functioning": Words(
        f"{BE} (very) low/high functioning",
        "Too vague to help anybody.",
        "needs help with ___\ndoes ___ alone",
        "low functioning furnace",
    ),
    "entitled": Words(
        f"({BE[1:-1]}/acts/acted/acting/so/very/feels/felt) entitled, sense of entitlement, {BE} ungrateful,"
        " ingratitude",
        "It judges a wish; name the wish.",
        "asked for ___\nwas disappointed that ___",
        f"{BE} entitled to, entitled to, entitled under, entitled by",
    ),
    "inappropriate": Words(
        f"{BE} (very/sexually) inappropriate, inappropriately",
        "Too vague: say what was said or done.",
        "said “___”\ndid ___; I named the boundary",
        "age/developmentally inappropriate, inappropriate referral, inappropriate for her age",
    ),
    "baby-mama": Words(
        "baby mama/mamas/daddy/daddies, baby's daddy/mama",
        "Parents deserve a plain word.",
        "parent of their child\nmother of their child\nfather of their child",
    ),
    "illegitimate": Words(
        "illegitimate child/children/son/daughter", "A child is a child.", "child\nson\ndaughter"
    ),
    "real-name": Words(
        "(her/his/their) real name/names",
        "The name they use is real.",
        "legal name\nthe name on their papers",
    ),
    "sex": Words(
        "biological sex, biologically male/female, born a man/woman/boy/girl",
        "Who they are is said in their words.",
        "gender, in their words\n-",
    ),
    "pronouns": Words("preferred pronoun/pronouns", "They are not a preference.", "pronouns"),
    "transgendered": Words(
        "transgendered, a transgender, transgenders, transsexual, transsexuals, sex change",
        "Old words that hurt.",
        "trans\ntransgender person",
        "a transgender person/woman/man/girl/boy/youth/participant/teen",
    ),
    "choices": Words(
        "broken home/homes, bad/poor/terrible choices/decisions, bad/poor life choices",
        "It blames; say which options there were.",
        "what happened: ___\noptions available then: ___",
        "poor decisions by",
    ),
    "placement": Words(
        "blew/blows/blow/blown/blowing (out) (of) (her/his/their/another/the/that/every/third/second) placement/"
        "placements, failed/fails/failing (her/his/their/another/the) placement, placement broke/breaks down,"
        " placement breakdown, failed placement/placements, placement failed",
        "The home could not meet the need; the child did not fail.",
        "the placement ended\nthe home could not meet their need for ___",
    ),
    "terminated": Words(
        "terminate, terminates, terminated, terminating, termination, discharged/discharge/exited for non-compliance,"
        " failed out, kicked out of the program/shelter, flunked out",
        "An ending is nobody's failure, and the door stays open.",
        "ended because ___\npaused\nchose to stop",
        "termination of parental/pregnancy/the lease/rights, terminate the/her/a pregnancy/lease/contract/call,"
        " terminated the/her lease/contract/call, lease/job/pregnancy/contract/employment termination, terminated from"
        " (her/his/their) job/work, rights were terminated, parental rights terminated, termination letter/notice,"
        " notice of termination, kicked out of the house, terminated her employment, boss terminated",
    ),
    "closing": Words(
        "successful/unsuccessful closure/closing/exit/discharge/completion/closures/exits, successfully/"
        "unsuccessfully closed/discharged/exited, closed successfully/unsuccessfully",
        "Nobody is graded here.",
        "ended; in their words: ___",
    ),
    "flyer": Words(
        "frequent flyer/flier/flyers/fliers", "Coming back shows a need.", "has come ___ times about ___"
    ),
    "my-clients": Words(
        "my clients, caseload burden, case-load burden, burden on my caseload",
        "Nobody belongs to us, and nobody is a burden.",
        "people I walk with\npeople I work with",
    ),
    "my-client": Words(
        "my client, my victim", "Nobody belongs to us.", "the person I walk with\nparticipant"
    ),
    "field": Words(
        "in the field/trenches, on the front-line/front-lines, boots on the ground",
        "It sounds like a war.",
        "in the community\nwith people",
        "in the field of, work/works/worked/working in the field, picking in the field, in the field next",
    ),
    "target": Words(
        "target population/populations/group/groups", "People are no targets.", "people we serve"
    ),
    "tackle": Words(
        "tackle, tackles, tackled, tackling",
        "It sounds like a fight.",
        "work on\ntake up\nbegin with",
        "fishing tackle, tackle box, football tackle",
    ),
    "should": Words(
        "should, must, needs to, need to, ought to, has to, have to",
        "A plan says what they chose.",
        "wants to\nhas chosen to",
        plans=True,
    ),
    "allow": Words(
        "allow/allows/allowed/allowing/permit/permits/permitted her/him/them/participant to, let/lets/letting"
        " her/him/them, is/was/were/are allowed/permitted to",
        "It puts us above them.",
        "agreed together that ___\noffered ___",
        "not/never/didn't/doesn't/don't/wouldn't/won't/nobody let/lets/allow/allows/permit her/him/them (to), is/was/"
        "were/are not/never allowed/permitted to, let/lets her/him/them know/down/go, let go of",
    ),
    "gave-up": Words(
        "gave/give/gives/given/giving up, quit, quits, quitting",
        "Setting something aside is no failure.",
        "stopped\nset aside\nis not doing ___ now",
        "quit/quits/quitting work/school/smoking/drinking/using/vaping, quit/quits/quitting her/his/their/the/a job,"
        " gave/give/giving up her/his/their/the/custody"
        " (passport/papers/phone/bed/seat/baby/apartment/rights/parental), give up custody, never gave up, never give"
        " up, not give up, not giving up",
    ),
    "obviously": Words(
        "obviously, simply, of course",
        "What looks clear from outside may not be.",
        "-\nit seemed to me that",
    ),
    "just": Words(
        "just",
        "It makes something sound easy.",
        "-",
        "just now/before/after/in/as/like/about/under/over/then/got/arrived/moved/started/turned/left/called/came/"
        "finished/had/heard/learned/found/spoke/texted/met/gave/began/bought/outside/across/next/opened/became/"
        "enough/yet/returned/born/below/above/beside/received/signed, just leave, had/has/have just, not just",
        names=True,
    ),
    "always": Words(
        "always",
        "It leaves out the times it was otherwise.",
        "often\nwhen ___",
        "almost always",
        names=True,
    ),
    "never": Words(
        "never",
        "It leaves out the times it was otherwise.",
        "so far not\nnot on ___",
        "never again, never mind, never let/lets/allowed/alone/been",
    ),
}
