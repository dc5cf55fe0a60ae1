"""Which tables move. Named one by one, so that a new table leaves only once somebody has thought about it."""

# In the order in which an import writes them.
BROUGHT_TABLES = (
    "participants_participant",
    "participants_statechange",
    "participants_aliastoken",
    "participants_details",
    "participants_need",
    "participants_contactpoint",
    "participants_likeness",
    "participants_membership",
    "goals_goal",
    "connection_note",
    "connection_servicegiven",
    "participants_moment",
)
# What a later file may add to somebody who came before: never who they are, where they are with us, or whose they are.
ADDED_TABLES = (
    "participants_need",
    "participants_contactpoint",
    "participants_likeness",
    "goals_goal",
    "connection_note",
    "connection_servicegiven",
    "participants_moment",
)
# In an order in which a row comes after those it names. Reflections and everything else of a worker's practice,
# words still being typed, the trail, what was asked for past a worker, and signing in are none of them.
TAKEN_TABLES = (
    "agency_program", "agency_site", "agency_staff", "agency_wording",
    "participants_participant", "participants_details", "participants_contactpoint", "participants_need",
    "participants_gentletopic", "participants_statechange", "participants_theirchoice", "participants_membership",
    "participants_chosenanyway", "participants_possiblysame", "participants_sameperson",
    "goals_goalsheet", "goals_goal", "goals_step", "goals_stepwho", "goals_turn", "goals_signofchange",
    "goals_option", "goals_optionanswer", "goals_learnedthing", "goals_supportchange", "goals_taperplan",
    "goals_taperstep", "goals_taperturn", "goals_selfdescription",
    "meetings_meeting",
    "connection_servicekind", "connection_note", "connection_noteversion", "connection_notestatement",
    "connection_servicegiven", "connection_shift", "connection_reachout", "connection_seasonchange",
    "connection_presenceplan", "connection_agreement", "connection_movement",
    "frontdoor_contact", "frontdoor_earlierwords", "frontdoor_readatthedoor",
    "journey_section", "journey_sectionwording", "journey_question", "journey_questionwording",
    "journey_questionversion",
    "journey_welcomed", "journey_sitting", "journey_answer", "journey_closing",
    "partners_partneragency", "partners_networkmembership", "partners_pointofcontact", "partners_partneragreement",
    "partners_commitment", "partners_appreciation", "partners_preparationnote",
    "partners_batch", "partners_organization", "partners_place", "partners_listing", "partners_listingatplace",
    "partners_searchkey", "partners_replaced", "partners_visit", "partners_gap",
    "consent_informationkind", "consent_sharingrule", "consent_releasewording", "consent_release",
    "consent_releasesigner", "consent_sharinghold", "consent_lawfulexception", "consent_disclosure",
    "consent_programintouch", "consent_wishsaid", "consent_coverwords", "consent_outwardidentity",
    "referrals_referral", "referrals_turn", "referrals_waitingplace", "referrals_waitcheck", "referrals_partneranswer",
    "referrals_systembarrier",
    "circle_member", "circle_huddle", "circle_attendee", "circle_matter", "circle_matterturn", "circle_casedecision",
    "circle_clarity", "circle_casecommitment",
    "provisions_donationask",
    "participants_moment",
)  # fmt: skip
# What we wondered about a change in being in touch is no finding, and leaves in nothing.
LEFT_OUT = {"connection_shift": ("lens", "wondered")}
