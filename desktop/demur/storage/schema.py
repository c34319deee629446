"""The ledger's tables. A migration once released is never changed: a new one follows it."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE requests (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            opened TEXT NOT NULL,
            sender TEXT NOT NULL,
            subject TEXT NOT NULL,
            move TEXT NOT NULL,
            sent INTEGER NOT NULL,
            state TEXT NOT NULL
        )""",
        """CREATE TABLE decisions (
            request INTEGER PRIMARY KEY REFERENCES requests ON DELETE CASCADE,
            move TEXT NOT NULL,
            day TEXT NOT NULL,
            state TEXT NOT NULL
        )""",
        "CREATE INDEX decisions_by_day ON decisions (day)",
        "CREATE INDEX decisions_by_state ON decisions (state)",
        """CREATE TABLE people (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            met TEXT NOT NULL,
            trusted INTEGER NOT NULL
        )""",
        "CREATE INDEX people_by_name ON people (name_key)",
        "CREATE INDEX people_trusted ON people (name) WHERE trusted",
        """CREATE TABLE addresses (
            address TEXT PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE
        )""",
        "CREATE INDEX addresses_of_person ON addresses (person)",
        """CREATE TABLE fields (
            person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
            field TEXT NOT NULL,
            PRIMARY KEY (person, field)
        )""",
        """CREATE TABLE promises (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
            what TEXT NOT NULL,
            day TEXT NOT NULL,
            state TEXT NOT NULL
        )""",
        "CREATE INDEX promises_of_person ON promises (person)",
        """CREATE TABLE interactions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
            day TEXT NOT NULL,
            outcome TEXT NOT NULL,
            note TEXT NOT NULL,
            told_by TEXT NOT NULL
        )""",
        "CREATE INDEX interactions_of_person ON interactions (person)",
        """CREATE TABLE notes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
            text TEXT NOT NULL,
            source TEXT NOT NULL
        )""",
        "CREATE INDEX notes_of_person ON notes (person)",
        """CREATE TABLE follow_ups (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
            about TEXT NOT NULL,
            due TEXT NOT NULL,
            done TEXT
        )""",
        "CREATE INDEX follow_ups_of_person ON follow_ups (person)",
        "CREATE INDEX follow_ups_due ON follow_ups (due) WHERE done IS NULL",
    ),
    (
        "ALTER TABLE fields ADD COLUMN opening TEXT NOT NULL DEFAULT ''",
        "UPDATE fields SET opening = opening_of(field)",
        "CREATE INDEX fields_by_opening ON fields (opening, field)",
        "CREATE INDEX people_by_field ON fields (field, person)",
    ),
    (
        "DROP INDEX interactions_of_person",
        "CREATE INDEX interactions_of_person ON interactions (person, outcome, told_by)",
    ),
)
