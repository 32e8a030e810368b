//! PostgreSQL with full text and trigrams, as directory software uses it.

use super::corpus::{BOX, Question, Service, generate};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use tokio_postgres::{Client, NoTls, SimpleQueryMessage, types::ToSql};

pub struct Peer {
    client: Client,
    runtime: tokio::runtime::Runtime,
    pub backend: i32,
}

const FOLD: &str = "create extension if not exists pg_trgm; create extension if not exists unaccent;
    create or replace function fold(text) returns text language sql immutable parallel safe
    as $$select lower(public.unaccent('public.unaccent',$1))$$";
const TABLE: &str = "drop table if exists svc cascade; drop table if exists vocab;
    create table svc(id int primary key,name text,org text,dm text,da text,city text,phone text,cats text[],langs text[],
    elig text[],lat float8,lon float8,os int,oe int,days int,free bool)";
const INDEXES: &str = "alter table svc add tsv tsvector generated always as (setweight(to_tsvector('simple',fold(name)),'A')
    ||setweight(to_tsvector('simple',fold(dm)),'C')||setweight(to_tsvector('simple',fold(da)),'D')) stored;
    create index on svc using gin(tsv); create index on svc using gin(langs); create index on svc using gin(cats);
    create index on svc using gin(elig); create index on svc(lat,lon);
    create table vocab as select word,ndoc from ts_stat('select tsv from svc');
    create index on vocab using gin(word gin_trgm_ops); create unique index on vocab(word)";

/// Letters outside ASCII are letters only in a database whose locale says so; without it trigrams know none of them.
const DATABASE: &str =
    "create database seek_measure template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'";

impl Peer {
    /// The database of the measurement on a server, made anew.
    pub fn new(server: &str) -> Self {
        let peer = Self::of(server);
        peer.run("drop database if exists seek_measure with (force)");
        peer.run(DATABASE);
        Self::at(server)
    }

    pub fn at(server: &str) -> Self {
        let (server, _) = server.rsplit_once('/').unwrap();
        Self::of(&format!("{server}/seek_measure"))
    }

