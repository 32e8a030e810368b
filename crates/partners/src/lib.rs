//! Organizations by sector, formal and informal; people; joining; how to reach them.
//!
//! A *partner* is an organization that has joined and not left. Who may know of an organization, a person or a contact
//! point is stored with it ([`Visibility`]); every reading function takes the [`Reader`] and leaves out what she may not
//! know of. [`reader`] tells who reads from the context: on the public site and in the API everyone reads as the public.
//!
//! Not here: who sits on which council (`councils`), who may sign in (`accounts`).

mod admitting;
mod api;
mod asking;
mod contact;
mod finding;
mod importing;
mod jobs;
mod narrowing;
mod pages;
mod provider;
mod rules;
mod spoken;
mod store;
mod today;
mod translating;
mod typed;

#[cfg(test)]
mod tests;

pub use admitting::{free_slug, join};
pub use asking::{
    PURPOSE as ASK_PURPOSE, answer_asks, ask, asks_carried, asks_waiting, close_asks, count_ask,
    line as ask_line, load_of, mailbox_of, mailboxes, settle_asks,
};
pub use contact::{ContactKind, check_contact, is_mail, web_or_none};
pub use importing::{MAIL as SHEET_MAIL, PERSON as SHEET_PERSON, language as sheet_language};
pub use jobs::erase_again;
pub use pages::asks_about::{asked_about, form_url as ask_form_url, lately as asked_lately};
pub use rules::{
    NewOrganization, NewPerson, PartnerRefusal, Reader, Standing, Visibility, slug_of, visible_to,
};
pub use rules::{
    asks::{AskState, Load, Mailbox},
    notes::Way,
    offers::{Kind as OfferKind, NewOffer, Side},
    whose::Whose,
};
pub use spoken::{Languages, Spoken};
pub use store::{
    asks::{Ask, NewAsk, loads_of, open_asks_about},
    contacts::{
        ContactPoint, NewContactPoint, Reachable, add_contact, contacts_of_organization, contacts_of_person,
        mail_of, mails_known, reachable, reachable_for,
    },
    imported::{clear as clear_laid, laid_organizations},
    list::{choices as organizations_to_choose, days_of_partners, partners_by_sector},
    notes::{add_staff_note, in_touch},
    offering::add_offer,
    offers::Offer,
    organizations::{
        Organization, add_organization, add_organizations, lay_organizations, organization,
        organization_by_slug, organizations_named,
    },
    people::{
        Person, add_people, add_person, names_of_people, people_in_bin, people_named, people_to_choose,
        person,
    },
    picture::all_organizations,
    sectors::{DEFAULT_SECTORS, Sector, add_default_sectors, add_sector, sectors},
    speakers::{NewSpeaker, Speaker, speakers_of, speaks_for, spoken_for_by, stops_speaking},
};

use platform::{
    authority::Caller,
    ctx::{Ctx, Face, PUBLIC},
    langs::Lang,
    manifest::{Manifest, NavEntry, NavGroup},
};

platform::id! { /// One organization or informal group.
OrganizationId, "organization" }
platform::id! { /// One person: a contact, the holder of a seat, somebody who signs.
PersonId, "person" }
platform::id! { /// One sector.
SectorId, "sector" }
platform::id! { /// One fact that a person speaks for an organization.
SpeakerId, "speaker" }
platform::id! { /// One note of the staff.
NoteId, "note" }
platform::id! { /// Something that is offered or needed.
OfferId, "offer" }
platform::id! { /// Something that was asked of an organization.
AskId, "ask" }
platform::id! { /// One contact point.
ContactId, "contact" }

/// Permissions of this room.
pub mod can {
    use platform::authority::{Office, Permission};

    /// Seeing the partners and people that partners may know of.
    pub const SEE_PARTNERS: Permission = Permission::see(
        "partners.see",
        &[
            Office::Coordinator,
            Office::Chair,
            Office::CouncilMember,
            Office::PartnerEditor,
            Office::Translator,
            Office::Reader,
        ],
    );
    /// Keeping one organization's record: what it says of itself, its contact points.
    pub const EDIT_ORGANIZATION: Permission =
        Permission::act("partners.organization.edit", &[Office::Coordinator, Office::PartnerEditor]);
    /// Deciding about partners: adding, joining, leaving, visibility, the bin.
    pub const DECIDE_PARTNERS: Permission = Permission::act("partners.decide", &[Office::Coordinator]);
    /// Keeping people.
    pub const EDIT_PEOPLE: Permission = Permission::act("partners.people.edit", &[Office::Coordinator]);
    /// Reading and writing the staff's notes, saying who looks after a record, asking partners for something.
    pub const KEEP_NOTES: Permission = Permission::act("partners.notes", &[Office::Coordinator]);
    /// Keeping the list of sectors.
    pub const EDIT_SECTORS: Permission = Permission::act("partners.sectors.edit", &[Office::Coordinator]);
}

