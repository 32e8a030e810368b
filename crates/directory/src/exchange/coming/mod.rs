//! Services from elsewhere: sheets with the columns of 211, CIOC and ODHF or of this program's own lists, and packages and documents of HSDS, which
//! are laid into the same columns first. One batch with one undo, as every import of this house.
//!
//! A row is about a service by its id here, by its id in its source, or by its name at an organization; else it adds one, and its
//! organization with it where none has that name. A record that somebody here looked at later than there waits for a person.

mod changing;
mod columns;
mod judge;
mod laid;
mod merging;
mod own;
mod package;
pub(crate) mod page;
mod places;
mod preview;
mod said;
pub(crate) mod told;
mod twins;
mod whom;

#[cfg(test)]
mod tests;

use crate::{
    LocationFacts, LocationId, ServiceId, can,
    exchange::shelf::Shelf,
    funders::funders,
    needs::{group_name, name as need_name, needs},
    pages::service_url,
    rules::{
        eligibility::Class,
        facts::{Cost, Feature, Interpretation, Papers, Status, Stream},
        place::PlaceKind,
    },
    store::{
        imported::{
            NewService, clear, known_also, laid_place, lay_location, lay_service, sources, touched_since,
        },
        locations::{every_location, location, offered_at},
        merges::say_apart,
    },
};
use judge::{Picture, ServiceJudge, nothing};
use own::Readers;
use partners::{NewOrganization, OrganizationId, Reader, Spoken, Visibility};
use places::{SaidPlace, key_of};
use platform::{
    batch::{BatchId, Importer, InTheWay, Judge, Laid, Line, Mapping},
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    ids::Ref,
    langs::Lang,
    t,
    text::{NAME, Text, fold},
};
use said::{Said, Words};
use serde_json::{Value, json};
use std::collections::HashMap;

/// The importer of this room.
pub(crate) const IMPORTER: Importer = Importer {
    what: "services",
    title: "services-title",
    home: "/work/directory",
    packed: Some(package::PACKED),
    may: can::KEEP_DIRECTORY,
    columns: columns::COLUMNS,
    needed: &["name"],
    rest: None,
    questions: columns::QUESTIONS,
    mentions: None,
    judge: |ctx, tx, mapping| Box::pin(load(ctx, tx, mapping)),
    lay: |ctx, tx, batch, lines| Box::pin(lay(ctx, tx, batch, lines)),
    changing: || Box::new(changing::Changes::default()),
    show: |_, _| Box::pin(async { Ok(()) }),
    revert: |_, tx, all| Box::pin(changing::revert(tx, all)),
    clear: |_, tx, batch, limit| Box::pin(clear_all(tx, batch, limit)),
    became: None,
    in_the_way: |ctx, tx, batch| Box::pin(in_the_way(ctx, tx, batch)),
    adds: &["organization", "person", "location", "service"],
    belongings: &[
        "organization_language",
        "contact_point",
        "speaker",
        "service_at_location",
        "service_check",
        "service_experience",
        "service_apart",
    ],
    people: "person",
};

fn answer<'a>(mapping: &'a Mapping, key: &str) -> &'a str {
    mapping.answers.get(key).map_or("", String::as_str)
}

/// What codes are called in both official languages, folded, and the codes themselves.
fn called<T: Copy>(
    ctx: &Ctx,
    all: &[T],
    code: fn(T) -> &'static str,
    word: fn(&Ctx, T) -> String,
) -> HashMap<String, T> {
    let mut words: HashMap<String, T> = all.iter().map(|one| (fold(code(*one)), *one)).collect();
    for lang in Lang::OFFICIAL {
        let ctx = Ctx { lang, ..ctx.clone() };
        words.extend(all.iter().map(|one| (fold(&word(&ctx, *one)), *one)));
    }
    words
}

