//! The list of people.

use super::{lang_word, list::care_filters, notes::steward_name, person_url, visibility_word};
use crate::{
    OrganizationId, PersonId, Reader, can,
    contact::ContactKind,
    narrowing, reader,
    store::{
        contacts::{ContactPoint, contacts_of_people},
        notes::{Care, care_of_people},
        organizations::organizations_named,
        people::{Person, people as rows},
        speakers::{Speaker, speaking_now},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::Result,
    html::{self, Cell, Column, Empty, Head, ListShown, page},
    http::{Answer, html as answer},
    ids::AccountId,
    t,
};
use std::collections::HashMap;

/// The list as a page shows it.
pub struct PeoplePage {
    /// The people of this page.
    pub rows: Page<Person>,
    /// Who looks after each, and when somebody was last in touch: for the staff.
    pub care: HashMap<PersonId, Care>,
    /// Who could look after one.
    pub coordinators: Vec<(AccountId, String)>,
    /// For whom each speaks and how each is reached, as far as the reader may know, when a column of that is asked for.
    pub known: Known,
    /// For whose eyes.
    pub reader: Reader,
}

/// For whom people speak, and how they are reached.
#[derive(Default)]
pub struct Known {
    speaking: HashMap<PersonId, Vec<(Speaker, String)>>,
    reached: HashMap<PersonId, Vec<ContactPoint>>,
}

/// The columns that tell it.
const KNOWN: [&str; 4] = ["organization", "title", "mail", "phone"];

impl Known {
    async fn load(ctx: &Ctx, tx: &mut Tx, (reader, ids): (Reader, &[PersonId])) -> Result<Self> {
        let mut known = Self::default();
        let speakers = speaking_now(tx, reader, ids).await?;
        let of: Vec<OrganizationId> = speakers.iter().map(|one| one.organization).collect();
        let names = organizations_named(tx, reader, &of).await?;
        for one in speakers {
            if let Some(organization) = names.get(&one.organization) {
                let name = organization.name.plain(ctx.lang).to_owned();
                known.speaking.entry(one.person).or_default().push((one, name));
            }
        }
        for one in contacts_of_people(tx, reader, ids).await? {
            if let Some(person) = one.person {
                known.reached.entry(person).or_default().push(one);
            }
        }
        Ok(known)
    }

    /// The organizations of a person, or what she does at them, in the same order.
    fn spoken(&self, of: PersonId, words: impl Fn(&(Speaker, String)) -> String) -> String {
        self.speaking.get(&of).into_iter().flatten().map(words).collect::<Vec<_>>().join("; ")
    }

    fn reach(&self, of: PersonId, kind: ContactKind) -> String {
        let own = self.reached.get(&of).into_iter().flatten().filter(|one| one.kind == kind);
        own.map(|one| one.value.clone()).collect::<Vec<_>>().join("; ")
    }
}

/// `GET /{p}/work/people`: the people whom the reader may know of; with `as=csv` or `as=xlsx` the same as a file.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let (address, reader) = (ctx.address(), reader(&ctx));
    let me = ctx.caller.account().map(|account| account.account);
    let narrowed = narrowing::Care::of(&address, (reader, me), ctx.today());
    let found = rows(&mut tx, reader, (address.get("q"), &narrowed), &address).await?;
    let known = Known::default();
    let mut list = PeoplePage { rows: found, care: HashMap::new(), coordinators: Vec::new(), known, reader };
    let ids: Vec<PersonId> = list.rows.rows.iter().map(|row| row.id).collect();
    if address.all("cols").any(|one| KNOWN.contains(&one)) {
        list.known = Known::load(&ctx, &mut tx, (reader, &ids)).await?;
    }
    if reader == Reader::Staff {
        list.care = care_of_people(&mut tx, &ids).await?;
        list.coordinators = ctx.app.gate.coordinators(&mut tx).await?;
    }
    tx.done().await?;
    match address.file() {
        Some(kind) => {
            html::file(&ctx, kind, &t!(ctx.say(), "people-file"), &columns(&ctx, &list), &list.rows.rows)
        }
        None => answer(view(&ctx, &list)),
    }
}

