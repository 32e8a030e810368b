//! How it stands with a mail, as lists and filters tell it.

/// How it stands with a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailState {
    /// It will leave, or be tried again.
    Waiting,
    /// It has left.
    Sent,
    /// It did not leave and is not tried again by itself.
    Failed,
    /// It was not sent: its reader asked for no more while it waited.
    Stopped,
}

impl MailState {
    /// All states, as filters offer them.
    pub const ALL: [Self; 4] = [Self::Failed, Self::Waiting, Self::Sent, Self::Stopped];

    /// The code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Stopped => "stopped",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}
