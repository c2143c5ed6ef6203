//! Odd but legal metadata: the types that are generated from it describe the same model, and read and write its bodies.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeMap, fs};

use odata_core::{
    Version,
    csdl::{Metadata, odata_csdl::Document},
    json,
};
use odata_interop::{
    documents::{DOCUMENTS, generated::ledger::ledger},
    facets,
};

fn metadata(text: &str) -> Metadata {
    let read = match text.starts_with('{') {
        true => Metadata::from_json(text),
        false => Metadata::from_xml(text),
    };
    read.expect("the document is CSDL")
}

#[test]
fn the_types_and_the_document_have_no_differences() {
    for source in DOCUMENTS {
        let model = source.model();
        let name = source.name;
        assert_eq!(model.compare(&metadata(source.text)), [], "{name}");

        let xml = model.to_xml(Version::V401);
        let xml = xml.unwrap_or_else(|error| panic!("{name}: {error}"));
        let json = model.to_json().expect("the model is valid");
        for written in [xml, json] {
            assert_eq!(model.compare(&metadata(&written)), [], "{name}");
        }
    }
}

/// Types have no place for these: the precision of times, and what only a service uses.
#[test]
fn the_types_do_not_carry_these_facets() {
    let mut sum = BTreeMap::new();
    for source in DOCUMENTS {
        let xml = source.model().to_xml(Version::V401);
        let written = Document::read(&xml.expect("the model is valid"), 0, &mut Vec::new());
        for (facet, count) in facets::lost(&source.document(), &written) {
            *sum.entry(facet).or_insert(0) += count;
        }
    }
    let lost: Vec<_> = sum.into_iter().collect();
    assert_eq!(
        lost,
        [
            ("DefaultValue", 26),
            ("Precision", 5),
            ("SRID", 5),
            ("Unicode", 1)
        ]
    );
}

/// The lines of `documents/<name>.bodies` are the name of a type and a body.
#[test]
fn the_types_read_and_write_their_bodies() {
    let mut failed = Vec::new();
    for source in DOCUMENTS {
        let path = format!("documents/{}.bodies", source.name);
        let text = fs::read_to_string(path).expect("the document has bodies");
        for line in text.lines() {
            let (ty, body) = line.split_once(' ').expect("a name and a body");
            let entry = source.types.iter().find(|it| it.qualified == ty);
            let written = match entry {
                Some(entry) => (entry.round_trip)(body).unwrap_or_else(|error| error.to_string()),
                None => "no such type".to_owned(),
            };
            if written != body {
                failed.push(format!("{ty}:\n{body}\n{written}"));
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn each_document_is_written_and_read_without_loss() {
    for source in DOCUMENTS {
        let mut findings = Vec::new();
        let document = Document::read(source.text, 0, &mut findings);
        assert_eq!(findings, [], "{}", source.name);
        let (xml, json) = (document.to_xml(), document.to_json());
        for text in [&xml, &json] {
            let again = Document::read(text, 0, &mut findings);
            assert_eq!(findings, [], "{}", source.name);
            assert_eq!(again.to_json(), json, "{}", source.name);
        }
        let again = Document::read(&xml, 0, &mut findings);
        assert_eq!(again.to_xml(), xml, "{}", source.name);
    }
}

#[test]
fn keys_identify_their_entities() {
    let every: ledger::Every = json::from_str(EVERY).expect("the body is valid");
    let id = ledger::EVERYTHING.id(&every).expect("the entity has a key");
    assert_eq!(
        id,
        "Everything(Boolean=true,Byte=255,SByte=-128,Int16=-32768,Int64=9223372036854775807,Decimal=999.99,Date=2026-02-28,\
         Moment=2026-02-28T23%3A59%3A59.1234567%2B01%3A00,Time=23%3A59%3A59.5,Span=duration'-P1DT2H',\
         Guid=01234567-89ab-cdef-0123-456789abcdef,Text='a%2Fb''c',Side=ledger.Side'Credit',Code='ABCD')"
    );
    // A key over paths has no fields: an error, and never a wrong predicate.
    let page: ledger::Page = json::from_str(r#"{"Book":"B1"}"#).expect("the body is valid");
    assert!(ledger::PAGES.id(&page).is_err());
}

const EVERY: &str = r#"{"Boolean":true,"Byte":255,"SByte":-128,"Int16":-32768,"Int64":9223372036854775807,"Decimal":999.99,
    "Date":"2026-02-28","Moment":"2026-02-28T23:59:59.1234567+01:00","Time":"23:59:59.5","Span":"-P1DT2H",
    "Guid":"01234567-89ab-cdef-0123-456789abcdef","Text":"a/b'c","Side":"Credit","Code":"ABCD"}"#;