/// The page.
pub fn view(ctx: &Ctx, list: &PeoplePage) -> Markup {
    let say = ctx.say();
    let add = (t!(say, "people-add"), ctx.url("/work/people/new"));
    let erasures = (t!(say, "erasures-title"), ctx.url("/work/erasures"));
    let import = (t!(say, "import-partners"), ctx.url("/work/import/people"));
    let ways = if ctx.may(can::EDIT_PEOPLE) { vec![add, import, erasures] } else { Vec::new() };
    let shown = ListShown {
        caption: t!(say, "people-caption"),
        columns: &columns(ctx, list),
        filters: if list.reader == Reader::Staff { care_filters(ctx).to_vec() } else { Vec::new() },
        search: Some(t!(say, "people-search")),
        page: &list.rows,
        empty: Empty {
            why: t!(say, "people-empty"),
            example: Some(t!(say, "people-empty-example")),
            first: ways.first().cloned(),
        },
    };
    let body = markup! {
        p { (t!(say, "people-lead")) }
        (html::acts(&ways))
        (html::list(ctx, &ctx.address(), &shown))
    };
    page(ctx, &Head::new(t!(say, "nav-partners-people")), body)
}

fn columns<'a>(ctx: &'a Ctx, list: &'a PeoplePage) -> Vec<Column<'a, Person>> {
    let say = ctx.say();
    let mut columns = vec![
        Column::new("name", t!(say, "person-name"), move |row: &Person| {
            let link = markup! { a href=(person_url(ctx, row.id)) { bdi { (row.name) } } };
            Cell::new(link, row.name.as_str())
        }),
        Column::new("lang", t!(say, "person-lang"), |row: &Person| Cell::words(lang_word(ctx, row.lang))),
    ];
    columns.extend(known_columns(ctx, &list.known));
    if list.reader == Reader::Staff {
        columns.push(Column::new("visibility", t!(say, "field-visibility"), move |row: &Person| {
            Cell::words(visibility_word(&ctx.say(), row.visibility))
        }));
        columns.push(
            Column::new("steward", t!(say, "field-steward"), move |row: &Person| {
                let steward = list.care.get(&row.id).and_then(|one| one.steward);
                Cell::words(
                    steward.map(|_| steward_name(ctx, steward, &list.coordinators)).unwrap_or_default(),
                )
            })
            .on_demand(),
        );
        columns.push(
            Column::new("contacted", t!(say, "field-contacted"), move |row: &Person| {
                let last = list.care.get(&row.id).and_then(|one| one.last);
                last.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
            })
            .on_demand(),
        );
        let note = |row: &Person| Cell::words(row.note.clone());
        columns.push(Column::new("note", t!(say, "field-note"), note).on_demand());
    }
    columns
}

/// What a list says of people when it is asked to: by what each is known again, for whom each speaks, how each is reached.
fn known_columns<'a>(ctx: &'a Ctx, known: &'a Known) -> [Column<'a, Person>; 5] {
    let say = ctx.say();
    let reached = |key, label, kind| {
        Column::new(key, label, move |row: &Person| Cell::words(known.reach(row.id, kind))).on_demand()
    };
    [
        Column::new("reference", t!(say, "person-reference"), |row: &Person| Cell::words(row.id.to_string()))
            .on_demand(),
        Column::new("organization", t!(say, "person-organizations"), move |row: &Person| {
            Cell::words(known.spoken(row.id, |(_, name)| name.clone()))
        })
        .on_demand(),
        Column::new("title", t!(say, "person-titles"), move |row: &Person| {
            Cell::words(known.spoken(row.id, |(one, _)| one.title.plain(ctx.lang).to_owned()))
        })
        .on_demand(),
        reached("mail", t!(say, "contact-mail"), ContactKind::Mail),
        reached("phone", t!(say, "contact-phone"), ContactKind::Phone),
    ]
}
