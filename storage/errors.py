"""What can go wrong with what is kept."""


class StorageError(Exception):
    """Base of the errors that storage raises itself."""


class DatabaseBehind(StorageError):
    """The database's schema is not the one that this version of the code needs."""


class WriteLockTimeout(StorageError):
    """Another writer has held the database for longer than anybody waits."""


class UnsupportedDatabase(StorageError):
    """The database URL names neither SQLite nor PostgreSQL."""


class ForeignKeysBroken(StorageError):
    """A migration would leave rows that point to nothing."""


class AttachmentTooLarge(StorageError):
    """The file is larger than its kind may be."""


class AttachmentRefused(StorageError):
    """The content is not of a type that a report may carry."""


class PictureTooSmall(AttachmentRefused):
    """The picture has so few pixels that it shows nothing."""


class NotAWorkbook(StorageError):
    """The file is no .xlsx workbook, whatever its name says, or it is broken."""


class WorkbookTooLarge(StorageError):
    """The file would unpack to more than any roster needs."""


class FilesAway(StorageError, OSError):
    """The storage of files does not answer, or not with what was put there."""


class NotABackup(StorageError):
    """The file is no backup of ours."""


class OtherVersion(StorageError):
    """The backup is of another version of the schema than the database."""


class NewerVersion(OtherVersion):
    """The backup is of a newer version than this program knows."""


class WrongBackupKey(StorageError):
    """The backup is encrypted to a key that is not among those at hand."""


class NotEmpty(StorageError):
    """The database that is to be filled has rows already."""
