//! What leaves the program beside its answers: mail, and the log.

use platform::{ids::PartnershipId, sql, testing::Site};
use std::{
    io::Write,
    sync::{Arc, Mutex, PoisonError},
};
use tracing::{Level, subscriber::DefaultGuard};
use tracing_subscriber::fmt::MakeWriter;

/// The text of the log, as it is written.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Hears everything that this thread says until the guard is dropped.
    pub fn listen() -> (Self, DefaultGuard) {
        let log = Self::default();
        let all =
            tracing_subscriber::fmt().with_max_level(Level::TRACE).with_ansi(false).with_writer(log.clone());
        (log, tracing::subscriber::set_default(all.finish()))
    }

    /// What was said so far.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// A mail with its words behind it where they travel as base64, as those in other alphabets do.
fn readable(mail: String) -> String {
    let Some((_, body)) = mail.split_once("\r\n\r\n").filter(|(head, _)| head.contains("Encoding: base64"))
    else {
        return mail;
    };
    let body: String = body.split_whitespace().collect();
    let words = data_encoding::BASE64.decode(body.as_bytes()).expect("base64");
    format!("{mail}\r\n{}", String::from_utf8(words).expect("words"))
}

/// Every mail that was written, as `(to whom, what it says)`: the files that left, and the subjects that are kept, since a
/// subject in a file may be written in letters and digits of another alphabet.
pub async fn mails(site: &Site, of: PartnershipId) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for file in std::fs::read_dir(site.folder().join("mail")).expect("a folder").flatten() {
        // Lines are joined only after base64 is read, which may end a line with the same sign.
        let said = readable(std::fs::read_to_string(file.path()).expect("a mail")).replace("=\r\n", "");
        let to = said.lines().find_map(|line| line.strip_prefix("To: ")).expect("a reader").to_owned();
        all.push((to, said));
    }
    let mut tx = site.app.db.reading(Some(of), site.app.clock.now()).await.expect("a transaction");
    let kept = "SELECT recipient, subject FROM mail WHERE partnership_id = $1";
    all.extend(sql!(tx, all(String, String), kept, of).expect("mails"));
    tx.done().await.expect("ended");
    all
}
