//! Handing one mail to a mail server (RFC 5321), without waiting for ever for anything.

use super::{Trouble, compose::Ready};
use crate::errors::{Error, Result};
use lettre::{
    address::Envelope,
    transport::smtp::{
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, TlsParameters},
        extension::ClientId,
    },
};
use std::{future::Future, time::Duration};

/// How the way to the server is kept secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Secrecy {
    /// TLS from the first byte: `smtps://`.
    Wrapped,
    /// TLS after a plain greeting, or nothing is said: `smtp://`.
    StartTls,
    /// None: a server on this machine, or `?tls=none`.
    None,
}

/// A mail server, from its address in the settings.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Server {
    pub host: String,
    pub port: u16,
    pub secrecy: Secrecy,
    pub login: Option<(String, String)>,
}

impl Server {
    /// Reads `smtp[s]://[user:secret@]host[:port][?tls=none]`; user and secret percent-encoded.
    pub(super) fn parse(url: &str) -> Result<Self> {
        let bad = || Error::failed("the address of the mail server is not smtp://user:secret@host:port");
        let (scheme, rest) = url.split_once("://").ok_or_else(bad)?;
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let rest = rest.trim_end_matches('/');
        let (login, place) = match rest.rsplit_once('@') {
            Some((login, place)) => (Some(login.split_once(':').ok_or_else(bad)?), place),
            None => (None, rest),
        };
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) => (host, Some(port.parse::<u16>().map_err(|_| bad())?)),
            None => (place, None),
        };
        let here = host == "localhost" || host.starts_with("127.");
        let secrecy = match (scheme, query) {
            ("smtps", "") => Secrecy::Wrapped,
            ("smtp", "tls=none") => Secrecy::None,
            ("smtp", "") if here => Secrecy::None,
            ("smtp", "" | "tls=required") => Secrecy::StartTls,
            _ => return Err(bad()),
        };
        if host.is_empty() {
            return Err(bad());
        }
        let usual = if secrecy == Secrecy::Wrapped { 465 } else { 587 };
        Ok(Self {
            host: host.to_owned(),
            port: port.unwrap_or(usual),
            secrecy,
            login: login
                .map(|(user, secret)| Ok::<_, Error>((decoded(user)?, decoded(secret)?)))
                .transpose()?,
        })
    }
}

/// Percent-encoding undone (RFC 3986).
fn decoded(text: &str) -> Result<String> {
    let bad = || Error::failed("the login of the mail server is not percent-encoded text");
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let pair = [bytes.next().ok_or_else(bad)?, bytes.next().ok_or_else(bad)?];
            out.extend(data_encoding::HEXLOWER_PERMISSIVE.decode(&pair).map_err(|_| bad())?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).map_err(|_| bad())
}

/// Hands `mail` over. Only the server's own final no (5xx) to this mail is final; everything else passes.
pub(super) async fn hand_over(server: &Server, patience: Duration, mail: &Ready) -> Result<(), Trouble> {
    let mut line = connect(server, patience, &mail.hello).await.map_err(Trouble::Passing)?;
    let to = vec![mail.to.clone()];
    let envelope =
        Envelope::new(Some(mail.from.clone()), to).map_err(|error| Trouble::Final(Error::failed(error)))?;
    let said = tokio::time::timeout(patience, line.send(&envelope, &mail.bytes)).await;
    let outcome = match said {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) if error.is_permanent() => Err(Trouble::Final(told(&error))),
        Ok(Err(error)) => Err(Trouble::Passing(told(&error))),
        Err(_) => Err(Trouble::Passing(Error::failed("the mail server did not answer in time"))),
    };
    // The mail is accepted or not by now: how the goodbye goes changes nothing.
    drop(tokio::time::timeout(Duration::from_secs(1), line.abort()).await);
    outcome
}

/// Greets the server, signs in and says goodbye: whether mail could leave.
pub(super) async fn greet(server: &Server, patience: Duration, hello: &str) -> Result<()> {
    let mut line = connect(server, patience, hello).await?;
    drop(tokio::time::timeout(Duration::from_secs(1), line.abort()).await);
    Ok(())
}

async fn connect(server: &Server, patience: Duration, hello: &str) -> Result<AsyncSmtpConnection> {
    let hello = ClientId::Domain(hello.to_owned());
    let tls = || TlsParameters::new(server.host.clone()).map_err(|error| told(&error));
    let wrapped = if server.secrecy == Secrecy::Wrapped { Some(tls()?) } else { None };
    let place = (server.host.as_str(), server.port);
    let connecting = AsyncSmtpConnection::connect_tokio1(place, Some(patience), &hello, wrapped, None);
    let mut line = in_time(patience, connecting).await?;
    if server.secrecy == Secrecy::StartTls {
        in_time(patience, line.starttls(tls()?, &hello)).await?;
    }
    if let Some((user, secret)) = &server.login {
        let login = Credentials::new(user.clone(), secret.clone());
        in_time(patience, line.auth(DEFAULT_MECHANISMS, &login)).await?;
    }
    Ok(line)
}

async fn in_time<T>(
    patience: Duration,
    step: impl Future<Output = Result<T, lettre::transport::smtp::Error>>,
) -> Result<T> {
    match tokio::time::timeout(patience, step).await {
        Ok(outcome) => outcome.map_err(|error| told(&error)),
        Err(_) => Err(Error::failed("the mail server did not answer in time")),
    }
}

/// What went wrong, with what the server said.
fn told(error: &lettre::transport::smtp::Error) -> Error {
    let mut words = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let cause_words = cause.to_string();
        if !words.contains(&cause_words) {
            words.push_str(": ");
            words.push_str(&cause_words);
        }
        source = cause.source();
    }
    Error::failed(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(url: &str) -> Option<(String, u16, Secrecy, Option<(String, String)>)> {
        Server::parse(url).ok().map(|s| (s.host, s.port, s.secrecy, s.login))
    }

    #[test]
    fn the_address_of_a_server_says_how_the_way_is_kept_secret() {
        let login = Some(("kith@example.org".to_owned(), "a:b%".to_owned()));
        assert_eq!(
            server("smtp://kith%40example.org:a%3ab%25@mail.example.org"),
            Some(("mail.example.org".into(), 587, Secrecy::StartTls, login))
        );
        assert_eq!(
            server("smtps://m.example.org"),
            Some(("m.example.org".into(), 465, Secrecy::Wrapped, None))
        );
        assert_eq!(server("smtp://127.0.0.1:2525"), Some(("127.0.0.1".into(), 2525, Secrecy::None, None)));
        assert_eq!(server("smtp://relay:25?tls=none"), Some(("relay".into(), 25, Secrecy::None, None)));
        for bad in [
            "",
            "mail.example.org",
            "http://m",
            "smtp://",
            "smtp://user@m",
            "smtp://m:x",
            "smtp://a%2:b@m",
            "smtp://m?tls=maybe",
        ] {
            assert_eq!(server(bad), None, "{bad}");
        }
    }
}
