//! Bodies and seats as a reader may see them: who sits where is told only as far as the seat, the organization and the
//! person each allow it. A seat that the reader may not see is counted and not listed.

use crate::{
    CouncilId, SeatId,
    rules::{
        counting::Counted,
        seats::{SeatOnBoard, SeatState},
        terms::Holder,
    },
    store::{
        bodies::{Council, list_councils},
        seats::{Seat, list_all_seats, list_seats_of_council},
        terms::{OnSeat, list_terms, list_terms_of_council},
    },
};
use jiff::civil::Date;
use partners::{Organization, OrganizationId, Person, PersonId, Reader, visible_to};
use platform::{ctx::Ctx, db::Tx, errors::Result, t, text::Text};
use std::collections::{BTreeSet, HashMap, HashSet};

/// To whom a seat belongs, as far as the reader may know.
#[derive(Debug, Clone)]
pub(crate) enum Belongs {
    /// To nobody.
    ToNobody,
    /// To an organization that the reader may not know of.
    ToSomebody,
    /// To this one.
    To(Box<Organization>),
}

/// Who sits there, as far as the reader may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sits {
    /// Nobody.
    Nobody,
    /// Somebody whom the source does not name.
    NotNamed,
    /// Somebody whose name was erased.
    Erased,
    /// Somebody who lies in the bin; only the staff learns that.
    InBin,
    /// Somebody whom the reader may not know of.
    Hidden,
    /// This person.
    Named(PersonId, String),
}

impl Sits {
    /// The name, or words for why there is none, as the workspace says it.
    pub(crate) fn words(&self, ctx: &Ctx) -> String {
        let say = ctx.say();
        match self {
            Self::Nobody => String::new(),
            Self::Named(_, name) => name.clone(),
            Self::NotNamed => t!(say, "seat-holder-not-named"),
            Self::Erased => t!(say, "seat-holder-erased"),
            Self::InBin => t!(say, "seat-holder-in-bin"),
            Self::Hidden => t!(say, "seat-holder-hidden"),
        }
    }
}

/// The seat as `reader` may see it, on every face: none when it is not for her. Its note is for those alone who run the
/// partnership's day, as the notes of organizations are.
pub(crate) fn for_reader(mut seat: Seat, reader: Reader) -> Option<Seat> {
    if !reads_notes(reader) {
        seat.note = Text::default();
    }
    visible_to(seat.visibility, reader).then_some(seat)
}

/// Whether the notes of seats are for this reader.
pub(crate) fn reads_notes(reader: Reader) -> bool {
    reader == Reader::Staff
}

/// A seat that the reader may see.
#[derive(Debug, Clone)]
pub(crate) struct SeatSeen {
    pub(crate) seat: Seat,
    pub(crate) belongs: Belongs,
    pub(crate) sits: Sits,
    pub(crate) state: SeatState,
}

/// A body with the seats that the reader may see and the count of all.
#[derive(Debug, Clone)]
pub(crate) struct BodySeen {
    pub(crate) council: Council,
    /// How many seats it has, those too that the reader may not see.
    pub(crate) total: usize,
    /// How many of them nobody holds or is about to.
    pub(crate) vacant: usize,
    /// Those that the reader may see, by number.
    pub(crate) seats: Vec<SeatSeen>,
}

impl BodySeen {
    /// How many seats are counted and not listed.
    pub(crate) fn unlisted(&self) -> usize {
        self.total.saturating_sub(self.seats.len())
    }

    /// How many of those are vacant.
    pub(crate) fn unlisted_vacant(&self) -> usize {
        let listed = self.seats.iter().filter(|seat| is_vacant(&seat.state)).count();
        self.vacant.saturating_sub(listed)
    }
}

/// Names that the reader may know.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    organizations: HashMap<OrganizationId, Organization>,
    people: HashMap<PersonId, Person>,
    /// Those who lie in the bin, as far as the reader may know.
    in_bin: HashSet<PersonId>,
}

impl Names {
    /// The names of those to whom these seats belong, and of these people.
    pub(crate) async fn of(
        tx: &mut Tx,
        reader: Reader,
        seats: impl Iterator<Item = &Seat>,
        people: impl Iterator<Item = PersonId>,
    ) -> Result<Self> {
        let organizations: BTreeSet<OrganizationId> = seats.filter_map(|seat| seat.organization_id).collect();
        let organizations: Vec<OrganizationId> = organizations.into_iter().collect();
        let people: BTreeSet<PersonId> = people.collect();
        let asked: Vec<PersonId> = people.into_iter().collect();
        let people = partners::people_named(tx, reader, &asked).await?;
        let unnamed: Vec<PersonId> = asked.into_iter().filter(|id| !people.contains_key(id)).collect();
        Ok(Self {
            organizations: partners::organizations_named(tx, reader, &organizations).await?,
            people,
            in_bin: partners::people_in_bin(tx, reader, &unnamed).await?,
        })
    }

