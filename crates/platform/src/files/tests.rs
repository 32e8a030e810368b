//! Files: kinds by content, names, durability, damage noticed.

use super::*;
use crate::{pages::ENTER, testing::refusal_code};
use proptest::prelude::*;
use std::io::Cursor;

fn package(parts: &[&str]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        zip.start_file(*part, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(b"<x/>").unwrap();
    }
    zip.finish().unwrap().into_inner()
}

async fn stored(site: &crate::testing::Site, tx: &mut Tx, name: &str, bytes: &[u8]) -> FileId {
    let kept = put(&site.app, name, bytes.to_vec()).await.unwrap();
    store(tx, &kept).await.unwrap()
}

#[test]
fn the_kind_is_what_the_content_says() {
    let docx = ["[Content_Types].xml", "word/document.xml"];
    assert_eq!(check(b"%PDF-1.7\n"), Ok(MediaType::Pdf));
    assert_eq!(check(b"\x89PNG\r\n\x1a\nrest"), Ok(MediaType::Png));
    assert_eq!(check(b"\xff\xd8\xff\xe0"), Ok(MediaType::Jpeg));
    assert_eq!(check(&package(&docx)), Ok(MediaType::Docx));
    assert_eq!(check(&package(&["[Content_Types].xml", "xl/workbook.xml"])), Ok(MediaType::Xlsx));
    assert_eq!(check("Procès-verbal\n".as_bytes()), Ok(MediaType::Text));
    assert_eq!(check(&package(&[docx[0], docx[1], "word/vbaProject.bin"])), Err(FileRefusal::Kind), "macros");
    assert_eq!(check(&package(&["evil.exe"])), Err(FileRefusal::Kind));
    assert_eq!(check(b"PK\x03\x04 cut short"), Err(FileRefusal::Kind));
    assert_eq!(check(b"MZ\x90\x00"), Err(FileRefusal::Kind));
    assert_eq!(check(b""), Err(FileRefusal::Empty));
    assert_eq!(check(&vec![b'a'; MOST_BYTES + 1]), Err(FileRefusal::TooLarge { megabytes: 20 }));
    assert_eq!(check(&vec![b'a'; MOST_BYTES]), Ok(MediaType::Text));
    assert_eq!(check_paper(b"%PDF-1.7\n"), Ok(MediaType::Pdf));
    for other in [&b"Minutes"[..], b"MZ\x90\x00", &package(&docx)] {
        assert_eq!(check_paper(other), Err(FileRefusal::NotAPaper));
    }
    assert_eq!(check_paper(b""), Err(FileRefusal::Empty));
}

#[test]
fn a_name_loses_its_folders_and_gets_the_ending_of_its_kind() {
    assert_eq!(named("C:\\papers\\Ordre du jour.PDF", MediaType::Pdf), Ok("Ordre du jour.PDF".into()));
    assert_eq!(named("../../etc/passwd", MediaType::Text), Ok("passwd.txt".into()));
    assert_eq!(named("page.html", MediaType::Text), Ok("page.html.txt".into()));
    assert_eq!(named("a\r\nSet-Cookie: x", MediaType::Text), Err(FileRefusal::Name));
    assert_eq!(named("", MediaType::Text), Err(FileRefusal::Name));
}

proptest! {
    #[test]
    fn no_bytes_break_the_look_at_them(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = check(&bytes);
        let mut zipped = b"PK\x03\x04".to_vec();
        zipped.extend(&bytes);
        prop_assert!(check(&zipped).is_err());
    }
}

/// Makes a file as old as a week.
fn age(path: &Path, now: Moment) {
    let week_ago = std::time::SystemTime::from(now.plus_seconds(-7 * 86_400).0);
    File::options().write(true).open(path).unwrap().set_modified(week_ago).unwrap();
}

#[test]
fn bytes_that_are_stored_anew_while_the_sweep_looks_stay() {
    let now = crate::clock::Clock::System.now();
    let folder = std::env::temp_dir().join(format!("kith-swept-{}", crate::ids::Chance::system().secret()));
    let path = place(&folder, &digest(b"Minutes"));
    let swept = || clear(&folder.join("files"), &HashSet::new(), now.plus_seconds(-2 * 86_400)).unwrap();
    keep_now(&path, b"Minutes").unwrap();
    age(&path, now);
    let alone = PLACES.lock().unwrap();
    let gone = std::thread::scope(|scope| {
        let sweeping = scope.spawn(swept);
        std::thread::sleep(std::time::Duration::from_millis(200));
        // Storing comes before the sweep here: the same bytes, written a moment ago.
        fs::write(&path, b"Minutes").unwrap();
        drop(alone);
        sweeping.join().unwrap()
    });
    assert_eq!((gone, path.exists()), (0, true), "a row may refer to it at any moment");
    let alone = PLACES.lock().unwrap();
    std::thread::scope(|scope| {
        let storing = scope.spawn(|| keep_now(&path, b"Minutes"));
        std::thread::sleep(std::time::Duration::from_millis(200));
        assert!(!storing.is_finished(), "it waits while the sweep is at a file");
        drop(alone);
        storing.join().unwrap().unwrap();
    });
    age(&path, now);
    assert_eq!((swept(), path.exists()), (1, false), "control: what nobody stores anew goes");
    fs::remove_dir_all(folder).unwrap();
}

