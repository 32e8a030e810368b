//! Words: Fluent texts collected from the rooms, and dates, numbers and lists as each language writes them.
//!
//! No sentence stands in Rust. A key that a language lacks falls back to English and says so in its markup.

mod days;

use crate::langs::Lang;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::Entry;
use icu::{
    calendar::Gregorian,
    collator::{Collator, CollatorBorrowed, options::CollatorOptions},
    datetime::{FixedCalendarDateTimeFormatter, fieldsets},
    decimal::DecimalFormatter,
    list::{ListFormatter, options::ListFormatterOptions},
    locale::Locale,
};
use jiff::civil::Date;
use maud::{Markup, html};
use std::{borrow::Cow, collections::HashMap, sync::Arc};

/// What a text mentions: words as they are, or a number that decides the plural.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words, shown as they are.
    Words(String),
    /// A whole number, written as the language writes numbers.
    Number(i64),
    /// A day, written as the language writes days.
    Day(Date),
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}
impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}
impl From<&String> for Arg {
    fn from(words: &String) -> Self {
        Self::Words(words.clone())
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}
impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<Date> for Arg {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

/// The words of one language: its texts and its ways with dates, numbers and lists.
struct Tongue {
    texts: FluentBundle<FluentResource>,
    count: usize,
    numbers: DecimalFormatter,
    day_long: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMD>,
    day_short: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMD>,
    weekday: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMDE>,
    time: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::T>,
    list: ListFormatter,
    order: CollatorBorrowed<'static>,
}

/// All words of the program, in every language that has any.
pub struct Words {
    tongues: HashMap<Lang, Tongue>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("langs", &self.tongues.len()).finish()
    }
}

impl Words {
    /// Collects the Fluent files of the platform and all rooms.
    ///
    /// # Errors
    /// Names the language and line of a file that does not parse, or a key that is given twice.
    pub fn new(files: &[(Lang, &'static str)]) -> anyhow::Result<Self> {
        let mut tongues = HashMap::new();
        for lang in Lang::ALL {
            let sources = files.iter().filter(|(of, _)| *of == lang).map(|(_, source)| *source);
            tongues.insert(lang, Tongue::new(lang, sources)?);
        }
        Ok(Self { tongues })
    }

    /// Whether `lang` has this key.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.tongues.get(&lang).is_some_and(|tongue| tongue.texts.has_message(key))
    }

    /// A voice that speaks `lang`.
    pub fn say(self: &Arc<Self>, lang: Lang) -> Say {
        Say { words: Arc::clone(self), lang }
    }
}

impl Tongue {
    fn new(lang: Lang, sources: impl Iterator<Item = &'static str>) -> anyhow::Result<Self> {
        let locale: Locale = lang.locale().parse()?;
        let numbers = DecimalFormatter::try_new(locale.clone().into(), Default::default())?;
        let mut texts = FluentBundle::new_concurrent(vec![lang.locale().parse()?]);
        texts.set_use_isolating(lang.direction() == "rtl");
        texts.set_formatter(Some(localized));
        let mut count = 0;
        for source in sources {
            let file = FluentResource::try_new(source.to_owned())
                .map_err(|(_, errors)| anyhow::anyhow!("words of {lang}: {errors:?}"))?;
            count += file.entries().filter(|entry| matches!(entry, Entry::Message(_))).count();
            texts.add_resource(file).map_err(|errors| anyhow::anyhow!("words of {lang}: {errors:?}"))?;
        }
        Ok(Self {
            texts,
            count,
            numbers,
            day_long: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), fieldsets::YMD::long())?,
            day_short: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), days::short(lang))?,
            weekday: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), fieldsets::YMDE::long())?,
            time: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), fieldsets::T::hm())?,
            list: ListFormatter::try_new_and(locale.clone().into(), ListFormatterOptions::default())?,
            order: Collator::try_new(locale.into(), CollatorOptions::default())?,
        })
    }
}

/// Whole numbers as the language writes them, made once per language by Fluent's own memory.
struct Digits(DecimalFormatter);

impl intl_memoizer::Memoizable for Digits {
    type Args = ();
    type Error = anyhow::Error;
    fn construct(lang: unic_langid::LanguageIdentifier, (): ()) -> anyhow::Result<Self> {
        let locale: Locale = lang.to_string().parse()?;
        Ok(Self(DecimalFormatter::try_new(locale.into(), Default::default())?))
    }
}

