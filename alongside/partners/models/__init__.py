"""Tables of the room. None holds a participant's data."""

from alongside.partners.models.agencies import (
    AgreementPaper,
    Appreciation,
    Commitment,
    NetworkMembership,
    PartnerAgency,
    PartnerAgreement,
    PointOfContact,
    PreparationNote,
    Seat,
    SeatAsked,
)
from alongside.partners.models.directory import (
    Batch,
    DirectoryRule,
    Gap,
    Listing,
    ListingAtPlace,
    Organization,
    Place,
    Replaced,
    SearchKey,
    Visit,
)
