//! A program that serves, to be measured: started, asked over one connection, stopped.

use super::cost;
use anyhow::{Context, Result, bail, ensure};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running program that listens on this machine.
pub struct Server {
    child: Child,
    address: String,
    /// Processor seconds until it listened.
    pub start: f64,
    /// Wall time until it listened.
    pub waited: Duration,
}

/// What is asked for, again and again.
#[derive(Clone, Debug, Default)]
pub struct Ask<'a> {
    /// The path with its query.
    pub path: &'a str,
    /// The cookie of a sign-in; empty for the public.
    pub cookie: &'a str,
    /// Whether the answer may come packed.
    pub packed: bool,
}

/// One answer.
pub struct Told {
    /// The lines before the body, in small letters except for values.
    pub head: Vec<String>,
    /// The body as it came.
    pub body: Vec<u8>,
}

impl Told {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }

    /// How many rows of tables the body has.
    pub fn rows(&self) -> usize {
        String::from_utf8_lossy(&self.body).matches("<tr>").count()
    }
}

impl Server {
    /// Starts a program and waits until it says `listening on http://…`.
    pub fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let begun = crate::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context(name)?;
        let mut server = Self { child, address: String::new(), start: 0.0, waited: Duration::ZERO };
        let said = server.child.stdout.take().context("what the server says")?;
        for line in BufReader::new(said).lines() {
            if let Some((_, address)) = line?.split_once("listening on http://") {
                server.waited = begun.elapsed();
                server.start = cost::of_process(server.child.id())?;
                server.address = address.trim().trim_end_matches('/').to_owned();
                return Ok(server);
            }
        }
        bail!("the server ended without listening")
    }

    /// Processor seconds of the server for one answer, over `count` of them on one connection.
    pub fn cost_of(&self, ask: &Ask<'_>, count: u32) -> Result<f64> {
        let mut connection = BufReader::new(TcpStream::connect(&self.address)?);
        for _ in 0..count.div_ceil(20) {
            self.get(&mut connection, ask)?;
        }
        let before = cost::of_process(self.child.id())?;
        for _ in 0..count {
            self.get(&mut connection, ask)?;
        }
        Ok((cost::of_process(self.child.id())? - before) / f64::from(count))
    }

    /// Processor seconds of the server for one answer, over addresses of which each is asked once, on one connection.
    pub fn cost_of_each(&self, paths: &[String]) -> Result<f64> {
        let mut connection = BufReader::new(TcpStream::connect(&self.address)?);
        let before = cost::of_process(self.child.id())?;
        for path in paths {
            self.get(&mut connection, &Ask { path, ..Ask::default() })?;
        }
        let count = u32::try_from(paths.len().max(1))?;
        Ok((cost::of_process(self.child.id())? - before) / f64::from(count))
    }

    /// One answer, to be looked at.
    pub fn once(&self, ask: &Ask<'_>) -> Result<Told> {
        self.get(&mut BufReader::new(TcpStream::connect(&self.address)?), ask)
    }

    /// Sends a form and answers the cookie that comes back.
    pub fn sign_in(&self, path: &str, form: &str) -> Result<String> {
        let told = self.post(path, "", form)?;
        let cookie = told.header("set-cookie").and_then(|cookie| cookie.split(';').next());
        Ok(cookie.with_context(|| format!("{path}: {:?}", told.head.first()))?.to_owned())
    }

    /// Sends a form; the answer, whatever it is.
    pub fn post(&self, path: &str, cookie: &str, form: &str) -> Result<Told> {
        self.send(path, (cookie, "application/x-www-form-urlencoded"), form.as_bytes())
    }

    /// Sends a file as people hand in sheets.
    pub fn upload(&self, path: &str, cookie: &str, file: &Path) -> Result<Told> {
        const MARK: &str = "kith-bench-between-parts";
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let head = format!(
            "--{MARK}\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
        );
        let body =
            [head.into_bytes(), std::fs::read(file)?, format!("\r\n--{MARK}--\r\n").into_bytes()].concat();
        self.send(path, (cookie, &format!("multipart/form-data; boundary={MARK}")), &body)
    }

    fn send(&self, path: &str, (cookie, kind): (&str, &str), body: &[u8]) -> Result<Told> {
        let mut connection = BufReader::new(TcpStream::connect(&self.address)?);
        let (host, length) = (&self.address, body.len());
        let cookie = if cookie.is_empty() { String::new() } else { format!("Cookie: {cookie}\r\n") };
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n{cookie}Content-Type: {kind}\r\nContent-Length: \
             {length}\r\n\r\n"
        );
        connection.get_mut().write_all(head.as_bytes())?;
        connection.get_mut().write_all(body)?;
        read(&mut connection)
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Largest memory so far, in bytes.
    pub fn peak_memory(&self) -> Result<u64> {
        cost::peak_memory(self.child.id())
    }

    fn get(&self, connection: &mut BufReader<TcpStream>, ask: &Ask<'_>) -> Result<Told> {
        let (path, host) = (ask.path, &self.address);
        let mut request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n");
        if !ask.cookie.is_empty() {
            request.push_str(&format!("Cookie: {}\r\n", ask.cookie));
        }
        request.push_str(if ask.packed { "Accept-Encoding: gzip\r\n\r\n" } else { "\r\n" });
        connection.get_mut().write_all(request.as_bytes())?;
        let told = read(connection)?;
        let status = told.head.first().map_or("", String::as_str);
        ensure!(status.contains(" 200"), "{path}: {status}");
        Ok(told)
    }
}

/// Reads one answer, which has to say how long it is.
fn read(connection: &mut BufReader<TcpStream>) -> Result<Told> {
    let mut told = Told { head: Vec::new(), body: Vec::new() };
    loop {
        let mut line = String::new();
        ensure!(connection.read_line(&mut line)? > 0, "the server closed the connection");
        match line.trim_end() {
            "" => break,
            line => told.head.push(line.to_owned()),
        }
    }
    let length = told.header("content-length").unwrap_or("0").parse::<u64>()?;
    connection.take(length).read_to_end(&mut told.body)?;
    Ok(told)
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
