//! The demo's world with an object behind every part of an address, and somebody for every office.

use crate::{
    furnished::{declare, furnish, move_a_line, offer_a_service},
    parts::{FIXED, PARTS},
};
use platform::{
    app::App,
    authority::{Caller, Grant, Office, SignedIn},
    batch,
    clock::Moment,
    ctx::{Ctx, Partnership},
    db::{Db, Dialect, FromRow, Mismatch, Value, Values},
    ids::{AccountId, PartnershipId, Ref},
    langs::Lang,
    mail::{Mail, Recipient},
    manifest::{Route, Who},
    personal::{self, Subject, Why},
    sql,
    testing::{Got, Site},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use uuid::Uuid;

/// The demo's world on a site, seen from Portage Falls.
pub struct World {
    /// The partnership whose addresses are asked for.
    pub home: Arc<Partnership>,
    instead: Vec<(&'static str, String)>,
    parts: Vec<(&'static str, &'static str, Option<String>)>,
}

/// Everything that the tables say, one text per row.
pub type Rows = BTreeMap<String, Vec<String>>;

/// A row of whatever columns.
pub struct AnyRow(pub Vec<Value>);

impl FromRow for AnyRow {
    const COLUMNS: &'static [&'static str] = &[];
    fn from_values(values: &mut Values) -> Result<Self, Mismatch> {
        Ok(Self(values.rest()))
    }
}

async fn at_home(app: &Arc<App>, slug: &str) -> Arc<Partnership> {
    app.partnership(slug, "").await.expect("a database").expect("the demo has it")
}

impl World {
    /// Builds it; the site has the rooms of the demo.
    pub async fn on(site: &Site) -> Self {
        demo::world::load::build(&site.app).await.expect("the demo's world");
        let home = at_home(&site.app, "portage-falls").await;
        let mut world = Self { home, instead: Vec::new(), parts: Vec::new() };
        world.find(site).await;
        world.add(site).await;
        world.find(site).await;
        world
    }

    /// Looks again for what stands in addresses.
    pub async fn find(&mut self, site: &Site) {
        let mut tx =
            site.app.db.reading(Some(self.home.id), site.app.clock.now()).await.expect("a transaction");
        self.parts.clear();
        for (part, within, text) in PARTS {
            let found = sql!(tx, find(String,), *text, self.home.id)
                .unwrap_or_else(|error| panic!("{part}: {error:?}"));
            self.parts.push((part, within, found.map(|(value,)| value)));
        }
        tx.done().await.expect("ended");
    }

    /// What the demo has none of: a contact point of the organization, a mail, an erasure.
    async fn add(&self, site: &Site) {
        let ctx = Ctx::program(&site.app, Caller::Console, Some(Arc::clone(&self.home)));
        let mut tx = ctx.write(demo::world::load::BUILD).await.expect("a transaction");
        let door = partners::NewContactPoint {
            person: None,
            organization: Some(partners::OrganizationId(self.id("{organization}"))),
            kind: partners::ContactKind::Mail,
            value: "door@example.org".into(),
            visibility: partners::Visibility::Staff,
        };
        partners::add_contact(&mut tx, &door).await.expect("a contact point");
        furnish(&ctx, &mut tx, partners::OrganizationId(self.id("{organization}"))).await;
        move_a_line(&mut tx).await;
        offer_a_service(&mut tx, &ctx, partners::OrganizationId(self.id("{organization}"))).await;
        let mail = Mail {
            to: Recipient::parse("ana@example.org").expect("an address"),
            lang: Lang::En,
            subject: "Hello".into(),
            body: "Hello".into(),
            purpose: "test",
            unsubscribe: None,
        };
        tx.send_mail(mail).await.expect("a mail");
        let gone = partners::NewPerson::new("Gone Person", Lang::En);
        let gone = partners::add_person(&mut tx, &gone).await.expect("a person");
        let subject = Subject::of(gone.0);
        personal::erase(&ctx, &mut tx, &subject, Why::Asked).await.expect("an erasure");
        tx.commit().await.expect("kept");
        declare(&ctx, partners::OrganizationId(self.id("{organization}"))).await;
        let intake = batch::engine::intake(&ctx, "partners").expect("an importer");
        let sheet = b"Name,Mail\nMaple,a@example.org\n".to_vec();
        let wanted = batch::opening::Wanted::default();
        let opened = batch::opening::open(&intake, "a.csv", sheet, &wanted).expect("a sheet");
        let mut tx = ctx.write(demo::world::load::BUILD).await.expect("a transaction");
        let ids = batch::reading::begin(&mut tx, &intake, &opened).await.expect("begun");
        tx.commit().await.expect("kept");
        batch::reading::write_down(&ctx, &intake, opened, &ids).await.expect("written down");
        // One more that has come in: it changed an organization, and a cell of it was cleaned.
        let slug = self.part("{slug}", "").expect("an organization");
        let sheet = format!("Name,Phone,Notes\n{slug},(807) 555.0100,came with a sheet\n");
        let services = "Service name,Organization,Needs,Address,City,Source\nSewing circle,Sewing circle,Conversation circle,2 Maple Street,Portage Falls,the register\n";
        for (what, sheet) in [("partners", sheet), ("services", services.to_owned())] {
            let told =
                batch::at_console::import(&ctx, what, batch::at_console::Brought::new("b.csv", sheet)).await;
            assert!(told.as_ref().is_ok_and(|told| told.taken.is_some()), "{told:?}");
        }
    }

    /// The same world with other objects behind some parts of addresses.
    pub fn with(&self, instead: Vec<(&'static str, String)>) -> Self {
        Self { home: Arc::clone(&self.home), instead, parts: self.parts.clone() }
    }

    /// The world seen from another partnership.
    pub async fn elsewhere(&self, site: &Site, slug: &str) -> Self {
        let mut there = Self { home: at_home(&site.app, slug).await, instead: Vec::new(), parts: Vec::new() };
        there.find(site).await;
        there
    }

    fn part(&self, part: &str, path: &str) -> Option<&str> {
        if let Some((_, value)) = self.instead.iter().find(|(name, _)| *name == part) {
            return Some(value);
        }
        let fixed = FIXED.iter().find(|(name, _)| *name == part).map(|(_, value)| *value);
        let found = self.parts.iter().find(|(name, within, _)| *name == part && path.contains(within));
        // A part that means something of its own in this piece of path is not the one that means the same everywhere.
        found.and_then(|(_, _, value)| value.as_deref()).or(fixed)
    }

    /// The id of the object behind a part of addresses.
    pub fn id(&self, part: &str) -> Uuid {
        let instead = self.instead.iter().find(|(name, _)| *name == part).and_then(|(_, id)| id.parse().ok());
        let found = || self.parts.iter().filter(|(name, _, _)| *name == part);
        let usual = || found().find_map(|(_, _, id)| id.as_ref()?.parse().ok());
        instead.or_else(usual).unwrap_or_else(|| panic!("the demo has no {part}"))
    }

    /// The address of a route with an object of Portage Falls in every part, and the parts for which there is none.
    pub fn address(&self, route: &Route) -> (String, Vec<&'static str>) {
        let mut missing = Vec::new();
        let fill = |part: &'static str| match part {
            "{p}" => self.home.slug.clone(),
            "{tongue}" => "fr".to_owned(),
            part if part.starts_with('{') => self.part(part, route.path).map_or_else(
                || {
                    missing.push(part);
                    Uuid::nil().to_string()
                },
                str::to_owned,
            ),
            part => part.to_owned(),
        };
        (route.path.split('/').map(fill).collect::<Vec<_>>().join("/"), missing)
    }

    /// The objects about which the address is: those that grants can be on.
    pub fn objects(&self, route: &Route) -> Vec<Ref> {
        let has = |part: &str| route.path.contains(part);
        let mut objects = Vec::new();
        if has("{council}") || has("{seat}") || has("{expression}") {
            objects.push(Ref::new("council", self.id("{council}")));
        }
        if has("{slug}") || has("{contact}") || has("{offer}") {
            objects.push(Ref::new("organization", self.id("{organization}")));
        }
        objects
    }

    fn holder(&self, office: Office, on: Option<Ref>) -> Caller {
        account(vec![Grant { office, partnership: Some(self.home.id), on }])
    }

    /// Everybody who may ask: a short name, and who.
    pub async fn callers(&self, site: &Site) -> Vec<(&'static str, Caller)> {
        let elsewhere = at_home(&site.app, "hamilton").await.id;
        let of = |kind, part| Some(Ref::new(kind, self.id(part)));
        let on = |office, partnership| account(vec![Grant { office, partnership, on: None }]);
        vec![
            ("nobody", Caller::Anonymous),
            ("none", account(Vec::new())),
            ("admin", on(Office::Administrator, None)),
            ("foreign", on(Office::Coordinator, Some(elsewhere))),
            ("reader", self.holder(Office::Reader, None)),
            ("transl", self.holder(Office::Translator, None)),
            ("editor-", self.holder(Office::PartnerEditor, of("organization", "{another}"))),
            ("editor", self.holder(Office::PartnerEditor, of("organization", "{organization}"))),
            ("member", self.holder(Office::CouncilMember, of("council", "{council}"))),
            ("chair-", self.holder(Office::Chair, of("council", "{below}"))),
            ("chair", self.holder(Office::Chair, of("council", "{council}"))),
            ("coord", self.holder(Office::Coordinator, None)),
        ]
    }

    /// Whether the caller must be refused at the door of this route, whatever she sends.
    pub fn must_refuse(&self, route: &Route, name: &str, caller: &Caller) -> bool {
        let here = Some(self.home.id);
        match route.who {
            Who::Anyone => false,
            Who::SignedIn => matches!(caller, Caller::Anonymous),
            Who::May(permission) => {
                let objects = self.objects(route);
                let changes_others = route.method == "POST" && name.ends_with('-') && !objects.is_empty();
                let may =
                    caller.may(&permission.into(), here) || caller.may(&permission.on_any(objects), here);
                changes_others || !may
            }
        }
    }
}

fn account(grants: Vec<Grant>) -> Caller {
    let id = Uuid::from_u128(0xACC0_0000_0000_4000_8000_0000_0000_0001);
    let name = "Tess Test".into();
    Caller::Account(Box::new(SignedIn { account: AccountId(id), name, lang: Lang::En, sign_in: id, grants }))
}

/// Whether the answer tells that she may not: sign in first, or there is no such thing, or it is not hers.
pub fn refuses(got: &Got) -> bool {
    (got.status == 303 && got.location().starts_with("/sign-in")) || matches!(got.status, 401 | 403 | 404)
}

/// All rows of all tables, whoever they belong to.
pub async fn rows(site: &Site) -> Rows {
    let all = site.app.partnerships().await.expect("partnerships");
    rows_of(&site.app.db, all.iter().map(|one| one.id).collect(), site.app.clock.now()).await
}

/// All rows of all tables of a database that holds these partnerships.
pub async fn rows_of(db: &Db, partnerships: Vec<PartnershipId>, now: Moment) -> Rows {
    let mut whose = vec![None];
    if db.dialect() == Dialect::Postgres {
        whose.extend(partnerships.into_iter().map(Some));
    }
    let mut rows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for partnership in whose {
        let mut tx = db.reading(partnership, now).await.expect("a transaction");
        for table in tx.schema().await.expect("a schema") {
            let columns: Vec<String> =
                table.columns.keys().map(|column| format!("CAST(\"{column}\" AS TEXT)")).collect();
            let text = format!("SELECT {} FROM \"{}\"", columns.join(", "), table.name);
            let found =
                sql!(tx, all AnyRow, &text).unwrap_or_else(|error| panic!("{}: {error:?}", table.name));
            rows.entry(table.name).or_default().extend(found.into_iter().map(|row| format!("{:?}", row.0)));
        }
        tx.done().await.expect("ended");
    }
    rows.into_iter().map(|(table, rows)| (table, rows.into_iter().collect())).collect()
}

/// Where two readings of all rows differ: the table, and the rows that only one of them has.
pub fn differences(before: &Rows, after: &Rows) -> Vec<(String, Vec<String>)> {
    let differing = after.iter().filter(|(table, rows)| before.get(*table) != Some(rows));
    let only = |table: &String, rows: &Vec<String>| {
        let known = before.get(table).cloned().unwrap_or_default();
        let new = rows.iter().filter(|row| !known.contains(row));
        new.chain(known.iter().filter(|row| !rows.contains(row))).cloned().collect()
    };
    differing.map(|(table, rows)| (table.clone(), only(table, rows))).collect()
}
