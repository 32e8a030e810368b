//! Looking at a table: what its filled seats show, what is expected there, and who could be asked.

use super::{GapSeen, QualitySeen, ShareSeen, TableSeen, ToAsk, ToFill};
use crate::{
    CategoryId, CouncilId, SeatId,
    pages::{AtSeat, seat_url},
    rules::{
        composition::{Candidate, Opening, missing, openings_for, shares},
        counting::Counted,
        seats::SeatState,
    },
    seen::standing,
    store::{
        bodies::list_councils,
        composition::{Declared, list_declared},
        seats::{Seat, list_all_seats},
        terms::list_terms,
    },
};
use partners::{OrganizationId, Reader, SectorId, Spoken, Standing, visible_to};
use platform::{ctx::Ctx, db::Tx, errors::Result, langs::Lang, t, text::Text};
use std::collections::{BTreeSet, HashMap};

/// A sector that gathers what fits nowhere is expected at no table.
const NO_SECTOR: &str = "other";

/// The seats of a table with what the reader may know about them.
struct Seated {
    reader: Reader,
    seats: Vec<(Seat, SeatState)>,
    known: Vec<Declared>,
    /// The names of the bodies, where there is more than one.
    bodies: HashMap<CouncilId, Text>,
}

/// Looks at the table that these bodies make; at all bodies when none is named.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn look(ctx: &Ctx, tx: &mut Tx, councils: &[CouncilId]) -> Result<TableSeen> {
    let seated = Seated::load(ctx, tx, councils).await?;
    let qualities = vec![
        seated.categories(ctx),
        seated.sectors(ctx, tx).await?,
        seated.areas(ctx, tx).await?,
        seated.languages(ctx),
    ];
    let counted = Counted::of(seated.seats.iter().map(|(_, state)| state));
    Ok(TableSeen { counted, qualities })
}

/// The organizations that could take this vacant seat: whom it belongs to, or else those of its sector that do not sit at its
/// table yet; partners first.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn could_sit(ctx: &Ctx, tx: &mut Tx, seat: &Seat) -> Result<Vec<ToAsk>> {
    let seated = Seated::load(ctx, tx, &[seat.council_id]).await?;
    let mut fitting = seated.candidates(|one| if seated.fits(seat, one) { vec![()] } else { Vec::new() });
    fitting.retain(|one| !one.shows.is_empty() && (!one.seated || seat.organization_id.is_some()));
    fitting.sort_by_key(|one| !one.joined);
    Ok(fitting.iter().filter_map(|one| seated.to_ask(ctx, one.organization)).collect())
}

impl Seated {
    /// The seats of these bodies, and everybody whom the reader may know of.
    async fn load(ctx: &Ctx, tx: &mut Tx, councils: &[CouncilId]) -> Result<Self> {
        let reader = partners::reader(ctx);
        let all = list_all_seats(tx).await?;
        let here: Vec<Seat> = all.into_iter().filter(|seat| councils.contains(&seat.council_id)).collect();
        let terms = list_terms(tx).await?;
        let seats = standing(here, &terms, ctx.today());
        let bodies = match councils {
            [_] => HashMap::new(),
            _ => list_councils(tx).await?.into_iter().map(|one| (one.id, one.name)).collect(),
        };
        Ok(Self { reader, seats, known: list_declared(tx, reader).await?, bodies })
    }

    /// Whether an organization could take a vacant seat: it belongs to it, or to nobody and is of its sector.
    fn fits(&self, seat: &Seat, one: &Declared) -> bool {
        self.organization(seat).is_some_and(|owner| owner.id == one.id)
            || (seat.organization_id.is_none() && seat.sector_id.is_some() && seat.sector_id == one.sector_id)
    }

    /// The vacant seats that the reader may see, with what each shows of a quality and whether that depends on who takes it.
    fn openings<V>(&self, shows: impl Fn(&Seat) -> (Vec<V>, bool)) -> Vec<Opening<V>> {
        let vacant = self.seats.iter().filter(|(seat, state)| state.is_vacant() && self.sees(seat));
        let opening = |seat: &Seat| {
            let (shows, is_open) = shows(seat);
            Opening { seat: seat.id, shows, is_open }
        };
        vacant.map(|(seat, _)| opening(seat)).collect()
    }

