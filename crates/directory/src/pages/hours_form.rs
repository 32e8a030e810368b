//! Seven fields for a week, as people write hours: `9-12, 13:30-17`.

use crate::rules::hours::{DAYS, Hours, from_week, read_day, read_some_weeks, some_weeks, week_of};
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

/// The field for hours in some weeks of the month.
pub(crate) const SOME_WEEKS: &str = "hours_some";

/// Which ones in a month on which days, in words that a form reads back: `first, third Tuesday of the month`.
pub(crate) fn of_month(ctx: &Ctx, weeks: &[i8], days: &[String]) -> String {
    let say = ctx.say();
    let nth = |week: &i8| {
        let which = if *week < 0 { "last".to_owned() } else { week.to_string() };
        say.t(&format!("hours-nth-{which}"), &[])
    };
    let nth: Vec<String> = weeks.iter().map(nth).collect();
    let places =
        (0..7).filter(|place| DAYS.get(*place).is_some_and(|(_, code)| days.iter().any(|day| day == code)));
    let days: Vec<String> = places.map(|place| day_word(ctx, place)).collect();
    let words = t!(say, "hours-of-month", nth = nth.join(", "), days = days.join(", "));
    words.replace(['\u{2068}', '\u{2069}'], "")
}

/// The form's fields for these hours: seven for a week, one for some weeks of the month.
pub(crate) fn with_week(ctx: &Ctx, sent: Pairs, hours: &[Hours]) -> Pairs {
    let sent =
        FIELDS.into_iter().zip(week_of(hours)).fold(sent, |sent, (name, typed)| sent.with(name, typed));
    sent.with(SOME_WEEKS, some_weeks(hours, &|weeks, days| of_month(ctx, weeks, days)))
}

/// The fields.
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

/// The field for some weeks of the month.
pub(crate) fn some(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs) -> Markup {
    let say = ctx.say();
    let of = field(SOME_WEEKS, t!(say, "service-hours-some")).hint(t!(say, "service-hours-some-hint"));
    form.prose(of.value(sent.get(SOME_WEEKS)).rows(2).optional())
}

/// The hours that the fields say; those of `before` that none of them holds (a season) stay.
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
    // A form that does not ask for them says nothing of them.
    let asked = sent.all(SOME_WEEKS).next().is_some();
    match read_some_weeks(sent.get(SOME_WEEKS)) {
        Ok(some) => all.extend(some),
        Err(why) => reading.refuse(SOME_WEEKS, why),
    }
    all.extend(before.iter().filter(|one| !(one.is_weekly() || asked && one.is_in_some_weeks())).cloned());
    all
}