fn words(ctx: &Ctx) -> Words {
    let mut of_needs = HashMap::new();
    for lang in Lang::OFFICIAL {
        of_needs.extend(needs().iter().map(|one| (fold(&need_name(one, lang)), one.id.clone())));
        // A group by itself says too little; its first need stands for it where a sheet names the group.
        for group in crate::needs::groups() {
            let first = needs().iter().find(|one| one.group == group.id).map(|one| one.id.clone());
            let name = fold(&group_name(group, lang));
            of_needs.extend(first.filter(|_| !of_needs.contains_key(&name)).map(|id| (name, id)));
        }
    }
    let said = |key: &str| Lang::OFFICIAL.map(|lang| plainly(ctx.say().in_lang(lang).t(key, &[])));
    let mut of_status = called(ctx, &Status::ALL, Status::code, crate::words::status);
    of_status.extend(Status::ALL.map(|one| (fold(crate::exchange::mapping::status(one)), one)));
    let only = Lang::OFFICIAL.map(|lang| {
        let words = plainly(t!(ctx.say().in_lang(lang), "use-only", who = WHO));
        words
            .split_once(WHO)
            .map(|(before, behind)| (before.to_owned(), behind.to_owned()))
            .unwrap_or_default()
    });
    let yes = said("exchange-yes").map(|word| (fold(&word), true)).into_iter();
    let no = said("exchange-no").map(|word| (fold(&word), false));
    let of_funders = funders().iter().flat_map(|rule| {
        let keys = ["use", "openness"].map(|what| format!("{what}-funder-{}", rule.funder));
        keys.into_iter().flat_map(|key| said(&key)).map(|words| (words, rule.funder.clone()))
    });
    Words {
        status: of_status,
        streams: called(ctx, &Stream::ALL, Stream::code, crate::words::stream),
        needs: of_needs,
        features: called(ctx, &Feature::ALL, Feature::code, crate::words::feature),
        costs: called(ctx, &Cost::ALL, Cost::code, crate::words::cost),
        interpretations: called(
            ctx,
            &Interpretation::ALL,
            Interpretation::code,
            crate::words::interpretation,
        ),
        papers: called(ctx, &Papers::ALL, Papers::code, crate::words::papers),
        classes: called(ctx, &Class::ALL, Class::code, crate::words::class),
        yes: yes.chain(no).collect(),
        languages: Lang::OFFICIAL
            .into_iter()
            .flat_map(|lang| {
                let ctx = Ctx { lang, ..ctx.clone() };
                Spoken::all().map(|one| (fold(&crate::words::spoken(&ctx, one)), one)).collect::<Vec<_>>()
            })
            .collect(),
        everyone: said("openness-everyone").map(|words| fold(&words)).to_vec(),
        funders: of_funders.collect(),
        only: only.into_iter().filter(|(before, _)| !before.is_empty()).collect(),
        holidays: said("hours-holidays").to_vec(),
        phrases: ["use-everyone", "use-unknown"].into_iter().flat_map(said).collect(),
    }
}

/// What stands for those for whom alone a service is, while the words around them are looked at.
const WHO: &str = "\u{FFFC}";

/// Words without the signs that keep foreign words apart.
fn plainly(text: String) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

async fn load(ctx: &Ctx, tx: &mut Tx, mapping: &Mapping) -> Result<Box<dyn Judge>> {
    Ok(Box::new(ServiceJudge::new(picture(ctx, tx, mapping).await?)))
}

/// The picture that rows are compared with.
async fn picture(ctx: &Ctx, tx: &mut Tx, mapping: &Mapping) -> Result<Picture> {
    let mut places: HashMap<ServiceId, Vec<LocationId>> = HashMap::new();
    for (_, service, location) in offered_at(tx, None).await? {
        places.entry(service).or_default().push(location);
    }
    let mut organizations = HashMap::new();
    for one in partners::all_organizations(tx).await? {
        for (_, piece) in one.name.pieces() {
            organizations.entry(fold(&piece.text)).or_insert(one.id);
        }
    }
    let locations = every_location(tx, Reader::Staff).await?.into_iter().rev();
    let locations = locations.map(|one| (key_of(one.name.plain(Lang::En), &one.place.0), one.id)).collect();
    Ok(Picture {
        shelf: Shelf::kept(tx).await?,
        places,
        by_source: sources(tx).await?,
        organizations,
        locations,
        words: words(ctx),
        readers: Readers::of(ctx),
        reads: ctx.lang,
        lang: answer(mapping, "import-services-language").parse().unwrap_or(Lang::En),
        see: Visibility::from_code(answer(mapping, "import-services-see")).unwrap_or(Visibility::Public),
        answers: mapping.answers.clone(),
        today: ctx.today(),
    })
}

/// What imports know of a service after a row: where each field comes from that it says, and in which other source it is known.
fn beyond_after(said: &Said, before: Value) -> Value {
    let mut beyond = if before.is_object() { before } else { json!({}) };
    let mut fields = beyond.get("fields").and_then(Value::as_object).cloned().unwrap_or_default();
    let (source, on) = (said.get("source"), said.get("source-on"));
    let apart = |column: &str| {
        ["source", "source-on", "verified"].contains(&column) || own::ABOUT_THE_FILE.contains(&column)
    };
    for (column, values) in said.values.iter().filter(|(column, _)| !apart(column)) {
        let text: String = values.join("; ").chars().take(200).collect();
        fields.insert(column.clone(), json!({ "source": source, "on": on, "said": text }));
    }
    if let Some(all) = beyond.as_object_mut() {
        all.insert("fields".to_owned(), Value::Object(fields));
    }
    if said.own { beyond } else { known_also(beyond, source, &said.known_as) }
}

/// What a file said of one field.
struct FieldSaid {
    column: String,
    said: String,
    source: String,
    on: Option<jiff::civil::Date>,
}

