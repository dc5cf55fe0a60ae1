"""Tables of permissions, of what went out, of wishes and cover words, and of the agency's own rules for them."""

from alongside.consent.models.agency import InformationKind, OutingWords, ReleaseWording, SharingRule
from alongside.consent.models.shared import SharedItem, SharedKey, SharedLink, SharedReply
from alongside.consent.models.sharing import Disclosure, LawfulException, Release, ReleaseSigner, SharingPause
from alongside.consent.models.wishes import CoverWords, OutwardIdentity, ProgramInTouch, WishSaid