    /// An organization.
    pub(crate) fn organization(&self, id: OrganizationId) -> Option<&Organization> {
        self.organizations.get(&id)
    }

    /// Who somebody is, as far as the reader may know.
    pub(crate) fn sits(&self, holder: Option<Holder>) -> Sits {
        match holder {
            None => Sits::Nobody,
            Some(Holder::NotNamed) => Sits::NotNamed,
            Some(Holder::Erased) => Sits::Erased,
            Some(Holder::Person(id)) => match self.people.get(&id) {
                Some(person) => Sits::Named(id, person.name.clone()),
                None if self.in_bin.contains(&id) => Sits::InBin,
                None => Sits::Hidden,
            },
        }
    }

    /// The seat as it is seen by whom these names are for, if she may see it.
    pub(crate) fn seen(&self, reader: Reader, (seat, state): (Seat, SeatState)) -> Option<SeatSeen> {
        let seat = for_reader(seat, reader)?;
        let belongs = match seat.organization_id {
            None => Belongs::ToNobody,
            Some(id) => self
                .organizations
                .get(&id)
                .map_or(Belongs::ToSomebody, |organization| Belongs::To(Box::new(organization.clone()))),
        };
        let sits = self.sits(state.holder());
        Some(SeatSeen { seat, belongs, sits, state })
    }
}

/// How each of these seats stands on `today`.
pub(crate) fn standing(seats: Vec<Seat>, terms: &[OnSeat], today: Date) -> Vec<(Seat, SeatState)> {
    let mut own: HashMap<SeatId, Vec<_>> = HashMap::new();
    for (seat, term) in terms {
        own.entry(*seat).or_default().push(*term);
    }
    let stands = |seat: Seat| {
        let terms = own.remove(&seat.id).unwrap_or_default();
        let on_board = SeatOnBoard { id: seat.id, number: seat.number, since: seat.since_on, terms };
        let state = on_board.state_on(today);
        (seat, state)
    };
    seats.into_iter().map(stands).collect()
}

/// These seats as `reader` sees them; the others are left out.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn seats(
    tx: &mut Tx,
    reader: Reader,
    standing: Vec<(Seat, SeatState)>,
) -> Result<Vec<SeatSeen>> {
    let people = standing.iter().filter_map(|(_, state)| state.holder().and_then(Holder::person));
    let names = Names::of(tx, reader, standing.iter().map(|(seat, _)| seat), people).await?;
    Ok(standing.into_iter().filter_map(|one| names.seen(reader, one)).collect())
}

/// All bodies that are not closed, from the top down, as `reader` sees them.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn bodies(tx: &mut Tx, reader: Reader, today: Date) -> Result<Vec<BodySeen>> {
    let councils = list_councils(tx).await?;
    let (all, terms) = (list_all_seats(tx).await?, list_terms(tx).await?);
    let standing = standing(all, &terms, today);
    let counted = counted(&standing);
    let mut seen: HashMap<CouncilId, Vec<SeatSeen>> = HashMap::new();
    for one in seats(tx, reader, standing).await? {
        seen.entry(one.seat.council_id).or_default().push(one);
    }
    let body = |council: Council| {
        let of = counted.get(&council.id).copied().unwrap_or_default();
        BodySeen {
            total: of.total(),
            vacant: of.vacant,
            seats: seen.remove(&council.id).unwrap_or_default(),
            council,
        }
    };
    Ok(councils.into_iter().filter(|council| council.closed_at.is_none()).map(body).collect())
}

/// One body as `reader` sees it.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn body(tx: &mut Tx, reader: Reader, council: Council, today: Date) -> Result<BodySeen> {
    let all = list_seats_of_council(tx, council.id).await?;
    let terms = list_terms_of_council(tx, council.id).await?;
    let standing = standing(all, &terms, today);
    let of = Counted::of(standing.iter().map(|(_, state)| state));
    Ok(BodySeen { total: of.total(), vacant: of.vacant, seats: seats(tx, reader, standing).await?, council })
}

/// How the seats of each body stand.
pub(crate) fn counted(standing: &[(Seat, SeatState)]) -> HashMap<CouncilId, Counted> {
    let mut counted: HashMap<CouncilId, Counted> = HashMap::new();
    for (seat, state) in standing {
        counted.entry(seat.council_id).or_default().add(state);
    }
    counted
}

/// Whether nobody sits there and nobody is about to.
pub(crate) const fn is_vacant(state: &SeatState) -> bool {
    state.is_vacant()
}