    fn of(url: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (client, backend) = runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
            tokio::spawn(connection);
            let backend: i32 = client.query_one("select pg_backend_pid()", &[]).await.unwrap().get(0);
            (client, backend)
        });
        Self { client, runtime, backend }
    }

    pub fn load(&self, count: u32, seed: u32) {
        self.run(FOLD);
        self.run(TABLE);
        let mut rows = String::new();
        let flush = |rows: &mut String| {
            if !rows.is_empty() {
                self.run(&format!("insert into svc values {}", rows.trim_end_matches(',')));
                rows.clear();
            }
        };
        generate(count, seed, |service| {
            row(&mut rows, &service);
            if rows.len() > 1_000_000 {
                flush(&mut rows);
            }
        });
        flush(&mut rows);
        self.run(INDEXES);
        self.run("vacuum analyze svc");
        self.run("vacuum analyze vocab");
    }

    fn run(&self, text: &str) {
        self.runtime.block_on(self.client.batch_execute(text)).unwrap();
    }

    /// The total, the counts of categories, and the ids of the first twenty.
    pub fn answer(&self, question: &Question) -> (usize, BTreeMap<String, u64>, Vec<u32>) {
        let words = self.words(&question.text);
        let mut wanted = vec!["tsv @@ $1::text::tsquery".to_owned()];
        let (lang, cat) = (question.lang.iter().collect::<Vec<_>>(), question.cat.iter().collect::<Vec<_>>());
        let elig: Vec<&str> = question.elig.iter().flat_map(|value| [value.as_str(), "any"]).collect();
        let (north, east) = question.near.unwrap_or_default();
        let edges = [north - BOX.0, north + BOX.0, east - BOX.1, east + BOX.1];
        let (day, minute) = question.at.map_or((0, 0), |(day, minute)| (i32::from(day), i32::from(minute)));
        let mut given: Vec<&(dyn ToSql + Sync)> = vec![&words];
        let mut want = |text: &str, values: Vec<_>| {
            let mut text = text.to_owned();
            for value in values {
                given.push(value);
                text = text.replacen('?', &format!("${}", given.len()), 1);
            }
            wanted.push(text);
        };
        if !lang.is_empty() {
            want("langs @> ?", vec![&lang]);
        }
        if !cat.is_empty() {
            want("cats @> ?", vec![&cat]);
        }
        if !elig.is_empty() {
            want("elig && ?", vec![&elig]);
        }
        if question.near.is_some() {
            let edges = [&edges[0], &edges[1], &edges[2], &edges[3]];
            want(
                "lat between ? and ? and lon between ? and ?",
                edges.map(|edge| edge as &(dyn ToSql + Sync)).to_vec(),
            );
        }
        if question.at.is_some() {
            want("days > ? and os <= ? and oe > ?", vec![&day, &minute, &minute]);
        }
        let text = format!(
            "with m as materialized (select id,cats,tsv,name,org,city,phone from svc where {}),
            top as (select id,name,org,city,phone,ts_rank(tsv,$1::text::tsquery) r from m order by r desc,id limit 20),
            fac as (select c,count(*) n from m,unnest(cats) c group by c)
            select (select count(*) from m),(select json_agg(top)::text from top),(select json_agg(fac)::text from fac)",
            wanted.join(" and ")
        );
        let row = self.runtime.block_on(self.client.query_one(&text, &given)).unwrap();
        let read = |at: usize| -> Vec<serde_json::Value> {
            row.get::<_, Option<String>>(at)
                .map(|text| serde_json::from_str(&text).unwrap())
                .unwrap_or_default()
        };
        let counts = read(2)
            .iter()
            .map(|row| (row["c"].as_str().unwrap().to_owned(), row["n"].as_u64().unwrap()))
            .collect();
        let ids = read(1).iter().map(|row| row["id"].as_u64().unwrap() as u32).collect();
        (row.get::<_, i64>(0) as usize, counts, ids)
    }

    /// Each word as it is, the last one also unfinished; what nobody has becomes the five most alike.
    fn words(&self, text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        let mut parts = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let last = at + 1 == words.len();
            let folded: String = self.one("select fold($1)", &[word]).unwrap();
            let quoted = |word: &str| format!("'{}'", word.replace('\'', "''"));
            let mut part = quoted(&folded) + if last { ":*" } else { "" };
            let like = format!("{}{}", folded, if last { "%" } else { "" });
            let known: Option<i32> = self.one("select 1 from vocab where word like $1 limit 1", &[&like]);
            if known.is_none() {
                let sql =
                    "select coalesce(json_agg(word)::text,'[]') from (select word from vocab where word % $1
                    order by similarity(word,$1) desc,ndoc desc limit 5) near";
                let near: String = self.one(sql, &[&folded]).unwrap();
                let near: Vec<String> = serde_json::from_str(&near).unwrap();
                if !near.is_empty() {
                    part =
                        format!("({})", near.iter().map(|word| quoted(word)).collect::<Vec<_>>().join("|"));
                }
            }
            parts.push(part);
        }
        parts.join(" & ")
    }

    fn one<T: for<'a> tokio_postgres::types::FromSql<'a>>(
        &self,
        text: &str,
        given: &[&(dyn ToSql + Sync)],
    ) -> Option<T> {
        self.runtime.block_on(self.client.query_opt(text, given)).unwrap().map(|row| row.get(0))
    }

    /// Bytes of the table with its indexes, and of the vocabulary.
    pub fn size(&self) -> u64 {
        let text = "select pg_total_relation_size('svc') + pg_total_relation_size('vocab')";
        let all = self.runtime.block_on(self.client.simple_query(text)).unwrap();
        let row = all.iter().find_map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0),
            _ => None,
        });
        row.unwrap().parse().unwrap()
    }
}

fn row(rows: &mut String, service: &Service) {
    let text = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let list = |all: &[String]| format!("'{{{}}}'", all.join(","));
    let (os, oe) = service.open[0];
    write!(
        rows,
        "({},{},{},{},{},{},{},{},{},{},{},{},{os},{oe},{},{}),",
        service.id,
        text(&service.name),
        text(&service.org),
        text(&service.main),
        text(&service.alternate),
        text(&service.city),
        text(&service.phone),
        list(&service.cats),
        list(&service.langs),
        list(&service.elig),
        service.lat,
        service.lon,
        service.open.len(),
        service.free
    )
    .unwrap();
}
