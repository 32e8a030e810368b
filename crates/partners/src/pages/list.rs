//! The list of organizations.

use super::{
    Kept, kind_word, languages_word, notes::steward_name, organization_url, spoken_choices, standing_look,
    standing_word, visibility_word,
};
use crate::{
    Load, OrganizationId, Reader, Standing, Visibility, can, loads_of,
    narrowing::{self, Narrowing},
    reader,
    store::{
        list as rows,
        list::Counts,
        notes::{Care, care_of_organizations},
        organizations::Organization,
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::Result,
    html::{self, Cell, Column, Empty, Filter, Head, ListShown, choice, page, shown, state},
    http::{Answer, html as answer},
    ids::{AccountId, Ref},
    t,
};
use std::collections::HashMap;

/// The list as a page shows it.
pub struct ListPage {
    /// The organizations of this page.
    pub rows: Page<Organization>,
    /// What the filters would leave.
    pub counts: Counts,
    /// Sectors and areas.
    pub kept: Kept,
    /// Who looks after each and how much is asked of each: for the staff.
    pub care: Cares,
    /// For whose eyes.
    pub reader: Reader,
    /// What other rooms show beside all partners.
    pub panels: Markup,
}

/// What the staff sees of organizations in a list.
#[derive(Default)]
pub struct Cares {
    /// Who looks after each, and when somebody was last in touch.
    pub of: HashMap<OrganizationId, Care>,
    /// How much is asked of each.
    pub loads: HashMap<OrganizationId, Load>,
    /// Who could look after one.
    pub coordinators: Vec<(AccountId, String)>,
}

impl Cares {
    async fn load(ctx: &Ctx, tx: &mut Tx, (reader, rows): (Reader, &[Organization])) -> Result<Self> {
        if reader != Reader::Staff {
            return Ok(Self::default());
        }
        let ids: Vec<OrganizationId> = rows.iter().map(|row| row.id).collect();
        Ok(Self {
            of: care_of_organizations(tx, &ids).await?,
            loads: loads_of(tx, &ids, (ctx.today(), &ctx.zone())).await?,
            coordinators: ctx.app.gate.coordinators(tx).await?,
        })
    }
}

/// `GET /{p}/work/partners`: the organizations that the reader may know of; with `as=csv` or `as=xlsx` the same as a file.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let (kept, address, reader) = (Kept::load(&mut tx).await?, ctx.address(), reader(&ctx));
    let mut narrowing = Narrowing::of(&address, &kept.codes());
    let me = ctx.caller.account().map(|account| account.account);
    narrowing.care = narrowing::Care::of(&address, (reader, me), ctx.today());
    let found = rows::organizations(&mut tx, reader, &narrowing, (&address, ctx.lang)).await?;
    let counts = rows::counts(&mut tx, reader, &narrowing).await?;
    let care = Cares::load(&ctx, &mut tx, (reader, &found.rows)).await?;
    let panels = match address.file() {
        Some(_) => Markup::default(),
        None => html::panels(&ctx, &mut tx, &Ref::new("partners", ctx.partnership()?.id.0)).await?,
    };
    tx.done().await?;
    let shown = ListPage { rows: found, counts, kept, care, reader, panels };
    match address.file() {
        Some(kind) => {
            let name = t!(ctx.say(), "partners-file");
            html::file(
                &ctx,
                kind,
                &name,
                &columns(&ctx, (&shown.kept, &shown.care), reader),
                &shown.rows.rows,
            )
        }
        None => answer(view(&ctx, &shown)),
    }
}

/// The page.
pub fn view(ctx: &Ctx, list: &ListPage) -> Markup {
    let say = ctx.say();
    let mut ways = Vec::new();
    if ctx.may(can::DECIDE_PARTNERS) {
        ways.push((t!(say, "partners-add"), ctx.url("/work/partners/new")));
        ways.push((t!(say, "import-partners"), ctx.url("/work/import/partners")));
    }
    ways.push((t!(say, "nav-partners-people"), ctx.url("/work/people")));
    if ctx.may(can::EDIT_SECTORS) {
        ways.push((t!(say, "sectors-title"), ctx.url("/work/sectors")));
    }
    let shown = ListShown {
        caption: t!(say, "partners-caption"),
        columns: &columns(ctx, (&list.kept, &list.care), list.reader),
        filters: filters(ctx, list),
        search: Some(t!(say, "partners-search")),
        page: &list.rows,
        empty: Empty {
            why: t!(say, "partners-empty"),
            example: Some(t!(say, "partners-empty-example")),
            first: ways.first().filter(|_| ctx.may(can::DECIDE_PARTNERS)).cloned(),
        },
    };
    let body = markup! {
        p { (t!(say, "partners-lead")) }
        (html::acts(&ways))
        (html::list(ctx, &ctx.address(), &shown))
        (list.panels)
    };
    page(ctx, &Head::new(t!(say, "nav-partners")), body)
}

