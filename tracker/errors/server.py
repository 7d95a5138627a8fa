"""Failures of a tracker that is kept on a server."""

from typing import ClassVar

from tracker.errors import StoreError, TrackerError
from tracker.errors.bases import BadUsage, NotInstalled
from tracker.errors.places import Answer, Code
from tracker.message import Message, count, mark


class NoDriver(NotInstalled):
    extra: str = "postgres"
    says = mark("The component that connects to PostgreSQL is not installed.")


class BadAddress(StoreError):
    exit_code = 2
    says = mark("{path} is not the address of a tracker on a server.")
    hint = mark("An address looks like this: {example}")
    example: ClassVar[Code] = "postgresql://HOST/DATABASE?tracker=NAME"


class PasswordInAddress(StoreError):
    exit_code = 2
    says = mark("A password does not belong in an address, where others can read it.")
    hint = mark("Keep it in {file}, one line: {line}")
    file: ClassVar[Code] = "~/.pgpass"
    line: ClassVar[Code] = "HOST:5432:DATABASE:LOGIN:PASSWORD"


class Unreachable(StoreError):
    cause: Answer
    says = mark("The server of {path} cannot be reached: {cause}.")
    hint = mark("Nothing was changed; try again.")


class NoSuchHost(StoreError):
    says = mark("No computer with the name given in {path} can be found.")
    hint = mark("Check the name, and the connection to the network.")


class LoginRefused(StoreError):
    says = mark("The server of {path} does not accept this login.")
    hint = mark("Check the name of the login and its password in {file}.")
    file: ClassVar[Code] = "~/.pgpass"


class NoDatabase(StoreError):
    says = mark("The server has no database for {path}.")
    hint = mark("Who runs the server makes it: {command}")
    command: ClassVar[Code] = "createdb DATABASE"


class NotSecure(StoreError):
    cause: Answer
    says = mark("The connection to {path} is not secure: {cause}.")
    hint = mark("Put the certificate of the authority that signed the server's into {file}.")
    file: ClassVar[Code] = "~/.postgresql/root.crt"


class ServerRefused(StoreError):
    cause: Answer
    says = mark("The server of {path} refused that: {cause}.")
    hint = mark("Nothing was changed.")


class TookTooLong(StoreError):
    seconds: float
    says = mark("The server of {path} did not answer within {time}.")
    hint = mark("Nothing was changed; try again.")

    @property
    def time(self) -> Message:
        return count("{n} second", "{n} seconds", round(self.seconds))


class OutcomeUnknown(StoreError):
    """The server went away after it was told to keep a change, and has not come back since."""

    revision: Code
    says = mark("The server of {path} went away; whether revision {revision} was kept is not known.")
    hint = mark("When it is back, look before you type the command again: {command}")
    command: ClassVar[Code] = "tracker history"


class NoRight(StoreError):
    login: Code
    says = mark("The login {login} has no right to that on {path}.")
    hint = mark("A keeper gives it one: {command}")
    command: ClassVar[Code] = "tracker share {login} --as reader"


class MayOnlyRead(StoreError):
    login: Code
    says = mark("The login {login} may only read {path}.")
    hint = mark("A keeper gives it more: {command}")
    command: ClassVar[Code] = "tracker share {login} --as writer --office LY/sec"


class KeeperNeeded(StoreError):
    login: Code
    says = mark("The login {login} may not do that on {path}; only a keeper may.")
    hint = mark("Ask whoever keeps the tracker, or runs the server.")


class OtherOffice(StoreError):
    login: Code
    office: Code
    says = mark("The login {login} acts for {office} and for no other office.")
    hint = mark("Leave out {option}, or type {own}")
    option: ClassVar[Code] = "--by"
    own: ClassVar[Code] = "--by {office}"


class HistoryWithheld(StoreError):
    says = mark("The history of {path} is not shown to the other side.")


class NoSuchLogin(TrackerError):
    login: Code
    says = mark("The server has no login {login}.")
    hint = mark("Who runs the server makes it: {command}")
    command: ClassVar[Code] = "createuser {login}"


class LastKeeper(StoreError):
    says = mark("{path} needs at least one keeper.")
    hint = mark("Give another one first: {command}")
    command: ClassVar[Code] = "tracker share LOGIN --as keeper --office LY/sec"


class NeedsLogin(BadUsage):
    says = mark("Say which login it is.")
    hint = mark("For example: {command}")
    command: ClassVar[Code] = "tracker share LOGIN --as reader"


class NeedsRole(BadUsage):
    login: Code
    says = mark("Say what {login} may do.")
    hint = mark("For example: {command}")
    command: ClassVar[Code] = "tracker share {login} --as writer --office LY/sec"


class NeedsItsOffice(BadUsage):
    login: Code
    role: Code
    says = mark("Whoever changes a tracker does so for one office; say for which.")
    hint = mark("For example: {command}")
    command: ClassVar[Code] = "tracker share {login} --as {role} --office LY/sec"


class NoServer(TrackerError):
    """Something was asked for that only a tracker on a server has."""

    path: str
    says = mark("{path} is a file; logins and their rights belong to a tracker on a server.")
    hint = mark("To keep it on a server: {command}")
    command: ClassVar[Code] = "tracker init --db 'postgresql://HOST/DATABASE?tracker=NAME' --from tracker.json"
