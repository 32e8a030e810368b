//! One segment of the index, unfolded in memory: its vocabulary, who has which facet, columns of what is asked of each document.

use crate::{
    bits::{Bits, Docs},
    entry::{Hours, Point},
    fields::Fields,
    near::Vocabulary,
    numbers::{place, short},
};
use std::{collections::BTreeMap, sync::Arc};
use tantivy::{
    InvertedIndexReader, SegmentReader, TantivyError,
    index::SegmentId,
    postings::{BlockSegmentPostings, TermInfo},
    schema::IndexRecordOption,
};

/// What of a segment never changes; which of its documents are still alive is told apart.
pub(crate) struct Part {
    pub documents: u32,
    pub vocabulary: Vocabulary,
    /// Where the lists of each word begin; one more than words.
    starts: Vec<u32>,
    lists: Vec<List>,
    postings: Arc<InvertedIndexReader>,
    pub segment: SegmentId,
    pub facets: BTreeMap<u32, Column>,
    pub ids: Vec<u128>,
    /// Where each document's places begin; one more than documents.
    first_points: Vec<u32>,
    points: Vec<Point>,
    /// Which hours each document keeps; none is the number behind the last.
    pub hours_of: Vec<u32>,
    pub hours: Vec<Hours>,
    pub fresh: Vec<u8>,
    pub for_all: Bits,
}

/// Documents in which a word stands in the same kinds of text.
#[derive(Clone, Copy)]
pub(crate) struct List {
    /// Flags of the kinds.
    pub kinds: u8,
    pub count: u32,
    range: (usize, usize),
}

/// The values of one facet, in order, and who has them.
#[derive(Default)]
pub(crate) struct Column {
    pub values: Vec<(String, Docs)>,
    /// The same by document: where each one's values begin, and their places in the list.
    firsts: Vec<u32>,
    numbers: Vec<u32>,
}

impl Column {
    pub fn of(&self, value: &str) -> Option<&Docs> {
        let at = self.values.binary_search_by(|(known, _)| known.as_str().cmp(value)).ok()?;
        self.values.get(at).map(|(_, docs)| docs)
    }

    /// How many of a set have each value.
    pub fn counts(&self, set: &Bits, size: usize) -> Vec<usize> {
        let by_value: usize = self.values.iter().map(|(_, docs)| docs.cost()).sum();
        let each = self.numbers.len() / self.firsts.len().max(1) + 1;
        if size * (each + 1) * 2 >= by_value {
            return self.values.iter().map(|(_, docs)| docs.count_with(set)).collect();
        }
        let mut counts = vec![0; self.values.len()];
        for document in set.iter() {
            for number in self.numbers_of(document) {
                if let Some(count) = counts.get_mut(place(*number)) {
                    *count += 1;
                }
            }
        }
        counts
    }

    fn numbers_of(&self, document: u32) -> &[u32] {
        let at = place(document);
        let range = self.firsts.get(at).zip(self.firsts.get(at + 1));
        range.and_then(|(from, to)| self.numbers.get(place(*from)..place(*to))).unwrap_or_default()
    }

    fn turn(&mut self, documents: u32) {
        let mut firsts = vec![0_u32; place(documents) + 1];
        for (_, docs) in &self.values {
            docs.each(|document| {
                if let Some(count) = firsts.get_mut(place(document) + 1) {
                    *count += 1;
                }
            });
        }
        let mut sum = 0;
        for first in &mut firsts {
            sum += *first;
            *first = sum;
        }
        let mut next = firsts.clone();
        let mut numbers = vec![0; place(sum)];
        for ((_, docs), number) in self.values.iter().zip(0..) {
            docs.each(|document| {
                if let Some(at) = next.get_mut(place(document)) {
                    if let Some(slot) = numbers.get_mut(place(*at)) {
                        *slot = number;
                    }
                    *at += 1;
                }
            });
        }
        (self.firsts, self.numbers) = (firsts, numbers);
    }
}

impl Part {
    pub fn read(reader: &SegmentReader, fields: &Fields) -> Result<Self, TantivyError> {
        let documents = reader.max_doc();
        let postings = reader.inverted_index(fields.word)?;
        let mut part = Self {
            documents,
            vocabulary: Vocabulary::default(),
            starts: Vec::new(),
            lists: Vec::new(),
            postings,
            segment: reader.segment_id(),
            facets: read_facets(reader, fields, documents)?,
            ids: Vec::new(),
            first_points: vec![0],
            points: Vec::new(),
            hours_of: Vec::new(),
            hours: Vec::new(),
            fresh: Vec::new(),
            for_all: Bits::none(documents),
        };
        part.read_words()?;
        part.read_columns(reader)?;
        Ok(part)
    }

