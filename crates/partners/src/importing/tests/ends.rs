//! The ends of imports: workbooks with several sheets, second clicks, failures midway, undos that something stands in the way of; and
//! that the promises of an import are kept by what is said to keep them (with it off, the same question has another answer).

use crate::importing::{IMPORTER, language};
use crate::{
    can,
    store::{self, sectors::lay_sector},
    tests::{found, keep, named},
};
use platform::{
    authority::Office,
    batch::{
        Given, Importer, Judge, Judged, Mapping, Verdict,
        at_console::{self, Brought, Told},
    },
    consent::{Basis, NewConsent},
    ctx::{Ctx, PUBLIC},
    errors::{Error, Result},
    langs::Lang,
    manifest::Manifest,
    sheets::{Plain, Sheet, workbook},
    sql,
    testing::Site,
    text::Text,
};

const IMPORTS: &str = "/maple/work/import/partners";

fn rooms() -> Vec<Manifest> {
    vec![areas::manifest(), crate::manifest()]
}

/// The rooms with another importer in the place of this one.
fn with(importer: Importer) -> Vec<Manifest> {
    vec![areas::manifest(), Manifest { importers: vec![importer], ..crate::manifest() }]
}

async fn batches(ctx: &Ctx) -> i64 {
    let mut tx = ctx.read(can::SEE_PARTNERS).await.unwrap();
    let here = tx.partnership().unwrap();
    sql!(&mut tx, value i64, "SELECT count(*) FROM batch WHERE partnership_id = $1", here).unwrap()
}

async fn organizations(ctx: &Ctx) -> Vec<String> {
    let mut tx = ctx.read(can::SEE_PARTNERS).await.unwrap();
    let all = store::list::choices(&mut tx, crate::Reader::Staff, ctx.lang).await.unwrap();
    all.into_iter().map(|one| one.name.plain(ctx.lang).to_owned()).collect()
}

fn words(ctx: &Ctx, why: Error) -> String {
    match why {
        Error::Refused(why) => ctx.say().refusal(why.as_ref()),
        other => panic!("{other:?}"),
    }
}

fn book(ctx: &Ctx, sheets: &[(&str, &[&str])]) -> Vec<u8> {
    let sheets: Vec<Sheet> = sheets
        .iter()
        .map(|(name, rows)| Sheet {
            name: (*name).to_owned(),
            head: vec!["Name".into()],
            rows: rows.iter().map(|row| vec![Plain::from(*row)]).collect(),
        })
        .collect();
    workbook(&sheets, ctx.now()).unwrap()
}

async fn brought(ctx: &Ctx, sheet: &str) -> Told {
    at_console::import(ctx, "partners", Brought::new("a.csv", sheet)).await.unwrap()
}

