//! The form that makes a partnership and its first coordinator: on the first run, and by an administrator.

use crate::{
    Mail, NewAccount,
    rules::{self, SlugRefusal},
};
use maud::{Markup, html as markup};
use platform::{
    app::{NewPartnership, insert_partnership},
    authority::{Grant, Office},
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, Result},
    html::{Choice, FormHtml, choice, field},
    ids::{AccountId, PartnershipId},
    langs::Lang,
    mail::Recipient,
    reach::Contact,
    t,
    text::{Text, line},
    zones,
};
use serde::Deserialize;

/// The form, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    /// The code from the console, on the first run.
    pub(crate) code: String,
    slug: String,
    name_en: String,
    name_fr: String,
    place_en: String,
    place_fr: String,
    zone: String,
    contact: String,
    person: String,
    mail: String,
    lang: String,
}

/// What the form asks for, when every field can be read.
pub(crate) struct Founding {
    slug: String,
    name: Text,
    place: Text,
    zone: &'static str,
    contact: Contact,
    pub(crate) person: NewAccount,
}

impl Founding {
    /// Its place in addresses.
    pub(crate) fn slug(&self) -> &str {
        &self.slug
    }
}

/// Reads the form.
pub(crate) fn read(ctx: &Ctx, typed: &Typed) -> Result<Founding, Complaints> {
    let mut complaints = Complaints::default();
    let slug = complaints.take("slug", rules::slug(&typed.slug));
    let mut both = |(en, en_field), (fr, fr_field)| {
        let en = complaints.take(en_field, line(en, 120));
        let fr = complaints.take(fr_field, line(fr, 120));
        en.zip(fr).map(|(en, fr)| Text::both(&en, &fr, ctx.today()))
    };
    let name = both((&typed.name_en, "name_en"), (&typed.name_fr, "name_fr"));
    let place = both((&typed.place_en, "place_en"), (&typed.place_fr, "place_fr"));
    let zone = complaints.take("zone", zones::offered(&typed.zone).ok_or(FieldRefusal::NotAChoice));
    let contact = match typed.contact.trim() {
        "" => Some(Contact::default()),
        mail => complaints.take("contact", Recipient::parse(mail)).map(|mail| Contact::by_mail(&mail)),
    };
    let person = person(&mut complaints, (&typed.person, &typed.mail, &typed.lang));
    match (slug.zip(name).zip(place).zip(zone).zip(contact), person) {
        (Some(((((slug, name), place), zone), contact)), Some(person)) => {
            Ok(Founding { slug, name, place, zone, contact, person })
        }
        _ => Err(complaints),
    }
}

/// Reads the name, the address and the language of a first coordinator.
pub(crate) fn person(
    complaints: &mut Complaints,
    (name, mail, lang): (&str, &str, &str),
) -> Option<NewAccount> {
    let name = complaints.take("person", line(name, 120));
    let mail = complaints.take("mail", Mail::parse(mail));
    let lang = Lang::from_code(lang).filter(|lang| Lang::OFFICIAL.contains(lang));
    let lang = complaints.take("lang", lang.ok_or(FieldRefusal::NotAChoice));
    let ((name, mail), lang) = name.zip(mail).zip(lang)?;
    Some(NewAccount { mail, name, lang })
}

/// Makes the partnership, the account when there is none, and its grant, in a transaction of the installation.
///
/// # Errors
/// [`SlugRefusal::Taken`]; or when the database refuses.
pub(crate) async fn found(ctx: &Ctx, tx: &mut Tx, new: &Founding) -> Result<(PartnershipId, AccountId)> {
    let id = tx.new_id::<PartnershipId>()?;
    let partnership = NewPartnership {
        slug: &new.slug,
        name: new.name.clone(),
        place: new.place.clone(),
        about: Text::default(),
        contact: new.contact.clone(),
        zone: new.zone,
        langs: Lang::OFFICIAL.to_vec(),
        invented: false,
    };
    let made = insert_partnership(tx, id, &partnership, ctx.now()).await;
    made.map_err(|error| error.on_constraint("slug", SlugRefusal::Taken))?;
    tx.audit("partnership.made", id, None::<&()>, Some(&serde_json::json!({ "slug": new.slug }))).await?;
    let account = crate::account_of(tx, &new.person).await?.id;
    let coordinator = Grant { office: Office::Coordinator, partnership: Some(id), on: None };
    crate::grant(tx, account, &coordinator).await?;
    Ok((id, account))
}

/// The fields about the partnership and its first coordinator. Only on the first run is she the one who writes: a browser
/// may fill in its own user's name and address, and nobody else's.
pub(crate) fn fields(ctx: &Ctx, form: &FormHtml<'_>, typed: &Typed) -> Markup {
    let say = ctx.say();
    let zone = if typed.zone.is_empty() { "America/Toronto" } else { &typed.zone };
    markup! {
        h2 { (t!(say, "founding-partnership")) }
        (form.texts(field("name", t!(say, "founding-name")).hint(t!(say, "founding-name-hint")), &[(Lang::En, &typed.name_en), (Lang::Fr, &typed.name_fr)]))
        (form.texts(field("place", t!(say, "founding-place")).hint(t!(say, "founding-place-hint")), &[(Lang::En, &typed.place_en), (Lang::Fr, &typed.place_fr)]))
        (form.text(field("slug", t!(say, "founding-slug")).value(&typed.slug).hint(t!(say, "founding-slug-hint", origin = &ctx.app.settings.origin)).short()))
        (form.select(field("zone", t!(say, "founding-zone")).value(zone), &zones::choices(&say)))
        (form.text(field("contact", t!(say, "founding-contact")).value(&typed.contact).hint(t!(say, "founding-contact-hint")).autocomplete("off").mail().optional()))
        h2 { (t!(say, "founding-coordinator")) }
        (person_fields(ctx, form, (&typed.person, &typed.mail, &typed.lang)))
    }
}

/// The fields about a first coordinator.
pub(crate) fn person_fields(
    ctx: &Ctx,
    form: &FormHtml<'_>,
    (name, mail, lang): (&str, &str, &str),
) -> Markup {
    let say = ctx.say();
    let langs: Vec<Choice> = Lang::OFFICIAL.iter().map(|lang| choice(lang.code(), lang.own_name())).collect();
    let (own_name, own_mail) =
        if ctx.caller.account().is_some() { ("off", "off") } else { ("name", "email") };
    let lang = if lang.is_empty() { ctx.lang.code() } else { lang };
    markup! {
        (form.text(field("person", t!(say, "accounts-name")).value(name).autocomplete(own_name)))
        (form.text(field("mail", t!(say, "accounts-mail")).value(mail).hint(t!(say, "founding-mail-hint")).autocomplete(own_mail).mail()))
        (form.select(field("lang", t!(say, "accounts-lang")).value(lang), &langs))
    }
}