/// Whose eyes an answer is for. Pages of the public site are kept for everyone, so there nobody is more than the public.
pub fn reader(ctx: &Ctx) -> Reader {
    let partnership = ctx.partnership.as_ref().map(|p| p.id);
    match (&ctx.caller, ctx.face) {
        (_, Face::Public | Face::Api) => Reader::Public,
        (Caller::Job(_) | Caller::Console, _) => Reader::Staff,
        (caller, _) if ctx.may(can::DECIDE_PARTNERS) && caller.account().is_some() => Reader::Staff,
        (caller, _) if caller.belongs_to(partnership) => Reader::Partner,
        _ => Reader::Public,
    }
}

/// What is said where a list is empty: the first of two texts to whoever sees everything, that there is none; the second to
/// everybody else, that none is shown to them. What is narrower than the page on which it would stand is so never denied.
pub fn none_known(ctx: &Ctx, [none, none_shown]: [&str; 2]) -> String {
    let key = if reader(ctx) == Reader::Staff { none } else { none_shown };
    ctx.say().t(key, &[])
}

/// What this room brings to the house.
pub fn manifest() -> Manifest {
    let manifest = people_routes(partner_routes(Manifest::new("partners")));
    let mut manifest = offer_routes(note_routes(manifest))
        .get("/{p}/work/sectors", can::EDIT_SECTORS, pages::sectors::show)
        .post("/{p}/work/sectors", can::EDIT_SECTORS, pages::sectors::add)
        .post("/{p}/work/sectors/default", can::EDIT_SECTORS, pages::sectors::take_default)
        .get("/{p}/work/sectors/{sector}", can::EDIT_SECTORS, pages::sectors::edit)
        .post("/{p}/work/sectors/{sector}", can::EDIT_SECTORS, pages::sectors::save)
        .get("/{p}/work/sectors/{sector}/removal", can::EDIT_SECTORS, pages::removal::ask_sector)
        .post("/{p}/work/sectors/{sector}/removal", can::EDIT_SECTORS, pages::removal::sector_out)
        .get("/{p}/{lang}/partners", PUBLIC, pages::public::list)
        .get("/{p}/{lang}/partners/{slug}", PUBLIC, pages::public::show)
        .get("/{p}/api/v1/partners", PUBLIC, api::list)
        .get("/{p}/api/v1/partners/{slug}", PUBLIC, api::show)
        .get("/{p}/api/v1/offers", PUBLIC, api::offers);
    manifest.words = vec![
        (Lang::En, include_str!("../words/en.ftl")),
        (Lang::Fr, include_str!("../words/fr.ftl")),
        (Lang::Ar, include_str!("../words/ar.ftl")),
    ];
    manifest.words.extend(platform::words_of_the_door!("../words"));
    let entry = |key, path, see| NavEntry { group: NavGroup::People, key, path, see };
    manifest.nav = vec![
        entry("nav-partners", "/work/partners", can::SEE_PARTNERS),
        entry("nav-partners-people", "/work/people", can::SEE_PARTNERS),
        entry("offers-title", "/work/offers", can::SEE_PARTNERS),
        entry("asks-title", "/work/asks", can::KEEP_NOTES),
    ];
    manifest.public_nav = vec![entry("nav-public-partners", "/partners", PUBLIC)];
    manifest.providers = provider::providers();
    manifest.restorers = provider::restorers();
    manifest.search = finding::PROVIDERS.to_vec();
    manifest.translatables = translating::TRANSLATABLES.to_vec();
    manifest.holdings = vec![pages::held::HOLDING];
    manifest.importers = vec![importing::IMPORTER, importing::PEOPLE];
    manifest.jobs = vec![jobs::EMPTY_BIN, asking::SEND, asking::SEND_REST];
    manifest.retentions = vec![jobs::RETENTION];
    manifest.today = vec![today::today];
    manifest.purposes = vec![asking::PURPOSE];
    manifest.sampled = pages::samples();
    manifest.refusals = vec![rules::PartnerRefusal::CODES];
    manifest.data_map = include_str!("../datamap.txt");
    manifest.data_map_fr = include_str!("../datamap.fr.txt");
    manifest.openapi = api::OPENAPI;
    manifest
}

