//! Seven fields for a week, as people write hours: `9-12, 13:30-17`.

use crate::rules::hours::{DAYS, Hours, from_week, read_day, week_of};
use maud::{Markup, html};
use platform::{
    ctx::Ctx,
    html::{FormHtml, field},
    http::{Pairs, Reading},
    t,
};

/// The names of the seven fields, Monday first.
pub(crate) const FIELDS: [&str; 7] =
    ["hours_mo", "hours_tu", "hours_we", "hours_th", "hours_fr", "hours_sa", "hours_su"];

/// The word of a day of the week, by its place from Monday.
pub(crate) fn day_word(ctx: &Ctx, place: usize) -> String {
    let code = DAYS.get(place).map_or("MO", |(_, code)| code);
    ctx.say().t(&format!("weekday-{}", code.to_lowercase()), &[])
}

/// The form's seven fields for these hours.
pub(crate) fn with_week(sent: Pairs, hours: &[Hours]) -> Pairs {
    FIELDS.into_iter().zip(week_of(hours)).fold(sent, |sent, (name, typed)| sent.with(name, typed))
}

/// The seven fields.
pub(crate) fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs) -> Markup {
    let say = ctx.say();
    html! {
        fieldset.field {
            legend { (t!(say, "service-hours")) }
            p.hint { (t!(say, "service-hours-hint")) }
            @for (place, name) in FIELDS.into_iter().enumerate() {
                (form.text(field(name, day_word(ctx, place)).value(sent.get(name)).short().optional()))
            }
        }
    }
}

/// The hours that the seven fields say; those of `before` that no week holds (a season, the first Saturday) stay.
pub(crate) fn read(reading: &mut Reading<'_>, sent: &Pairs, before: &[Hours]) -> Vec<Hours> {
    let mut week = Vec::new();
    for name in FIELDS {
        match read_day(sent.get(name)) {
            Ok(spans) => week.push(spans),
            Err(why) => {
                week.push(Vec::new());
                reading.refuse(name, why);
            }
        }
    }
    let mut all = from_week(&week);
    all.extend(before.iter().filter(|one| !one.is_weekly()).cloned());
    all
}
