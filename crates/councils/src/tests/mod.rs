//! Stories of this room on pages that are not its own.

mod elsewhere;
mod leads;
mod texts;
mod vacancies;
