//! Files that people hand in: bytes by their digest in the data folder, a row in the transaction, kind by content.
//!
//! The bytes are on disk before the transaction begins ([`put`], then [`store`]): a row without bytes cannot be, and nobody
//! waits for the disk in a transaction. Bytes without a row (the transaction did not commit) are harmless. The same content is kept once.

mod sniff;

#[cfg(test)]
mod tests;

pub use sniff::MediaType;

use crate::{
    app::App,
    clock::Moment,
    ctx::{Ctx, PUBLIC},
    db::{One, Tx},
    errors::{Error, Result},
    http::{Answer, answer},
    manifest::JobKind,
    row, sql,
    text::line,
};
use sha2::{Digest, Sha256};
use std::{
    collections::HashSet,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

crate::id! { /// One stored file.
FileId, "file" }

/// The most bytes of one file: 20 MB.
pub const MOST_BYTES: usize = 20 * 1_000_000;
/// The longest name, in characters.
const NAME_CHARS: usize = 150;

crate::refusals! {
    /// Why a file is not taken.
    pub enum FileRefusal {
        /// There is nothing in it.
        Empty = "file-empty",
        /// It is larger than `megabytes` MB.
        TooLarge {
            /// The limit.
            megabytes: i64,
        } = "file-too-large",
        /// Its content is of no kind that is taken.
        Kind = "file-kind",
        /// Its content is not that of a paper: see [`check_paper`].
        NotAPaper = "file-not-a-paper",
        /// None was chosen.
        Missing = "file-missing",
        /// Its name cannot be shown.
        Name = "file-name",
    }
}

impl FileRefusal {
    /// That a file is larger than is taken.
    pub fn too_large() -> Self {
        Self::TooLarge { megabytes: i64::try_from(MOST_BYTES / 1_000_000).unwrap_or(i64::MAX) }
    }
}

row! {
    /// What is known of a stored file.
    pub struct FileRow {
        /// Which file.
        pub id: FileId,
        /// Its name, as it was handed in, with the ending of its kind.
        pub name: String,
        /// Its kind, by its content.
        pub media_type: MediaType,
        /// Its bytes, counted.
        pub size: i64,
        /// When it was handed in.
        pub stored_at: Moment,
        /// By whom.
        pub stored_by: String,
        digest: String,
    }
}

/// A stored file with its content, checked.
#[derive(Debug, Clone)]
pub struct StoredFile {
    /// What is known of it.
    pub row: FileRow,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Bytes that lie on disk and to which no row refers yet: what [`put`] gives and [`store`] takes.
#[derive(Debug, Clone)]
pub struct Kept {
    name: String,
    media_type: MediaType,
    size: i64,
    digest: String,
}

/// Puts the bytes of a file on disk, before the transaction that will hold its row. The kind is what the content says, not
/// the name. Bytes to which no row refers in the end are swept away.
///
/// # Errors
/// [`FileRefusal`]; a failure when the disk does not take it.
pub async fn put(app: &App, name: &str, bytes: Vec<u8>) -> Result<Kept> {
    let media_type = check(&bytes)?;
    let name = named(name, media_type)?;
    let (digest, size) = (digest(&bytes), i64::try_from(bytes.len()).map_err(Error::failed)?);
    keep(place(&app.settings.data, &digest), bytes).await?;
    Ok(Kept { name, media_type, size, digest })
}

/// Keeps a file: the row in this transaction of bytes that are on disk already.
///
/// # Errors
/// When the database refuses.
pub async fn store(tx: &mut Tx, kept: &Kept) -> Result<FileId> {
    let (id, by) = (tx.new_id::<FileId>()?, tx.author.words());
    sql!(
        tx,
        must,
        "INSERT INTO stored_file (id, partnership_id, digest, name, media_type, size, stored_at, stored_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        tx.partnership()?,
        kept.digest,
        kept.name,
        kept.media_type,
        kept.size,
        tx.now(),
        by
    )?;
    Ok(id)
}

/// A file's content, compared with its digest; after the transaction that found its row.
///
/// # Errors
/// A failure when the disk gives something else than was kept.
pub async fn open(app: &App, row: FileRow) -> Result<StoredFile> {
    let path = place(&app.settings.data, &row.digest);
    let bytes = aside(move || fs::read(path)).await?;
    if digest(&bytes) != row.digest {
        return Err(Error::failed(format!("stored file {} is damaged", row.id)));
    }
    Ok(StoredFile { row, bytes })
}

/// A file as an answer: always to be kept, never shown in the page (`attachment`, `nosniff`).
///
/// # Errors
/// A failure when the name cannot stand in a header.
pub fn serve(stored: StoredFile) -> Answer {
    answer::file(&stored.row.name, stored.row.media_type.code(), stored.bytes)
}

impl Tx {
    /// What is known of a file.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such file in this partnership.
    pub async fn file(&mut self, id: FileId) -> Result<FileRow> {
        sql!(
            self,
            one FileRow,
            "SELECT id, name, media_type, size, stored_at, stored_by, digest FROM stored_file WHERE partnership_id = $1 AND id = $2",
            self.partnership()?,
            id
        )
    }

    /// Takes a file's row away; its bytes go within days, when no other row refers to them.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such file in this partnership.
    pub async fn drop_file(&mut self, id: FileId) -> Result<()> {
        let gone = sql!(
            self,
            run,
            "DELETE FROM stored_file WHERE partnership_id = $1 AND id = $2",
            self.partnership()?,
            id
        )?;
        if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
    }
}

/// The kind of what was handed in, when it is taken.
///
/// # Errors
/// [`FileRefusal`].
pub fn check(bytes: &[u8]) -> Result<MediaType, FileRefusal> {
    if bytes.is_empty() {
        return Err(FileRefusal::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(FileRefusal::too_large());
    }
    MediaType::of(bytes).ok_or(FileRefusal::Kind)
}

/// As [`check`], for a signed or scanned paper: a PDF or a picture.
///
/// # Errors
/// [`FileRefusal`].
pub fn check_paper(bytes: &[u8]) -> Result<MediaType, FileRefusal> {
    match check(bytes) {
        Ok(kind @ (MediaType::Pdf | MediaType::Png | MediaType::Jpeg)) => Ok(kind),
        Ok(_) | Err(FileRefusal::Kind) => Err(FileRefusal::NotAPaper),
        Err(why) => Err(why),
    }
}

/// The last part of what a browser says the file is called, when it can be shown.
///
/// # Errors
/// [`FileRefusal::Name`] when it is empty, cannot be shown, or has more than 150 characters.
pub fn check_name(name: &str) -> Result<String, FileRefusal> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    line(last, NAME_CHARS).map_err(|_| FileRefusal::Name)
}

/// The last part of the name, with the ending of its kind.
fn named(name: &str, media_type: MediaType) -> Result<String, FileRefusal> {
    let clean = check_name(name)?;
    let fits = clean
        .rsplit_once('.')
        .is_some_and(|(_, ending)| media_type.endings().contains(&&*ending.to_lowercase()));
    let first = media_type.endings().first().copied().unwrap_or_default();
    Ok(if fits { clean } else { format!("{clean}.{first}") })
}

fn digest(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// Where the bytes with this digest lie.
fn place(data: &Path, digest: &str) -> PathBuf {
    data.join("files").join(digest.get(..2).unwrap_or("00")).join(digest)
}

/// The jobs of files.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![JobKind::every_installation("files.sweep", 86_400, |ctx, _| Box::pin(sweep(ctx)))]
}

/// Takes bytes away to which no row of any partnership refers, and that were written more than two days ago: storing writes
/// anew what is there already, so what a transaction is about to refer to is young. Each file is looked at once more, and
/// goes, while nobody can write it anew (`PLACES`).
async fn sweep(ctx: &Ctx) -> Result<()> {
    let mut held = HashSet::new();
    for partnership in ctx.app.partnerships().await? {
        let ctx = Ctx { partnership: Some(partnership.into()), ..ctx.clone() };
        let mut tx = ctx.read(PUBLIC).await?;
        let own = sql!(
            tx,
            all One<String>,
            "SELECT DISTINCT digest FROM stored_file WHERE partnership_id = $1",
            tx.partnership()?
        )?;
        tx.done().await?;
        held.extend(own.into_iter().map(|(digest,)| digest));
    }
    let (folder, young) = (ctx.app.settings.data.join("files"), ctx.now().plus_seconds(-2 * 86_400));
    let gone = aside(move || clear(&folder, &held, young)).await?;
    if gone > 0 {
        tracing::info!("{gone} stored files to which nothing referred are gone");
    }
    Ok(())
}

fn clear(folder: &Path, held: &HashSet<String>, young: Moment) -> std::io::Result<usize> {
    let mut gone = 0;
    if !folder.exists() {
        return Ok(gone);
    }
    for part in fs::read_dir(folder)? {
        for file in fs::read_dir(part?.path())? {
            let file = file?;
            if !held.contains(&*file.file_name().to_string_lossy()) && take_away(&file.path(), young)? {
                gone += 1;
            }
        }
    }
    Ok(gone)
}

/// Held while bytes come under their name, and while the sweep looks how old they are and takes them away. The folder of
/// data belongs to one program, so its own threads are all there are.
static PLACES: Mutex<()> = Mutex::new(());

/// Takes a file away, unless it was written after `young`.
fn take_away(path: &Path, young: Moment) -> std::io::Result<bool> {
    let _alone = PLACES.lock().unwrap_or_else(PoisonError::into_inner);
    let old = fs::metadata(path)?.modified()? < std::time::SystemTime::from(young.0);
    if old {
        fs::remove_file(path)?;
    }
    Ok(old)
}

/// Puts what was written beside it under its name.
fn name_it(beside: &Path, path: &Path) -> std::io::Result<()> {
    let _alone = PLACES.lock().unwrap_or_else(PoisonError::into_inner);
    fs::rename(beside, path)
}

/// Writes a file so that it is whole or not there: beside it first, forced to disk, then under its name.
pub(crate) async fn keep(path: PathBuf, bytes: Vec<u8>) -> Result<()> {
    aside(move || keep_now(&path, &bytes)).await
}

/// Lets the disk work on a thread that nobody else waits for, to its end.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> std::io::Result<T> + Send + 'static) -> Result<T> {
    #[expect(clippy::disallowed_methods, reason = "awaited at once: nothing is left behind")]
    let working = tokio::task::spawn_blocking(work);
    Ok(working.await.map_err(Error::failed)??)
}

fn keep_now(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    static WRITERS: AtomicU64 = AtomicU64::new(0);
    let folder = path.parent().unwrap_or(Path::new("."));
    let made = !folder.exists();
    fs::create_dir_all(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let writer = WRITERS.fetch_add(1, Ordering::Relaxed);
    let beside = folder.join(format!(".{name}.{}-{writer}.part", std::process::id()));
    let written =
        File::create(&beside).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    if let Err(error) = written.and_then(|()| name_it(&beside, path)) {
        // What is half written is not left behind; if even that fails, it has another name and harms nobody.
        drop(fs::remove_file(&beside));
        return Err(error);
    }
    File::open(folder)?.sync_all()?;
    // A folder that is new must itself be noted in the one above, up to the data folder.
    let above = folder.ancestors().skip(1).take(if made { 2 } else { 0 });
    above.filter(|above| !above.as_os_str().is_empty()).try_for_each(|above| File::open(above)?.sync_all())
}