crate::on_both! { vec![];
    async fn a_stored_file_reads_back_and_is_served_to_keep(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(ENTER).await.unwrap();
        let id = stored(site, &mut tx, "Procès-verbal.txt", b"Minutes").await;
        let twin = stored(site, &mut tx, "twin.txt", b"Minutes").await;
        tx.commit().await.unwrap();
        let mut tx = ctx.read(ENTER).await.unwrap();
        let row = tx.file(id).await.unwrap();
        let back = open(&site.app, row).await.unwrap();
        assert_eq!((back.bytes.as_slice(), back.row.size, back.row.stored_by.as_str()), (&b"Minutes"[..], 7, "Tess Test"));
        assert_eq!(tx.file(twin).await.unwrap().name, "twin.txt");
        tx.done().await.unwrap();
        let answer = serve(back).unwrap();
        let disposition = answer.headers()["content-disposition"].to_str().unwrap();
        assert!(disposition.starts_with("attachment;"), "{disposition}");
        assert!(disposition.contains("filename*=UTF-8''Proc%C3%A8s-verbal.txt"), "{disposition}");
        let kept: Vec<_> = fs::read_dir(site.folder().join("files")).unwrap().collect();
        assert_eq!(kept.len(), 1, "the same content is kept once, nothing half-written is left");
    }

    async fn a_file_of_another_partnership_is_not_found(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(ENTER).await.unwrap();
        let id = stored(site, &mut tx, "a.txt", b"a").await;
        tx.commit().await.unwrap();
        let mut tx = site.app.db.reading(Some(site.other.id), ctx.now()).await.unwrap();
        assert!(matches!(tx.file(id).await, Err(Error::NotFound)));
        tx.done().await.unwrap();
    }

    async fn damage_on_the_disk_is_noticed_and_refusals_leave_nothing(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(ENTER).await.unwrap();
        assert_eq!(refusal_code(put(&site.app, "a.exe", b"MZ\x90\0".to_vec()).await), "file-kind");
        assert!(!site.folder().join("files").exists());
        let id = stored(site, &mut tx, "a.txt", b"right").await;
        let path = place(site.folder(), &digest(b"right"));
        let row = tx.file(id).await.unwrap();
        assert_eq!(open(&site.app, row.clone()).await.unwrap().bytes, b"right", "without damage it opens");
        fs::write(&path, b"wrong").unwrap();
        assert!(matches!(open(&site.app, row).await, Err(Error::Failed(_))));
        tx.drop_file(id).await.unwrap();
        assert!(matches!(tx.drop_file(id).await, Err(Error::NotFound)));
    }

    async fn bytes_go_when_no_partnership_refers_to_them(site) {
        let kept = |bytes: &[u8]| place(site.folder(), &digest(bytes)).exists();
        let mut ids = Vec::new();
        for (partnership, bytes) in [(&site.partnership, b"one"), (&site.partnership, b"two"), (&site.other, b"two")] {
            let ctx = Ctx { partnership: Some(partnership.clone()), ..site.ctx(crate::authority::Caller::Console) };
            let mut tx = ctx.write(ENTER).await.unwrap();
            ids.push(stored(site, &mut tx, "a.txt", bytes).await);
            tx.commit().await.unwrap();
        }
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(ENTER).await.unwrap();
        tx.drop_file(ids[0]).await.unwrap();
        tx.drop_file(ids[1]).await.unwrap();
        tx.commit().await.unwrap();
        sweep(&ctx).await.unwrap();
        assert!(kept(b"one"), "too young to go");
        for bytes in [b"one", b"two"] {
            age(&place(site.folder(), &digest(bytes)), ctx.now());
        }
        sweep(&ctx).await.unwrap();
        assert!(!kept(b"one"));
        assert!(kept(b"two"), "the other partnership still refers to it");
    }
}
