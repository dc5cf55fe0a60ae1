"""Who may do what: the roles of an agency and the abilities each one brings. Several roles add up."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    """The roles of staff. A person may hold several."""

    ON_CALL = "on_call"
    DROP_IN = "drop_in"
    CASE_MANAGER = "case_manager"
    SUPERVISOR = "supervisor"
    PRACTICE_LEAD = "practice_lead"
    DIRECTOR = "director"
    CUSTODIAN = "custodian"
    ADMINISTRATOR = "administrator"
    ADVISER = "adviser"


ROLE_NAMES = {
    Role.ON_CALL: _("Hotline and on call"),
    Role.DROP_IN: _("Drop-in"),
    Role.CASE_MANAGER: _("Case manager"),
    Role.SUPERVISOR: _("Supervisor"),
    Role.PRACTICE_LEAD: _("Practice lead"),
    Role.DIRECTOR: _("Program director"),
    Role.CUSTODIAN: _("Records custodian"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.ADVISER: _("Survivor adviser"),
}


# Given by two people: roles that open records, and roles that may agree to one of these.
NEED_A_SECOND = (
    Role.ON_CALL,
    Role.DROP_IN,
    Role.CASE_MANAGER,
    Role.SUPERVISOR,
    Role.DIRECTOR,
    Role.CUSTODIAN,
    Role.ADMINISTRATOR,
)


class Can(StrEnum):
    """What an act or a page asks of the one who acts. Which rows it reaches is the wall's matter."""

    WORK_HERE = "work_here"
    BE_ON_CALL = "be_on_call"
    LOG_CALL = "log_call"
    LOG_VISIT = "log_visit"
    JOIN_CONTACT = "link_contact"
    KEEP_ALIAS = "save_alias"
    ASSIGN = "assign"
    SEE_PEOPLE = "see_people"
    READ_RECORD = "read_record"
    OPEN_RECORD = "open_record"
    CHANGE_RECORD = "change_record"
    START_CASE = "open_case"
    LOG_CONTACT = "log_contact"
    SCHEDULE = "schedule"
    WELCOME = "welcome"
    WRITE_GOALS = "write_goals"
    SET_ON_CALL = "set_on_call"
    PRINT_OUTAGE_PAGE = "print_outage_page"
    SEE_ACTIVITY = "see_activity"
    SEE_PROGRAM = "see_program"
    SET_UP_AGENCY = "set_up_agency"
    MANAGE_STAFF = "manage_staff"
    AGREE = "agree"
    EDIT_CARDS = "edit_cards"
    REFLECT = "reflect"
    CONSULT = "consult"
    TRAIN = "train"
    LEAD_TRAINING = "lead_training"
    SUPERVISE = "supervise"
    EDIT_GUARD = "edit_guard"
    REVIEW_WORDING = "review_wording"
    EDIT_FORMS = "edit_forms"
    KEEP_RELEASES = "keep_releases"
    APPROVE_EXCEPTION = "approve_exception"
    SEE_PARTNERS = "see_partners"
    KEEP_PARTNERS = "keep_partners"
    REFER = "refer"
    SEE_BARRIERS = "see_barriers"
    HOLD_CIRCLE = "hold_circle"
    ASK_DONORS = "ask_donors"
    SEE_ASKS = "see_asks"
    TAKE_STOCK = "take_stock"
    KEEP_STOCK = "keep_stock"
    COUNT_STOCK = "count_stock"
    ASK_MONEY = "ask_money"
    DECIDE_MONEY = "decide_money"
    KEEP_MONEY_RULES = "keep_money_rules"
    MOVE_RECORDS = "move_records"
    APPROVE_MOVE = "approve_move"
    READ_PLANS = "read_plans"
    KEEP_CARE = "keep_care"
    SAY_CAPACITY = "say_capacity"
    SEE_TEAM_LOAD = "see_team_load"
    SEE_OVERVIEW = "see_overview"
    KEEP_FUNDS = "keep_funds"
    REVIEW_ORGANISATION = "review_organisation"
    KEEP_STREAMS = "keep_streams"
    KEEP_CROSSWALKS = "keep_crosswalks"
    LOG_HOURS = "log_hours"
    ASK_EXTRACT = "ask_extract"
    APPROVE_EXTRACT = "approve_extract"
    ANSWER_AS_PARTNER = "answer_as_partner"


