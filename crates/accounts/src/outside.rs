//! Questions to other houses: only to addresses that the settings name, or that such a house names; never further than they
//! lead, never longer and never more than is set here.

use platform::errors::{Error, Result};
use std::time::Duration;
use tokio::sync::Semaphore;
use ureq::{
    Agent, Body,
    http::{Response, header},
};

/// So long may one question take in all, from finding the host to the last byte.
const PATIENCE: Duration = Duration::from_secs(10);
/// So many bytes may an answer have.
const MOST_BYTES: u64 = 256 * 1_024;
/// So many bytes may its headers have.
const MOST_HEADER_BYTES: usize = 16 * 1_024;
/// So many questions are under way at once: a house that hangs does not hold up the rest.
const AT_ONCE: usize = 16;
/// Whoever comes when they are is told to try again in so many seconds.
const AGAIN_SECONDS: u32 = 5;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// What is asked.
#[derive(Debug, Clone)]
pub(crate) enum Question {
    /// `GET`.
    Get,
    /// `POST` of a form.
    Form(Vec<(&'static str, String)>),
}

/// The body of an answer that is good, or what went wrong, in the words of the machine.
///
/// # Errors
/// [`Error::Busy`] when too much is asked at once.
pub(crate) async fn ask(
    address: &str,
    authorization: Option<String>,
    question: Question,
) -> Result<std::result::Result<Vec<u8>, String>> {
    let turn = TURNS.try_acquire().map_err(|_| Error::Busy(AGAIN_SECONDS))?;
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
) -> std::result::Result<Vec<u8>, String> {
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
    read(answer.map_err(|error| error.to_string())?)
}

fn read(mut answer: Response<Body>) -> std::result::Result<Vec<u8>, String> {
    if answer.status() != 200 {
        return Err(format!("HTTP {}", answer.status().as_u16()));
    }
    answer.body_mut().with_config().limit(MOST_BYTES).read_to_vec().map_err(|error| error.to_string())
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

    async fn get(answer: String) -> std::result::Result<Vec<u8>, String> {
        ask(&house(answer.into_bytes()), None, Question::Get).await.unwrap()
    }

    fn with_body(status: &str, headers: &str, body: &str) -> String {
        format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n{body}", body.len())
    }

    #[tokio::test]
    async fn an_answer_is_read_and_nothing_but_a_good_one() {
        assert_eq!(get(with_body("200 OK", "", "{}")).await, Ok(b"{}".to_vec()));
        assert_eq!(get(with_body("400 Bad Request", "", "{}")).await, Err("HTTP 400".to_owned()));
        assert_eq!(get(with_body("500 Oops", "", "{}")).await, Err("HTTP 500".to_owned()));
        assert!(get("nothing like HTTP".to_owned()).await.is_err());
    }

    #[tokio::test]
    async fn it_goes_nowhere_else() {
        let other = house(with_body("200 OK", "", "from elsewhere").into_bytes());
        for status in ["301 Moved", "302 Found", "303 See Other", "307 There", "308 There"] {
            let got = get(with_body(status, &format!("location: {other}\r\n"), "")).await;
            assert!(got.as_ref().is_err_and(|why| why.starts_with("HTTP 30")), "{status}: {got:?}");
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
