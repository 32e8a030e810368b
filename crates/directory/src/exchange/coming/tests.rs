//! Services from elsewhere: read, refused with all that is wrong, taken in, come again, undone.

mod asked;
mod round;

use crate::{
    NewCheck, Way, add_check, can,
    exchange::tests::{furnish, rooms},
    store::{checks::Found, services::every_service},
};
use hsds::package::{Options, Source};
use jiff::civil::date;
use partners::Reader;
use platform::{
    batch::{
        Verdict,
        at_console::{self, Brought, Told},
    },
    errors::Error,
    testing::Site,
};
use std::{
    collections::BTreeMap,
    io::Write as _,
    path::{Path, PathBuf},
};

fn standards(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../standards/hsds-3.1").join(path)
}

/// The files of a folder of the standard.
fn files(folder: &str) -> BTreeMap<String, Vec<u8>> {
    let all = std::fs::read_dir(standards(folder)).unwrap().map(Result::unwrap);
    all.map(|one| (one.file_name().into_string().unwrap(), std::fs::read(one.path()).unwrap())).collect()
}

fn zipped(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The good package with something in a file of it replaced.
fn spoiled(file: &str, from: &str, to: &str) -> Vec<u8> {
    let mut all = files("repaired");
    let text = String::from_utf8(all[file].clone()).unwrap();
    assert!(text.contains(from), "{file}: {text}");
    all.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    zipped(&all)
}

async fn bring(site: &Site, name: &str, bytes: Vec<u8>) -> Told {
    let ctx = site.ctx(site.coordinator());
    at_console::import(&ctx, "services", Brought::new(name, bytes)).await.unwrap()
}

fn count(told: &Told, verdict: Verdict) -> i64 {
    told.counts.get(&verdict).copied().unwrap_or(0)
}

async fn names(site: &Site) -> Vec<String> {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::SEE_DIRECTORY).await.unwrap();
    let all = every_service(&mut tx, Reader::Staff).await.unwrap();
    tx.done().await.unwrap();
    all.into_iter().map(|one| one.name.plain(ctx.lang).to_owned()).collect()
}

/// All that is said of a file that is not read.
async fn refused(site: &Site, name: &str, bytes: Vec<u8>) -> String {
    let ctx = site.ctx(site.coordinator());
    let said = match at_console::import(&ctx, "services", Brought::new(name, bytes)).await {
        Ok(told) => {
            assert!(told.taken.is_none() && count(&told, Verdict::Refuse) > 0, "{told:?}");
            told.refused.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n")
        }
        Err(Error::Refused(why)) => ctx.say().refusal(why.as_ref()),
        Err(other) => panic!("{other:?}"),
    };
    assert!(names(site).await.is_empty(), "nothing is written");
    said.replace(['\u{2068}', '\u{2069}'], "")
}

const SHEET: &str = "ResourceAgencyNum,PublicName,ParentAgency,AgencyDescription,PhysicalAddress1,PhysicalCity,PhysicalPostalCode,Latitude,Longitude,Phone1Number,EmailAddressMain,HoursOfOperation,LanguagesOffered,TaxonomyTerms,LastVerifiedOn,Source\n\
    17,Walk-in clinic,Prairie Health,Doctors for everyone,12 Main Street,Hamilton,L8R 2L3,43.2557,-79.8711,905-555-0107,clinic@example.org,Mon-Fri 9-5,English; French,Doctor,2026-05-01,Sample 211\n\
    18,Dental clinic,Prairie Health,Teeth,12 Main Street,Hamilton,L8R 2L3,43.2557,-79.8711,905-555-0108,,,English,Dentist,2026-05-01,Sample 211\n";

