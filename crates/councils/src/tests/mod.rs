//! Stories of this room on pages that are not its own.

mod elsewhere;
mod finding;
mod leads;
mod texts;
mod vacancies;
