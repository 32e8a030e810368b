//! Questions to other houses: only to addresses that the settings name, or that such a house names; never further than they
//! lead, never longer and never more than is set here.

use platform::errors::{Error, Result};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt, sync::Arc, time::Duration};
use tokio::sync::{Mutex, OwnedSemaphorePermit, Semaphore};
use ureq::{
    Agent, Body,
    http::{Response, header},
};

/// So long may one question take in all, from finding the host to the last byte.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// So many bytes may an answer have.
const MOST_BYTES: u64 = 256 * 1_024;
/// So many bytes may its headers have.
const MOST_HEADER_BYTES: usize = 16 * 1_024;
/// So many bytes of a refusal are read, and so many letters of the name that it has for its reason.
const MOST_REFUSED_BYTES: u64 = 4_096;
const LONGEST_REASON: usize = 40;
/// So many visitors at once does one house hear of: one that hangs holds up nobody who goes to another.
const AT_ONCE: usize = 16;
/// So long does a visitor wait for her turn; then she is told to try again in so many seconds.
const WAIT: Duration = Duration::from_secs(5);
const AGAIN_SECONDS: u32 = 5;

static TURNS: Mutex<BTreeMap<String, Arc<Semaphore>>> = Mutex::const_new(BTreeMap::new());

/// The right to ask one house, question after question.
#[derive(Debug, Clone)]
pub(crate) struct Turn {
    _permit: Arc<OwnedSemaphorePermit>,
}

impl Turn {
    /// Waits for one, before anything is asked: what a browser brought is not spent halfway.
    ///
    /// # Errors
    /// [`Error::Busy`] when too much is asked of this house at once.
    pub(crate) async fn at(house: &str) -> Result<Self> {
        let mut turns = TURNS.lock().await;
        let all = turns.entry(house.to_owned()).or_insert_with(|| Arc::new(Semaphore::new(AT_ONCE)));
        let all = Arc::clone(all);
        drop(turns);
        let permit = tokio::time::timeout(WAIT, all.acquire_owned()).await;
        let permit = permit.map_err(|_| Error::Busy(AGAIN_SECONDS))?.map_err(Error::failed)?;
        Ok(Self { _permit: Arc::new(permit) })
    }
}

/// Why there is no good answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The house answers so, and may name its reason (RFC 6749, 5.2).
    Status(u16, Option<String>),
    /// There is no whole answer, in the words of the machine.
    Machine(String),
}

impl Failure {
    /// Whether the house calls the reason so.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        matches!(self, Self::Status(_, Some(reason)) if reason == name)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status, None) => write!(f, "HTTP {status}"),
            Self::Status(status, Some(reason)) => write!(f, "HTTP {status}: {reason}"),
            Self::Machine(why) => f.write_str(why),
        }
    }
}

/// What is asked.
#[derive(Debug, Clone)]
pub(crate) enum Question {
    /// `GET`.
    Get,
    /// `POST` of a form.
    Form(Vec<(&'static str, String)>),
}

/// The body of an answer that is good, or what went wrong. The turn lasts as long as the question, also when nobody waits for
/// the answer any more.
///
/// # Errors
/// When the machine gives out.
pub(crate) async fn ask(
    turn: &Turn,
    address: &str,
    authorization: Option<String>,
    question: Question,
) -> Result<std::result::Result<Vec<u8>, Failure>> {
    let turn = turn.clone();
    let address = address.to_owned();
    #[expect(clippy::disallowed_methods, reason = "awaited at once, and bounded in time and number")]
    let asking = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        asked(&address, authorization.as_deref(), question)
    });
    asking.await.map_err(Error::failed)
}

fn asked(
    address: &str,
    authorization: Option<&str>,
    question: Question,
) -> std::result::Result<Vec<u8>, Failure> {
    let agent = agent();
    let answer = match question {
        Question::Get => {
            let request = agent.get(address).header(header::ACCEPT, "application/json");
            match authorization {
                Some(value) => request.header(header::AUTHORIZATION, value).call(),
                None => request.call(),
            }
        }
        Question::Form(fields) => {
            let request = agent.post(address).header(header::ACCEPT, "application/json");
            match authorization {
                Some(value) => request.header(header::AUTHORIZATION, value).send_form(fields),
                None => request.send_form(fields),
            }
        }
    };
    read(answer.map_err(|error| Failure::Machine(error.to_string()))?)
}

fn read(mut answer: Response<Body>) -> std::result::Result<Vec<u8>, Failure> {
    let status = answer.status().as_u16();
    let most = if status == 200 { MOST_BYTES } else { MOST_REFUSED_BYTES };
    let body = answer.body_mut().with_config().limit(most);
    match status {
        200 => body.read_to_vec().map_err(|error| Failure::Machine(error.to_string())),
        400 | 401 => Err(Failure::Status(status, body.read_to_vec().ok().and_then(|body| reason(&body)))),
        _ => Err(Failure::Status(status, None)),
    }
}