fn partner_routes(manifest: Manifest) -> Manifest {
    manifest
        .get("/{p}/work/partners", can::SEE_PARTNERS, pages::list::show)
        .get("/{p}/work/partners/new", can::DECIDE_PARTNERS, pages::edit::new)
        .post("/{p}/work/partners", can::DECIDE_PARTNERS, pages::edit::add)
        .get("/{p}/work/partners/{slug}", can::SEE_PARTNERS, pages::organization::show)
        .get("/{p}/work/partners/{slug}/edit", can::EDIT_ORGANIZATION, pages::edit::edit)
        .post("/{p}/work/partners/{slug}", can::EDIT_ORGANIZATION, pages::edit::save)
        .get("/{p}/work/partners/{slug}/joining", can::DECIDE_PARTNERS, pages::days::ask_joining)
        .post("/{p}/work/partners/{slug}/joining", can::DECIDE_PARTNERS, pages::days::join)
        .get("/{p}/work/partners/{slug}/departure", can::DECIDE_PARTNERS, pages::days::ask_departure)
        .post("/{p}/work/partners/{slug}/departure", can::DECIDE_PARTNERS, pages::days::leave)
        .get("/{p}/work/partners/{slug}/removal", can::DECIDE_PARTNERS, pages::removal::ask_organization)
        .post("/{p}/work/partners/{slug}/removal", can::DECIDE_PARTNERS, pages::removal::organization_out)
        .get(
            "/{p}/work/partners/{slug}/contacts/new",
            can::EDIT_ORGANIZATION,
            pages::contacts::new_of_organization,
        )
        .post(
            "/{p}/work/partners/{slug}/contacts",
            can::EDIT_ORGANIZATION,
            pages::contacts::add_to_organization,
        )
        .get("/{p}/work/contacts/{contact}/edit", can::EDIT_ORGANIZATION, pages::contacts::edit)
        .post("/{p}/work/contacts/{contact}", can::EDIT_ORGANIZATION, pages::contacts::save)
        .get("/{p}/work/contacts/{contact}/removal", can::EDIT_ORGANIZATION, pages::removal::ask_contact)
        .post("/{p}/work/contacts/{contact}/removal", can::EDIT_ORGANIZATION, pages::removal::contact_out)
}

fn people_routes(manifest: Manifest) -> Manifest {
    manifest
        .get("/{p}/work/people", can::SEE_PARTNERS, pages::people::show)
        .get("/{p}/work/people/new", can::EDIT_PEOPLE, pages::person::new)
        .post("/{p}/work/people", can::EDIT_PEOPLE, pages::person::add)
        .get("/{p}/work/people/{person}", can::SEE_PARTNERS, pages::person::show)
        .get("/{p}/work/people/{person}/edit", can::EDIT_PEOPLE, pages::person::edit)
        .post("/{p}/work/people/{person}", can::EDIT_PEOPLE, pages::person::save)
        .get("/{p}/work/people/{person}/removal", can::EDIT_PEOPLE, pages::removal::ask_person)
        .post("/{p}/work/people/{person}/removal", can::EDIT_PEOPLE, pages::removal::person_out)
        .get("/{p}/work/people/{person}/consent", can::EDIT_PEOPLE, pages::consent::show)
        .post("/{p}/work/people/{person}/consent", can::EDIT_PEOPLE, pages::consent::add)
        .get("/{p}/work/people/{person}/data", can::EDIT_PEOPLE, pages::held::show)
        .get("/{p}/work/people/{person}/erasure", can::EDIT_PEOPLE, pages::held::ask)
        .post("/{p}/work/people/{person}/erasure", can::EDIT_PEOPLE, pages::held::erase)
        .get("/{p}/work/erasures", can::EDIT_PEOPLE, pages::held::certificates)
        .get("/{p}/work/erasures/{erasure}", can::EDIT_PEOPLE, pages::held::certificate)
        .get("/{p}/work/people/{person}/contacts/new", can::EDIT_PEOPLE, pages::contacts::new_of_person)
        .post("/{p}/work/people/{person}/contacts", can::EDIT_PEOPLE, pages::contacts::add_to_person)
        .get("/{p}/work/people/{person}/speaking/new", can::EDIT_PEOPLE, pages::speaking::new)
        .post("/{p}/work/people/{person}/speaking", can::EDIT_PEOPLE, pages::speaking::add)
        .post("/{p}/work/people/{person}/speaking/{speaker}", can::EDIT_PEOPLE, pages::titling::save)
        .get("/{p}/work/people/{person}/speaking/{speaker}/edit", can::EDIT_PEOPLE, pages::titling::edit)
        .get("/{p}/work/people/{person}/speaking/{speaker}/end", can::EDIT_PEOPLE, pages::speaking::ask_end)
        .post("/{p}/work/people/{person}/speaking/{speaker}/end", can::EDIT_PEOPLE, pages::speaking::end)
}

