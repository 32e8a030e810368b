//! What other machines have answered, held in memory for some minutes: who asks the same again meanwhile gets it from here.

use crate::clock::Moment;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// So many answers are held; whoever brings more makes this forget the rest.
const MOST: usize = 256;

/// Answers by what was asked, each until an instant.
#[derive(Debug, Default)]
pub struct Answers(Mutex<HashMap<String, (Arc<[u8]>, Moment)>>);

impl Answers {
    /// The answer to a question, when it is held and its time is not over.
    pub fn find(&self, question: &str, now: Moment) -> Option<Arc<[u8]>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(question).filter(|(_, until)| now < *until).map(|(answer, _)| Arc::clone(answer))
    }

    /// Holds an answer until an instant, in place of the one before.
    pub fn keep(&self, question: &str, answer: &Arc<[u8]>, until: Moment) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST && !all.contains_key(question) {
            all.clear();
        }
        all.insert(question.to_owned(), (Arc::clone(answer), until));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_held_until_its_time_is_over_and_the_newest_counts() {
        let (answers, now) = (Answers::default(), Moment::from_micros(0));
        let of = |words: &str| -> Arc<[u8]> { words.as_bytes().into() };
        assert_eq!(answers.find("keys", now), None);
        answers.keep("keys", &of("old"), now.plus_seconds(300));
        answers.keep("keys", &of("new"), now.plus_seconds(300));
        assert_eq!(answers.find("keys", now.plus_seconds(299)), Some(of("new")));
        assert_eq!(answers.find("keys", now.plus_seconds(300)), None);
        assert_eq!(answers.find("other", now), None);
    }

    #[test]
    fn it_does_not_grow_for_ever() {
        let (answers, now) = (Answers::default(), Moment::from_micros(0));
        for n in 0..=MOST {
            answers.keep(&n.to_string(), &Arc::from([]), now.plus_seconds(300));
        }
        assert_eq!(answers.find("0", now), None);
        assert!(answers.find(&MOST.to_string(), now).is_some());
    }
}
