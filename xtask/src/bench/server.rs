//! A demo server to measure: started on fresh data, asked over one connection, stopped.

use super::cost;
use anyhow::{Context, Result, bail, ensure};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A running `kith demo`.
pub struct Server {
    child: Child,
    folder: PathBuf,
    address: String,
}

impl Server {
    /// Starts the program and waits until it listens.
    pub fn start(program: &Path) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("kith-bench-{}", std::process::id()));
        let mut command = Command::new(program);
        command
            .args(["demo", "--port", "0", "--data"])
            .arg(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        let child = command.spawn().with_context(|| program.display().to_string())?;
        let mut server = Self { child, folder, address: String::new() };
        let said = server.child.stdout.take().context("what the server says")?;
        for line in BufReader::new(said).lines() {
            if let Some((_, address)) = line?.split_once("listening on http://") {
                server.address = address.trim().to_owned();
                return Ok(server);
            }
        }
        bail!("the server ended without listening")
    }

    /// Processor seconds of the server for one `GET path`, over `count` of them on one connection.
    pub fn cost_of(&self, path: &str, count: u32) -> Result<f64> {
        let mut connection = BufReader::new(TcpStream::connect(&self.address)?);
        for _ in 0..count.div_ceil(20) {
            self.get(&mut connection, path)?;
        }
        let before = cost::of_process(self.child.id())?;
        for _ in 0..count {
            self.get(&mut connection, path)?;
        }
        Ok((cost::of_process(self.child.id())? - before) / f64::from(count))
    }

    /// Largest memory so far, in bytes.
    pub fn peak_memory(&self) -> Result<u64> {
        cost::peak_memory(self.child.id())
    }

    fn get(&self, connection: &mut BufReader<TcpStream>, path: &str) -> Result<()> {
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: gzip\r\n\r\n", self.address);
        connection.get_mut().write_all(request.as_bytes())?;
        let (mut status, mut length) = (String::new(), None);
        loop {
            let mut line = String::new();
            ensure!(connection.read_line(&mut line)? > 0, "the server closed the connection");
            let line = line.trim_end().to_lowercase();
            if line.is_empty() {
                break;
            } else if status.is_empty() {
                status = line;
            } else if let Some(bytes) = line.strip_prefix("content-length:") {
                length = bytes.trim().parse::<u64>().ok();
            }
        }
        ensure!(status.contains(" 200"), "{path}: {status}");
        let length = length.with_context(|| format!("{path} came without its length"))?;
        std::io::copy(&mut connection.take(length), &mut std::io::sink())?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
        drop(std::fs::remove_dir_all(&self.folder));
    }
}