fn note_routes(manifest: Manifest) -> Manifest {
    use pages::{asks, asks_about, mail_choices, notes};
    manifest
        .get("/{p}/work/partners/{slug}/notes", can::KEEP_NOTES, notes::of_organization)
        .post("/{p}/work/partners/{slug}/notes", can::KEEP_NOTES, notes::add_to_organization)
        .post("/{p}/work/partners/{slug}/steward", can::KEEP_NOTES, notes::steward_of_organization)
        .get("/{p}/work/people/{person}/notes", can::KEEP_NOTES, notes::of_person)
        .post("/{p}/work/people/{person}/notes", can::KEEP_NOTES, notes::add_to_person)
        .post("/{p}/work/people/{person}/steward", can::KEEP_NOTES, notes::steward_of_person)
        .get("/{p}/work/notes/{note}/correction", can::KEEP_NOTES, notes::ask_correction)
        .post("/{p}/work/notes/{note}/correction", can::KEEP_NOTES, notes::correct)
        .get("/{p}/work/asks", can::KEEP_NOTES, asks::show)
        .get("/{p}/work/asks/about/{kind}/{id}", can::KEEP_NOTES, asks_about::choose)
        .post("/{p}/work/asks/about/{kind}/{id}", can::KEEP_NOTES, asks_about::chosen)
        .get("/{p}/work/partners/{slug}/asks/new", can::KEEP_NOTES, asks::new)
        .post("/{p}/work/partners/{slug}/asks", can::KEEP_NOTES, asks::add)
        .post("/{p}/work/asks/{ask}/closing", can::KEEP_NOTES, asks::close)
        .get("/{p}/work/people/{person}/mail", can::EDIT_PEOPLE, mail_choices::show)
        .post("/{p}/work/people/{person}/mail", can::EDIT_PEOPLE, mail_choices::save)
}

fn offer_routes(manifest: Manifest) -> Manifest {
    use pages::{offer, offering, offers};
    manifest
        .get("/{p}/work/offers", can::SEE_PARTNERS, offers::show)
        .get("/{p}/work/partners/{slug}/offers/new", can::EDIT_ORGANIZATION, offering::new_of_organization)
        .post("/{p}/work/partners/{slug}/offers", can::EDIT_ORGANIZATION, offering::add_to_organization)
        .get("/{p}/work/people/{person}/offers/new", can::EDIT_PEOPLE, offering::new_of_person)
        .post("/{p}/work/people/{person}/offers", can::EDIT_PEOPLE, offering::add_to_person)
        .get("/{p}/work/offers/{offer}", can::SEE_PARTNERS, offer::show)
        .get("/{p}/work/offers/{offer}/edit", can::EDIT_ORGANIZATION, offering::edit)
        .post("/{p}/work/offers/{offer}", can::EDIT_ORGANIZATION, offering::save)
        .get("/{p}/work/offers/{offer}/removal", can::EDIT_ORGANIZATION, offer::ask_removal)
        .post("/{p}/work/offers/{offer}/removal", can::EDIT_ORGANIZATION, offer::remove)
        .post("/{p}/work/offers/{offer}/confirmation", can::EDIT_ORGANIZATION, offer::confirm_still)
}
