//! What a translator may write of a partnership's own texts.

use super::{ABOUT, LINE, OWN};
use crate::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    manifest::Fut,
    partnership::Facts,
    reach::{HelpFor, HelpLine},
    text::Text,
    translate::{Translatable, Translated, WithTexts, Wording},
};

/// What its own numbers are for has at most this many characters.
const OWN_LABEL: usize = 60;

/// The partnership itself.
pub(in crate::pages) const TRANSLATABLE: Translatable = Translatable {
    kind: "partnership",
    wordings: &[
        Wording::line("name", "partnership-name", LINE),
        Wording::line("place", "partnership-place", LINE),
        Wording::prose("about", "partnership-about", ABOUT),
        Wording::line("office", "reach-office", LINE),
        Wording::line("hours", "reach-hours", LINE),
        Wording::line(OWN[0].0, "partnership-own", OWN_LABEL),
        Wording::line(OWN[1].0, "partnership-own", OWN_LABEL),
    ],
    list,
    save,
};

fn own(facts: &mut Facts, n: usize) -> Option<&mut Text> {
    facts.emergency.iter_mut().filter(|line| line.what == HelpFor::Own).nth(n).map(|line| &mut line.label)
}

fn text_of<'a>(facts: &'a mut Facts, wording: &str) -> Option<&'a mut Text> {
    match wording {
        "name" => Some(&mut facts.name),
        "place" => Some(&mut facts.place),
        "about" => Some(&mut facts.about),
        "office" => Some(&mut facts.contact.office),
        "hours" => Some(&mut facts.contact.hours),
        other => own(facts, OWN.iter().position(|(name, _)| *name == other)?),
    }
}

fn list<'a>(_: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<Vec<WithTexts>>> {
    Box::pin(async move {
        let (id, (facts, version)) = (tx.partnership()?.0, tx.facts().await?);
        let title = facts.name.clone();
        let mut texts = vec![
            ("name", facts.name),
            ("place", facts.place),
            ("about", facts.about),
            ("office", facts.contact.office),
            ("hours", facts.contact.hours),
        ];
        let is_own = |line: &HelpLine| line.what == HelpFor::Own;
        let labels = facts.emergency.into_iter().filter(is_own).map(|line| line.label);
        texts.extend(OWN.iter().map(|(name, _)| *name).zip(labels));
        Ok(vec![WithTexts { id, version, title, texts }])
    })
}

fn save<'a>(tx: &'a mut Tx, saved: &'a Translated) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let (before, version) = tx.facts().await?;
        if tx.partnership()?.0 != saved.id {
            return Err(Error::NotFound);
        }
        if version != saved.version {
            return Err(Error::Stale);
        }
        let mut after = before.clone();
        *text_of(&mut after, saved.wording).ok_or(Error::NotFound)? = saved.text.clone();
        tx.change_facts((&before, version), &after).await
    })
}