/// The columns, for the page and for files alike.
pub(super) fn columns<'a>(
    ctx: &'a Ctx,
    (kept, care): (&'a Kept, &'a Cares),
    reader: Reader,
) -> Vec<Column<'a, Organization>> {
    let say = ctx.say();
    let mut columns = vec![
        Column::new("name", t!(say, "field-name"), move |row: &Organization| {
            let link = markup! { a href=(organization_url(ctx, &row.slug)) { (shown(ctx, &row.name)) } };
            Cell::new(link, row.name.plain(ctx.lang))
        })
        .sorts(),
        Column::new("sector", t!(say, "field-sector"), move |row: &Organization| {
            kept.sector_name(ctx, row.sector)
        })
        .sorts(),
        Column::new("kind", t!(say, "field-kind"), move |row: &Organization| {
            Cell::words(kind_word(&ctx.say(), row.formal))
        }),
        Column::new("language", t!(say, "field-languages"), move |row: &Organization| {
            Cell::words(languages_word(&ctx.say(), row))
        }),
        Column::new("standing", t!(say, "field-standing"), move |row: &Organization| {
            let word = standing_word(&ctx.say(), row.standing());
            Cell::new(state(standing_look(row.standing()), &word), word)
        }),
        Column::new("joined", t!(say, "field-joined"), move |row: &Organization| {
            row.joined_on.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        })
        .sorts(),
        Column::new("left", t!(say, "field-left"), move |row: &Organization| {
            row.left_on.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        })
        .on_demand(),
        Column::new("area", t!(say, "field-area"), move |row: &Organization| kept.area_name(ctx, row.area))
            .on_demand(),
    ];
    if reader == Reader::Staff {
        columns.push(Column::new("visibility", t!(say, "field-visibility"), move |row: &Organization| {
            Cell::words(visibility_word(&ctx.say(), row.visibility))
        }));
        let note = |row: &Organization| Cell::words(row.note.clone());
        columns.push(Column::new("note", t!(say, "field-note"), note).on_demand());
        columns.extend(care_columns(ctx, care));
    }
    columns
}

/// Who looks after each, when somebody was last in touch, how much is asked of it.
fn care_columns<'a>(ctx: &'a Ctx, care: &'a Cares) -> [Column<'a, Organization>; 3] {
    let say = ctx.say();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    [
        Column::new("steward", t!(say, "field-steward"), move |row: &Organization| {
            let steward = care.of.get(&row.id).and_then(|one| one.steward);
            Cell::words(steward.map(|_| steward_name(ctx, steward, &care.coordinators)).unwrap_or_default())
        })
        .on_demand(),
        Column::new("contacted", t!(say, "field-contacted"), move |row: &Organization| {
            let last = care.of.get(&row.id).and_then(|one| one.last);
            last.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        })
        .on_demand(),
        Column::new("asks", t!(say, "field-asks"), move |row: &Organization| {
            let load = care.loads.get(&row.id).copied().unwrap_or_default();
            let words = t!(ctx.say(), "asks-in-list", open = load.open, lately = load.lately);
            Cell::new(markup! { (words) }, number(load.lately))
        })
        .on_demand(),
    ]
}

/// What only the staff narrows by.
pub(super) fn care_filters(ctx: &Ctx) -> [Filter; 2] {
    let say = ctx.say();
    [
        Filter {
            name: "steward",
            label: t!(say, "field-steward"),
            choices: vec![
                choice("mine", t!(say, "steward-mine")),
                choice("nobody", t!(say, "steward-nobody")),
            ],
        },
        Filter {
            name: "contacted",
            label: t!(say, "field-contacted"),
            choices: vec![
                choice("long-ago", t!(say, "contacted-long-ago")),
                choice("never", t!(say, "contacted-never")),
            ],
        },
    ]
}

fn filters(ctx: &Ctx, list: &ListPage) -> Vec<Filter> {
    let (say, counts) = (ctx.say(), &list.counts);
    let sectors = list.kept.sectors.iter().filter_map(|sector| {
        let count = count(&counts.sectors, &Some(sector.id))?;
        Some(choice(&sector.code, sector.name.plain(ctx.lang)).count(count))
    });
    let languages = spoken_choices(&say).into_iter().filter_map(|one| {
        let (_, count) = counts.languages.iter().find(|(language, _)| language.code() == one.code)?;
        Some(one.count(*count))
    });
    let kind = [(true, "formal"), (false, "informal")].map(|(formal, code)| {
        choice(code, kind_word(&say, formal)).count(count(&counts.formal, &formal).unwrap_or(0))
    });
    let standing = Standing::ALL.map(|one| {
        choice(one.code(), standing_word(&say, one)).count(count(&counts.standings, &one).unwrap_or(0))
    });
    let mut filters = vec![
        Filter { name: "sector", label: t!(say, "field-sector"), choices: sectors.collect() },
        Filter { name: "kind", label: t!(say, "field-kind"), choices: kind.to_vec() },
        Filter { name: "language", label: t!(say, "field-languages"), choices: languages.collect() },
        Filter { name: "standing", label: t!(say, "field-standing"), choices: standing.to_vec() },
    ];
    if list.reader == Reader::Staff {
        let choices = Visibility::ALL.map(|one| {
            choice(one.code(), visibility_word(&say, one))
                .count(count(&counts.visibilities, &one).unwrap_or(0))
        });
        let label = t!(say, "field-visibility");
        filters.push(Filter { name: "visibility", label, choices: choices.to_vec() });
        filters.extend(care_filters(ctx));
    }
    filters
}

fn count<K: PartialEq>(counts: &[(K, i64)], key: &K) -> Option<i64> {
    counts.iter().find(|(one, _)| one == key).map(|(_, count)| *count)
}
