//! The way to a PostgreSQL server: in the open, or by TLS with or without knowing whom one speaks to. As `sslmode` and
//! `sslrootcert` in the address say.

use crate::errors::{Error, Result};
use rustls::{
    ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::{CryptoProvider, ring::default_provider, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
};
use std::{
    future::Future,
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_postgres::{
    Config,
    config::SslMode,
    tls::{ChannelBinding, MakeTlsConnect, TlsConnect},
};
use tokio_rustls::{TlsConnector, client::TlsStream};

/// Reads an address. `sslmode` is `disable`, `prefer` (by TLS when the server offers it), `require` (by TLS or not at all;
/// with `sslrootcert` the certificate is verified too) or `verify-full` (the certificate and its name, by `sslrootcert` or
/// else by the roots that browsers trust). A server's certificate may be its own root, unless it may issue others (`CA:TRUE`).
///
/// # Errors
/// When it cannot be read, or the file of `sslrootcert` is none.
pub(super) fn parse(url: &str) -> Result<(Config, Secure)> {
    let (plain, query) = url.split_once('?').unwrap_or((url, ""));
    let (mut mode, mut root, mut others) = (String::new(), String::new(), Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let read: Vec<(String, String)> = serde_html_form::from_str(pair).unwrap_or_default();
        match read.into_iter().next() {
            Some((name, value)) if name == "sslmode" => mode = value,
            Some((name, value)) if name == "sslrootcert" => root = value,
            _ => others.push(pair),
        }
    }
    let rest = if others.is_empty() { plain.to_owned() } else { format!("{plain}?{}", others.join("&")) };
    let mut config: Config =
        rest.parse().map_err(|error: tokio_postgres::Error| Error::Failed(error.into()))?;
    let (ssl, verified) = match mode.as_str() {
        "disable" => (SslMode::Disable, false),
        "" | "prefer" => (SslMode::Prefer, false),
        "require" => (SslMode::Require, !root.is_empty()),
        "verify-full" => (SslMode::Require, true),
        other => {
            return Err(Error::failed(format!(
                "sslmode={other} is none of disable, prefer, require, verify-full"
            )));
        }
    };
    config.ssl_mode(ssl);
    Ok((config, Secure::new(verified, &root)?))
}

/// Makes a connection secret.
#[derive(Clone)]
pub(super) struct Secure {
    connector: TlsConnector,
    verified: bool,
}

impl Secure {
    fn new(verified: bool, root: &str) -> Result<Self> {
        let provider = Arc::new(default_provider());
        let builder = ClientConfig::builder_with_provider(Arc::clone(&provider));
        let builder = builder.with_safe_default_protocol_versions().map_err(Error::failed)?;
        let config = if verified {
            builder.with_root_certificates(roots(root)?)
        } else {
            builder.dangerous().with_custom_certificate_verifier(Arc::new(Anybody(provider)))
        };
        let connector = TlsConnector::from(Arc::new(config.with_no_client_auth()));
        Ok(Self { connector, verified })
    }

    /// Whether the server has to prove who it is.
    pub(super) const fn is_verified(&self) -> bool {
        self.verified
    }
}

/// The certificates of the file, or those that browsers trust.
fn roots(file: &str) -> Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    if file.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        return Ok(roots);
    }
    let unread = |why: &dyn std::fmt::Display| Error::failed(format!("sslrootcert={file}: {why}"));
    for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unread(&error))? {
        roots.add(certificate.map_err(|error| unread(&error))?).map_err(|error| unread(&error))?;
    }
    if roots.is_empty() { Err(unread(&"no certificate in it")) } else { Ok(roots) }
}

/// Whoever the server is: its words are secret on the way, and its name is not asked for.
#[derive(Debug)]
struct Anybody(Arc<CryptoProvider>);

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        words: &[u8],
        by: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(words, by, signed, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        words: &[u8],
        by: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(words, by, signed, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

impl<S> MakeTlsConnect<S> for Secure
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    type Stream = Line<S>;
    type TlsConnect = Named;
    type Error = io::Error;

    fn make_tls_connect(&mut self, host: &str) -> io::Result<Named> {
        Ok(Named { by: self.connector.clone(), host: host.to_owned() })
    }
}

/// A connection to be made secret, with the name that the server should prove.
pub(super) struct Named {
    by: TlsConnector,
    host: String,
}

impl<S> TlsConnect<S> for Named
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    type Stream = Line<S>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Line<S>>> + Send>>;

    fn connect(self, stream: S) -> Self::Future {
        Box::pin(async move {
            let name = ServerName::try_from(self.host).map_err(io::Error::other)?;
            self.by.connect(name, stream).await.map(Line)
        })
    }
}