/// The name that a house has for the reason of its refusal: only what may be one.
fn reason(body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Refused {
        error: String,
    }
    let name = serde_json::from_slice::<Refused>(body).ok()?.error;
    let fits = !name.is_empty() && name.len() <= LONGEST_REASON;
    Some(name).filter(|name| fits && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
}

/// One that goes nowhere else: no proxy of the environment, no other place to which an answer leads.
fn agent() -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .max_response_header_size(MOST_HEADER_BYTES)
        .max_idle_connections(0)
        .proxy(None)
        .user_agent("Kith")
        .build();
    Agent::new_with_config(config)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{BufRead, BufReader, Write},
        net::TcpListener,
    };

    /// A house that answers once with these bytes, then hangs up.
    fn house(answer: Vec<u8>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        #[expect(clippy::disallowed_methods, reason = "a house of its own, for one question")]
        let _answering = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let lines = BufReader::new(&stream).lines().map_while(std::io::Result::ok);
            let _headers = lines.take_while(|line| !line.is_empty()).count();
            let _ = stream.write_all(&answer);
        });
        address
    }

    async fn get(answer: String) -> std::result::Result<Vec<u8>, Failure> {
        let address = house(answer.into_bytes());
        let turn = Turn::at(&address).await.unwrap();
        ask(&turn, &address, None, Question::Get).await.unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn a_house_that_hangs_holds_up_nobody_who_goes_to_another() {
        let mut turns = Vec::new();
        for _ in 0..AT_ONCE {
            turns.push(Turn::at("https://hangs.example").await.unwrap());
        }
        assert!(matches!(Turn::at("https://hangs.example").await, Err(Error::Busy(AGAIN_SECONDS))));
        assert!(Turn::at("https://other.example").await.is_ok());
        turns.pop();
        assert!(Turn::at("https://hangs.example").await.is_ok());
    }

    #[tokio::test]
    async fn a_refusal_is_known_by_the_name_that_may_be_one() {
        let long = format!("{{\"error\":\"{}\"}}", "a".repeat(LONGEST_REASON + 1));
        let much = format!("{{\"error\":\"a\",\"b\":\"{}\"}}", "b".repeat(4_096));
        for (body, name) in [
            (r#"{"error":"invalid_grant","error_description":"over"}"#, Some("invalid_grant")),
            (r#"{"error":"line\nbreak"}"#, None),
            (r#"{"error":"Other Words"}"#, None),
            (r#"{"error":""}"#, None),
            ("{}", None),
            ("no JSON", None),
            (long.as_str(), None),
            (much.as_str(), None),
        ] {
            for (line, status) in [("400 Bad Request", 400), ("401 Unauthorized", 401)] {
                let got = get(with_body(line, "", body)).await;
                assert_eq!(got, Err(Failure::Status(status, name.map(str::to_owned))), "{body}");
            }
        }
        let got = get(with_body("500 Oops", "", r#"{"error":"invalid_grant"}"#)).await.unwrap_err();
        assert!(!got.is_called("invalid_grant") && got.to_string() == "HTTP 500", "{got}");
    }

    fn with_body(status: &str, headers: &str, body: &str) -> String {
        format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n{body}", body.len())
    }

    #[tokio::test]
    async fn an_answer_is_read_and_nothing_but_a_good_one() {
        assert_eq!(get(with_body("200 OK", "", "{}")).await, Ok(b"{}".to_vec()));
        assert_eq!(get(with_body("400 Bad Request", "", "{}")).await, Err(Failure::Status(400, None)));
        assert_eq!(get(with_body("500 Oops", "", "{}")).await, Err(Failure::Status(500, None)));
        assert!(get("nothing like HTTP".to_owned()).await.is_err());
    }

    #[tokio::test]
    async fn it_goes_nowhere_else() {
        let other = house(with_body("200 OK", "", "from elsewhere").into_bytes());
        for status in ["301 Moved", "302 Found", "303 See Other", "307 There", "308 There"] {
            let got = get(with_body(status, &format!("location: {other}\r\n"), "")).await;
            let is_end = matches!(got, Err(Failure::Status(300..400, None)));
            assert!(is_end, "{status}: {got:?}");
        }
    }

    #[tokio::test]
    async fn it_reads_no_more_than_is_set() {
        let most = usize::try_from(MOST_BYTES).unwrap();
        assert_eq!(get(with_body("200 OK", "", &"x".repeat(most))).await.map(|body| body.len()), Ok(most));
        assert!(get(with_body("200 OK", "", &"x".repeat(most + 1))).await.is_err());
        let long = format!("x-long: {}\r\n", "x".repeat(MOST_HEADER_BYTES));
        assert!(get(with_body("200 OK", &long, "{}")).await.is_err());
    }
}
