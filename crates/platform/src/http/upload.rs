//! A form that carries a file (`multipart/form-data`), read whole before the handler opens a transaction: after it was asked
//! whether the caller may, and with no more of them in memory at once than [`App::uploads`] lets in.

use super::{
    extract::Form,
    pairs::Pairs,
    repeated::{FORM_BYTES, is_upload, read_out},
};
use crate::{
    app::App,
    authority::Ask,
    ctx::Ctx,
    errors::Error,
    files::{FileRefusal, MOST_BYTES},
};
use axum::extract::{
    DefaultBodyLimit, FromRequest, Multipart, Request,
    multipart::{Field, MultipartError},
};
use std::{future::Future, sync::Arc};
use tokio::sync::OwnedSemaphorePermit;

/// The most bytes of an upload with all its parts. A file that is too large by less is read to its end and thrown away, so
/// that the form comes back with what was typed; beyond that the answer is [`Error::TooLarge`].
const UPLOAD_BYTES: usize = 60 << 20;
/// The most parts; no form has more fields.
const PARTS: usize = 500;
/// When as many uploads come in as may, the next is to be tried after so many seconds.
const BUSY_SECONDS: u32 = 60;

/// A form with at most one file, of which nothing has been read. The same form without a file may come as any other form does.
#[must_use]
pub struct Incoming {
    request: Request,
    app: Arc<App>,
}

/// What came in: its bytes are in memory for as long as this is.
#[derive(Debug, Default)]
pub struct Upload {
    /// What was typed.
    pub fields: Pairs,
    /// The file, when one was chosen.
    pub file: Option<Handed>,
    /// Its place among those that may come in at once.
    #[expect(dead_code, reason = "held, not read: frees the place when dropped")]
    place: Option<OwnedSemaphorePermit>,
}

/// A file as it was handed in; nothing of it is believed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// What the sender calls it.
    pub name: String,
    /// Its bytes, at most [`MOST_BYTES`]; or that there were more.
    pub bytes: Result<Vec<u8>, FileRefusal>,
}

impl FromRequest<Arc<App>> for Incoming {
    type Rejection = Error;
    fn from_request(request: Request, app: &Arc<App>) -> impl Future<Output = Result<Self, Error>> + Send {
        let app = Arc::clone(app);
        async move { Ok(Self { request, app }) }
    }
}

impl Incoming {
    /// Reads the form and its file, when the caller may do what it is for. Before that is known nothing is taken in.
    ///
    /// # Errors
    /// As [`Ctx::demand`]; [`Error::Busy`] when as many come in as may; [`Error::TooLarge`] and [`Error::Malformed`].
    pub async fn receive(self, ctx: &Ctx, ask: impl Into<Ask>) -> Result<Upload, Error> {
        ctx.demand(ask)?;
        let Self { mut request, app } = self;
        if !is_upload(&request) {
            let Form(fields) = Form::from_request(request, &app).await?;
            return Ok(Upload { fields, ..Upload::default() });
        }
        let Ok(place) = Arc::clone(&app.uploads).try_acquire_owned() else {
            read_out(request).await;
            return Err(Error::Busy(BUSY_SECONDS));
        };
        DefaultBodyLimit::disable().apply(&mut request);
        let parts = Multipart::from_request(request, &app).await.map_err(|_| Error::Malformed("upload"))?;
        Ok(Upload { place: Some(place), ..read(parts).await? })
    }
}

async fn read(mut parts: Multipart) -> Result<Upload, Error> {
    let (mut upload, mut typed, mut left, mut seen) = (Upload::default(), FORM_BYTES, UPLOAD_BYTES, 0);
    while let Some(mut part) = parts.next_field().await.map_err(broken)? {
        seen += 1;
        if seen > PARTS {
            return Err(Error::TooLarge);
        }
        let field = part.name().unwrap_or_default().to_owned();
        let Some(name) = part.file_name().map(str::to_owned) else {
            let bytes = content(&mut part, typed, &mut left).await?.ok_or(Error::TooLarge)?;
            typed = typed.saturating_sub(bytes.len());
            upload.fields = upload.fields.and(&field, text(bytes)?);
            continue;
        };
        let bytes = content(&mut part, MOST_BYTES, &mut left).await?.ok_or_else(FileRefusal::too_large);
        // A browser sends a part without a name and content for a file that was not chosen.
        let is_chosen = !name.is_empty() || bytes != Ok(Vec::new());
        if is_chosen && upload.file.is_none() {
            upload.file = Some(Handed { name, bytes });
        }
    }
    Ok(upload)
}

