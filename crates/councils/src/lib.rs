//! Councils, sub-councils, working groups, teams: what each is for, its seats and who sits there until when.
//!
//! A seat belongs to a body and often to an organization; the person in it changes and it may be vacant. A seat, the
//! visibility of that seat and the permission to read are three facts: sitting on a council grants nothing (see `accounts`).
//!
//! Decisions are in `rules`, SQL in `store`, pages in `pages`, words in `words/`.
//!
//! Not here: attendance and quorum (`meetings`), consent to mail (the platform's ledger), an organization's staff (`partners`).

pub mod picture;
pub mod rules;

platform::id! { /// One body: a council, sub-council, working group or team.
CouncilId, "council" }
platform::id! { /// One seat of a body.
SeatId, "seat" }
platform::id! { /// One term served on a seat.
TermId, "seat-term" }
platform::id! { /// What a seat is for: a category that several seats may share.
CategoryId, "seat-category" }
platform::id! { /// One version of a body's terms of reference.
ReferenceId, "terms-of-reference" }
platform::id! { /// One expression of interest in a seat.
ExpressionId, "expression" }
platform::id! { /// One round in which expressions of interest are asked for.
RoundId, "expression-round" }
platform::id! { /// One letter to a group.
LetterId, "letter" }
