//! tantivy as one would use it straight from its guide: a field for each text, its own tokenizer, queries, collectors and aggregations.

use super::corpus::{BOX, Question, Service};
use std::{collections::BTreeMap, ops::Bound, path::Path};
use tantivy::{
    Index, Searcher, TantivyDocument, Term,
    aggregation::{
        AggContextParams, AggregationCollector, agg_req::Aggregations, agg_result::AggregationResults,
    },
    collector::{Count, TopDocs},
    query::{
        BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, Query, RangeQuery, RegexQuery,
        TermQuery,
    },
    schema::{
        FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
        Value,
    },
    tokenizer::{AsciiFoldingFilter, LowerCaser, SimpleTokenizer, TextAnalyzer},
};

#[derive(Clone)]
pub struct Fields {
    schema: Schema,
    texts: [(Field, f32); 3],
    sorts: [Field; 3],
    numbers: [Field; 5],
    shown: Field,
}

fn analyser() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(AsciiFoldingFilter).build()
}

impl Fields {
    pub fn new() -> Self {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("folded")
            .set_index_option(IndexRecordOption::WithFreqs);
        let text = TextOptions::default().set_indexing_options(indexing);
        let texts = [("name", 5.0), ("dm", 2.0), ("da", 1.0)]
            .map(|(name, boost)| (schema.add_text_field(name, text.clone()), boost));
        let sorts = ["cats", "langs", "elig"].map(|name| schema.add_text_field(name, STRING | FAST));
        let place = ["lat", "lon"].map(|name| schema.add_f64_field(name, FAST | INDEXED));
        let hours = ["os", "oe", "days"].map(|name| schema.add_u64_field(name, FAST | INDEXED));
        let shown = schema.add_text_field("shown", STORED);
        let numbers = [place[0], place[1], hours[0], hours[1], hours[2]];
        Self { schema: schema.build(), texts, sorts, numbers, shown }
    }

    pub fn index(&self, folder: &Path, services: impl FnOnce(&mut dyn FnMut(&Service))) {
        std::fs::create_dir_all(folder).unwrap();
        let index = Index::create_in_dir(folder, self.schema.clone()).unwrap();
        index.tokenizers().register("folded", analyser());
        let mut writer = index.writer_with_num_threads(1, 64 << 20).unwrap();
        services(&mut |service| {
            let mut document = TantivyDocument::new();
            for ((field, _), text) in
                self.texts.iter().zip([&service.name, &service.main, &service.alternate])
            {
                document.add_text(*field, text);
            }
            for (field, values) in self.sorts.iter().zip([&service.cats, &service.langs, &service.elig]) {
                values.iter().for_each(|value| document.add_text(*field, value));
            }
            let [lat, lon, os, oe, days] = self.numbers;
            document.add_f64(lat, service.lat);
            document.add_f64(lon, service.lon);
            document.add_u64(os, u64::from(service.open[0].0));
            document.add_u64(oe, u64::from(service.open[0].1));
            document.add_u64(days, service.open.len() as u64);
            let (name, org, city, phone) = (&service.name, &service.org, &service.city, &service.phone);
            document.add_text(self.shown, format!("{}|{name}|{org}|{city}|{phone}", service.id));
            writer.add_document(document).unwrap();
        });
        writer.commit().unwrap();
        let segments = index.searchable_segment_ids().unwrap();
        if segments.len() > 1 {
            writer.merge(&segments).wait().unwrap();
        }
        writer.wait_merging_threads().unwrap();
    }

    pub fn searcher(folder: &Path) -> Searcher {
        let index = Index::open_in_dir(folder).unwrap();
        index.tokenizers().register("folded", analyser());
        index.reader().unwrap().searcher()
    }

