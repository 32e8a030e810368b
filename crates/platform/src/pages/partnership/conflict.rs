//! Two people changed the partnership's facts: both texts, field by field.

use super::{FactsPage, OWN, number_field, the_form, typed, zone_choices};
use crate::{
    audit::AuditEntry,
    ctx::Ctx,
    errors::{Complaints, Result},
    html::{Conflict, Head, conflict, page},
    http::Pairs,
    langs::Lang,
    partnership::Facts,
    provinces::Province,
    reach::HelpFor,
    t,
};
use maud::Markup;
use std::borrow::Cow;

/// The page that shows both texts.
pub(super) fn conflict_view(
    ctx: &Ctx,
    (kept, version): (&Facts, i64),
    sent: &Pairs,
    by: Option<&AuditEntry>,
) -> Result<Markup> {
    let mine = sent.clone().with("version", version);
    let complaints = Complaints::default();
    let both = Conflict {
        action: ctx.url("/work/partnership"),
        theirs: &typed(kept, version),
        mine: &mine,
        version,
        labels: labels(ctx, &kept.langs),
        called: &|name, value| called(ctx, name, value),
        by,
        keep_href: ctx.url("/work/partnership"),
        edit: the_form(ctx, &FactsPage { kept, sent: &mine, complaints: &complaints }),
    };
    Ok(page(ctx, &Head::new(t!(ctx.say(), "partnership-title")), conflict(ctx, &both)?))
}

/// All fields of the form, in its order.
fn labels(ctx: &Ctx, langs: &[Lang]) -> Vec<(Cow<'static, str>, String)> {
    let say = ctx.say();
    let texts = |name: &'static str, label: String| {
        let one = move |lang: &Lang| {
            (Cow::from(format!("{name}_{lang}")), format!("{label} ({})", lang.own_name()))
        };
        langs.iter().map(one).collect::<Vec<_>>()
    };
    let mut labels = texts("name", t!(say, "partnership-name"));
    labels.extend(texts("place", t!(say, "partnership-place")));
    labels.extend(texts("about", t!(say, "partnership-about")));
    labels.extend(texts("office", t!(say, "reach-office")));
    labels.extend(
        [("street", "reach-street"), ("mail", "reach-mail"), ("phone", "reach-phone")]
            .map(|(name, key)| (name.into(), say.t(key, &[]))),
    );
    labels.extend(texts("hours", t!(say, "reach-hours")));
    labels.push(("province".into(), t!(say, "partnership-province")));
    for what in HelpFor::KNOWN {
        labels.push((number_field(what).into(), say.t(&format!("emergency-{}", what.code()), &[])));
    }
    for (label, number) in OWN {
        labels.extend(texts(label, t!(say, "partnership-own")));
        labels.push((number.into(), t!(say, "partnership-own-number")));
    }
    labels.push(("langs".into(), t!(say, "partnership-langs")));
    labels.push(("zone".into(), t!(say, "partnership-zone")));
    labels
}

/// What stands for the codes in a field.
fn called(ctx: &Ctx, name: &str, value: &str) -> Option<String> {
    match name {
        "zone" => zone_choices(ctx, value).into_iter().find(|zone| zone.code == value).map(|zone| zone.label),
        "province" => {
            Province::choices(&ctx.say()).into_iter().find(|one| one.code == value).map(|one| one.label)
        }
        "langs" => {
            let names = value.split(", ").filter_map(|code| code.parse::<Lang>().ok()).map(Lang::own_name);
            Some(names.collect::<Vec<_>>().join(", "))
        }
        _ => None,
    }
}