_RECORD = frozenset(
    {
        Can.SEE_PEOPLE,
        Can.READ_RECORD,
        Can.OPEN_RECORD,
        Can.CHANGE_RECORD,
        Can.START_CASE,
        Can.LOG_CONTACT,
        Can.SCHEDULE,
        Can.WELCOME,
        Can.WRITE_GOALS,
        Can.JOIN_CONTACT,
        Can.SEE_ACTIVITY,
        Can.KEEP_RELEASES,
        Can.KEEP_PARTNERS,
        Can.REFER,
        Can.HOLD_CIRCLE,
        Can.ASK_DONORS,
        Can.SEE_ASKS,
        Can.TAKE_STOCK,
        Can.ASK_MONEY,
    }
)
_EVERYBODY = frozenset(
    {
        Can.WORK_HERE,
        Can.REFLECT,
        Can.CONSULT,
        Can.TRAIN,
        Can.SEE_PARTNERS,
        Can.READ_PLANS,
        Can.SAY_CAPACITY,
        Can.LOG_HOURS,
    }
)

# Administrator and director roles open nobody's record; they count and they set up.
ABILITIES: dict[Role, frozenset[Can]] = {
    Role.ON_CALL: _EVERYBODY
    | {Can.BE_ON_CALL, Can.LOG_CALL, Can.JOIN_CONTACT, Can.KEEP_ALIAS, Can.SEE_PEOPLE, Can.READ_RECORD},
    Role.DROP_IN: _EVERYBODY
    | {
        Can.LOG_VISIT,
        Can.JOIN_CONTACT,
        Can.KEEP_ALIAS,
        Can.SEE_PEOPLE,
        Can.SEE_ASKS,
        Can.TAKE_STOCK,
        Can.KEEP_STOCK,
        Can.COUNT_STOCK,
    },
    Role.CASE_MANAGER: _EVERYBODY | _RECORD,
    Role.SUPERVISOR: _EVERYBODY
    | _RECORD
    | {
        Can.BE_ON_CALL,
        Can.LOG_CALL,
        Can.LOG_VISIT,
        Can.KEEP_ALIAS,
        Can.ASSIGN,
        Can.SET_ON_CALL,
        Can.PRINT_OUTAGE_PAGE,
        Can.SEE_PROGRAM,
        Can.SUPERVISE,
        Can.LEAD_TRAINING,
        Can.APPROVE_EXCEPTION,
        Can.AGREE,
        Can.SEE_BARRIERS,
        Can.SEE_TEAM_LOAD,
        Can.KEEP_STOCK,
        Can.COUNT_STOCK,
        Can.DECIDE_MONEY,
    },
    Role.PRACTICE_LEAD: _EVERYBODY | {Can.EDIT_CARDS, Can.EDIT_GUARD, Can.LEAD_TRAINING},
    Role.DIRECTOR: _EVERYBODY
    | {
        Can.SEE_OVERVIEW,
        Can.COUNT_STOCK,
        Can.KEEP_FUNDS,
        Can.DECIDE_MONEY,
        Can.KEEP_MONEY_RULES,
        Can.REVIEW_ORGANISATION,
        Can.KEEP_STREAMS,
        Can.KEEP_CROSSWALKS,
        Can.SEE_ACTIVITY,
        Can.SEE_PROGRAM,
        Can.KEEP_PARTNERS,
        Can.APPROVE_MOVE,
        Can.AGREE,
        Can.SEE_BARRIERS,
        Can.KEEP_CARE,
        Can.ASK_EXTRACT,
        Can.APPROVE_EXTRACT,
    },
    Role.CUSTODIAN: _EVERYBODY | {Can.SEE_PROGRAM, Can.MOVE_RECORDS, Can.APPROVE_MOVE, Can.APPROVE_EXTRACT},
    Role.ADMINISTRATOR: _EVERYBODY
    | {
        Can.SET_UP_AGENCY,
        Can.KEEP_MONEY_RULES,
        Can.MANAGE_STAFF,
        Can.AGREE,
        Can.SET_ON_CALL,
        Can.SEE_PROGRAM,
        Can.EDIT_FORMS,
        Can.KEEP_CROSSWALKS,
        Can.EDIT_GUARD,
        Can.KEEP_CARE,
    },
    Role.ADVISER: frozenset({Can.WORK_HERE, Can.REVIEW_WORDING, Can.EDIT_GUARD}),
}


# What comes with a door and with no role: a partner's point of contact at their own.
OF_DOOR: dict[str, frozenset[Can]] = {"workspace": frozenset({Can.WORK_HERE, Can.ANSWER_AS_PARTNER})}


def abilities(roles: frozenset[Role]) -> frozenset[Can]:
    """What a person with these roles may do."""
    return frozenset().union(*(ABILITIES[role] for role in roles)) if roles else frozenset()