    /// The total, the counts of categories, and the ids of the first twenty.
    pub fn answer(
        &self,
        searcher: &Searcher,
        question: &Question,
    ) -> (usize, BTreeMap<String, u64>, Vec<u32>) {
        let mut must: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let mut words = Vec::new();
        let mut analyser = analyser();
        let mut stream = analyser.token_stream(&question.text);
        while stream.advance() {
            words.push(stream.token().text.clone());
        }
        for (at, word) in words.iter().enumerate() {
            must.push((Occur::Must, self.word(searcher, word, at + 1 == words.len())));
        }
        let exact = |field: Field, value: &str| -> Box<dyn Query> {
            Box::new(TermQuery::new(Term::from_field_text(field, value), IndexRecordOption::Basic))
        };
        let mut filters: Vec<Box<dyn Query>> = Vec::new();
        filters.extend(question.cat.iter().map(|value| exact(self.sorts[0], value)));
        filters.extend(question.lang.iter().map(|value| exact(self.sorts[1], value)));
        filters.extend(question.elig.iter().map(|value| -> Box<dyn Query> {
            let either = [value.as_str(), "any"].map(|value| (Occur::Should, exact(self.sorts[2], value)));
            Box::new(BooleanQuery::new(either.into()))
        }));
        let [lat, lon, os, oe, days] = self.numbers;
        if let Some((north, east)) = question.near {
            for (field, middle, half) in [(lat, north, BOX.0), (lon, east, BOX.1)] {
                let bound = |value| Bound::Included(Term::from_field_f64(field, value));
                filters.push(Box::new(RangeQuery::new(bound(middle - half), bound(middle + half))));
            }
        }
        if let Some((day, minute)) = question.at {
            let term = |field, value: u16| Term::from_field_u64(field, u64::from(value));
            let range = |from, to| -> Box<dyn Query> { Box::new(RangeQuery::new(from, to)) };
            filters.push(range(Bound::Excluded(term(days, day)), Bound::Unbounded));
            filters.push(range(Bound::Unbounded, Bound::Included(term(os, minute))));
            filters.push(range(Bound::Excluded(term(oe, minute)), Bound::Unbounded));
        }
        let constant = |query| -> Box<dyn Query> { Box::new(ConstScoreQuery::new(query, 0.0)) };
        must.extend(filters.into_iter().map(|query| (Occur::Must, constant(query))));
        let counts: Aggregations =
            serde_json::from_str(r#"{"cats":{"terms":{"field":"cats","size":100}}}"#).unwrap();
        let collectors = (
            TopDocs::with_limit(20).order_by_score(),
            Count,
            AggregationCollector::from_aggs(counts, AggContextParams::default()),
        );
        let (top, total, counts) = searcher.search(&BooleanQuery::new(must), &collectors).unwrap();
        let ids = top.iter().map(|(_, address)| {
            let document: TantivyDocument = searcher.doc(*address).unwrap();
            let shown =
                document.get_first(self.shown).and_then(|value| value.as_str().map(str::to_owned)).unwrap();
            shown.split('|').next().unwrap().parse().unwrap()
        });
        (total, counted(&counts), ids.collect())
    }

    /// The word if it exists, else what is near; the last one also unfinished.
    fn word(&self, searcher: &Searcher, word: &str, last: bool) -> Box<dyn Query> {
        let term = |field| Term::from_field_text(field, word);
        let begins = |field: Field| {
            searcher.segment_readers().iter().any(|segment| {
                let inverted = segment.inverted_index(field).unwrap();
                let mut stream = inverted.terms().range().ge(word.as_bytes()).into_stream().unwrap();
                stream.advance() && stream.key().starts_with(word.as_bytes())
            })
        };
        let exists = if last {
            self.texts.iter().any(|(field, _)| begins(*field))
        } else {
            self.texts.iter().any(|(field, _)| searcher.doc_freq(&term(*field)).unwrap() > 0)
        };
        let slips = if word.chars().count() > 8 { 2 } else { 1 };
        let each = self.texts.iter().map(|(field, boost)| {
            let query: Box<dyn Query> = match (exists, last) {
                (true, true) => Box::new(RegexQuery::from_pattern(&format!("{word}.*"), *field).unwrap()),
                (true, false) => Box::new(TermQuery::new(term(*field), IndexRecordOption::WithFreqs)),
                (false, true) => Box::new(FuzzyTermQuery::new_prefix(term(*field), slips, true)),
                (false, false) => Box::new(FuzzyTermQuery::new(term(*field), slips, true)),
            };
            let boosted: Box<dyn Query> = Box::new(BoostQuery::new(query, *boost));
            (Occur::Should, boosted)
        });
        Box::new(BooleanQuery::new(each.collect()))
    }
}

fn counted(results: &AggregationResults) -> BTreeMap<String, u64> {
    let json = serde_json::to_value(results).unwrap();
    let buckets = json["cats"]["buckets"].as_array().cloned().unwrap_or_default();
    let each = |bucket: &serde_json::Value| {
        (bucket["key"].as_str().unwrap().to_owned(), bucket["doc_count"].as_u64().unwrap())
    };
    buckets.iter().map(each).collect()
}
