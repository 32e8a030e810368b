//! How far an import is, and what becomes of each of its rows.

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its rows are being written down as they came.
    Reading,
    /// A person is asked what its columns say.
    Mapping,
    /// Its rows are compared with what is kept.
    Checking,
    /// What it would do is known.
    Checked,
    /// What is new is written out of sight.
    Laying,
    /// It is in.
    Taken,
    /// It is undone, and what it had added is being deleted.
    Clearing,
    /// It is undone.
    Undone,
    /// It was given up before it was in.
    Dropped,
}

impl State {
    /// All, in their order.
    pub const ALL: [Self; 9] = [
        Self::Reading,
        Self::Mapping,
        Self::Checking,
        Self::Checked,
        Self::Laying,
        Self::Taken,
        Self::Clearing,
        Self::Undone,
        Self::Dropped,
    ];

    /// The code in the database and in word keys (`batch-state-checked`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Mapping => "mapping",
            Self::Checking => "checking",
            Self::Checked => "checked",
            Self::Laying => "laying",
            Self::Taken => "taken",
            Self::Clearing => "clearing",
            Self::Undone => "undone",
            Self::Dropped => "dropped",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the program works on it by itself.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Reading | Self::Checking | Self::Laying | Self::Clearing)
    }
}

crate::coded!(State);

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It was not read yet.
    Unread,
    /// It cannot be taken as it is.
    Refuse,
    /// It may be one that is kept already: a person decides.
    Ask,
    /// It changes one that is kept.
    Change,
    /// It adds one.
    Add,
    /// It says what is kept already.
    Same,
    /// A person has left it out.
    Leave,
}

impl Verdict {
    /// Those that a row can have once it was read, what needs a person first.
    pub const READ: [Self; 6] = [Self::Refuse, Self::Ask, Self::Change, Self::Add, Self::Same, Self::Leave];

    /// The code in the database and in word keys (`batch-verdict-add`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Refuse => "refuse",
            Self::Ask => "ask",
            Self::Change => "change",
            Self::Add => "add",
            Self::Same => "same",
            Self::Leave => "leave",
        }
    }

    /// The verdict of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Unread].into_iter().chain(Self::READ).find(|verdict| verdict.code() == code)
    }
}

crate::coded!(Verdict);
