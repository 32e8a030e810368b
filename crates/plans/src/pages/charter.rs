//! The charter of a plan on its pages: shown, in the form, and what changed of it.

use super::{changes::texts_changed, frameworks::FrameworkForm};
use crate::rules::charter::{Charter, Point, points};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    html::{FormHtml, field, in_language},
    t,
};

/// The fields of the charter in the form of a plan.
pub(crate) const FIELDS: [&str; 3] = ["purpose", "goals", "principles"];

/// Why the partnership exists, what it wants and by what it goes, as its charter says; nothing where there is none.
pub(crate) fn shown(ctx: &Ctx, of: &Charter) -> Markup {
    markup! { @if !of.is_empty() {
        section #charter {
            h2 { (t!(ctx.say(), "charter")) }
            @for (part, text) in of.parts() { @if !text.is_empty() {
                h3 { (ctx.say().t(&format!("charter-{part}"), &[])) }
                (in_language(ctx, text, |said| listed(&points(said), part == "principles")))
            } }
        }
    } }
}

/// Points of a charter: a single one is a paragraph, several are a list. Where they have names, these stand out.
fn listed(points: &[Point<'_>], are_named: bool) -> Markup {
    let one = |one: &Point<'_>| match one.name.filter(|_| are_named) {
        Some(name) => markup! { b { (name) } " – " (one.says) },
        None => markup! { (one.line) },
    };
    match points {
        [only] => markup! { p { (one(only)) } },
        _ => markup! { ul { @for point in points { li { (one(point)) } } } },
    }
}

/// Purpose, goals and principles, in a part that opens.
pub(crate) fn fields(ctx: &Ctx, form: &FormHtml<'_>, shown: &FrameworkForm<'_>) -> Markup {
    let (say, langs) = (ctx.say(), ctx.site_langs());
    let wrong = FIELDS.iter().any(|name| shown.complaints.about(name).is_some());
    markup! {
        details open[wrong] {
            summary { (t!(say, "charter")) }
            p.small { (t!(say, "charter-hint")) }
            @for name in FIELDS {
                (form.proses(field(name, say.t(&format!("charter-{name}"), &[])).rows(5).optional(), &shown.sent.in_langs(name, langs)))
            }
        }
    }
}

/// Which parts of the charter say something else.
pub(crate) fn changes(ctx: &Ctx, old: &Charter, new: &Charter) -> Markup {
    let say = ctx.say();
    let both = old.parts().into_iter().zip(new.parts());
    let parts =
        both.map(|((part, before), (_, after))| (say.t(&format!("charter-{part}"), &[]), before, after));
    markup! { @if old != new {
        section { h2 { (t!(say, "charter")) } (texts_changed(ctx, &parts.collect::<Vec<_>>())) }
    } }
}

#[cfg(test)]
mod tests {
    use crate::pages::tests::{World, rooms};
    use platform::testing::Site;

    /// Changes the charter of the plan, as its form does.
    async fn write(site: &Site, world: &World, (version, principles): (&str, &str)) -> u16 {
        let fields = [
            ("title_en", "Plan"),
            ("title_fr", "Plan"),
            ("first_year", "2025"),
            ("last_year", "2029"),
            ("year_month", "4"),
            ("publicity", "confirmed"),
            ("version", version),
            ("purpose_en", "Everybody belongs: here"),
            ("goals_en", "Work\n- A doctor"),
            ("principles_en", principles),
        ];
        site.post_as(&site.coordinator(), &world.in_plan(""), &fields).await.status
    }

    platform::on_both! { rooms();
        async fn the_charter_stands_on_both_sites_goes_into_the_next_version_and_tells_its_changes(site) {
            let (world, coordinator) = (World::new(site).await, site.coordinator());
            let before = site.get("/maple/en/our-plan").await.body;
            assert!(!before.contains("What guides us"), "nothing is said where nothing is written");
            assert_eq!(write(site, &world, ("2", "Respect: nobody is left out")).await, 303);
            for body in [site.get("/maple/en/our-plan").await.body, site.get_as(&coordinator, "/maple/work/plan").await.body] {
                let goals = "<li>Work</li><li>A doctor</li>";
                assert!(body.contains("<p>Everybody belongs: here</p>") && body.contains(goals) && body.contains("<b>Respect</b> – nobody is left out"), "{body}");
            }
            assert_eq!(site.post_as(&coordinator, &world.in_plan("/versions"), &[("version", "3")]).await.status, 303);
            let all = site.get_as(&coordinator, "/maple/work/plan/frameworks").await.body;
            let next = all.split("/changes?since=").next().unwrap().rsplit('/').next().unwrap().to_owned();
            let at = |path: &str| format!("/maple/work/plan/frameworks/{next}{path}");
            let draft = site.get_as(&coordinator, &at("")).await.body;
            assert!(draft.contains("<b>Respect</b>"), "the next version begins with it: {draft}");
            let changes = site.get_as(&coordinator, &at("/changes")).await.body;
            assert!(changes.contains("Nothing changed"), "{changes}");
            assert_eq!(write(site, &world, ("3", "Care: for everybody")).await, 303);
            let changes = site.get_as(&coordinator, &at("/changes")).await.body;
            assert!(changes.contains("<dt>Principles</dt>") && changes.contains("Care: for everybody") && !changes.contains("<dt>Goals</dt>"), "{changes}");
            assert!(!changes.contains("Nothing changed"));
        }
    }
}
