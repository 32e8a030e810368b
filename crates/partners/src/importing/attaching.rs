//! Somebody of a sheet at a place: that she speaks for an organization, and how she is reached there, or of her own.

use crate::{
    OrganizationId, PersonId,
    contact::ContactKind,
    rules::Visibility,
    store::{
        contacts::{NewContactPoint, lay_contact},
        imported,
        speakers::{NewSpeaker, lay_speaker},
    },
};
use platform::{ctx::Ctx, db::Tx, errors::Result, langs::Lang, text::Text};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a row says of somebody at one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct AtPlace<'a> {
    /// At which organization; none for what is her own.
    pub of: Option<OrganizationId>,
    /// What she does there.
    pub title: &'a str,
    /// The language of that.
    pub lang: Lang,
    /// Her address for mail there.
    pub mail: &'a str,
    /// Her number there.
    pub phone: &'a str,
    /// Whether she is new, so that nothing can be kept of her yet.
    pub is_new: bool,
}

/// What was added for a person of a row, beside herself: she goes with the import.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Attached {
    speaker: Option<Uuid>,
    contacts: Vec<Uuid>,
}

impl Attached {
    /// Takes all of it back, as far as nobody has changed it since.
    pub async fn take_back(&self, tx: &mut Tx) -> Result<()> {
        imported::take_back(tx, &self.contacts).await?;
        match self.speaker {
            Some(speaker) => imported::drop_speaker(tx, speaker).await,
            None => Ok(()),
        }
    }
}

/// Keeps that somebody speaks for the organization, and how she is reached there, unless it is kept already; gives what was added.
pub(super) async fn attach(ctx: &Ctx, tx: &mut Tx, who: PersonId, at: &AtPlace<'_>) -> Result<Attached> {
    let mut attached = Attached::default();
    if let Some(of) = at.of
        && (at.is_new || !imported::speaks(tx, who, of).await?)
    {
        let mut title = Text::default();
        if !at.title.is_empty() {
            title = title.with(at.lang, at.title, ctx.today());
        }
        let new = NewSpeaker { person: who, organization: of, title, from_on: ctx.today(), to_on: None };
        attached.speaker = Some(lay_speaker(tx, &new).await?.0);
    }
    for (kind, value) in [(ContactKind::Mail, at.mail), (ContactKind::Phone, at.phone)] {
        if value.is_empty() || (!at.is_new && imported::reached_at(tx, who, at.of, kind).await?) {
            continue;
        }
        let (person, organization, value) = (Some(who), at.of, value.to_owned());
        let new = NewContactPoint { person, organization, kind, value, visibility: Visibility::Staff };
        attached.contacts.push(lay_contact(tx, &new).await?.0);
    }
    Ok(attached)
}
