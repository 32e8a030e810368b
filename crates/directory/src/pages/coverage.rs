//! Freshness and coverage on one page: what is there by need and language and how far it can be trusted, what is due, who was asked.

use super::{list::fresh_of, list::parts, room_url};
use crate::{
    asking::mails::asking_url,
    can, needs,
    rules::{
        coverage::{Counts, covered},
        facts::{Feature, Status},
        freshness::Freshness,
        hours::{Hours, minutes_of_week},
        letters::is_to_be_asked,
    },
    store::{
        checks::calls_due,
        letters::letters_waiting,
        services::{Service, every_service},
        suggestions::suggestions_waiting,
    },
    suggesting::queue_url,
    words,
};
use maud::{Markup, html as markup};
use partners::Spoken;
use platform::{
    ctx::Ctx,
    db::Page,
    html::{Cell, Column, Empty, Filter, Head, ListShown, choice, facts, file, list, page},
    http::{Address, Answer, html},
    langs::Lang,
    t,
};

/// By what the inventory is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// By group of needs.
    Group,
    /// By need.
    Need,
    /// By language spoken there.
    Language,
    /// By what makes it reachable.
    Feature,
}

impl By {
    const ALL: [Self; 4] = [Self::Group, Self::Need, Self::Language, Self::Feature];

    const fn code(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Need => "need",
            Self::Language => "language",
            Self::Feature => "feature",
        }
    }

    fn word(self, ctx: &Ctx) -> String {
        ctx.say().t(&format!("coverage-by-{}", self.code()), &[])
    }
}

/// One of them with how far its records can be trusted.
pub(crate) struct Covered {
    pub(crate) by: By,
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) counts: Counts,
}

/// The page.
pub(crate) struct CoveragePage {
    pub(crate) rows: Page<Covered>,
    pub(crate) all: Counts,
    /// How many are due today or within thirty days.
    pub(crate) soon: usize,
    /// What waits, told only to those who keep the inventory: letters, calls, suggestions.
    pub(crate) waiting: Option<(usize, usize, i64)>,
}

/// `GET /{p}/work/directory/coverage`; with `as=csv` or `as=xlsx` the same as a file.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_DIRECTORY).await?;
    let mut services = every_service(&mut tx, partners::reader(&ctx)).await?;
    let waiting = if ctx.may(can::KEEP_DIRECTORY) {
        let (letters, calls) =
            (letters_waiting(&mut tx).await?.len(), calls_due(&mut tx, ctx.today()).await?.len());
        Some((letters, calls, suggestions_waiting(&mut tx).await?.0))
    } else {
        None
    };
    tx.done().await?;
    services.retain(|of| matches!(of.status, Status::Active | Status::TemporarilyClosed));
    let mut rows = by_group(&ctx, &services);
    rows.extend(by_need(&ctx, &services));
    rows.extend(by_language(&ctx, &services));
    rows.extend(by_feature(&ctx, &services));
    let by = By::ALL.into_iter().find(|one| one.code() == ctx.address().get("by"));
    rows.retain(|one| by.is_none_or(|by| one.by == by));
    let all = covered([], services.iter().map(|of| (vec![String::new()], fresh_of(&ctx, of))));
    let soon = services
        .iter()
        .filter(|of| is_to_be_asked(of.verified_on, i32::try_from(of.months).unwrap_or(12), ctx.today()));
    let (soon, all) = (soon.count(), all.into_values().next().unwrap_or_default());
    let total = i64::try_from(rows.len()).unwrap_or_default();
    let of = CoveragePage { rows: Page { rows, total, number: 1, size: 500 }, all, soon, waiting };
    match ctx.address().file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "coverage-file"), &columns(&ctx), &of.rows.rows),
        None => html(view(&ctx, &of)),
    }
}

fn by_group(ctx: &Ctx, services: &[Service]) -> Vec<Covered> {
    let groups = needs::groups().iter().map(|one| one.id.clone());
    let of = |service: &Service| service.needs.all().map(|need| need.group.clone()).collect();
    let found = covered(groups, services.iter().map(|one| (of(one), fresh_of(ctx, one))));
    let row = |(key, counts): (String, Counts)| {
        let known = needs::groups().iter().find(|one| one.id == key);
        let name = known.map_or_else(|| key.clone(), |one| needs::group_name(one, ctx.lang));
        Covered { by: By::Group, key, name, counts }
    };
    sorted(ctx, found.into_iter().map(row).collect())
}

fn by_need(ctx: &Ctx, services: &[Service]) -> Vec<Covered> {
    let all = needs::needs().iter().map(|one| one.id.clone());
    let of = |service: &Service| service.needs.0.clone();
    let found = covered(all, services.iter().map(|one| (of(one), fresh_of(ctx, one))));
    let row = |(key, counts): (String, Counts)| {
        let name = needs::called_either(&key, ctx.lang);
        Covered { by: By::Need, key, name, counts }
    };
    sorted(ctx, found.into_iter().map(row).collect())
}

fn by_feature(ctx: &Ctx, services: &[Service]) -> Vec<Covered> {
    let all = Feature::ALL.into_iter().map(Feature::code).chain([EVENING, WEEKEND]).map(str::to_owned);
    let of = |service: &Service| {
        let facts = &service.facts.0;
        let hours = off_hours(&facts.hours);
        facts.features.iter().map(|one| one.code()).chain(hours).map(str::to_owned).collect()
    };
    let found = covered(all, services.iter().map(|one| (of(one), fresh_of(ctx, one))));
    let row = |(key, counts): (String, Counts)| {
        let name = match (key.as_str(), Feature::from_code(&key)) {
            (EVENING, _) => t!(ctx.say(), "coverage-evening"),
            (WEEKEND, _) => t!(ctx.say(), "coverage-weekend"),
            (_, Some(one)) => words::feature(ctx, one),
            (other, None) => other.to_owned(),
        };
        Covered { by: By::Feature, key, name, counts }
    };
    sorted(ctx, found.into_iter().map(row).collect())
}

