//! Terms on a seat's page: its history, and the forms for a new holder, a resignation, a renewal, an alternate.

use super::{AtSeat, corrections::term_url, lines::sitting, seat_url, seats::SeatPage};
use crate::{
    TermId, can,
    rules::{
        seats::SeatState,
        terms::{Holder, LeftHow, Term},
    },
    seen::Sits,
};
use jiff::{ToSpan, civil::Date};
use maud::{Markup, html as markup};
use partners::PersonId;
use platform::{
    ctx::Ctx,
    errors::Complaints,
    html::{Choice, FormHtml, choice, field, form, notice},
    http::Pairs,
    t,
};

/// So many organizations are named whom one could ask.
const ASKED: usize = 5;

/// Which form on a seat's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// Somebody new sits there.
    NewHolder,
    /// The holder leaves early.
    Leaving,
    /// The holder goes on.
    Renewal,
    /// Who comes when the holder cannot.
    Alternate,
}

impl About {
    /// Where it is sent, below the seat.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::NewHolder => "/terms",
            Self::Leaving => "/resignation",
            Self::Renewal => "/renewal",
            Self::Alternate => "/alternate",
        }
    }

    /// What sets its fields apart from those of the others.
    const fn name(self) -> &'static str {
        match self {
            Self::NewHolder => "holder",
            Self::Leaving => "leaving",
            Self::Renewal => "renewal",
            Self::Alternate => "alternate",
        }
    }
}

/// A form that was sent and is shown again: what was typed, and what was wrong with it.
pub(crate) struct Again {
    pub(crate) about: About,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

impl SeatPage {
    pub(super) fn at(&self) -> AtSeat {
        AtSeat { council: self.line.seat.council_id, seat: self.line.seat.id }
    }

    /// What stands in a form for somebody who sits or stands in here.
    pub(super) fn sent_for(&self, person: Option<PersonId>) -> String {
        self.choices.sent_for(person)
    }

    fn again(&self, about: About) -> Option<&Again> {
        self.again.as_ref().filter(|again| again.about == about)
    }

    /// What stands in a form: what was typed into it, or what it begins with.
    fn typed(&self, about: About, blank: Pairs) -> Pairs {
        self.again(about).map_or(blank, |again| again.sent.clone())
    }

