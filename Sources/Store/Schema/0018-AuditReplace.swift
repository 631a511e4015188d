/// `INSERT OR REPLACE` takes a line away without the trigger on DELETE: a number that is there is never given again.
let schema0018: [String] = [
    """
    CREATE TRIGGER audit_kept_as_it_is BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END
    """
]