/// The content of a part; none when it is larger than `most`. Either way the part is read to its end.
async fn content(part: &mut Field<'_>, most: usize, left: &mut usize) -> Result<Option<Vec<u8>>, Error> {
    let mut kept = Some(Vec::new());
    while let Some(chunk) = part.chunk().await.map_err(broken)? {
        *left = left.checked_sub(chunk.len()).ok_or(Error::TooLarge)?;
        kept = kept.filter(|kept| kept.len() + chunk.len() <= most);
        if let Some(kept) = kept.as_mut() {
            kept.extend_from_slice(&chunk);
        }
    }
    Ok(kept)
}

fn text(bytes: Vec<u8>) -> Result<String, Error> {
    let text = String::from_utf8(bytes).map_err(|_| Error::Malformed("form"))?;
    if text.contains('\0') { Err(Error::Malformed("form")) } else { Ok(text) }
}

fn broken(_: MultipartError) -> Error {
    Error::Malformed("upload")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        authority::{Caller, Office},
        http::{Answer, json},
        manifest::Manifest,
        pages::ENTER,
    };
    use axum::body::{Body, HttpBody};
    use bytes::Bytes;
    use http::header;
    use http_body::Frame;
    use std::{
        pin::Pin,
        sync::atomic::{AtomicUsize, Ordering},
        task::{Context, Poll},
    };

    /// Says what came: what was typed, the name of the file and how large it is.
    async fn say(ctx: Ctx, incoming: Incoming) -> Answer {
        let upload = incoming.receive(&ctx, ENTER).await?;
        let file = upload.file.map(|file| (file.name, file.bytes.map(|bytes| bytes.len()).ok()));
        json(&(upload.fields.get("note"), file))
    }

    fn room() -> Manifest {
        Manifest::new("uploads").post("/{p}/work/upload", ENTER, say)
    }

    const AT: &str = "/maple/work/upload";
    const LONG: usize = 10_000_000;

    /// A body that counts how many of its bytes were asked for.
    struct Counted(Bytes, Arc<AtomicUsize>);

    impl HttpBody for Counted {
        type Data = Bytes;
        type Error = std::convert::Infallible;
        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            if self.0.is_empty() {
                return Poll::Ready(None);
            }
            let most = self.0.len().min(1 << 16);
            let some = self.0.split_to(most);
            self.1.fetch_add(some.len(), Ordering::Relaxed);
            Poll::Ready(Some(Ok(Frame::data(some))))
        }
    }

    /// An upload of 10 MB, and how many of its bytes were taken.
    fn long_upload() -> (Request, Arc<AtomicUsize>) {
        let head = "--b\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"a.pdf\"\r\n\r\n";
        let body = [head.as_bytes(), &vec![b'a'; LONG], b"\r\n--b--\r\n"].concat();
        let taken = Arc::new(AtomicUsize::new(0));
        let body = Body::new(Counted(body.into(), Arc::clone(&taken)));
        let kind = "multipart/form-data; boundary=b";
        (Request::post(AT).header(header::CONTENT_TYPE, kind).body(body).unwrap(), taken)
    }

    crate::on_both! { vec![room()];
        async fn what_was_typed_and_the_file_come_together(site) {
            let who = site.coordinator();
            let send = async |note: &str, name: &str, bytes: &[u8]| {
                site.upload_as(&who, AT, &[("note", note)], ("paper", name, bytes)).await.body
            };
            assert_eq!(send("Été", "a.pdf", b"%PDF-").await, "[\"Été\",[\"a.pdf\",5]]");
            assert_eq!(send("x", "", b"").await, "[\"x\",null]", "no file was chosen");
            assert_eq!(send("x", "a.pdf", b"").await, "[\"x\",[\"a.pdf\",0]]", "an empty one was chosen");
            assert_eq!(send("x", "a.pdf", &vec![b'a'; MOST_BYTES]).await, format!("[\"x\",[\"a.pdf\",{MOST_BYTES}]]"));
            assert_eq!(send("x", "a.pdf", &vec![b'a'; MOST_BYTES + 1]).await, "[\"x\",[\"a.pdf\",null]]");
            assert_eq!(site.post_as(&who, AT, &[("note", "x")]).await.body, "[\"x\",null]", "a plain form");
        }

        async fn what_is_too_large_or_broken_is_refused(site) {
            let who = site.coordinator();
            let send = async |note: &str, bytes: &[u8]| {
                site.upload_as(&who, AT, &[("note", note)], ("paper", "a.pdf", bytes)).await
            };
            assert_eq!(send(&"a".repeat(FORM_BYTES), b"%PDF-").await.status, 200);
            assert_eq!(send(&"a".repeat(FORM_BYTES + 1), b"%PDF-").await.status, 413);
            let large = send("x", &vec![b'a'; UPLOAD_BYTES + 1]).await;
            assert!(large.status == 413 && large.body.contains("This is too large"), "{}", large.body);
            assert_eq!(send("a\0b", b"%PDF-").await.status, 400);
            let many = vec![("note", "x"); PARTS];
            assert_eq!(site.upload_as(&who, AT, &many, ("paper", "a.pdf", b"%PDF-")).await.status, 413);
            let sender = &Caller::Anonymous;
            let stranger = site.upload_as(sender, AT, &[], ("paper", "a.pdf", b"%PDF-")).await;
            assert!(stranger.location().starts_with("/sign-in"), "{}", stranger.status);
            assert_eq!(site.upload_as(&site.stranger(), AT, &[], ("paper", "a.pdf", b"%PDF-")).await.status, 404);
        }

        async fn of_what_a_caller_sends_who_may_not_nothing_is_taken_in(site) {
            let sent = async |caller: Caller| {
                let (request, taken) = long_upload();
                let incoming = Incoming::from_request(request, &site.app).await.unwrap();
                let kept = incoming.receive(&site.ctx(caller), ENTER).await;
                let kept = kept.map(|upload| upload.file.unwrap().bytes.unwrap().len());
                (kept, taken.load(Ordering::Relaxed))
            };
            for caller in [Caller::Anonymous, site.stranger()] {
                let (kept, taken) = sent(caller).await;
                assert!(matches!(kept, Err(Error::SignIn | Error::NotFound)), "{kept:?}");
                assert_eq!(taken, 0, "bytes were taken in before it was asked who sends them");
            }
            let (kept, taken) = sent(site.coordinator()).await;
            assert!(kept.unwrap() == LONG && taken > LONG, "who may is heard to the end");
        }

        async fn no_more_come_in_at_once_than_memory_is_set_aside_for(site) {
            let who = site.holder(Office::Reader, None);
            let send = async || site.upload_as(&who, AT, &[], ("paper", "a.pdf", b"%PDF-")).await;
            let all = site.app.uploads.available_permits();
            assert!(all >= 2 && all * MOST_BYTES <= 200_000_000, "{all}");
            let others = Arc::clone(&site.app.uploads).try_acquire_many_owned(u32::try_from(all).unwrap()).unwrap();
            let busy = send().await;
            assert_eq!(busy.status, 503, "{}", busy.body);
            assert_eq!(busy.headers.get(header::RETRY_AFTER).unwrap(), "60");
            assert_eq!(site.post_as(&who, AT, &[("note", "x")]).await.status, 200, "a form without a file needs no place");
            drop(others);
            for _ in 0..=all {
                assert_eq!(send().await.status, 200, "a place is given back");
            }
        }
    }
}