    /// The term that a form is about: the one it was sent for, or the last that is not over on `today`.
    pub(super) fn term(&self, about: About, today: Date) -> Option<&Term> {
        let sent: Option<TermId> = self.again(about).and_then(|again| again.sent.get("term").parse().ok());
        let meant = sent.and_then(|id| self.terms.iter().find(|term| term.id == id));
        meant.or_else(|| self.terms.iter().rev().find(|term| !term.is_over(today)))
    }
}

/// The terms of a seat, newest first: who sat there from when until when, and how it ended.
pub(crate) fn history(ctx: &Ctx, shown: &SeatPage) -> Markup {
    let say = ctx.say();
    let corrects = ctx.may(can::CORRECT_TERM);
    markup! {
        @if shown.terms.is_empty() { p { (t!(say, "seat-history-empty")) } } @else {
            ol.history reversed { @for term in shown.terms.iter().rev() { li {
                b { (sitting(ctx, &shown.names.who(Some(term.agreed.holder)))) }
                " · " (span(ctx, term))
                @if let Some(left) = term.left.filter(|left| left.how != LeftHow::Erased) { " · " (left_word(ctx, left.how)) }
                @if corrects { " · " a.small href=(term_url(ctx, shown.at(), term.id)) { (t!(say, "term-correct")) } }
                @if let Some(alternate) = term.agreed.alternate {
                    @let who = shown.names.who(Some(Holder::Person(alternate)));
                    @if who != Sits::Hidden { br; span.small.quiet { (t!(say, "term-alternate", name = who.words(ctx))) } }
                }
            } } }
        }
    }
}

/// From when until when, in words.
pub(crate) fn span(ctx: &Ctx, term: &Term) -> String {
    let say = ctx.say();
    let from = say.day(term.agreed.starts_on);
    match (term.last_day().map(|last| say.day(last)), term.agreed.starts_about) {
        (Some(to), false) => t!(say, "term-from-to", from = from, to = to),
        (Some(to), true) => t!(say, "term-from-about-to", from = from, to = to),
        (None, false) => t!(say, "term-from", from = from),
        (None, true) => t!(say, "term-from-about", from = from),
    }
}

/// The word for how a term ended before its time.
pub(super) fn left_word(ctx: &Ctx, how: LeftHow) -> String {
    ctx.say().t(&format!("term-left-{}", how.code()), &[])
}

/// The ways in which a term ends before its time, as a list to choose from.
pub(super) fn left_ways(ctx: &Ctx) -> Vec<Choice> {
    LeftHow::GIVEN.into_iter().map(|how| choice(how.code(), left_word(ctx, how))).collect()
}

/// The same, with that the holder was erased where a form says so.
pub(super) fn left_ways_and(ctx: &Ctx, now: &str) -> Vec<Choice> {
    let erased = LeftHow::from_code(now).filter(|how| *how == LeftHow::Erased);
    let shown = erased.map(|how| choice(how.code(), left_word(ctx, how)));
    left_ways(ctx).into_iter().chain(shown).collect()
}

/// What an address says to see the forms by which a term is renewed or somebody else follows: `?open=renewal#holder`.
pub(crate) const OPEN_RENEWAL: &str = "?open=renewal#holder";

/// What can be done about who sits there: forms that open on demand, each with one button.
pub(crate) fn forms(ctx: &Ctx, shown: &SeatPage) -> Markup {
    let say = ctx.say();
    let is_shown = |about| shown.again(about).is_some() || shown.term(about, ctx.today()).is_some();
    let renews = shown.term(About::Renewal, ctx.today()).is_some_and(|term| term.last_day().is_some());
    let has_running = shown.terms.iter().any(|term| !term.is_over(ctx.today()));
    // Who comes to renew or replace finds both open, and nothing else.
    let asks = ctx.address().get("open") == "renewal";
    let part = |about: About, label: String, open: bool| {
        let open = open || shown.again(about).is_some();
        markup! { details open[open] { summary { (label) } (one(ctx, shown, about)) } }
    };
    markup! {
        section #holder {
            h2 { (t!(say, "seat-who-sits")) }
            (vacant_from(ctx, shown))
            @if is_shown(About::Leaving) { (part(About::Leaving, t!(say, "term-leave"), false)) }
            @if renews || shown.again(About::Renewal).is_some() { (part(About::Renewal, t!(say, "term-renew"), asks)) }
            @if is_shown(About::Alternate) { (part(About::Alternate, t!(say, "term-name-alternate"), false)) }
            (part(About::NewHolder, t!(say, "term-new-holder"), asks || !has_running))
        }
    }
}

/// From when on nobody sits there, and whom one could ask.
fn vacant_from(ctx: &Ctx, shown: &SeatPage) -> Markup {
    let say = ctx.say();
    let words = match shown.line.state {
        SeatState::Vacant { since: Some(since) } => t!(say, "seat-vacant-since", day = since),
        SeatState::Vacant { since: None } => t!(say, "seat-vacant-now"),
        SeatState::Ending { until, .. } => t!(say, "seat-vacant-from", day = until.saturating_add(1.day())),
        SeatState::Held { .. } | SeatState::Awaited { .. } => return markup! {},
    };
    let ask = shown.to_ask.as_deref().unwrap_or_default();
    notice(markup! {
        p { (words) }
        @if ask.is_empty() { p { (t!(say, "seat-ask-nobody")) } } @else {
            p { (t!(say, "seat-ask")) }
            ul { @for one in ask.iter().take(ASKED) { li { a href=(one.href) { (one.name) } } } }
            @if ask.len() > ASKED { p.small.quiet { (t!(say, "table-ask-more", n = ask.len() - ASKED)) } }
        }
        (shown.asked)
    })
}

