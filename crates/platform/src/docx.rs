//! Texts and tables as files that people edit in a word processor (DOCX, OOXML): headings that make an outline, tables whose heading
//! row repeats on each page, the language of the words, for spelling and for the voice that reads them.

use crate::{
    clock::Moment,
    errors::{Error, Result},
    langs::Lang,
    sheets::{Plain, Sheet},
};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A table with more columns than this lies across.
const UPRIGHT: usize = 4;

/// A document, from its first line to its last.
#[derive(Debug, Clone)]
pub struct Document {
    title: String,
    lang: Lang,
    across: bool,
    body: String,
}

/// What an XML of OOXML may hold: no control characters, and none that ends it early.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() && !matches!(c, '\t' | '\n') => {}
            c => out.push(c),
        }
    }
    out
}

impl Document {
    /// A document with its title, in a language.
    pub fn new(title: &str, lang: Lang) -> Self {
        let mut new = Self { title: title.to_owned(), lang, across: false, body: String::new() };
        new.styled("Title", title);
        new
    }

    /// A table as a document of its own, under its name.
    pub fn of_sheet(sheet: &Sheet, lang: Lang) -> Self {
        let mut new = Self::new(&sheet.name, lang);
        let rows = sheet.rows.iter().map(|row| row.iter().map(Plain::text).collect()).collect::<Vec<_>>();
        new.table(&sheet.head, &rows);
        new
    }

    /// A heading, under the title.
    pub fn heading(&mut self, words: &str) -> &mut Self {
        self.styled("Heading1", words)
    }

    /// Prose: each line that is not empty is a paragraph.
    pub fn prose(&mut self, words: &str) -> &mut Self {
        for line in words.lines().filter(|line| !line.trim().is_empty()) {
            self.styled("Normal", line);
        }
        self
    }

