//! The seats of an organization on its page, and those of a person on hers: shown there without `partners` knowing councils.

use crate::{
    CouncilId, SeatId, SeatWithTerms,
    rules::{seats::SeatState, terms::Holder},
    seats_of_organization, seats_of_person,
    seen::{SeatSeen, Sits, seats},
    store::bodies::{Council, list_councils},
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use partners::{OrganizationId, PersonId};
use platform::{
    authority::Permission,
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    html::{self, shown},
    ids::Ref,
    manifest::{Panel, PanelShown},
    t,
    text::Text,
};
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;

/// What this room shows on other rooms' pages.
pub(crate) fn all() -> Vec<Panel> {
    vec![
        Panel {
            on: "organization",
            name: "seats",
            show: |ctx, tx, of| Box::pin(async move { of_organization(ctx, tx, of).await }),
        },
        Panel {
            on: "person",
            name: "seats",
            show: |ctx, tx, of| Box::pin(async move { of_person(ctx, tx, of).await }),
        },
        Panel {
            on: "person-removal",
            name: "seats",
            show: |ctx, tx, of| Box::pin(async move { of_removed(ctx, tx, of).await }),
        },
    ]
}

/// How a person stands to a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Part {
    /// Sits there.
    Holds,
    /// Comes when the holder cannot.
    StandsIn,
    /// Will sit there.
    Will,
    /// Sat there.
    Held,
}

impl Part {
    const fn key(self) -> &'static str {
        match self {
            Self::Holds => "panel-holds",
            Self::StandsIn => "panel-stands-in",
            Self::Will => "panel-will",
            Self::Held => "panel-held",
        }
    }
}

/// One seat in a panel.
struct Line {
    council: Text,
    council_href: Option<String>,
    category: Text,
    seat_href: Option<String>,
    who: Markup,
    until: Option<Date>,
}

/// The same, for a program.
#[derive(Serialize)]
struct Item {
    council: CouncilId,
    council_name: Value,
    seat: SeatId,
    category: Value,
    state: &'static str,
    holder: Option<String>,
    part: Option<Part>,
    until: Option<Date>,
}

/// The seats that belong to an organization, when the reader may know of it.
async fn of_organization(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    let (id, reader) = (OrganizationId(of.id), partners::reader(ctx));
    if partners::organization(tx, reader, id).await?.is_none() {
        return Ok(None);
    }
    let own = seats_of_organization(tx, id).await?;
    made(ctx, tx, own, |seen, _| Some((None, seen.state.until()))).await
}

/// The seats that a person holds, held or stands in for, when the reader may know of her.
async fn of_person(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    let (id, reader) = (PersonId(of.id), partners::reader(ctx));
    if partners::person(tx, reader, id).await?.is_none() {
        return Ok(None);
    }
    let today = ctx.today();
    let own = seats_of_person(tx, id).await?;
    made(ctx, tx, own, |_, with| part_of(with, id, today)).await
}

/// The seats that stay with a person who is about to go to the bin, for whoever decides that.
async fn of_removed(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    if !ctx.may(partners::can::EDIT_PEOPLE) {
        return Ok(None);
    }
    let (id, today) = (PersonId(of.id), ctx.today());
    let own = seats_of_person(tx, id).await?;
    let stays =
        |with: &SeatWithTerms| part_of(with, id, today).filter(|(part, _)| !matches!(part, Some(Part::Held)));
    let n = own.iter().filter(|with| stays(with).is_some()).count();
    let shown = made(ctx, tx, own, |_, with| stays(with)).await?;
    Ok(shown.map(|panel| {
        let html = markup! { p { (t!(ctx.say(), "panel-removal", n = n)) } (panel.html) };
        PanelShown { html, ..panel }
    }))
}

/// How a person stands to a seat today, and until when.
fn part_of(with: &SeatWithTerms, person: PersonId, today: Date) -> Option<(Option<Part>, Option<Date>)> {
    let holds = |term: &&crate::rules::terms::Term| term.agreed.holder == Holder::Person(person);
    let now = with.terms.iter().find(|term| term.covers(today));
    let part = |part, until| Some((Some(part), until));
    if let Some(term) = now.filter(holds) {
        return part(Part::Holds, term.last_day());
    }
    if let Some(term) = now.filter(|term| term.agreed.alternate == Some(person)) {
        return part(Part::StandsIn, term.last_day());
    }
    if with.terms.iter().filter(holds).any(|term| term.agreed.starts_on > today) {
        return part(Part::Will, None);
    }
    let last = with.terms.iter().filter(holds).filter_map(|term| term.last_day()).max()?;
    part(Part::Held, Some(last))
}