/// What files said of fields, in the order of the columns.
fn fields_said(fields: &Value) -> Vec<FieldSaid> {
    let text = |of: &Value, name: &str| of.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let one = |column: &platform::batch::Column| {
        let of = fields.get(column.key)?;
        let (said, source) = (text(of, "said"), text(of, "source"));
        Some(FieldSaid { column: column.key.to_owned(), said, source, on: text(of, "on").parse().ok() })
    };
    columns::COLUMNS.iter().filter_map(one).collect()
}

/// The organization of a row: one that is known, one that an earlier row had added, or a new one.
async fn organization(
    ctx: &Ctx,
    tx: &mut Tx,
    (batch, said): (BatchId, &Said),
    laid: &mut HashMap<String, OrganizationId>,
) -> Result<OrganizationId> {
    if let Some(known) = said.organization {
        return Ok(known);
    }
    let short: String = said.called.chars().take(NAME).collect();
    let name = Text::default().with(said.lang, &short, ctx.today());
    if let Some(known) = laid.get(&name.search_key()) {
        return Ok(*known);
    }
    let key = name.search_key();
    let slug = partners::free_slug(tx, &partners::slug_of(&said.called)).await?;
    let new = NewOrganization { visibility: said.see, ..NewOrganization::new(slug, name) };
    let id = partners::lay_organizations(tx, &[new], batch).await?.pop().or_not_found()?;
    laid.insert(key, id);
    Ok(id)
}

/// The places of a row, new ones laid out of sight.
async fn lay_places(ctx: &Ctx, tx: &mut Tx, (batch, said): (BatchId, &Said)) -> Result<Vec<LocationId>> {
    let mut all = Vec::with_capacity(said.places.len());
    for one in &said.places {
        let known = match one.known {
            Some(known) => Some(known),
            None => laid_place(tx, batch, &one.key).await?,
        };
        let id = match known {
            Some(known) => known,
            None => {
                let facts = match one.instead_of {
                    Some(before) => beside(ctx, tx, (said, one), before).await?,
                    None => LocationFacts {
                        organization: None,
                        name: Text::default().with(said.lang, &one.name, ctx.today()),
                        kind: PlaceKind::Physical,
                        place: one.place.clone(),
                        source: said.get("source").chars().take(200).collect(),
                    },
                };
                lay_location(tx, batch, (&facts, &one.key)).await?
            }
        };
        if !all.contains(&id) {
            all.push(id);
        }
    }
    Ok(all)
}

/// A place in the stead of one that is kept: what the file does not say stays.
async fn beside(
    ctx: &Ctx,
    tx: &mut Tx,
    (said, one): (&Said, &SaidPlace),
    before: LocationId,
) -> Result<LocationFacts> {
    let before = location(tx, Reader::Staff, before).await?.or_not_found()?.facts();
    let same = before.name.plain(said.lang) == one.name;
    let name = if same { before.name } else { before.name.with(said.lang, &one.name, ctx.today()) };
    Ok(LocationFacts { name, place: one.place.clone(), ..before })
}

/// Writes rows that add something: a service, with its organization and its places where those are new.
async fn lay(ctx: &Ctx, tx: &mut Tx, batch: BatchId, lines: &[Line]) -> Result<Vec<Laid>> {
    let words = words(ctx);
    let mut laid = Vec::with_capacity(lines.len());
    let mut organizations = partners::laid_organizations(tx, batch).await?;
    for line in lines {
        let said: Said = line.said()?;
        let of = organization(ctx, tx, (batch, &said), &mut organizations).await?;
        let (mut facts, _) = said.merged(&nothing(of, said.see), &words, ctx.today());
        facts.locations = lay_places(ctx, tx, (batch, &said)).await?;
        let new = NewService {
            facts: &facts,
            source_id: Some(said.get("id").chars().take(190).collect::<String>()).filter(|id| !id.is_empty()),
            verified_on: said.day("verified"),
            beyond: beyond_after(&said, Value::Null),
        };
        let id = lay_service(tx, batch, &new).await?;
        if let Some(other) = said.apart_from {
            say_apart(tx, id, other).await?;
        }
        let names = vec![Ref::from(id), Ref::new("organization", of.0)];
        laid.push(Laid { target: id.0, names, finish: false });
    }
    Ok(laid)
}

/// Deletes what the import had added: services first, then their places, then those who offer them.
async fn clear_all(tx: &mut Tx, batch: BatchId, limit: u32) -> Result<u64> {
    match clear(tx, batch, limit).await? {
        0 => partners::clear_laid(tx, batch, limit).await,
        gone => Ok(gone),
    }
}

/// The services of the import that somebody has changed since.
async fn in_the_way(ctx: &Ctx, tx: &mut Tx, batch: BatchId) -> Result<Vec<InTheWay>> {
    let touched = touched_since(tx, batch).await?.into_iter();
    let one = |(id, name): (ServiceId, Text)| InTheWay {
        words: name.plain(ctx.lang).to_owned(),
        href: Some(service_url(ctx, id, "")),
    };
    Ok(touched.map(one).collect())
}
