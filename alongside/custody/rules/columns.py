"""Which column means what. HTCDS 2.0 (IOM and partners, CC BY 4.0) goes by field name, never by label or place."""

import re
from collections.abc import Sequence

FIELDS = (
    "number", "alias", "name", "pronouns", "gender", "languages", "interpreter", "helps", "does_not_help", "state",
    "first_contact", "under_18", "need", "phone", "email", "case_manager", "backup", "goal", "note", "note_on",
    "service", "service_on",
)  # fmt: skip
# Several columns may mean these: their words come one after the other, or each stands for itself.
MANY = frozenset({"name", "languages", "need", "phone", "email", "goal", "note"})
BARRED, NOWHERE = "barred", ""

_KNOWN = {
    "number": "id number clientid client_id casenumber caseid recordid participantid numero expediente",
    "alias": "alias nickname code knownas seudonimo apodo",
    "name": "name fullname firstname secondname middlename lastname surname familyname nombre apellido apellidos",
    "pronouns": "pronouns pronombres",
    "gender": "gender sex genero sexo",
    "languages": "language languages primarylanguage secondarylanguage idioma idiomas",
    "interpreter": "interpreter interpreterneeded interprete",
    "state": "status casestatus state estado",
    "first_contact": "firstcontact firstcontactdate intakedate incomingreferraldate dateofintake primercontacto",
    "under_18": "under18 minor menor",
    "need": "need needs necesidad necesidades",
    "phone": "phone mobile mobilephone homephone cell cellphone telephone telefono celular",
    "email": "email emailaddress correo correoelectronico",
    "case_manager": "casemanager caseowner caseworker assignedto",
    "backup": "backup secondworker",
    "goal": "goal goals objective objectives actionplan meta metas",
    "note": "note notes casenote casenotes casecomment comment comments nota notas",
    "note_on": "notedate dateofnote contactdate fechadelanota",
    "service": "service services servicetype servicio",
    "service_on": "servicedate dateofservice fechadelservicio",
}
_BY_NAME = {name: field for field, names in _KNOWN.items() for name in names.replace("_", "").split()}
# Fields of HTCDS that tell of exploitation or of the trafficker, and Consent, which is asked anew.
_BARRED_BEGINNINGS = ("vic_", "vic ", "hte_", "hte ", "per_", "per ", "con_", "con ")
_BARRED_WORDS = (
    "identitynumber", "passport", "pasaporte", "socialsecurity", "ssn", "aliennumber", "anumber", "nationalid",
    "driverlicense", "driverslicense", "exploitation", "explotacion", "traffick", "trata", "recruitment",
    "controlmethod", "methodsofcontrol", "methodofcontrol", "forcedlabour", "forcedlabor", "sexexploitation",
)  # fmt: skip
_SHORT = frozenset({"ssn", "anumber"})  # these only where they are the whole name


def plain(column: str) -> str:
    """A column's name without its prefix, marks and spaces, as names are compared."""
    bare = re.sub(r"^(prs|cas|cco|spl|org)_", "", column.strip().casefold())
    return re.sub(r"[^a-z0-9]", "", bare.translate(str.maketrans("áéíóúñü", "aeiounu")))


def meaning(column: str) -> str:
    """What a column seems to mean: a field, BARRED, or NOWHERE."""
    begins = column.strip().casefold()
    bare = plain(column)
    if begins.startswith(_BARRED_BEGINNINGS) or any(
        bare == word if word in _SHORT else word in bare for word in _BARRED_WORDS
    ):
        return BARRED
    if begins.startswith("org_") or begins in ("prs_title", "prs_birthdate"):
        return NOWHERE
    return _BY_NAME.get(bare, NOWHERE)


def meanings(columns: Sequence[str]) -> list[str]:
    """What each column seems to mean; one that is taken already, and can be taken once, means nothing more."""
    found: list[str] = []
    for column in columns:
        each = meaning(column)
        found.append(NOWHERE if each in found and each not in MANY | {BARRED} else each)
    return found


def settled(columns: Sequence[str], chosen: Sequence[str]) -> list[str]:
    """What somebody chose, but that nothing barred is ever brought over."""
    return [
        BARRED if meaning(column) == BARRED else (field if field in FIELDS else NOWHERE)
        for column, field in zip(columns, chosen, strict=True)
    ]


def twice(chosen: Sequence[str]) -> list[str]:
    """Fields that more than one column was chosen for, and that can have one only."""
    return sorted(
        {field for field in chosen if field in FIELDS and field not in MANY and chosen.count(field) > 1}
    )
