//! Builds the world through what the rooms offer.

pub(crate) mod accounts;
mod councils;
mod declarations;
mod directory;
mod offers;
mod outreach;
mod partners;
mod plans;

use super::{
    PARTNERSHIPS, PartnershipSeed,
    text::{T, t3},
};
use ::councils::CouncilId;
use ::partners::{OrganizationId, PersonId};
use platform::{
    app::{App, NewPartnership, insert_partnership},
    authority::{Caller, Office, Permission},
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    ids::PartnershipId,
    langs::Lang,
    reach::Contact,
};
use std::{collections::HashMap, sync::Arc};

/// Building the demo's world: from the machine's own console only.
pub const BUILD: Permission = Permission::installation("demo.build", &[Office::Administrator]);

/// What a partnership's rooms know its seeds by, once they are kept.
#[derive(Debug, Default)]
struct Known {
    organizations: HashMap<&'static str, OrganizationId>,
    people: HashMap<&'static str, PersonId>,
    councils: HashMap<&'static str, CouncilId>,
}

impl Known {
    fn organization(&self, slug: &str) -> Result<OrganizationId> {
        self.organizations.get(slug).copied().ok_or_else(|| Error::failed(format!("no organization {slug}")))
    }

    fn council(&self, slug: &str) -> Result<CouncilId> {
        self.councils.get(slug).copied().ok_or_else(|| Error::failed(format!("no body {slug}")))
    }

    fn person(&self, slug: &str) -> Result<PersonId> {
        self.people.get(slug).copied().ok_or_else(|| Error::failed(format!("no person {slug}")))
    }
}