fn localized(
    value: &FluentValue<'_>,
    memory: &intl_memoizer::concurrent::IntlLangMemoizer,
) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let exact: icu::decimal::input::Decimal = number.value.to_string().parse().ok()?;
    memory.with_try_get::<Digits, _, _>((), |digits| digits.0.format(&exact).to_string()).ok()
}

/// A voice: the words in one language. Cheap to clone; travels with the context.
#[derive(Debug, Clone)]
pub struct Say {
    words: Arc<Words>,
    /// The language spoken.
    pub lang: Lang,
}

impl Say {
    /// The text of `key`. A missing key shows as the key in brackets; tests refuse it.
    pub fn t(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.find(key, args).map_or_else(|| format!("⟦{key}⟧"), |(text, _)| text)
    }

    /// The text of `key` for a page: marked with its language where it fell back to another.
    pub fn html(&self, key: &str, args: &[(&'static str, Arg)]) -> Markup {
        match self.find(key, args) {
            Some((text, lang)) if lang != self.lang => {
                html! { span lang=(lang.code()) dir=(lang.direction()) { (text) } }
            }
            Some((text, _)) => html! { (text) },
            None => html! { "⟦" (key) "⟧" },
        }
    }

    /// The words of a refusal.
    pub fn refusal(&self, refusal: &dyn crate::errors::Refusal) -> String {
        self.t(refusal.code(), &refusal.args())
    }

    /// How many texts the program has in `lang`; none when it does not speak it.
    pub fn texts_in(&self, lang: Lang) -> usize {
        self.words.tongues.get(&lang).map_or(0, |tongue| tongue.count)
    }

    /// The same words in another language.
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self { words: Arc::clone(&self.words), lang }
    }

    /// Whether the language itself has `key`.
    pub fn has(&self, key: &str) -> bool {
        self.words.has(self.lang, key)
    }

    fn find(&self, key: &str, args: &[(&'static str, Arg)]) -> Option<(String, Lang)> {
        [self.lang, Lang::En].into_iter().find_map(|lang| {
            let tongue = self.words.tongues.get(&lang)?;
            let pattern = tongue.texts.get_message(key)?.value()?;
            let mut named = FluentArgs::new();
            for (name, arg) in args {
                match arg {
                    Arg::Words(words) => named.set(*name, words.as_str()),
                    Arg::Number(number) => named.set(*name, *number),
                    Arg::Day(day) => named.set(*name, self.in_lang(lang).day(*day)),
                }
            }
            let mut errors = Vec::new();
            let text = tongue.texts.format_pattern(pattern, Some(&named), &mut errors);
            if let Some(error) = errors.first() {
                tracing::warn!(key, %lang, %error, "words");
                return Some((format!("⟦{key}: {error}⟧"), lang));
            }
            Some((text.into_owned(), lang))
        })
    }

    fn tongue(&self) -> Option<&Tongue> {
        self.words.tongues.get(&self.lang)
    }

    /// A whole number with the language's digits and grouping.
    pub fn number(&self, number: i64) -> String {
        self.tongue().map_or_else(|| number.to_string(), |t| t.numbers.format(&number.into()).to_string())
    }

    /// “a, b and c”.
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let items: Vec<Cow<'_, str>> = items.iter().map(|item| Cow::from(item.as_ref())).collect();
        self.tongue().map_or_else(|| items.join(", "), |t| t.list.format(items.iter()).to_string())
    }

    /// The order of two names in this language's alphabet.
    pub fn order(&self, a: &str, b: &str) -> std::cmp::Ordering {
        self.tongue().map_or_else(|| a.cmp(b), |t| t.order.compare(a, b))
    }
}

/// A text with what it mentions: `t!(say, "council-count", n = 3)`.
#[macro_export]
macro_rules! t {
    ($say:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $say.t($key, &[$((stringify!($name), $crate::words::Arg::from($value))),*])
    };
}

impl From<&Arg> for FluentValue<'static> {
    fn from(arg: &Arg) -> Self {
        match arg {
            Arg::Words(words) => words.clone().into(),
            Arg::Number(number) => (*number).into(),
            Arg::Day(day) => day.to_string().into(),
        }
    }
}

#[cfg(test)]
mod tests;
