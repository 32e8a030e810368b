//! The ledger of consent about one person: what she said, what follows from it today, and writing down what she says.

use super::{OfPerson, find_person, person_url};
use crate::{
    Reader, can,
    store::people::{Person, person},
    typed::consent::{BASES, HOW, SaidConsent, consent},
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    consent::{Basis, ConsentFact, EVERYTHING, Grounds, NewConsent, Verdict, verdict},
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, OrNotFound, Result},
    html::{self, Cell, Choice, Column, Empty, Head, ListShown, choice, field, form, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html as answer, see_other},
    t,
};

/// The ledger as a page shows it.
pub struct ConsentPage {
    /// About whom.
    pub person: Person,
    /// What the ledger holds, oldest first.
    pub facts: Vec<ConsentFact>,
    /// What stands in the form.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// `GET /{p}/work/people/{person}/consent`.
pub async fn show(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let person = find_person(&ctx, &mut tx, of.person).await?;
    let (typed, complaints) = (Pairs::default(), Complaints::default());
    let shown = ConsentPage { facts: facts(&mut tx, &person).await?, person, typed, complaints };
    tx.done().await?;
    answer(view(&ctx, &shown))
}

/// `POST /{p}/work/people/{person}/consent`: adds a fact to the ledger.
pub async fn add(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PEOPLE.on(of.person)).await?;
    let person = person(&mut tx, Reader::Staff, of.person).await?.or_not_found()?;
    match consent(&typed, &purposes(&ctx), ctx.today()) {
        Ok(fact) => {
            record(&mut tx, &person, &fact).await?;
            let to = format!("{}/consent", person_url(&ctx, of.person));
            let to = tx.commit_to(&said(&to, "consent-recorded")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            let facts = facts(&mut tx, &person).await?;
            tx.done().await?;
            let shown = ConsentPage { person, facts, typed, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

async fn facts(tx: &mut Tx, of: &Person) -> Result<Vec<ConsentFact>> {
    tx.consent_facts(of.id).await
}

async fn record(tx: &mut Tx, of: &Person, fact: &SaidConsent) -> Result<()> {
    let new = NewConsent {
        purpose: &fact.purpose,
        basis: fact.basis,
        since: fact.since,
        ended: None,
        how: fact.how,
        wording: &fact.wording,
        lang: of.lang,
        evidence: fact.evidence.as_deref(),
    };
    tx.record_consent(of.id, &new).await?;
    let (purpose, basis) = (&fact.purpose, fact.basis.code());
    tx.audit("person.consent", of.id, None::<&()>, Some(&(purpose, basis))).await
}

/// What mail is sent for, by all rooms.
fn purposes(ctx: &Ctx) -> Vec<&'static str> {
    ctx.app.house.rooms.iter().flat_map(|room| room.purposes.iter().copied()).collect()
}

fn purpose_word(ctx: &Ctx, purpose: &str) -> String {
    ctx.say().t(&format!("purpose-{purpose}"), &[])
}

/// The page.
pub fn view(ctx: &Ctx, shown: &ConsentPage) -> Markup {
    let (say, url) = (ctx.say(), person_url(ctx, shown.person.id));
    let head = Head::new(t!(say, "consent-title", name = &shown.person.name))
        .under(t!(say, "nav-partners-people"), ctx.url("/work/people"))
        .under(&shown.person.name, &url);
    let body = markup! {
        p { (t!(say, "consent-about")) }
        section { h2 { (t!(say, "consent-today")) } (overview(ctx, &shown.facts)) }
        section { h2 { (t!(say, "consent-ledger")) } (ledger(ctx, shown)) }
        section { h2 { (t!(say, "consent-new")) } (the_form(ctx, shown)) }
    };
    page(ctx, &head, body)
}

/// Whether a person may be written to, until when and why, in words.
fn told(ctx: &Ctx, facts: &[ConsentFact], purpose: &str) -> Markup {
    let say = ctx.say();
    let why = |grounds: Grounds<'_>| why_words(ctx, grounds.fact);
    let (may, words) = match verdict(facts, purpose, ctx.today()) {
        Verdict::May(grounds) => match grounds.until {
            Some(last) => (true, t!(say, "consent-told-until", day = say.day(last), why = why(grounds))),
            None => (true, t!(say, "consent-told-may", why = why(grounds))),
        },
        Verdict::SaidNo(no) => {
            let day = say.day(no.recorded_at.day_in(&ctx.zone()));
            (false, t!(say, "consent-told-no", day = day))
        }
        Verdict::Silent(Some(grounds)) => {
            let last = grounds.until.map(|last| say.day(last)).unwrap_or_default();
            (false, t!(say, "consent-told-ended", day = last, why = why(grounds)))
        }
        Verdict::Silent(None) => (false, t!(say, "consent-told-silent")),
    };
    let word = if may { t!(say, "consent-may") } else { t!(say, "consent-may-not") };
    let look = if may { html::Look::OnTrack } else { html::Look::Unknown };
    markup! { (html::state(look, &word)) " " (words) }
}

/// From what consent follows, to stand behind “because”.
fn why_words(ctx: &Ctx, fact: &ConsentFact) -> String {
    let say = ctx.say();
    let day = match (fact.basis, fact.ended.or(fact.since)) {
        (Basis::Express, _) | (_, None) => fact.recorded_at.day_in(&ctx.zone()),
        (_, Some(day)) => day,
    };
    let key = match fact.basis {
        Basis::Membership if fact.ended.is_some() => "consent-why-membership-ended".to_owned(),
        basis => format!("consent-why-{}", basis.code()),
    };
    say.t(&key, &[("day", say.day(day).into())])
}

/// For each purpose whether this person may be written to, for her own page.
pub(super) fn overview(ctx: &Ctx, facts: &[ConsentFact]) -> Markup {
    let today: Vec<(String, Markup)> = purposes(ctx)
        .into_iter()
        .map(|purpose| (purpose_word(ctx, purpose), told(ctx, facts, purpose)))
        .collect();
    html::facts(&today)
}

fn ledger(ctx: &Ctx, shown: &ConsentPage) -> Markup {
    let say = ctx.say();
    let columns = [
        Column::new("when", t!(say, "consent-when"), |fact: &ConsentFact| {
            Cell::words(say.moment(fact.recorded_at, &ctx.zone()))
        }),
        Column::new("what", t!(say, "consent-what"), |fact: &ConsentFact| {
            Cell::words(say.t(&format!("consent-{}", fact.basis.code()), &[]))
        }),
        Column::new("purpose", t!(say, "consent-purpose"), |fact: &ConsentFact| {
            Cell::words(purpose_word(ctx, &fact.purpose))
        }),
        Column::new("since", t!(say, "consent-since"), |fact: &ConsentFact| {
            let days: Vec<String> =
                [fact.since, fact.ended].into_iter().flatten().map(|day| say.short_day(day)).collect();
            let until = fact.last_day().map(|day| t!(say, "consent-until", day = say.short_day(day)));
            let told = std::iter::once(days.join(" – ")).chain(until).filter(|part| !part.is_empty());
            Cell::words(told.collect::<Vec<_>>().join(" · "))
        }),
        Column::new("proof", t!(say, "consent-proof"), |fact: &ConsentFact| {
            let how = say.t(&format!("consent-how-{}", fact.how), &[]);
            let rest =
                [fact.wording.clone(), fact.evidence.clone().unwrap_or_default(), fact.recorded_by.clone()];
            let all = std::iter::once(how).chain(rest.into_iter().filter(|part| !part.is_empty()));
            Cell::words(all.collect::<Vec<_>>().join(" · "))
        }),
    ];
    let rows: Vec<ConsentFact> = shown.facts.iter().rev().cloned().collect();
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let list = ListShown {
        caption: t!(say, "consent-ledger"),
        columns: &columns,
        filters: Vec::new(),
        search: None,
        page: &Page { total, number: 1, size: u32::try_from(total).unwrap_or(u32::MAX).max(1), rows },
        empty: Empty { why: t!(say, "consent-none"), example: None, first: None },
    };
    html::list(ctx, &ctx.address(), &list)
}

fn the_form(ctx: &Ctx, shown: &ConsentPage) -> Markup {
    let (say, typed) = (ctx.say(), &shown.typed);
    let url = person_url(ctx, shown.person.id);
    let form = form(ctx, format!("{url}/consent")).complaints(&shown.complaints).cancel(&url);
    let bases: Vec<Choice> =
        BASES.iter().map(|one| choice(one.code(), say.t(&format!("consent-{}", one.code()), &[]))).collect();
    let for_what: Vec<Choice> = purposes(ctx)
        .into_iter()
        .chain([EVERYTHING])
        .map(|purpose| choice(purpose, purpose_word(ctx, purpose)))
        .collect();
    let how: Vec<Choice> =
        HOW.iter().map(|how| choice(*how, say.t(&format!("consent-how-{how}"), &[]))).collect();
    let value = |name: &str| typed.get(name).to_owned();
    let fields = markup! {
        (form.radios(field("basis", t!(say, "consent-what")).value(value("basis")), &bases))
        (form.select(field("purpose", t!(say, "consent-purpose")).value(value("purpose")).hint(t!(say, "consent-purpose-hint")), &for_what))
        (form.date(field("since", t!(say, "consent-day")).value(value("since")).hint(t!(say, "consent-day-hint")).needed_if(t!(say, "consent-day-needed"))))
        (form.select(field("how", t!(say, "consent-how")).value(value("how")), &how))
        (form.prose(field("wording", t!(say, "consent-wording")).value(value("wording")).hint(t!(say, "consent-wording-hint")).rows(2).needed_if(t!(say, "consent-wording-needed"))))
        (form.prose(field("evidence", t!(say, "consent-evidence")).value(value("evidence")).hint(t!(say, "consent-evidence-hint")).rows(2).optional()))
    };
    form.show(&t!(say, "consent-submit"), fields)
}