/// Builds the partnerships that are not there yet, each of them whole or not at all. Days are counted from today.
///
/// # Errors
/// When the database does not answer, or a seed breaks a rule of its room.
pub async fn build(app: &Arc<App>) -> Result<()> {
    let ctx = Ctx::program(app, Caller::Console, None);
    for seed in PARTNERSHIPS {
        if app.partnership(seed.slug, "").await?.is_none() {
            let mut tx = ctx.write(BUILD).await?;
            insert_partnership(&mut tx, ctx.id::<PartnershipId>(), &partnership(&ctx, seed), ctx.now())
                .await?;
            tx.commit().await?;
        }
        let here = app.partnership(seed.slug, "").await?.or_not_found()?;
        let ctx = Ctx::program(app, Caller::Console, Some(here));
        let mut tx = ctx.write(BUILD).await?;
        if ::partners::sectors(&mut tx).await?.is_empty() {
            fill(&ctx, &mut tx, seed).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn fill(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed) -> Result<()> {
    let mut known = partners::fill(ctx, tx, seed).await?;
    councils::fill(ctx, tx, seed, &mut known).await?;
    plans::fill(ctx, tx, seed, &known).await?;
    declarations::fill(ctx, tx, seed, &known).await?;
    offers::fill(ctx, tx, seed, &known).await?;
    outreach::fill(ctx, tx, seed, &known).await?;
    directory::fill(ctx, tx, seed, &known).await?;
    accounts::fill(ctx, tx, seed, &known).await
}

fn partnership<'a>(ctx: &Ctx, seed: &PartnershipSeed) -> NewPartnership<'a> {
    let today = ctx.today();
    NewPartnership {
        slug: seed.slug,
        name: seed.name.text(today),
        place: seed.place.text(today),
        about: seed.about.text(today),
        contact: contact(seed, today),
        zone: seed.time_zone,
        langs: seed.languages.iter().filter_map(|code| Lang::from_tag(code)).collect(),
        invented: seed.invented,
    }
}

/// How the demo's partnerships would be reached: plainly invented, with names that nobody can have (RFC 2606) and a number
/// that is given to nobody.
fn contact(seed: &PartnershipSeed, today: jiff::civil::Date) -> Contact {
    Contact {
        office: OFFICE.text(today),
        street: "1 Example Street".into(),
        mail: format!("{}@example.org", seed.slug),
        phone: "555-0100".into(),
        hours: HOURS.text(today),
    }
}

const OFFICE: T =
    t3("Office (invented for the demo)", "Bureau (inventé pour la démonstration)", "المكتب (متخيَّل للعرض)");
const HOURS: T =
    t3("Monday to Friday, 9 to 4", "Du lundi au vendredi, de 9 h à 16 h", "من الاثنين إلى الجمعة، من 9 إلى 4");

#[cfg(test)]
mod tests {
    use super::*;

    platform::on_both! { crate::among(crate::rooms());
        async fn the_world_is_built_once(site) {
            build(&site.app).await.expect("a world");
            build(&site.app).await.expect("the same world");
            let all = site.app.partnerships().await.expect("partnerships");
            for seed in PARTNERSHIPS {
                let one = all.iter().find(|one| one.slug == seed.slug).expect(seed.slug);
                assert_eq!(one.invented, seed.invented);
                assert_eq!(one.langs.len(), seed.languages.len(), "every language is one that Kith speaks");
                assert_eq!(one.name.in_lang(Lang::Fr), seed.name.fr);
                assert_eq!(one.zone.iana_name(), Some(seed.time_zone));
            }
        }

        async fn the_front_page_lists_the_partnerships_in_the_readers_language(site) {
            build(&site.app).await.expect("a world");
            let got = site.get("/").await;
            assert_eq!(got.status, 200);
            for seed in PARTNERSHIPS {
                assert!(got.body.contains(&seed.name.en.replace('&', "&amp;")), "{}", seed.slug);
            }
        }

        async fn services_are_found_by_whoever_may_know_of_them(site) {
            build(&site.app).await.expect("a world");
            let dentist = site.get("/portage-falls/en/help?q=dentist").await;
            assert_eq!(dentist.status, 200);
            assert!(dentist.body.contains("Dental clinic"));
            let mosque = site.get("/portage-falls/en/help?q=mosque").await;
            assert!(mosque.body.contains("Welcome table after Sunday mass"));
            assert!(!mosque.body.contains("Friday prayer"), "for partners only");
            let hospital = site.get("/hamilton/en/help?q=hospital").await;
            assert!(hospital.body.contains("Hamilton General Hospital"));
            let work = site.get("/london-middlesex/fr/help?q=emploi").await;
            assert!(work.body.contains("Liste de vérification pour l’emploi"));
        }

        async fn no_place_that_a_partnership_serves_counts_twice(site) {
            build(&site.app).await.expect("a world");
            for seed in PARTNERSHIPS {
                let here = site.app.partnership(seed.slug, "").await.expect("an answer").expect(seed.slug);
                let ctx = Ctx::program(&site.app, Caller::Console, Some(here));
                let mut tx = ctx.read(BUILD).await.expect("a transaction");
                let set = areas::list_sets(&mut tx).await.expect("sets").pop().expect("a set");
                let shares = areas::shares_of(&mut tx, set.id).await.expect("shares");
                let ids: Vec<areas::AreaId> = shares.iter().map(|(id, _)| *id).collect();
                let kept = areas::areas_named(&mut tx, &ids).await.expect("areas");
                let codes: Vec<&str> = kept.values().filter(|one| one.kind != areas::AreaKind::Own).map(|one| one.code.as_str()).collect();
                for code in &codes {
                    let around = codes.iter().find(|other| code != *other && code.starts_with(**other));
                    assert_eq!(around, None, "{}: {code} is counted with what it lies in", seed.slug);
                }
                if seed.slug == "london-middlesex" {
                    assert!(codes.contains(&"3539036") && codes.len() > 7, "London and its neighbours: {codes:?}");
                }
            }
        }

        async fn every_seat_of_the_world_is_kept(site) {
            build(&site.app).await.expect("a world");
            for seed in PARTNERSHIPS {
                let here = site.app.partnership(seed.slug, "").await.expect("an answer").expect(seed.slug);
                let ctx = Ctx::program(&site.app, Caller::Console, Some(here));
                let mut tx = ctx.read(BUILD).await.expect("a transaction");
                let bodies = ::councils::councils(&mut tx).await.expect("bodies");
                assert_eq!(bodies.len(), seed.councils.len(), "{}", seed.slug);
                let mut seats = 0;
                for body in &bodies {
                    seats += ::councils::seats_of_council(&mut tx, body.id).await.expect("seats").len();
                }
                assert_eq!(seats, seed.councils.iter().flat_map(|body| body.each_seat()).count(), "{}", seed.slug);
            }
        }
    }

    #[tokio::test]
    async fn without_the_demo_there_is_no_front_page_of_its() {
        let site = platform::testing::Site::sqlite(Vec::new()).await;
        assert_eq!(site.get("/").await.status, 404);
        site.end().await;
    }
}
