//! `kith demo`, started as a visitor starts it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpStream},
    process::{Child, Command, Stdio},
};

/// The running program; ended with the test.
pub struct Running {
    child: Child,
    address: String,
}

impl Running {
    /// Starts it with these arguments.
    pub fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kith"))
            .arg("demo")
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let said = child.stdout.take().expect("its output");
        BufReader::new(said).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("listening on http://").expect(&line).to_owned();
        Self { child, address }
    }

    /// The whole answer to a request.
    pub fn get(&self, path: &str) -> String {
        String::from_utf8(self.bytes(path)).expect("an answer in words")
    }

    /// The whole answer to a request, whatever it is.
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        let mut socket = TcpStream::connect(&self.address).expect("a connection");
        write!(socket, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)
            .expect("sent");
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).expect("an answer");
        answer
    }

    /// Host and port.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().expect("it runs until it is ended");
        self.child.wait().expect("it has ended");
    }
}

#[test]
fn the_demo_answers_on_the_machines_own_address_and_keeps_its_world() {
    let folder = std::env::temp_dir().join(format!("kith-demo-story-{}", std::process::id()));
    let data = folder.to_str().expect("a path of text");
    for _ in ["built", "found again"] {
        let demo = Running::start(&["--port", "0", "--data", data]);
        assert!(demo.address.starts_with(&format!("{}:", Ipv4Addr::LOCALHOST)), "{}", demo.address);
        let front = demo.get("/");
        assert!(front.starts_with("HTTP/1.1 200"), "{front}");
        assert_eq!(front.matches("<section class=\"card\">").count(), demo::world::PARTNERSHIPS.len());
    }
    std::fs::remove_dir_all(&folder).expect("the folder was there");
}

#[test]
fn no_room_of_the_program_itself_is_the_demo() {
    assert!(kith::rooms().iter().all(|room| room.name != "demo"));
    assert!(kith::rooms().iter().flat_map(|room| &room.routes).all(|route| !route.path.starts_with("/demo")));
}