/// A secret line.
pub(super) struct Line<S>(TlsStream<S>);

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Line<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, into)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Line<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, words: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, words)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> tokio_postgres::tls::TlsStream for Line<S> {
    fn channel_binding(&self) -> ChannelBinding {
        ChannelBinding::none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::PostgresDb;
    use std::{
        os::unix::{fs::PermissionsExt, process::CommandExt},
        path::{Path, PathBuf},
        process::{Child, Command, Stdio},
        time::Duration,
    };

    fn run(command: &mut Command) {
        let out = command.output().unwrap();
        assert!(out.status.success(), "{command:?}: {}", String::from_utf8_lossy(&out.stderr));
    }

    /// A server of its own that speaks TLS, with a certificate of its own for `localhost`; gone when dropped.
    struct Server {
        child: Child,
        folder: PathBuf,
        port: u16,
    }

    /// The account that may run PostgreSQL where the tests run as root.
    fn account() -> Option<(u32, u32)> {
        let line = std::fs::read_to_string("/etc/passwd").unwrap();
        let line = line.lines().find(|line| line.starts_with("postgres:"))?;
        let mut parts = line.split(':').skip(2).map(|part| part.parse().unwrap());
        Some((parts.next()?, parts.next()?))
    }

    fn programs() -> Option<PathBuf> {
        let all = std::fs::read_dir("/usr/lib/postgresql").ok()?;
        all.map(|version| version.unwrap().path().join("bin")).find(|bin| bin.join("initdb").exists())
    }

    fn as_account(program: &Path, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
        if let Some((uid, gid)) = account().filter(|_| std::fs::read_dir("/root").is_ok()) {
            command.uid(uid).gid(gid);
            std::os::unix::fs::chown(folder, Some(uid), Some(gid)).unwrap();
        }
        command
    }

    impl Server {
        fn start() -> Option<Self> {
            let bin = programs()?;
            let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let folder = std::env::temp_dir().join(format!("kith-tls-{port}"));
            std::fs::create_dir(&folder).unwrap();
            std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700)).unwrap();
            let data = folder.join("data");
            run(as_account(&bin.join("initdb"), &folder)
                .args(["-A", "trust", "-U", "postgres", "-D"])
                .arg(&data));
            let openssl =
                ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
            run(as_account(Path::new("openssl"), &folder).args(openssl).args([
                "-addext",
                "subjectAltName=DNS:localhost",
                "-addext",
                "basicConstraints=critical,CA:FALSE",
                "-keyout",
                "data/server.key",
                "-out",
                "data/server.crt",
            ]));
            let port_text = port.to_string();
            let child = as_account(&bin.join("postgres"), &folder)
                .arg("-D")
                .arg(&data)
                .args([
                    "-p",
                    &port_text,
                    "-c",
                    "ssl=on",
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=",
                ])
                .spawn()
                .unwrap();
            Some(Self { child, folder, port })
        }

        fn url(&self, host: &str, query: &str) -> String {
            format!("postgres://postgres@{host}:{}/postgres?{query}", self.port)
        }

        async fn wait(&self) {
            for _ in 0..200 {
                if is_secret(&self.url("localhost", "sslmode=prefer")).await.is_ok() {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            panic!("the server does not answer");
        }
    }

    impl Drop for Server {
        fn drop(&mut self) {
            self.child.kill().unwrap();
            self.child.wait().unwrap();
            std::fs::remove_dir_all(&self.folder).unwrap();
        }
    }

    /// Whether the server says that it speaks TLS with us, or why there is no connection.
    async fn is_secret(url: &str) -> Result<bool, String> {
        let db = crate::db::Db::Postgres(PostgresDb::connect(url, 1).map_err(|error| chain(&error))?);
        let now = crate::clock::Moment::from_micros(0);
        let mut tx = db.reading(None, now).await.map_err(|error| chain(&error))?;
        let ssl = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
        crate::sql!(tx, value bool, ssl).map_err(|error| chain(&error))
    }

    fn chain(error: &Error) -> String {
        match error {
            Error::Failed(cause) => format!("{cause:#}"),
            other => other.to_string(),
        }
    }

    #[tokio::test]
    async fn the_server_proves_who_it_is_where_the_address_asks_for_it() {
        if std::env::var("KITH_TEST_POSTGRES").is_err() {
            return;
        }
        let server = Server::start().expect("the programs of PostgreSQL");
        server.wait().await;
        let root = format!("sslrootcert={}", server.folder.join("data/server.crt").display());
        let with_root = |mode: &str| format!("sslmode={mode}&{root}");
        let ask = async |host: &str, query: &str| is_secret(&server.url(host, query)).await;
        assert_eq!(ask("localhost", "sslmode=disable").await, Ok(false));
        for secret in ["sslmode=prefer", "sslmode=require", &with_root("require"), &with_root("verify-full")]
        {
            assert_eq!(ask("localhost", secret).await, Ok(true), "{secret}");
        }
        let unknown = ask("localhost", "sslmode=verify-full").await.unwrap_err();
        assert!(unknown.contains("invalid peer certificate"), "{unknown}");
        let elsewhere = ask("127.0.0.1", &with_root("verify-full")).await.unwrap_err();
        assert!(elsewhere.contains("not valid for name"), "{elsewhere}");
        assert!(ask("localhost", "sslmode=verify-ca").await.unwrap_err().contains("sslmode=verify-ca"));
        assert!(
            ask("localhost", "sslmode=verify-full&sslrootcert=/nowhere")
                .await
                .unwrap_err()
                .contains("/nowhere")
        );
    }
}