/// One of the forms.
pub(super) fn one(ctx: &Ctx, shown: &SeatPage, about: About) -> Markup {
    let say = ctx.say();
    let fine = Complaints::default();
    let complaints = shown.again(about).map_or(&fine, |again| &again.complaints);
    let form = form(ctx, seat_url(ctx, shown.at(), about.path())).named(about.name()).complaints(complaints);
    let term = shown.term(about, ctx.today());
    let (submit, fields) = match about {
        About::NewHolder => (t!(say, "term-record"), holder(ctx, &form, shown)),
        About::Leaving => (t!(say, "term-leave"), leaving(ctx, &form, shown)),
        About::Renewal => (t!(say, "term-renew"), renewal(ctx, &form, shown)),
        About::Alternate => (t!(say, "term-name-alternate"), alternate(ctx, &form, shown)),
    };
    let fields = markup! {
        (fields)
        @if let Some(term) = term.filter(|_| about != About::NewHolder) { (form.hidden("term", &term.id.to_string())) }
        (form.version(shown.line.seat.version))
    };
    form.show(&submit, fields)
}

fn holder(ctx: &Ctx, form: &FormHtml<'_>, shown: &SeatPage) -> Markup {
    let sent = shown.typed(About::NewHolder, Pairs::default().with("starts_on", ctx.today()));
    term_fields(ctx, form, &sent, (&shown.choices.people(), &shown.choices.people()))
}

/// Who sits there with whom from when until when: the fields of a term.
pub(super) fn term_fields(
    ctx: &Ctx,
    form: &FormHtml<'_>,
    sent: &Pairs,
    (holders, alternates): (&[Choice], &[Choice]),
) -> Markup {
    let say = ctx.say();
    markup! {
        (form.select(field("holder", t!(say, "seat-holder")).hint(t!(say, "term-holder-hint")).value(sent.get("holder")), holders))
        (form.check(field("not_named", t!(say, "term-not-named")).value(sent.get("not_named"))))
        (form.select(field("alternate", t!(say, "seat-alternate")).value(sent.get("alternate")).optional(), alternates))
        (form.date(field("starts_on", t!(say, "term-starts-on")).value(sent.get("starts_on"))))
        (form.check(field("starts_about", t!(say, "term-starts-about")).value(sent.get("starts_about"))))
        (form.date(field("ends_on", t!(say, "term-ends-on")).hint(t!(say, "term-ends-on-hint")).value(sent.get("ends_on")).optional()))
    }
}

fn leaving(ctx: &Ctx, form: &FormHtml<'_>, shown: &SeatPage) -> Markup {
    let say = ctx.say();
    let blank = Pairs::default().with("on", ctx.today()).with("how", LeftHow::Resigned.code());
    let sent = shown.typed(About::Leaving, blank);
    markup! {
        (form.date(field("on", t!(say, "term-last-day")).hint(t!(say, "term-last-day-hint")).value(sent.get("on"))))
        (form.radios(field("how", t!(say, "term-how")).value(sent.get("how")), &left_ways(ctx)))
    }
}

fn renewal(ctx: &Ctx, form: &FormHtml<'_>, shown: &SeatPage) -> Markup {
    let say = ctx.say();
    let sent = shown.typed(About::Renewal, Pairs::default());
    let last = shown.term(About::Renewal, ctx.today()).and_then(Term::last_day);
    markup! {
        @if let Some(last) = last { p { (t!(say, "term-renew-explains", day = last)) } }
        (form.date(field("ends_on", t!(say, "term-ends-on")).hint(t!(say, "term-ends-on-hint")).value(sent.get("ends_on")).optional()))
    }
}

fn alternate(ctx: &Ctx, form: &FormHtml<'_>, shown: &SeatPage) -> Markup {
    let term = shown.term(About::Alternate, ctx.today());
    let now = shown.sent_for(term.and_then(|term| term.agreed.alternate));
    let people = shown.choices.people_and(ctx, &now);
    let sent = shown.typed(About::Alternate, Pairs::default().with("alternate", now));
    form.select(
        field("alternate", t!(ctx.say(), "seat-alternate")).value(sent.get("alternate")).optional(),
        &people,
    )
}
