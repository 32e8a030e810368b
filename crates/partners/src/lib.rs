//! Organizations by sector, formal and informal; people; joining; how to reach them.
//!
//! A *partner* is an organization that has joined and not left. Who may know of an organization, a person or a contact
//! point is stored with it ([`Visibility`]); every reading function takes the [`Reader`] and leaves out what she may not
//! know of. [`reader`] tells who reads from the context: on the public site and in the API everyone reads as the public.
//!
//! Not here: who sits on which council (`councils`), who may sign in (`accounts`).

mod contact;
mod rules;
mod spoken;
mod store;

pub use contact::{ContactKind, check_contact, is_mail};
pub use rules::{
    NewOrganization, NewPerson, PartnerRefusal, Reader, Standing, Visibility, slug_of, visible_to,
};
pub use spoken::{Languages, Spoken};
pub use store::{
    contacts::{
        ContactPoint, NewContactPoint, add_contact, contacts_of_organization, contacts_of_person, mail_of,
    },
    organizations::{
        Organization, add_organization, add_organizations, organization, organization_by_slug,
        organizations_named,
    },
    people::{Person, add_people, add_person, people_named, person},
    sectors::{DEFAULT_SECTORS, Sector, add_default_sectors, add_sector, sectors},
    speakers::{NewSpeaker, Speaker, speakers_of, speaks_for, spoken_for_by, stops_speaking},
};

use platform::{
    authority::Caller,
    ctx::{Ctx, Face},
    langs::Lang,
    manifest::Manifest,
};

platform::id! { /// One organization or informal group.
OrganizationId, "organization" }
platform::id! { /// One person: a contact, the holder of a seat, somebody who signs.
PersonId, "person" }
platform::id! { /// One sector.
SectorId, "sector" }
platform::id! { /// One fact that a person speaks for an organization.
SpeakerId, "speaker" }
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

/// What this room brings to the house.
pub fn manifest() -> Manifest {
    let mut manifest = Manifest::new("partners");
    manifest.words = vec![
        (Lang::En, include_str!("../words/en.ftl")),
        (Lang::Fr, include_str!("../words/fr.ftl")),
        (Lang::Ar, include_str!("../words/ar.ftl")),
    ];
    manifest
}
