"""The questions put about permissions, letters, exceptions, wishes and the agency's own rules."""

from alongside.consent.forms.agency import KindNameForm, OutingForm, PaperForm, RuleForm
from alongside.consent.forms.knowing import CoverForm, IdentityForm, ProgramForm
from alongside.consent.forms.sharing import ExceptionForm, GrantForm, LetterForm, SayForm, ToldForm
