//! A mail server that does what its script says, one line of the script per connection.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

/// What the server does with one connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// Takes the mail.
    Accept,
    /// Never greets.
    Stall,
    /// Answers this instead of a greeting.
    Greet(&'static str),
    /// Answers this to the sender.
    OnFrom(&'static str),
    /// Answers this to the recipient.
    OnTo(&'static str),
    /// Never answers to the recipient.
    StallOnTo,
    /// Answers this to the whole mail.
    OnMail(&'static str),
    /// Reads the whole mail and hangs up without a word: nobody knows whether it was taken.
    DropAfterMail,
    /// Hangs up in the middle of the mail.
    DropInMail,
    /// Reads the whole mail and never answers.
    StallAfterMail,
    /// Takes the mail, and hangs up instead of a goodbye.
    AcceptAndDrop,
    /// Takes the mail, and never says goodbye.
    AcceptAndStall,
}

/// A mail as the server got it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Taken {
    /// The recipients named in the envelope.
    pub to: Vec<String>,
    /// Headers and text.
    pub data: String,
    /// Whether the server said yes.
    pub accepted: bool,
}

impl Taken {
    /// A header's value, folded lines joined.
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.data.split("\r\n\r\n").next()?.replace("\r\n ", " ");
        let line = head
            .lines()
            .find(|line| line.to_lowercase().starts_with(&format!("{}:", name.to_lowercase())))?;
        line.split_once(':').map(|(_, value)| value.trim().to_owned())
    }
}

/// The server; it ends when dropped.
pub(super) struct Scripted {
    /// Where it listens, on 127.0.0.1.
    pub port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
    _task: JoinSet<()>,
}

impl Scripted {
    /// Begins to listen; after the last line of the script it accepts.
    pub async fn new(script: impl IntoIterator<Item = Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let mut script: VecDeque<Act> = script.into_iter().collect();
        let mut task = JoinSet::new();
        let record = Arc::clone(&taken);
        task.spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let act = script.pop_front().unwrap_or(Act::Accept);
                let record = Arc::clone(&record);
                connections.spawn(async move {
                    // A connection that ends early is what some scripts are about.
                    let _ = serve(stream, act, &record).await;
                });
            }
        });
        Self { port, taken, _task: task }
    }

    /// What came so far, accepted or not.
    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }
}

async fn serve(stream: TcpStream, act: Act, record: &Mutex<Vec<Taken>>) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read);
    if act == Act::Stall {
        std::future::pending::<()>().await;
    }
    let greeting = if let Act::Greet(said) = act { said } else { "220 scripted" };
    write.write_all(format!("{greeting}\r\n").as_bytes()).await?;
    let mut taken = Taken::default();
    let mut line = String::new();
    loop {
        line.clear();
        if lines.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let verb = line.get(..4).unwrap_or_default().to_uppercase();
        let said = match (verb.as_str(), act) {
            ("EHLO", _) => "250-scripted\r\n250 8BITMIME",
            ("MAIL", Act::OnFrom(said)) => said,
            ("RCPT", Act::OnTo(said)) => said,
            ("RCPT", Act::StallOnTo) => std::future::pending().await,
            ("RCPT", _) => {
                taken.to.push(line.trim().to_owned());
                "250 ok"
            }
            ("DATA", _) => {
                write.write_all(b"354 go on\r\n").await?;
                match mail(&mut lines, act, &mut taken).await? {
                    Some(said) => {
                        record.lock().unwrap().push(std::mem::take(&mut taken));
                        said
                    }
                    None => {
                        record.lock().unwrap().push(taken);
                        return Ok(());
                    }
                }
            }
            ("QUIT", Act::AcceptAndDrop) => return Ok(()),
            ("QUIT", Act::AcceptAndStall) => std::future::pending().await,
            ("QUIT", _) => "221 bye",
            _ => "250 ok",
        };
        write.write_all(format!("{said}\r\n").as_bytes()).await?;
    }
}

/// Reads the mail to the dot; what to answer, or nothing to hang up.
async fn mail(
    lines: &mut (impl AsyncBufReadExt + Unpin),
    act: Act,
    taken: &mut Taken,
) -> std::io::Result<Option<&'static str>> {
    let mut line = String::new();
    loop {
        line.clear();
        if lines.read_line(&mut line).await? == 0 || act == Act::DropInMail {
            return Ok(None);
        }
        if line == ".\r\n" {
            break;
        }
        taken.data.push_str(&line);
    }
    match act {
        Act::DropAfterMail => Ok(None),
        Act::StallAfterMail => std::future::pending().await,
        Act::OnMail(said) => Ok(Some(said)),
        _ => {
            taken.accepted = true;
            Ok(Some("250 taken"))
        }
    }
}
