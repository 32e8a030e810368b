//! A form that carries a file (`multipart/form-data`), read whole before the handler opens a transaction.

use super::{
    extract::Form,
    pairs::Pairs,
    repeated::{FORM_BYTES, is_upload},
};
use crate::{
    app::App,
    authority::Caller,
    ctx::Ctx,
    errors::Error,
    files::{FileRefusal, MOST_BYTES},
};
use axum::extract::{
    DefaultBodyLimit, FromRequest, Multipart, Request,
    multipart::{Field, MultipartError},
};
use std::sync::Arc;

/// The most bytes of an upload with all its parts. A file that is too large by less is read to its end and thrown away, so
/// that the form comes back with what was typed; beyond that the answer is [`Error::TooLarge`].
const UPLOAD_BYTES: usize = 60 << 20;
/// The most parts; no form has more fields.
const PARTS: usize = 500;

/// A form with at most one file, from somebody who signed in. The same form without a file may come as any other form does.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// What was typed.
    pub fields: Pairs,
    /// The file, when one was chosen.
    pub file: Option<Handed>,
}

/// A file as it was handed in; nothing of it is believed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// What the sender calls it.
    pub name: String,
    /// Its bytes, at most [`MOST_BYTES`]; or that there were more.
    pub bytes: Result<Vec<u8>, FileRefusal>,
}

impl FromRequest<Arc<App>> for Upload {
    type Rejection = Error;
    async fn from_request(mut request: Request, state: &Arc<App>) -> Result<Self, Error> {
        // Before anything large is held in memory: a handler asks what exactly the caller may.
        if request.extensions().get::<Ctx>().is_none_or(|ctx| matches!(ctx.caller, Caller::Anonymous)) {
            return Err(Error::SignIn);
        }
        if !is_upload(&request) {
            let Form(fields) = Form::from_request(request, state).await?;
            return Ok(Self { fields, file: None });
        }
        DefaultBodyLimit::disable().apply(&mut request);
        let parts = Multipart::from_request(request, state).await.map_err(|_| Error::Malformed("upload"))?;
        read(parts).await
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
        http::{Answer, json},
        manifest::Manifest,
        pages::ENTER,
    };

    /// Says what came: what was typed, the name of the file and how large it is.
    async fn say(_: Ctx, upload: Upload) -> Answer {
        let file = upload.file.map(|file| (file.name, file.bytes.map(|bytes| bytes.len()).ok()));
        json(&(upload.fields.get("note"), file))
    }

    fn room() -> Manifest {
        Manifest::new("uploads").post("/{p}/work/upload", ENTER, say)
    }

    const AT: &str = "/maple/work/upload";

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
        }
    }
}