platform::on_both! { rooms();
    async fn the_example_of_the_standard_is_refused_and_the_repaired_copy_comes_in_and_goes_again(site) {
        let told = refused(site, "example.zip", zipped(&files("examples/csv"))).await;
        for part in ["row 2", "column", "is the id of nothing in"] {
            assert!(told.contains(part), "{part}: {told}");
        }
        let good = zipped(&files("repaired"));
        let (package, _) = hsds::Package::read(Source::Zip(&good), &Options::default()).unwrap();
        let first = bring(site, "repaired.zip", good.clone()).await;
        assert_eq!(count(&first, Verdict::Add), i64::try_from(package.services.len()).unwrap(), "{first:?}");
        assert_eq!(names(site).await, package.services.iter().map(|one| one.name.clone()).collect::<Vec<_>>());
        let again = bring(site, "repaired.zip", good).await;
        assert!(again.taken.is_none() && count(&again, Verdict::Same) == 1 && count(&again, Verdict::Change) == 0, "{again:?}");
        let ctx = site.ctx(site.coordinator());
        at_console::undo(&ctx, first.taken.unwrap()).await.unwrap();
        assert!(names(site).await.is_empty());
        let mut tx = ctx.read(can::SEE_DIRECTORY).await.unwrap();
        assert!(crate::store::locations::every_location(&mut tx, Reader::Staff).await.unwrap().is_empty());
        tx.done().await.unwrap();
    }

    async fn each_kind_of_bad_input_is_told_by_file_row_and_column(site) {
        let row = "services.csv, row 2";
        for (name, bytes, parts) in [
            ("a.zip", spoiled("services.csv", "email@example.com,active", "email@example.com,open?"), vec![row, "open? is none of these"]),
            ("b.zip", spoiled("services.csv", ",100,2005-01-01", ",100,2005-02-31"), vec![row, "there is no such day"]),
            ("c.zip", spoiled("locations.csv", "location_type", "location_kind"), vec!["locations.csv", "location_kind"]),
            ("d.zip", b"PK\x03\x04 cut off".to_vec(), vec!["no package"]),
            ("e.json", b"{\"id\": \"x\", \"name\": ".to_vec(), vec!["not JSON"]),
            ("f.json", b"[]".to_vec(), vec!["no service"]),
            ("g.json", b"{\"id\": \"x\", \"name\": \"A\", \"status\": \"open\"}".to_vec(), vec!["/status", "/id", "UUID"]),
        ] {
            let told = refused(site, name, bytes).await;
            assert!(parts.iter().all(|part| told.contains(part)), "{name}: {parts:?} in {told}");
        }
        let mut outside = files("repaired");
        outside.insert("../evil.csv".to_owned(), b"x".to_vec());
        assert!(refused(site, "h.zip", zipped(&outside)).await.contains("leads out"));
        let mut encoded = files("repaired");
        let latin: Vec<u8> = encoded["organizations.csv"].iter().copied().chain(*b"\xE9").collect();
        encoded.insert("organizations.csv".to_owned(), latin);
        assert!(refused(site, "i.zip", zipped(&encoded)).await.contains("not UTF-8"));
        let got = site.upload_as(&site.coordinator(), "/maple/work/import/services", &[], ("sheet", "example.zip", &zipped(&files("examples/csv")))).await;
        assert!(got.status == 422 && got.body.contains("is the id of nothing in"), "{}", got.body);
    }

    async fn rows_of_a_sheet_say_what_is_wrong_with_them(site) {
        for (from, to, told) in [
            ("43.2557,-79.8711", "-79.8711,43.2557", "Latitude"),
            ("43.2557,-79.8711", "43.2557,79.8711", "Latitude"),
            ("905-555-0107", "call us", "Telephone"),
            ("18,Dental", "17,Dental", "row 2"),
            ("L8R 2L3", "90210", "Postal code"),
            ("2026-05-01", "2031-05-01", "Verified"),
            ("Walk-in clinic", "Walk-in \u{202e}clinic", "Name"),
        ] {
            assert!(SHEET.contains(from));
            let said = refused(site, "a.csv", SHEET.replacen(from, to, 1).into_bytes()).await;
            assert!(said.contains(told), "{to}: {said}");
        }
    }

    async fn a_sheet_comes_in_once_and_what_was_looked_at_here_later_waits_for_a_person(site) {
        let first = bring(site, "211.csv", SHEET.as_bytes().to_vec()).await;
        assert!(count(&first, Verdict::Add) == 2 && first.taken.is_some(), "{first:?}");
        let again = bring(site, "211.csv", SHEET.as_bytes().to_vec()).await;
        assert_eq!((count(&again, Verdict::Same), again.taken), (2, None), "{again:?}");
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
        let all = every_service(&mut tx, Reader::Staff).await.unwrap();
        let clinic = all.iter().find(|one| one.name.plain(ctx.lang) == "Walk-in clinic").unwrap().clone();
        assert_eq!(clinic.facts.0.phones[0].number, "905-555-0107");
        assert_eq!((clinic.verified_on, clinic.source.as_str()), (Some(date(2026, 5, 1)), "Sample 211"));
        assert_eq!(clinic.needs.0, ["doctor"]);
        assert_eq!(crate::rules::hours::write_codes(&clinic.facts.0.hours), "MO,TU,WE,TH,FR 09:00-17:00");
        let places = crate::store::locations::every_location(&mut tx, Reader::Staff).await.unwrap();
        assert_eq!(places.len(), 1, "two services at one door");
        let look = NewCheck::new(date(2026, 9, 1), Way::Phone, Found::Unchanged);
        add_check(&mut tx, &clinic, &look).await.unwrap();
        tx.commit().await.unwrap();
        let newer = SHEET.replace("905-555-0107", "905-555-0999").replace("905-555-0108", "905-555-0998");
        let asks = bring(site, "newer.csv", newer.clone().into_bytes()).await;
        assert_eq!((count(&asks, Verdict::Ask), asks.taken), (1, None), "{asks:?}");
        let key = format!("newer:{}", clinic.id);
        for (answer, phone) in [("keep", "905-555-0107"), ("take", "905-555-0999")] {
            let answers = BTreeMap::from([(key.clone(), answer.to_owned())]);
            let brought = Brought { answers, ..Brought::new("newer.csv", newer.clone().into_bytes()) };
            let told = at_console::import(&ctx, "services", brought).await.unwrap();
            let batch = told.taken.unwrap();
            let now = async |of| {
                let mut tx = ctx.read(can::SEE_DIRECTORY).await.unwrap();
                let found = crate::service(&mut tx, Reader::Staff, of).await.unwrap().unwrap();
                tx.done().await.unwrap();
                found
            };
            assert_eq!(now(clinic.id).await.facts.0.phones[0].number, phone, "{answer}");
            let page = site.get_as(&site.coordinator(), &format!("/maple/work/directory/services/{}/sources", clinic.id)).await.body;
            assert!(page.contains("Sample 211") && page.contains(phone), "{page}");
            at_console::undo(&ctx, batch).await.unwrap();
            assert_eq!(now(clinic.id).await.facts.0.phones[0].number, "905-555-0107");
            assert_eq!(now(clinic.id).await.verified_on, Some(date(2026, 9, 1)));
        }
        let stopped = at_console::undo(&ctx, first.taken.unwrap()).await;
        assert!(stopped.is_err(), "somebody has looked at one of them since");
    }

    async fn what_was_given_away_changes_nothing_when_it_comes_back(site) {
        furnish(site).await;
        for path in ["package.zip", "services.json"] {
            let got = site.get(&format!("/maple/api/hsds/{path}")).await;
            let told = bring(site, path, got.bytes.to_vec()).await;
            assert_eq!((count(&told, Verdict::Same), told.taken), (2, None), "{path}: {told:?}");
        }
    }
}