/// A seat's part and its day; none leaves the seat out.
type Tell = Option<(Option<Part>, Option<Date>)>;

/// The panel of these seats, as far as the reader may see them; none when there is nothing left.
async fn made(
    ctx: &Ctx,
    tx: &mut Tx,
    own: Vec<SeatWithTerms>,
    tell: impl Fn(&SeatSeen, &SeatWithTerms) -> Tell,
) -> Result<Option<PanelShown>> {
    let councils: HashMap<CouncilId, Council> =
        list_councils(tx).await?.into_iter().map(|council| (council.id, council)).collect();
    let standing: Vec<(crate::Seat, SeatState)> =
        own.iter().map(|one| (one.seat.clone(), one.on_board().state_on(ctx.today()))).collect();
    let seen = seats(tx, partners::reader(ctx), standing).await?;
    let own: HashMap<SeatId, SeatWithTerms> = own.into_iter().map(|one| (one.seat.id, one)).collect();
    let (mut lines, mut items) = (Vec::new(), Vec::new());
    for one in &seen {
        let (Some(council), Some(with)) = (councils.get(&one.seat.council_id), own.get(&one.seat.id)) else {
            continue;
        };
        let Some((part, until)) = tell(one, with) else { continue };
        lines.push(line(ctx, council, one, (part, until)));
        items.push(item(council, one, (part, until)));
    }
    if lines.is_empty() {
        return Ok(None);
    }
    let heading = t!(ctx.say(), "panel-seats");
    Ok(Some(PanelShown { html: table(ctx, &lines), heading, json: serde_json::to_value(items)? }))
}

fn line(ctx: &Ctx, council: &Council, of: &SeatSeen, (part, until): (Option<Part>, Option<Date>)) -> Line {
    let say = ctx.say();
    let who = match (part, &of.sits) {
        (Some(part), _) => say.html(part.key(), &[]),
        (None, Sits::Named(_, name)) => markup! { bdi { (name) } },
        (None, Sits::Nobody) if crate::seen::is_vacant(&of.state) => say.html("who-vacant-seat", &[]),
        (None, Sits::Nobody) => say.html("who-awaited-seat", &[]),
        (None, Sits::NotNamed | Sits::Erased | Sits::InBin | Sits::Hidden) => say.html("who-held", &[]),
    };
    let inside = |path: String| inside(ctx, crate::can::SEE_COUNCILS).then(|| ctx.url(&path));
    let council_href = match ctx.face {
        Face::Public => Some(crate::public::body_url(ctx, &council.slug)),
        _ => inside(format!("/work/councils/{}", council.id)),
    };
    let seat_href = inside(format!("/work/councils/{}/seats/{}", council.id, of.seat.id));
    Line {
        council: council.name.clone(),
        council_href,
        category: of.seat.category.clone(),
        seat_href,
        who,
        until,
    }
}

/// Whether the reader is in the workspace and may open what this permission opens.
fn inside(ctx: &Ctx, see: Permission) -> bool {
    ctx.face == Face::Work && ctx.may(see)
}

fn item(council: &Council, of: &SeatSeen, (part, until): (Option<Part>, Option<Date>)) -> Item {
    Item {
        council: council.id,
        council_name: council.name.to_plain_json(),
        seat: of.seat.id,
        category: of.seat.category.to_plain_json(),
        state: of.state.code(),
        holder: match &of.sits {
            Sits::Named(_, name) => Some(name.clone()),
            Sits::Nobody | Sits::NotNamed | Sits::Erased | Sits::InBin | Sits::Hidden => None,
        },
        part,
        until,
    }
}

fn table(ctx: &Ctx, lines: &[Line]) -> Markup {
    let say = ctx.say();
    let linked = |href: &Option<String>, text: &Text| {
        markup! { @match href { Some(href) => a href=(href) { (shown(ctx, text)) }, None => (shown(ctx, text)) } }
    };
    let heads = [t!(say, "panel-group"), t!(say, "who-seat"), t!(say, "who-holder"), t!(say, "who-until")];
    let row = |line: &Line| {
        let until = line.until.map(|day| markup! { time datetime=(day) { (say.short_day(day)) } });
        vec![
            linked(&line.council_href, &line.council),
            linked(&line.seat_href, &line.category),
            markup! { (line.who) },
            until.unwrap_or_default(),
        ]
    };
    html::table(&t!(say, "panel-seats"), &heads, lines.iter().map(row).collect())
}
