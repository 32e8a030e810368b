//! What the cells of a row say about consent to mail: read by the rule of the form that asks the same. Pure.

use super::columns::CONSENT;
use crate::{
    importing::folded_words,
    typed::consent::{BASES, HOW, SaidConsent, consent},
};
use jiff::civil::Date;
use platform::{
    batch::{Finding, Given},
    consent::EVERYTHING,
    ctx::Ctx,
    http::Pairs,
    text::fold,
};
use std::collections::HashMap;

/// What people write for a bare yes and a bare no.
const YES: [&str; 6] = ["yes", "y", "true", "oui", "o", "x"];
const NO: [&str; 5] = ["no", "n", "false", "non", "unsubscribed"];

/// Words about consent in both official languages, folded, with their codes.
pub struct Words {
    by_field: HashMap<&'static str, HashMap<String, String>>,
    purposes: Vec<&'static str>,
}

impl Words {
    /// As this house speaks of consent.
    pub fn of(ctx: &Ctx) -> Self {
        let purposes: Vec<&'static str> =
            ctx.app.house.rooms.iter().flat_map(|room| room.purposes.iter().copied()).collect();
        let mut basis = folded_words(ctx, BASES.map(|one| (one.code(), format!("consent-{}", one.code()))));
        basis.extend(YES.map(|word| (word.to_owned(), "express".to_owned())));
        basis.extend(NO.map(|word| (word.to_owned(), "withdrawal".to_owned())));
        let all = purposes.iter().copied().chain([EVERYTHING]);
        let purpose = folded_words(ctx, all.map(|code| (code, format!("purpose-{code}"))));
        let how = folded_words(ctx, HOW.map(|code| (code, format!("consent-how-{code}"))));
        let by_field = [("basis", basis), ("purpose", purpose), ("how", how)].into_iter().collect();
        Self { by_field, purposes }
    }

    /// What a row says; nothing when it says nothing, or nothing that can be proved.
    pub fn read(&self, given: &Given, today: Date, findings: &mut Vec<Finding>) -> Option<SaidConsent> {
        if CONSENT.iter().all(|(column, _)| given.get(column).is_empty()) {
            return None;
        }
        let typed = CONSENT.iter().fold(Pairs::default(), |typed, (column, field)| {
            let cell = given.get(column);
            let code = self.by_field.get(field).and_then(|words| words.get(&fold(cell)));
            typed.with(field, code.map_or(cell, String::as_str))
        });
        match consent(&typed, &self.purposes, today) {
            Ok(said) => Some(said),
            Err(complaints) => {
                for wrong in complaints.0 {
                    let column = CONSENT.iter().find(|(_, field)| wrong.field == *field);
                    findings.push(Finding::refused(column.map(|(column, _)| *column), wrong.why.as_ref()));
                }
                None
            }
        }
    }
}