/// Headings of the open database of health facilities, of the export of 211 Ontario and of CIOC, each with its column.
const FIELD: &str = "facility_name name,odhf_facility_type needs,provider organization,street_no street-number,street_name street,postal_code postal,city city,\
    province province,latitude north,longitude east,index id,\
    ResourceAgencyNum id,PublicName name,ParentAgency organization,AgencyDescription about,PhysicalAddress1 street,PhysicalPostalCode postal,\
    Phone1Number phone,EmailAddressMain mail,WebsiteAddress web,HoursOfOperation hours,LanguagesOffered language,FeeStructureSource cost,\
    LastVerifiedOn verified,TaxonomyTerms needs,\
    NUM id,ORG_LEVEL_1 organization,SERVICE_NAME_LEVEL_1 name,OFFICE_PHONE phone,E_MAIL mail,WWW_ADDRESS web,SITE_ADDRESS street,\
    SITE_POSTAL_CODE postal,LOCATED_IN_CM city,HOURS hours,ELIGIBILITY open-to,FEES cost,UPDATE_DATE verified,SUBJECTS needs,\
    last_updated source-on,MODIFIED_DATE source-on";

#[test]
fn the_columns_of_the_field_are_known_by_their_headings() {
    let fold = sheets::fold::fold_heading;
    for (heading, key) in FIELD.split(',').filter_map(|one| one.trim().split_once(' ')) {
        let says = |column: &&platform::batch::Column| {
            column.headings.iter().any(|known| fold(known) == fold(heading))
        };
        let found: Vec<&str> = super::IMPORTER.columns.iter().filter(says).map(|column| column.key).collect();
        assert_eq!(found, [key], "{heading}");
    }
}
