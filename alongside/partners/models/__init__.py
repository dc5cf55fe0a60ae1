"""Tables of the room. None holds a participant's data."""

from alongside.partners.models.agencies import (
    AgreementPaper,
    Appreciation,
    Commitment,
    NetworkMembership,
    PartnerAccess,
    PartnerAccessRequest,
    PartnerAgency,
    PartnerAgreement,
    PointOfContact,
    PreparationNote,
)
from alongside.partners.models.directory import (
    DirectoryImport,
    DirectoryRule,
    Gap,
    Location,
    Organization,
    ReplacedRow,
    SearchKey,
    Service,
    ServiceAtLocation,
    Visit,
)
