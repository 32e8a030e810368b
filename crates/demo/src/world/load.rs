//! Builds the world through what the rooms offer.

use super::{PARTNERSHIPS, PartnershipSeed};
use platform::{
    app::{App, NewPartnership, insert_partnership},
    authority::{Caller, Office, Permission},
    ctx::Ctx,
    errors::Result,
    ids::PartnershipId,
    langs::Lang,
};
use std::sync::Arc;

/// Building the demo's world: from the machine's own console only.
pub const BUILD: Permission = Permission::installation("demo.build", &[Office::Administrator]);

/// Builds the world unless it is there already, all of it or nothing. Days are counted from today.
///
/// # Errors
/// When the database does not answer, or holds a partnership of the same slug that this did not build.
pub async fn build(app: &Arc<App>) -> Result<()> {
    let ctx = Ctx::program(app, Caller::Console, None);
    let there = app.partnerships().await?;
    if PARTNERSHIPS.iter().all(|seed| there.iter().any(|one| one.slug == seed.slug)) {
        return Ok(());
    }
    let mut tx = ctx.write(BUILD).await?;
    for seed in PARTNERSHIPS {
        let id = ctx.id::<PartnershipId>();
        insert_partnership(&mut tx, id, &partnership(&ctx, seed), ctx.now()).await?;
    }
    tx.commit().await
}

fn partnership<'a>(ctx: &Ctx, seed: &PartnershipSeed) -> NewPartnership<'a> {
    let today = ctx.today();
    NewPartnership {
        slug: seed.slug,
        name: seed.name.text(today),
        place: seed.place.text(today),
        about: seed.about.text(today),
        zone: seed.time_zone,
        langs: seed.languages.iter().filter_map(|code| Lang::from_tag(code)).collect(),
        invented: seed.invented,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    platform::on_both! { crate::among(Vec::new());
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
    }

    #[tokio::test]
    async fn without_the_demo_there_is_no_front_page_of_its() {
        let site = platform::testing::Site::sqlite(Vec::new()).await;
        assert_eq!(site.get("/").await.status, 404);
        site.end().await;
    }
}