/// When people who work by day can come: what is open behind 18:00 on any day, and on Saturday or Sunday.
const EVENING: &str = "evening";
const WEEKEND: &str = "weekend";

/// Of these two, which some hours have.
fn off_hours(hours: &[Hours]) -> impl Iterator<Item = &'static str> {
    const DAY: u16 = 24 * 60;
    const SIX: u16 = 18 * 60;
    const SATURDAY: u16 = 5 * DAY;
    let spans = minutes_of_week(hours);
    let is_late = spans.iter().any(|(from, until)| until.saturating_sub(from / DAY * DAY) > SIX);
    let is_weekend = spans.iter().any(|(_, until)| *until > SATURDAY);
    is_late.then_some(EVENING).into_iter().chain(is_weekend.then_some(WEEKEND))
}

fn by_language(ctx: &Ctx, services: &[Service]) -> Vec<Covered> {
    let of =
        |service: &Service| service.facts.0.languages.0.iter().map(|one| one.code().to_owned()).collect();
    // Those of the door stand there even where nobody speaks them: a row of none is a gap.
    let of_the_door = Lang::ALL.into_iter().map(|lang| Spoken::from(lang).code().to_owned());
    let found = covered(of_the_door, services.iter().map(|one| (of(one), fresh_of(ctx, one))));
    let row = |(key, counts): (String, Counts)| {
        let name = Spoken::from_code(&key).map_or_else(|| key.clone(), |one| words::spoken(ctx, one));
        Covered { by: By::Language, key, name, counts }
    };
    sorted(ctx, found.into_iter().map(row).collect())
}

fn sorted(ctx: &Ctx, mut rows: Vec<Covered>) -> Vec<Covered> {
    rows.sort_by(|one, other| ctx.say().order(&one.name, &other.name).then(one.key.cmp(&other.key)));
    rows
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Covered>> {
    let say = ctx.say();
    let number = |n: usize| Cell::number(ctx, i64::try_from(n).unwrap_or(i64::MAX));
    vec![
        Column::new("what", t!(say, "coverage-what"), |of: &Covered| match of.by {
            By::Group | By::Need => {
                let href = Address::at(room_url(ctx, "")).with("need", of.key.as_str()).to_string();
                Cell::link(&href, &of.name)
            }
            By::Language | By::Feature => Cell::words(of.name.clone()),
        }),
        Column::new("by", t!(say, "coverage-by"), |of: &Covered| Cell::words(of.by.word(ctx))),
        Column::new("sum", t!(say, "coverage-sum"), move |of: &Covered| number(of.counts.sum())).numbers(),
        Column::new("verified", words::fresh(ctx, Freshness::Verified), move |of: &Covered| {
            number(of.counts.verified)
        })
        .numbers(),
        Column::new("due", words::fresh(ctx, Freshness::Due), move |of: &Covered| number(of.counts.due))
            .numbers(),
        Column::new("call-first", words::fresh(ctx, Freshness::CallFirst), move |of: &Covered| {
            number(of.counts.call_first)
        })
        .numbers(),
    ]
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &CoveragePage) -> Markup {
    let (say, columns) = (ctx.say(), columns(ctx));
    let by = By::ALL.into_iter().map(|one| choice(one.code(), one.word(ctx))).collect();
    let listed = ListShown {
        caption: t!(say, "coverage-caption"),
        columns: &columns,
        filters: vec![Filter { name: "by", label: t!(say, "coverage-by"), choices: by }],
        search: None,
        page: &of.rows,
        empty: Empty { why: t!(say, "services-empty"), ..Empty::default() },
    };
    let body = markup! {
        (parts(ctx, "/coverage"))
        p { (t!(say, "coverage-lead")) }
        (facts(&now(ctx, of)))
        (list(ctx, &ctx.address(), &listed))
    };
    page(
        ctx,
        &Head::new(t!(say, "coverage-title")).under(t!(say, "directory-title"), room_url(ctx, "")),
        body,
    )
}

/// How it stands now, each with the way to it.
fn now(ctx: &Ctx, of: &CoveragePage) -> Vec<(String, Markup)> {
    let say = ctx.say();
    let number = |n: usize| ctx.say().number(i64::try_from(n).unwrap_or(i64::MAX));
    let to = |href: String, words: String| markup! { a href=(href) { (words) } };
    let fresh = |of: Freshness| Address::at(room_url(ctx, "")).with("fresh", of.code()).to_string();
    let mut all = vec![
        (words::fresh(ctx, Freshness::Verified), to(fresh(Freshness::Verified), number(of.all.verified))),
        (words::fresh(ctx, Freshness::Due), to(fresh(Freshness::Due), number(of.all.due))),
        (words::fresh(ctx, Freshness::CallFirst), to(fresh(Freshness::CallFirst), number(of.all.call_first))),
        (t!(say, "coverage-soon"), to(room_url(ctx, "?sort=verified"), number(of.soon))),
    ];
    if let Some((letters, calls, suggestions)) = of.waiting {
        all.push((t!(say, "coverage-asked"), to(asking_url(ctx, "?state=waiting"), number(letters))));
        all.push((t!(say, "coverage-calls"), to(ctx.url("/work"), number(calls))));
        all.push((
            t!(say, "coverage-suggested"),
            to(queue_url(ctx, "?state=open"), ctx.say().number(suggestions)),
        ));
    }
    all
}