    fn read_words(&mut self) -> Result<(), TantivyError> {
        let mut last = Vec::new();
        let mut stream = self.postings.terms().stream()?;
        while stream.advance() {
            let Some((word, kinds)) = Fields::word_in(stream.key()) else { continue };
            if word.as_bytes() != last.as_slice() {
                self.vocabulary.push(word);
                self.starts.push(short(self.lists.len()));
                last.clear();
                last.extend_from_slice(word.as_bytes());
            }
            let info = stream.value();
            let range = (info.postings_range.start, info.postings_range.end);
            self.lists.push(List { kinds, count: info.doc_freq, range });
        }
        self.starts.push(short(self.lists.len()));
        Ok(())
    }

    fn read_columns(&mut self, reader: &SegmentReader) -> Result<(), TantivyError> {
        let columns = reader.fast_fields();
        let (high, low) = (columns.u64(Fields::ID_HIGH)?, columns.u64(Fields::ID_LOW)?);
        let marks = columns.u64(Fields::MARK)?;
        let points = columns.column_opt::<u64>(Fields::POINT)?;
        let hours = columns.bytes(Fields::HOURS)?;
        if let Some(hours) = &hours {
            let mut bytes = Vec::new();
            for number in 0..hours.num_terms() {
                bytes.clear();
                hours.ord_to_bytes(u64::try_from(number).unwrap_or(u64::MAX), &mut bytes)?;
                self.hours.push(Hours::unpacked(&bytes).unwrap_or_default());
            }
        }
        let unknown = short(self.hours.len());
        for document in 0..self.documents {
            let half =
                |column: &tantivy::columnar::Column<u64>| u128::from(column.first(document).unwrap_or(0));
            self.ids.push(half(&high) << 64 | half(&low));
            let mark = marks.first(document).unwrap_or(0);
            self.fresh.push(u8::try_from(mark & 255).unwrap_or(0));
            if mark >> 8 & 1 == 1 {
                self.for_all.insert(document);
            }
            if let Some(points) = &points {
                self.points.extend(points.values_for_doc(document).map(Point::unpacked));
            }
            self.first_points.push(short(self.points.len()));
            let kept = hours.as_ref().and_then(|hours| hours.ords().first(document));
            self.hours_of.push(kept.and_then(|number| u32::try_from(number).ok()).unwrap_or(unknown));
        }
        Ok(())
    }

    /// The lists of a word.
    pub fn lists(&self, word: usize) -> &[List] {
        let range = self.starts.get(word).zip(self.starts.get(word + 1));
        range.and_then(|(from, to)| self.lists.get(place(*from)..place(*to))).unwrap_or_default()
    }

    /// Reads a list: its documents in order.
    pub fn documents(&self, list: &List, into: &mut Vec<u32>) -> Result<(), TantivyError> {
        let info = TermInfo {
            doc_freq: list.count,
            postings_range: list.range.0..list.range.1,
            positions_range: 0..0,
        };
        let mut blocks = self.postings.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
        read_blocks(&mut blocks, into);
        Ok(())
    }

    pub fn points(&self, document: u32) -> &[Point] {
        let at = place(document);
        let range = self.first_points.get(at).zip(self.first_points.get(at + 1));
        range.and_then(|(from, to)| self.points.get(place(*from)..place(*to))).unwrap_or_default()
    }
}

fn read_blocks(blocks: &mut BlockSegmentPostings, into: &mut Vec<u32>) {
    loop {
        let documents = blocks.docs();
        if documents.is_empty() {
            return;
        }
        into.extend_from_slice(documents);
        blocks.advance();
    }
}

fn read_facets(
    reader: &SegmentReader,
    fields: &Fields,
    documents: u32,
) -> Result<BTreeMap<u32, Column>, TantivyError> {
    let inverted = reader.inverted_index(fields.facet)?;
    let mut facets = BTreeMap::<u32, Column>::new();
    let mut stream = inverted.terms().stream()?;
    while stream.advance() {
        let Some((facet, value)) = Fields::facet_in(stream.key()) else { continue };
        let mut list = Vec::new();
        let mut blocks =
            inverted.read_block_postings_from_terminfo(stream.value(), IndexRecordOption::Basic)?;
        read_blocks(&mut blocks, &mut list);
        let docs = Docs::of(list, documents);
        facets.entry(facet).or_default().values.push((value.to_owned(), docs));
    }
    facets.values_mut().for_each(|column| column.turn(documents));
    Ok(facets)
}
