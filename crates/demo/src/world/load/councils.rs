//! Bodies, seats, terms of reference and expressions of interest of a partnership.

use super::Known;
use crate::world::{
    PartnershipSeed,
    seats::{Holding, Office, SeatSeed, TermSeed},
    seed::{BodyWord, CouncilSeed, ExpressionState},
    text::When,
};
use councils::{
    CouncilFacts, CouncilId, NewExpression, NewSeat, NewTermsOfReference, SeatFacts, add_council,
    add_expression, add_round, add_seats, record_terms_of_reference,
    rules::{
        expressions::Season,
        reaching::ReachBy,
        seats::Chairing,
        terms::{AskForTerm, Holder, Left, LeftHow},
        tree::Kind,
    },
};
use jiff::{ToSpan, civil::Date};
use partners::Sector;
use platform::{clock::Moment, ctx::Ctx, db::Tx, errors::Result, langs::Lang, text::Text};

/// Keeps them; the bodies' ids join what is known.
pub(super) async fn fill(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed, known: &mut Known) -> Result<()> {
    let sectors = partners::sectors(tx).await?;
    for (position, body) in (1..).zip(seed.councils) {
        let facts = council(body, position, known, ctx.today());
        let id = add_council(tx, body.slug, &facts).await?;
        known.councils.insert(body.slug, id);
        let loader = Seats { known, sectors: &sectors, since: seed.founded, today: ctx.today() };
        let new = body.each_seat().map(|seat| loader.seat(seat)).collect::<Result<Vec<NewSeat>>>()?;
        add_seats(tx, id, &new).await?;
        references(ctx, tx, body, id).await?;
    }
    if seed.expressions.is_empty() { Ok(()) } else { expressions(ctx, tx, seed, known).await }
}

fn council(seed: &CouncilSeed, position: u32, known: &Known, today: Date) -> CouncilFacts {
    CouncilFacts {
        kind: match seed.word {
            BodyWord::Council => Kind::Council,
            BodyWord::SubCouncil => Kind::SubCouncil,
            BodyWord::WorkingGroup => Kind::WorkingGroup,
            BodyWord::Team => Kind::Team,
        },
        word: seed.word.singular().text(today),
        name: seed.name.text(today),
        outcome: seed.outcome.text(today),
        mandate: seed.mandate.text(today),
        parent: seed.parent.and_then(|slug| known.councils.get(slug).copied()),
        position,
        open: seed.open,
        seat_limit: None,
    }
}

/// Turns seeds of seats into seats.
struct Seats<'a> {
    known: &'a Known,
    sectors: &'a [Sector],
    since: Option<When>,
    today: Date,
}

impl Seats<'_> {
    fn seat(&self, seed: &SeatSeed) -> Result<NewSeat> {
        let sector = seed.sector.map(crate::world::Sector::code);
        let facts = SeatFacts {
            sector: self.sectors.iter().find(|one| Some(&*one.code) == sector).map(|one| one.id),
            organization: seed.organization.map(|slug| self.known.organization(slug)).transpose()?,
            ex_officio: seed.ex_officio,
            chairing: seed.office.map(chairing),
            visibility: super::partners::visibility(seed.visibility),
            note: seed.note.map_or_else(Text::default, |note| note.text(self.today)),
            since_on: seed.since.map(|when| when.on(self.today)),
            ..SeatFacts::of(seed.category.text(self.today))
        };
        let terms = match seed.holding {
            Holding::Vacant => Vec::new(),
            Holding::NotNamed => vec![(self.not_named(seed), None)],
            Holding::Terms(terms) => terms.iter().map(|term| self.term(term)).collect::<Result<_>>()?,
        };
        Ok(NewSeat { facts, terms })
    }

    /// The source counts the holder and gives no day: since the seat, or the partnership, has been there.
    fn not_named(&self, seed: &SeatSeed) -> AskForTerm {
        let starts_on = seed.since.or(self.since).map_or(self.today, |when| when.on(self.today));
        AskForTerm { holder: Holder::NotNamed, alternate: None, starts_on, starts_about: true, ends_on: None }
    }

    fn term(&self, seed: &TermSeed) -> Result<(AskForTerm, Option<Left>)> {
        let ask = AskForTerm {
            holder: Holder::Person(self.known.person(seed.holder)?),
            alternate: seed.alternate.map(|slug| self.known.person(slug)).transpose()?,
            starts_on: seed.from.on(self.today),
            starts_about: seed.from.is_approximate(),
            ends_on: seed.to.map(|when| when.on(self.today)),
        };
        let left = seed.left.map(|when| Left { on: when.on(self.today), how: LeftHow::Resigned });
        Ok((ask, left))
    }
}

fn chairing(office: Office) -> Chairing {
    match office {
        Office::Chair => Chairing::Chair,
        Office::CoChair => Chairing::CoChair,
        Office::ViceChair => Chairing::ViceChair,
    }
}

async fn references(ctx: &Ctx, tx: &mut Tx, seed: &CouncilSeed, id: CouncilId) -> Result<()> {
    let today = ctx.today();
    for (n, version) in seed.terms_of_reference.iter().enumerate() {
        let new = NewTermsOfReference {
            body: version.text.text(today),
            change_note: if n == 0 { Text::default() } else { version.change.text(today) },
            adopted_on: version.approved.on(today),
            adopted_about: version.approved.is_approximate(),
        };
        record_terms_of_reference(tx, id, &new, today).await?;
    }
    Ok(())
}

/// A round is open around today; what came before it was kept for the next.
async fn expressions(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed, known: &Known) -> Result<()> {
    let today = ctx.today();
    let heard = seed.expressions.iter().filter(|one| one.state != ExpressionState::Kept);
    let opens_on = heard.map(|one| one.received.on(today)).min().unwrap_or(today);
    add_round(tx, Season::Fall, opens_on, today.saturating_add(21.days())).await?;
    for one in seed.expressions {
        let lang = Lang::from_tag(one.language).unwrap_or(Lang::En);
        let day = one.received.on(today);
        let day =
            if one.state == ExpressionState::Kept { day.min(opens_on.saturating_sub(1.days())) } else { day };
        let new = NewExpression {
            council: known.council(one.council)?,
            name: one.name.to_owned(),
            email: format!("{}@{}.example", one.mailbox, seed.slug),
            phone: String::new(),
            reach_by: ReachBy::Mail,
            speaks_for: one.sector.name().text(today).plain(lang).to_owned(),
            lang,
            body: one.text.to_owned(),
            consent_wording: ::councils::interest_wording(&Ctx { lang, ..ctx.clone() }),
        };
        let received = day.at(10, 0, 0, 0).to_zoned(ctx.zone())?;
        add_expression(tx, &new, Moment(received.timestamp()), day).await?;
    }
    Ok(())
}
