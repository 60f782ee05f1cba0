"""Why a part could not be opened, and the finding that tells the editor."""

from tinbai.finding import Finding, Severity, Where


class UnreadableError(Exception):
    """An opener gives up on a part. `check` names the finding, `message` is Vietnamese and says what to do."""

    def __init__(self, message: str, *, check: str = "attachment_unreadable") -> None:
        self.check = check
        self.message = message
        super().__init__(check)

    def finding(self) -> Finding:
        """The finding for the editor."""
        return about_attachment(self.check, self.message)


def about_attachment(check: str, message: str, severity: Severity = Severity.WARN) -> Finding:
    """A finding about an attachment as a whole."""
    return Finding(check=check, severity=severity, where=Where(field="attachments"), message=message)


def hint(check: str, message: str) -> Finding:
    """A finding that is only good to know."""
    return about_attachment(check, message, Severity.HINT)
