//! Seats as a reader gets them: with names where she may know them, and with the state that the rule says.

use crate::{
    known::people_of,
    rules::{
        seats::SeatState,
        terms::{Holder, Term},
    },
    seen::{Sits, for_reader},
    store::{bodies::Council, seats::Seat, terms::OnSeat},
};
use jiff::civil::Date;
use maud::html as markup;
use partners::{Reader, Sector, SectorId};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    html::{Look, named, state},
    t,
    text::Text,
};
use std::collections::HashMap;

/// Names of people, organizations and sectors that the reader may know.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    seen: crate::seen::Names,
    sectors: HashMap<SectorId, Sector>,
}

impl Names {
    /// The names that these seats and terms mention.
    pub(crate) async fn of(tx: &mut Tx, reader: Reader, seats: &[Seat], terms: &[OnSeat]) -> Result<Self> {
        let people = terms.iter().flat_map(|(_, term)| people_of(&term.agreed));
        Ok(Self {
            seen: crate::seen::Names::of(tx, reader, seats.iter(), people).await?,
            sectors: partners::sectors(tx).await?.into_iter().map(|sector| (sector.id, sector)).collect(),
        })
    }

    /// Who `holder` of a seat that the reader may see is, as far as she may know.
    pub(crate) fn who(&self, holder: Option<Holder>) -> Sits {
        self.seen.sits(holder)
    }
}

/// A seat as a reader gets it.
#[derive(Debug, Clone)]
pub(crate) struct SeatLine {
    pub(crate) seat: Seat,
    /// The name of its body.
    pub(crate) council: Text,
    pub(crate) state: SeatState,
    pub(crate) holder: Sits,
    pub(crate) alternate: Option<String>,
    /// The name of the organization it belongs to, if the reader may know of it.
    pub(crate) organization: Option<Text>,
    /// Where that organization has its page: the last part of the address.
    pub(crate) slug: Option<String>,
    pub(crate) sector: Option<Text>,
}

/// What lines are made from.
pub(crate) struct Table<'a> {
    pub(crate) councils: &'a [Council],
    pub(crate) terms: &'a [OnSeat],
    pub(crate) names: &'a Names,
    pub(crate) reader: Reader,
    pub(crate) today: Date,
}

impl Table<'_> {
    /// The line of one seat; none when it is not for the reader.
    pub(crate) fn line(&self, seat: Seat) -> Option<SeatLine> {
        let seat = for_reader(seat, self.reader)?;
        let board = seat.on_board(self.terms);
        let state = board.state_on(self.today);
        let now: Option<&Term> = board.terms.iter().find(|term| term.covers(self.today));
        let alternate = now.and_then(|term| term.agreed.alternate);
        let organization = seat.organization_id.and_then(|id| self.names.seen.organization(id));
        Some(SeatLine {
            council: self
                .councils
                .iter()
                .find(|council| council.id == seat.council_id)
                .map(|council| council.name.clone())
                .unwrap_or_default(),
            holder: self.names.who(state.holder()),
            alternate: match self.names.who(alternate.map(Holder::Person)) {
                Sits::Named(_, name) => Some(name),
                Sits::Nobody | Sits::NotNamed | Sits::Erased | Sits::InBin | Sits::Hidden => None,
            },
            organization: organization.map(|of| of.name.clone()),
            slug: organization.map(|of| of.slug.clone()),
            sector: seat
                .sector_id
                .and_then(|id| self.names.sectors.get(&id))
                .map(|sector| sector.name.clone()),
            state,
            seat,
        })
    }
}

/// Who sits there, leading to the page of the person.
pub(crate) fn sitting(ctx: &Ctx, who: &Sits) -> maud::Markup {
    let words = who.words(ctx);
    match who {
        Sits::Named(id, _) => {
            markup! { a href=(ctx.url(&format!("/work/people/{id}"))) { bdi { (words) } } }
        }
        Sits::Nobody | Sits::NotNamed | Sits::Erased | Sits::InBin | Sits::Hidden => markup! { (words) },
    }
}

impl SeatLine {
    /// The organization a seat belongs to, in words: one that the reader may not know of is “a partner”, as on the public site.
    pub(crate) fn belongs_to(&self, ctx: &Ctx) -> String {
        match (&self.organization, self.seat.organization_id) {
            (Some(name), _) => name.plain(ctx.lang).to_owned(),
            (None, Some(_)) => t!(ctx.say(), "who-a-partner"),
            (None, None) => String::new(),
        }
    }
}

/// The organization a seat belongs to, leading to its page.
pub(crate) fn belonging(ctx: &Ctx, line: &SeatLine) -> maud::Markup {
    let href = line.slug.as_ref().map(|slug| ctx.url(&format!("/work/partners/{slug}")));
    markup! { @match (&line.organization, href) {
        (Some(name), Some(href)) => a href=(href) { (named(ctx, name)) },
        _ => (line.belongs_to(ctx)),
    } }
}

/// The state of a seat: a shape, a colour and a word.
pub(crate) fn seat_state(ctx: &Ctx, of: &SeatState) -> maud::Markup {
    let look = match of.code() {
        "held" => Look::OnTrack,
        "ending" => Look::UnderWay,
        "vacant" => Look::Behind,
        "awaited" => Look::NotStarted,
        _ => Look::Unknown,
    };
    state(look, &state_word(ctx, of))
}

/// The word of a state, with the day that matters.
pub(crate) fn state_word(ctx: &Ctx, of: &SeatState) -> String {
    let say = ctx.say();
    match of {
        SeatState::Ending { until, by: Holder::Person(_) } => {
            t!(say, "seat-state-ending-on", day = say.short_day(*until))
        }
        SeatState::Awaited { from, .. } => t!(say, "seat-state-awaited-from", day = say.short_day(*from)),
        SeatState::Vacant { since: Some(since) } => {
            t!(say, "seat-state-vacant-since", day = say.short_day(*since))
        }
        other => say.t(&format!("seat-state-{}", other.code()), &[]),
    }
}