    /// A table with its heading row; every row is as wide as the head.
    pub fn table(&mut self, head: &[String], rows: &[Vec<String>]) -> &mut Self {
        self.across |= head.len() > UPRIGHT;
        let mirrored = if self.is_mirrored() { "<w:bidiVisual/>" } else { "" };
        self.body.push_str(&format!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{mirrored}<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{}</w:tblGrid>"#,
            "<w:gridCol/>".repeat(head.len())
        ));
        self.row(head, "TableHeading", "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for row in rows {
            self.row(row, "Normal", "<w:trPr><w:cantSplit/></w:trPr>");
        }
        self.body.push_str("</w:tbl>");
        // A table is never the last thing of a body.
        self.styled("Normal", "")
    }

    fn row(&mut self, cells: &[String], style: &str, how: &str) {
        self.body.push_str(&format!("<w:tr>{how}"));
        for cell in cells {
            self.body.push_str("<w:tc>");
            let lines: Vec<&str> = if cell.is_empty() { vec![""] } else { cell.lines().collect() };
            for line in lines {
                self.styled(style, line);
            }
            self.body.push_str("</w:tc>");
        }
        self.body.push_str("</w:tr>");
    }

    fn is_mirrored(&self) -> bool {
        self.lang.direction() == "rtl"
    }

    fn styled(&mut self, style: &str, words: &str) -> &mut Self {
        let (paragraph, run) =
            if self.is_mirrored() { ("<w:bidi/>", "<w:rPr><w:rtl/></w:rPr>") } else { ("", "") };
        self.body.push_str(&format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{paragraph}</w:pPr>"#));
        if !words.is_empty() {
            let words = escaped(words);
            self.body.push_str(&format!(r#"<w:r>{run}<w:t xml:space="preserve">{words}</w:t></w:r>"#));
        }
        self.body.push_str("</w:p>");
        self
    }

    fn main(&self) -> String {
        // Letter, in twentieths of a point; an inch around.
        let (width, height, way) =
            if self.across { (15_840, 12_240, r#" w:orient="landscape""#) } else { (12_240, 15_840, "") };
        format!(
            r#"{DECLARED}<w:document xmlns:w="{WORDS}"><w:body>{}<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"{way}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>"#,
            self.body
        )
    }

    fn styles(&self) -> String {
        let lang = self.lang.locale();
        let style = |id: &str, name: &str, inner: &str| {
            format!(
                r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>{inner}</w:style>"#
            )
        };
        let edge =
            |side: &str| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>"#);
        let edges: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(edge).concat();
        [
            format!(
                r#"{DECLARED}<w:styles xmlns:w="{WORDS}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="{lang}"/></w:rPr></w:rPrDefault></w:docDefaults>"#
            ),
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="80"/></w:pPr></w:style>"#.to_owned(),
            style("Title", "Title", r#"<w:pPr><w:spacing w:after="200"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr>"#),
            style("Heading1", "heading 1", r#"<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="100"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>"#),
            style("TableHeading", "Table Heading", "<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr>"),
            r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>"#.to_owned(),
            format!(
                r#"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>"#
            ),
        ]
        .concat()
    }

    fn properties(&self, at: Moment) -> String {
        let at = at.0.strftime("%Y-%m-%dT%H:%M:%SZ");
        format!(
            r#"{DECLARED}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:language>{}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created></cp:coreProperties>"#,
            escaped(&self.title),
            self.lang.locale()
        )
    }

    /// The file. `at` is written as its date.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn to_docx(&self, at: Moment) -> Result<Vec<u8>> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let parts = [
            ("[Content_Types].xml", kinds()),
            (
                "_rels/.rels",
                relations(&[
                    ("officeDocument", OFFICE, "word/document.xml"),
                    ("metadata/core-properties", PACKAGE, "docProps/core.xml"),
                ]),
            ),
            ("word/document.xml", self.main()),
            ("word/_rels/document.xml.rels", relations(&[("styles", OFFICE, "styles.xml")])),
            ("word/styles.xml", self.styles()),
            ("docProps/core.xml", self.properties(at)),
        ];
        for (name, text) in parts {
            archive.start_file(name, SimpleFileOptions::default()).map_err(Error::failed)?;
            archive.write_all(text.as_bytes())?;
        }
        Ok(archive.finish().map_err(Error::failed)?.into_inner())
    }
}

const DECLARED: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

fn kinds() -> String {
    let of = |part: &str, kind: &str| {
        format!(r#"<Override PartName="{part}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>"#)
    };
    [
        format!(r#"{DECLARED}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#),
        of("/word/document.xml", "officedocument.wordprocessingml.document.main"),
        of("/word/styles.xml", "officedocument.wordprocessingml.styles"),
        of("/docProps/core.xml", "package.core-properties"),
        "</Types>".to_owned(),
    ]
    .concat()
}

fn relations(all: &[(&str, &str, &str)]) -> String {
    let one = |(n, (kind, family, target)): (usize, &(&str, &str, &str))| {
        // The properties of a package are a relation of packages, the rest of office documents.
        let family =
            if *family == PACKAGE { format!("{PACKAGE}/relationships") } else { (*family).to_owned() };
        format!(r#"<Relationship Id="r{n}" Type="{family}/{kind}" Target="{target}"/>"#)
    };
    let all: String = (1..).zip(all).map(one).collect();
    format!(r#"{DECLARED}<Relationships xmlns="{PACKAGE}/relationships">{all}</Relationships>"#)
}

#[cfg(test)]
mod tests {
    use super::*;
    use quick_xml::{Reader, events::Event};
    use std::io::Read;

    const NASTY: &str = "A <b>&amp; \"B\" ]]> \u{1}\u{FFFF}=1+1 \u{202E} é ع";

    fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        (0..archive.len())
            .map(|n| {
                let mut part = archive.by_index(n).unwrap();
                let mut text = String::new();
                part.read_to_string(&mut text).unwrap();
                (part.name().unwrap().into_owned(), text)
            })
            .collect()
    }

    /// The words of a part, when it is well formed.
    fn words(xml: &str) -> Vec<String> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        let (mut open, mut words) = (0_i32, vec![String::new()]);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(_) => open += 1,
                Event::End(end) => {
                    open -= 1;
                    if end.name().as_ref() == "w:p" {
                        words.push(String::new());
                    }
                }
                Event::Text(text) => words.last_mut().unwrap().push_str(&text.xml10_content()),
                Event::GeneralRef(of) => {
                    let name = of.as_ref().to_owned();
                    let c = quick_xml::escape::resolve_predefined_entity(&name).unwrap();
                    words.last_mut().unwrap().push_str(c);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open, 0, "all that opens is closed");
        words
    }

    fn made(lang: Lang) -> Vec<(String, String)> {
        let at: Moment = "2026-11-22T15:00:00Z".to_owned().try_into().unwrap();
        let mut document = Document::new(NASTY, lang);
        document.heading("Terms & conditions").prose("First line.\n\nSecond <line>.");
        document.table(
            &["One".into(), "Two".into()],
            &[vec![NASTY.into(), "a\nb".into()], vec![String::new(), "c".into()]],
        );
        parts(document.to_docx(at).unwrap())
    }

    #[test]
    fn every_part_is_well_formed_and_named_by_the_others() {
        let parts = made(Lang::Fr);
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
        for (name, text) in &parts {
            words(text);
            for (folder, targets) in [("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels")] {
                if name == targets {
                    for target in text.split("Target=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                        assert!(names.contains(&format!("{folder}{target}").as_str()), "{target}");
                    }
                }
            }
        }
        for part in parts[0].1.split("PartName=\"/").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(names.contains(&part), "{part}");
        }
        assert!(parts.iter().any(|(_, text)| text.contains(r#"w:lang w:val="fr"#)));
    }

    #[test]
    fn words_come_back_as_they_were_written_without_what_no_file_may_hold() {
        let parts = made(Lang::En);
        let document = &parts.iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
        let told = words(document);
        let nasty: String = NASTY.chars().filter(|c| !matches!(c, '\u{1}' | '\u{FFFF}')).collect();
        let expected = [
            &*nasty,
            "Terms & conditions",
            "First line.",
            "Second <line>.",
            "One",
            "Two",
            &*nasty,
            "a",
            "b",
            "",
            "c",
            "",
        ];
        assert_eq!(told.iter().map(|line| line.as_str()).take(expected.len()).collect::<Vec<_>>(), expected);
        assert!(document.contains("<w:tblHeader/>") && !document.contains("bidiVisual"), "{document}");
    }

    #[test]
    fn what_is_read_from_the_right_is_mirrored_and_wide_tables_lie_across() {
        let parts = made(Lang::Ar);
        let document = &parts.iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
        assert!(
            document.contains("<w:bidiVisual/>")
                && document.contains("<w:rtl/>")
                && !document.contains("landscape")
        );
        let head: Vec<String> = (0..6).map(|n| n.to_string()).collect();
        let mut wide = Document::new("Wide", Lang::En);
        wide.table(&head, &[]);
        assert!(wide.main().contains("landscape"));
    }
}