    /// A vacant seat to fill, as a link.
    fn to_fill(&self, ctx: &Ctx, id: SeatId) -> Option<ToFill> {
        let (seat, _) = self.seats.iter().find(|(seat, _)| seat.id == id)?;
        let (number, category) = (seat.number, seat.category.plain(ctx.lang));
        let name = t!(ctx.say(), "seat-numbered-for", number = number, category = category);
        let name = match self.bodies.get(&seat.council_id) {
            Some(body) => format!("{} · {name}", body.plain(ctx.lang)),
            None => name,
        };
        let at = AtSeat { council: seat.council_id, seat: seat.id };
        Some(ToFill { name, href: seat_url(ctx, at, "#holder") })
    }

    /// The seats that somebody holds or is about to hold: those that are not vacant.
    fn filled(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|(_, state)| !state.is_vacant()).map(|(seat, _)| seat)
    }

    /// The organization of a seat, when the reader may know both.
    fn organization(&self, seat: &Seat) -> Option<&Declared> {
        let id = seat.organization_id.filter(|_| self.sees(seat))?;
        self.known.iter().find(|one| one.id == id)
    }

    /// Whether the reader may see a seat; one that she may not see counts and shows nothing.
    fn sees(&self, seat: &Seat) -> bool {
        visible_to(seat.visibility, self.reader)
    }

    /// What the filled seats show.
    fn showing<V>(&self, shows: impl Fn(&Seat) -> Vec<V>) -> Vec<Vec<V>> {
        self.filled().map(|seat| if self.sees(seat) { shows(seat) } else { Vec::new() }).collect()
    }

    /// Everybody who could be asked, with what each shows. Who has left is not asked.
    fn candidates<V>(&self, shows: impl Fn(&Declared) -> Vec<V>) -> Vec<Candidate<V>> {
        let here: BTreeSet<OrganizationId> =
            self.filled().filter(|seat| self.sees(seat)).filter_map(|seat| seat.organization_id).collect();
        let kept = self.known.iter().filter(|one| one.standing() != Standing::Left);
        kept.map(|one| Candidate {
            organization: one.id,
            shows: shows(one),
            joined: one.standing() == Standing::Partner,
            seated: here.contains(&one.id),
        })
        .collect()
    }

    /// By what seats are for. A category is expected when there is a seat for it; whoever the empty seat belongs to, or
    /// works in its sector, could take it.
    fn categories(&self, ctx: &Ctx) -> QualitySeen {
        let seen: Vec<&(Seat, SeatState)> = self.seats.iter().filter(|(seat, _)| self.sees(seat)).collect();
        let names: HashMap<CategoryId, &str> =
            seen.iter().map(|(seat, _)| (seat.category_id, seat.category.plain(ctx.lang))).collect();
        let mut expected: Vec<CategoryId> = names.keys().copied().collect();
        expected.sort_by(|a, b| ctx.say().order(label(&names, a), label(&names, b)));
        let empty = |one: &Declared| {
            let empty = seen.iter().filter(|(seat, state)| state.is_vacant() && self.fits(seat, one));
            empty.map(|(seat, _)| seat.category_id).collect()
        };
        let asked = Asked {
            filled: self.showing(|seat| vec![seat.category_id]),
            expected,
            candidates: self.candidates(empty),
            openings: self.openings(|seat| (vec![seat.category_id], false)),
        };
        self.quality(ctx, "category", asked, |id| label(&names, id).to_owned())
    }

    /// By sector: that of the seat, or that of the organization it belongs to.
    async fn sectors(&self, ctx: &Ctx, tx: &mut Tx) -> Result<QualitySeen> {
        let all = partners::sectors(tx).await?;
        let names: HashMap<SectorId, &str> =
            all.iter().map(|sector| (sector.id, sector.name.plain(ctx.lang))).collect();
        let sector_of =
            |seat: &Seat| seat.sector_id.or_else(|| self.organization(seat).and_then(|one| one.sector_id));
        let asked = Asked {
            filled: self.showing(|seat| sector_of(seat).into_iter().collect()),
            expected: all.iter().filter(|sector| sector.code != NO_SECTOR).map(|sector| sector.id).collect(),
            candidates: self.candidates(|one| one.sector_id.into_iter().collect()),
            openings: self.openings(|seat| {
                let is_open = seat.sector_id.is_none() && seat.organization_id.is_none();
                (sector_of(seat).into_iter().collect(), is_open)
            }),
        };
        Ok(self.quality(ctx, "sector", asked, |id| label(&names, id).to_owned()))
    }

    /// By area: where the organizations work. Expected are the areas of the partnership's own sets; without a set, all it
    /// keeps but the provinces, which every area lies in.
    async fn areas(&self, ctx: &Ctx, tx: &mut Tx) -> Result<QualitySeen> {
        let today = ctx.today();
        let mut all = areas::list_areas(tx).await?;
        all.retain(|area| area.holds(today));
        let mut own = Vec::new();
        for set in areas::sets_holding(tx, today).await? {
            own.extend(areas::shares_of(tx, set.id).await?.into_iter().map(|(area, _)| area));
        }
        let names: HashMap<areas::AreaId, &str> =
            all.iter().map(|area| (area.id, area.name.plain(ctx.lang))).collect();
        let wanted = |area: &&areas::Area| match own.as_slice() {
            [] => area.kind != areas::AreaKind::Province,
            own => own.contains(&area.id),
        };
        let mut expected: Vec<areas::AreaId> = all.iter().filter(wanted).map(|area| area.id).collect();
        expected.sort_by(|a, b| ctx.say().order(label(&names, a), label(&names, b)));
        let area_of = |seat: &Seat| self.organization(seat).and_then(|one| one.area_id).into_iter().collect();
        let asked = Asked {
            filled: self.showing(area_of),
            expected,
            candidates: self.candidates(|one| one.area_id.into_iter().collect()),
            openings: self.openings(|seat| (area_of(seat), seat.organization_id.is_none())),
        };
        Ok(self.quality(ctx, "area", asked, |id| label(&names, id).to_owned()))
    }

    /// By language in which the organizations serve people. Expected are the official languages, those of the public site
    /// and those that somebody known serves people in.
    fn languages(&self, ctx: &Ctx) -> QualitySeen {
        let spoken = |one: &Declared| one.langs.0.iter().map(|language| language.code()).collect::<Vec<_>>();
        let site = ctx.partnership.as_ref().map(|p| p.langs.clone()).unwrap_or_default();
        let mut expected: Vec<&'static str> = Vec::new();
        let first = Lang::OFFICIAL.into_iter().chain(site).map(|lang| Spoken::from(lang).code());
        for code in first.chain(self.known.iter().flat_map(spoken)) {
            if !expected.contains(&code) {
                expected.push(code);
            }
        }
        let spoken_of = |seat: &Seat| self.organization(seat).map(spoken).unwrap_or_default();
        let asked = Asked {
            filled: self.showing(spoken_of),
            expected,
            candidates: self.candidates(spoken),
            openings: self.openings(|seat| (spoken_of(seat), seat.organization_id.is_none())),
        };
        let name = |code: &&str| Spoken::from_code(code).map(|one| ctx.say().t(&one.key(), &[]));
        self.quality(ctx, "language", asked, |code| name(code).unwrap_or_default())
    }

    /// One quality, with labels instead of ids.
    fn quality<V: Ord + Clone>(
        &self,
        ctx: &Ctx,
        code: &'static str,
        asked: Asked<V>,
        label: impl Fn(&V) -> String,
    ) -> QualitySeen {
        let mut present = shares(&asked.filled);
        present.sort_by(|a, b| {
            b.seats.cmp(&a.seats).then_with(|| ctx.say().order(&label(&a.value), &label(&b.value)))
        });
        let gaps = missing(&asked.expected, &present, &asked.candidates);
        QualitySeen {
            code,
            silent: asked.filled.iter().filter(|shown| shown.is_empty()).count(),
            gaps: gaps
                .into_iter()
                .map(|gap| GapSeen {
                    label: label(&gap.value),
                    next: gap.next,
                    ask: gap.ask.iter().filter_map(|id| self.to_ask(ctx, *id)).collect(),
                    fill: openings_for(&gap.value, &asked.openings)
                        .into_iter()
                        .filter_map(|seat| self.to_fill(ctx, seat))
                        .collect(),
                })
                .collect(),
            shares: present
                .iter()
                .map(|share| ShareSeen { label: label(&share.value), seats: share.seats })
                .collect(),
        }
    }

    fn to_ask(&self, ctx: &Ctx, id: OrganizationId) -> Option<ToAsk> {
        let one = self.known.iter().find(|one| one.id == id)?;
        let href = ctx.url(&format!("/work/partners/{}", one.slug));
        Some(ToAsk { name: one.name.plain(ctx.lang).to_owned(), href })
    }
}

/// What is asked of one quality.
struct Asked<V> {
    /// What each filled seat shows.
    filled: Vec<Vec<V>>,
    /// What a table should show.
    expected: Vec<V>,
    /// Who could show it.
    candidates: Vec<Candidate<V>>,
    /// Where whoever shows it could sit.
    openings: Vec<Opening<V>>,
}

fn label<'a, K: std::hash::Hash + Eq>(names: &HashMap<K, &'a str>, of: &K) -> &'a str {
    names.get(of).copied().unwrap_or_default()
}