platform::on_both! { rooms();
    async fn of_a_workbook_with_several_sheets_it_is_asked_which_and_remembered(site) {
        let (coordinator, ctx) = (site.coordinator(), site.ctx(site.coordinator()));
        let bytes = book(&ctx, &[("Old", &["Ash"]), ("Contacts", &["Birch", "Cedar"]), ("Empty", &[])]);
        let got = site.upload_as(&coordinator, IMPORTS, &[("_key", "first-key-of-an-upload-that-nobody-guesses")], ("sheet", "a.xlsx", &bytes)).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let address = got.location().split('?').next().unwrap().to_owned();
        let page = site.get_as(&coordinator, &address).await.body;
        assert!(page.contains("Which sheet is meant?") && page.contains("Contacts (2 rows)") && !page.contains("Empty"), "{page}");
        assert_eq!(site.post_as(&coordinator, &format!("{address}/sheet"), &[("sheet", "x")]).await.status, 422);
        let contacts = page.split("value=\"").skip(1).find(|part| part.contains("Contacts (2 rows)")).unwrap();
        let id = contacts.split('"').next().unwrap();
        let got = site.post_as(&coordinator, &format!("{address}/sheet"), &[("sheet", id)]).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let page = site.get_as(&coordinator, got.location()).await.body;
        assert!(page.contains("Birch · Cedar") && !page.contains("Ash"), "{page}");
        let again = site.get_as(&coordinator, &address).await.body;
        assert!(again.contains("Given up") || address.ends_with(id), "the other sheet is given up: {again}");
        let told = at_console::import(&ctx, "partners", Brought::new("b.xlsx", bytes.clone()).dry()).await.unwrap();
        assert_eq!(told.counts.get(&Verdict::Add), Some(&2), "the sheet of that name is meant from now on");
        let old = Brought { sheet: " OLD".into(), ..Brought::new("b.xlsx", bytes.clone()).dry() };
        assert_eq!(at_console::import(&ctx, "partners", old).await.unwrap().counts.get(&Verdict::Add), Some(&1));
        let none = Brought { sheet: "Nobody".into(), ..Brought::new("b.xlsx", bytes) };
        let why = words(&ctx, at_console::import(&ctx, "partners", none).await.unwrap_err());
        assert!(why.contains("Old, Contacts, Empty"), "{why}");
    }

    async fn at_the_console_a_workbook_with_several_sheets_says_so(site) {
        let ctx = site.ctx(site.coordinator());
        let bytes = book(&ctx, &[("Old", &["Ash"]), ("Contacts", &["Birch"])]);
        let why = words(&ctx, at_console::import(&ctx, "partners", Brought::new("a.xlsx", bytes)).await.unwrap_err());
        assert!(why.contains("Old, Contacts"), "{why}");
        assert_eq!(batches(&ctx).await, 0);
    }

    async fn a_second_click_is_led_to_the_first_import(site) {
        let (coordinator, ctx) = (site.coordinator(), site.ctx(site.coordinator()));
        let fields = [("pasted", "Name\nMaple\n"), ("_key", "one-showing-of-the-form-and-two-clicks-on-it")];
        let (one, two) = tokio::join!(site.post_as(&coordinator, IMPORTS, &fields), site.post_as(&coordinator, IMPORTS, &fields));
        let three = site.post_as(&coordinator, IMPORTS, &fields).await;
        assert_eq!((one.status, two.status, three.status), (303, 303, 303), "{} {}", one.body, two.body);
        assert!(one.location() == two.location() && two.location() == three.location());
        assert_eq!(batches(&ctx).await, 1);
    }

    async fn a_sector_that_is_laid_is_on_no_list_until_it_is_shown(site) {
        let ctx = site.ctx(site.coordinator());
        let batch = brought(&ctx, "Name\nMaple\n").await.taken.unwrap();
        let mut tx = ctx.write(can::DECIDE_PARTNERS).await.unwrap();
        let name = Text::both("Bees", "Abeilles", ctx.today());
        lay_sector(&mut tx, batch, "bees", (&name, 99)).await.unwrap();
        let codes = |all: Vec<store::sectors::Sector>| all.iter().any(|one| one.code == "bees");
        assert!(!codes(store::sectors::sectors(&mut tx).await.unwrap()));
        store::sectors::show_sectors(&mut tx, batch).await.unwrap();
        assert!(codes(store::sectors::sectors(&mut tx).await.unwrap()));
        store::sectors::forget_sectors(&mut tx, batch).await.unwrap();
        assert!(codes(store::sectors::sectors(&mut tx).await.unwrap()), "what is shown stays");
    }

    async fn a_new_address_of_somebody_known_is_told_and_added(site) {
        let ctx = site.ctx(site.coordinator());
        brought(&ctx, "Name,Contact,Mail\nMaple,Ana Diaz,ana@example.org\n").await.taken.unwrap();
        let sheet = "Name,Contact,Mail,Phone\nMaple,Ana Diaz,ana@example.org,613 555 0101\n";
        let got = site.post_as(&site.coordinator(), IMPORTS, &[("pasted", sheet)]).await;
        let address = got.location().split('?').next().unwrap().to_owned();
        let told = brought(&ctx, sheet).await;
        assert_eq!(told.counts.get(&Verdict::Change), Some(&1), "{told:?}");
        let page = site.get_as(&site.coordinator(), "/maple/work/partners/maple").await.body;
        assert!(page.contains("613 555-0101"), "{page}");
        assert_eq!(brought(&ctx, sheet).await.counts.get(&Verdict::Same), Some(&1), "nothing is new the second time");
        assert!(site.get_as(&site.coordinator(), &address).await.status == 200);
    }

    async fn consent_that_came_later_stands_in_the_way_of_an_undo_by_name(site) {
        let ctx = site.ctx(site.coordinator());
        let batch = brought(&ctx, "Name,Contact,Mail\nMaple,Ana Diaz,ana@example.org\n").await.taken.unwrap();
        site.app.clock.advance(60);
        let ctx = Ctx { ..site.ctx(site.coordinator()) };
        let mut tx = ctx.write(can::DECIDE_PARTNERS).await.unwrap();
        let ana = store::people::people_to_choose(&mut tx, crate::Reader::Staff).await.unwrap().pop().unwrap();
        let yes = NewConsent { purpose: "newsletter", basis: Basis::Express, since: Some(ctx.today()), ended: None, how: "form", wording: "Yes", lang: Lang::En, evidence: None };
        tx.record_consent(ana.id, &yes).await.unwrap();
        tx.commit().await.unwrap();
        let why = words(&ctx, at_console::undo(&ctx, batch).await.unwrap_err());
        assert!(why.contains("Ana Diaz"), "{why}");
        let undoing = format!("{IMPORTS}/{batch}/undoing");
        let page = site.get_as(&site.coordinator(), &undoing).await.body;
        let version = page.split_once("name=\"version\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
        let got = site.post_as(&site.coordinator(), &undoing, &[("version", &version)]).await;
        assert_eq!(got.status, 422, "{}", got.body);
        let way = format!("<li><a href=\"/maple/work/people/{}\">Ana Diaz – ", ana.id);
        assert!(got.body.contains("Nothing was undone") && got.body.contains(&way), "{way} in {}", got.body);
        assert_eq!(organizations(&ctx).await, ["Maple"]);
    }

    async fn files_that_do_harm_are_refused_in_words_and_old_ones_are_read(site) {
        let ctx = site.ctx(site.coordinator());
        for (file, en, fr) in harmful() {
            for (lang, part) in [(Lang::En, en), (Lang::Fr, fr)] {
                let ctx = Ctx { lang, ..ctx.clone() };
                let why = at_console::import(&ctx, "partners", Brought::new("a", file.clone())).await.unwrap_err();
                let why = words(&ctx, why);
                assert!(why.contains(part), "{part} in {why}");
            }
        }
        let windows = [b"Nom\n\xC9cole ".as_slice(), &b"du Moulin\n"[..]].concat();
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain("Nom\nÉcole du Moulin\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let broad: Vec<u8> = [0xFE, 0xFF].into_iter().chain("Nom\nÉcole du Moulin\n".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        for (bytes, all) in [(windows, vec!["École du Moulin"]), (wide, vec!["École du Moulin"]), (broad, vec!["École du Moulin"]), ("Nom\r\nÉcole du Moulin\rB\nC".into(), vec!["B", "C", "École du Moulin"])] {
            let told = at_console::import(&ctx, "partners", Brought::new("a.csv", bytes)).await.unwrap();
            assert_eq!(organizations(&ctx).await, all, "{told:?}");
            at_console::undo(&ctx, told.taken.unwrap()).await.unwrap();
        }
    }

    async fn a_cell_that_cannot_be_shown_is_named_with_its_column_in_both_languages(site) {
        let ctx = site.ctx(site.coordinator());
        let others = "Society of Friends of the Library,,met in spring\n".repeat(20);
        let sheet = format!("Name,Sector,Notes\nMaple,Hou\u{7}sing,\nBirch,,a\u{202E}b\n{others}");
        for (lang, parts) in [(Lang::En, ["Sector: “Hou\u{FFFD}sing” holds signs that cannot be shown", "holds signs"]), (Lang::Fr, ["Secteur\u{a0}: ", "Retapez cette cellule"])] {
            let ctx = Ctx { lang, ..ctx.clone() };
            let told = at_console::import(&ctx, "partners", Brought::new("a.csv", sheet.clone())).await.unwrap();
            assert_eq!(told.refused.len(), 2, "{told:?}");
            for ((row, said), part) in told.refused.iter().zip(parts) {
                assert!(said.contains(part), "{row}: {part} in {said}");
            }
        }
    }

    async fn what_is_found_stands_first_and_the_list_is_short(site) {
        let coordinator = site.coordinator();
        let rows: String = (0..40).map(|n| format!("Society {n},{}\n", if n == 39 { "EMPLOYER" } else { "" })).collect();
        let got = site.post_as(&coordinator, IMPORTS, &[("pasted", &format!("Name,Sector\n{rows}"))]).await;
        let address = got.location().split('?').next().unwrap().to_owned();
        let page = site.get_as(&coordinator, &address).await.body;
        let version = crate::importing::tests::hidden(&page, "version");
        keep(site, &[]).await;
        let fields = [("version", &*version), ("column-0", "name"), ("column-1", "sector")];
        let got = site.post_as(&coordinator, &format!("{address}/mapping"), &fields).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let page = site.get_as(&coordinator, &address).await.body;
        assert_eq!(page.matches("<th scope=\"row\">").count(), 20, "{page}");
        assert!(page.contains("Society 39") && page.contains("rows=200"), "what was found comes first, and all can be had: {page}");
    }
}

/// Files that are refused, with what is said of each in English and in French.
fn harmful() -> Vec<(Vec<u8>, &'static str, &'static str)> {
    let long = format!("Name,Note\nA,{}\n", "x".repeat(10_000_000));
    let broad = format!("Name\nA,B{}\n", ",".repeat(1_000_000));
    let noughts = vec![b' '; 40 << 20];
    vec![
        (
            long.into(),
            "The cell in row 2, column 2 is longer than is read.",
            "La cellule de la ligne 2, colonne 2, est plus longue",
        ),
        (
            broad.into(),
            "more rows, columns or cells than are read",
            "plus de lignes, de colonnes ou de cellules",
        ),
        (
            archive("xl/media/image1.bin", &noughts),
            "would be huge when unpacked",
            "serait énorme une fois décomprimé",
        ),
        (
            archive("xl/inner.zip", &archive("a.txt", b"a")),
            "holds further archives",
            "contient d’autres archives",
        ),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".repeat(100), "old kind (.xls)", "ancien format (.xls)"),
        (
            b"<!DOCTYPE html><html><body><table><tr><td>Name</td></tr></table></body></html>".to_vec(),
            "a page of the web",
            "une page Web",
        ),
        (
            b"a,b\n\"open,1\n".to_vec(),
            "opens in row 2 never closes",
            "ouvert à la ligne 2 n’est jamais fermé",
        ),
        (b"Name\n".to_vec(), "No table was found", "aucun tableau"),
    ]
}

/// A workbook that holds something beside its sheet.
fn archive(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let book = [
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"One\" r:id=\"a\"/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>",
        ),
        ("xl/s.xml", "<worksheet><sheetData><row><c t=\"str\"><v>Name</v></c></row></sheetData></worksheet>"),
    ];
    for (name, bytes) in book.map(|(name, words)| (name, words.as_bytes())).into_iter().chain([(name, bytes)])
    {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// Whether a reader is kept from the sheets.
async fn keeps_readers_out(site: &Site) -> bool {
    let reader = site.holder(Office::Reader, None);
    site.get_as(&reader, IMPORTS).await.status == 403
}

/// Whether a sheet with one row that cannot be leaves nothing of the other.
async fn is_whole_or_nothing(site: &Site) -> bool {
    let ctx = site.ctx(site.coordinator());
    brought(&ctx, "Name,Joined,Left\nMaple,2024-01-01,2023-01-01\nBirch,,\n").await;
    organizations(&ctx).await.is_empty()
}

/// Whether an organization that is kept is known when its row comes again.
async fn knows_again(site: &Site) -> bool {
    keep(site, &[named("known-housing", "Known Housing")]).await;
    let ctx = site.ctx(site.coordinator());
    brought(&ctx, "Name,Notes\nKnown Housing,\n").await;
    organizations(&ctx).await.len() == 1 && found(site, "known-housing-2").await.is_none()
}

/// A judge that lets pass what another refuses, by leaving it out.
struct Lenient(Box<dyn Judge>);

impl Judge for Lenient {
    fn judge(&mut self, given: &Given) -> Judged {
        let mut judged = self.0.judge(given);
        if judged.findings.iter().any(|one| one.wrong) {
            judged.findings.clear();
            judged.verdict = Verdict::Leave;
        }
        judged
    }
}

async fn lenient(ctx: &Ctx, tx: &mut platform::db::Tx, mapping: &Mapping) -> Result<Box<dyn Judge>> {
    Ok(Box::new(Lenient((IMPORTER.judge)(ctx, tx, mapping).await?)))
}

/// A judge that knows of nothing that is kept.
async fn forgetful(ctx: &Ctx, tx: &mut platform::db::Tx, mapping: &Mapping) -> Result<Box<dyn Judge>> {
    let picture = crate::importing::judge::Picture {
        organizations: Vec::new(),
        people: crate::importing::known::People::default(),
        sectors: std::collections::HashMap::new(),
        sector_names: std::collections::HashMap::new(),
        areas: std::collections::HashMap::new(),
        kinds: std::collections::HashMap::new(),
        visibilities: std::collections::HashMap::new(),
        answers: crate::importing::answers(mapping),
        today: ctx.today(),
    };
    let _ = (tx, language(mapping));
    Ok(Box::new(crate::importing::judge::PartnerJudge::new(picture)))
}

async fn on(importer: Importer) -> Site {
    Site::sqlite(with(importer)).await
}

#[tokio::test]
async fn readers_are_kept_out_by_the_permission_of_the_importer() {
    let site = on(IMPORTER).await;
    assert!(keeps_readers_out(&site).await);
    site.end().await;
    let open = on(Importer { may: PUBLIC, ..IMPORTER }).await;
    assert!(!keeps_readers_out(&open).await, "with the permission off, the question has the other answer");
    open.end().await;
}

#[tokio::test]
async fn a_sheet_is_whole_or_nothing_because_refused_rows_stop_it() {
    let site = on(IMPORTER).await;
    assert!(is_whole_or_nothing(&site).await);
    site.end().await;
    let open =
        on(Importer { judge: |ctx, tx, mapping| Box::pin(lenient(ctx, tx, mapping)), ..IMPORTER }).await;
    assert!(!is_whole_or_nothing(&open).await, "with refusals off, the question has the other answer");
    open.end().await;
}

#[tokio::test]
async fn what_is_kept_is_known_again_because_rows_are_matched() {
    let site = on(IMPORTER).await;
    assert!(knows_again(&site).await);
    site.end().await;
    let open =
        on(Importer { judge: |ctx, tx, mapping| Box::pin(forgetful(ctx, tx, mapping)), ..IMPORTER }).await;
    assert!(!knows_again(&open).await, "with matching off, the question has the other answer");
    open.end().await;
}

#[tokio::test]
async fn a_failure_midway_at_the_console_leaves_nothing() {
    let failing =
        Importer { lay: |_, _, _, _| Box::pin(async { Err(Error::failed("the disk is full")) }), ..IMPORTER };
    let site = on(failing).await;
    let ctx = site.ctx(site.coordinator());
    let came = at_console::import(&ctx, "partners", Brought::new("a.csv", "Name\nMaple\n")).await;
    assert!(came.is_err());
    assert_eq!((batches(&ctx).await, organizations(&ctx).await), (0, Vec::new()));
    platform::jobs::run_due(&site.app).await.unwrap();
    site.end().await;
}
