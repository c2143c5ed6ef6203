//! What streaming a collection costs: time against reading the same items one by one from memory, and peak memory.
//!
//! ```text
//! cargo run --release -p odata-core --example streaming -- 1000 [rounds]
//! ```
//!
//! The number is the size of the body in megabytes. The body is made as it is read, from a block of items that repeats, so that it
//! needs neither disk nor memory of its own; both ways read the same bytes. Times are those of the processor, medians of the rounds.

#![expect(
    clippy::expect_used,
    reason = "a measurement that fails says so by panicking"
)]

use std::{
    io::{self, Read},
    time::Duration,
};

use cpu_time::ProcessTime;
use odata_core::{Annotations, DynamicProperties, ODataResource, json};

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop")]
struct Address {
    street: Option<String>,
    city: Option<String>,
    postal_code: Option<String>,
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop", open)]
struct Customer {
    id: String,
    number: i64,
    display_name: Option<String>,
    mail: Option<String>,
    credit: Option<f64>,
    is_active: Option<bool>,
    phones: Option<Vec<String>>,
    address: Option<Address>,
    created: Option<odata_core::edm::DateTimeOffset>,
    note: Option<String>,
    #[odata(dynamic_properties)]
    dynamic: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

/// Items of about 450 bytes, of which one in ten has a property that is not declared.
fn block() -> Vec<String> {
    let item = |i: u64| {
        let extra = match i % 10 {
            0 => format!(r#","loyalty":{{"level":"gold","points":{}.50}}"#, i * 17),
            _ => String::new(),
        };
        format!(
            r#"{{"@odata.etag":"W/\"{i:08}\"","id":"c5a0b6f2-1d0e-4f7e-9f3a-{i:012}","number":{number},"displayName":"Customer {i} of the shop","mail":"customer.{i}@shop.example","credit":{credit}.25,"isActive":{active},"phones":["+47 555 {i:06}","+47 556 {i:06}"],"address":{{"street":"Storgata {i}","city":"Troms\u00f8","postalCode":"N-{i:04}"}},"created":"2024-02-29T23:59:{seconds:02}.123Z","note":null{extra}}}"#,
            number = i.wrapping_mul(2_654_435_761) >> 8,
            credit = i % 10_000,
            active = i.is_multiple_of(3),
            seconds = i % 60,
        )
    };
    (0..2_000).map(item).collect()
}

/// Bytes over and over again.
struct Repeat<'a> {
    bytes: &'a [u8],
    now: &'a [u8],
    times: usize,
}

impl Read for Repeat<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.now.is_empty() && self.times > 0 {
            self.times -= 1;
            self.now = self.bytes;
        }
        self.now.read(to)
    }
}

/// How many customers there were, and a sum over them, so that none is read for nothing.
type Seen = (usize, i64);

fn count(seen: Seen, customer: &Customer) -> Seen {
    (seen.0 + 1, seen.1.wrapping_add(customer.number))
}

/// Items from a reader that gives the whole collection.
fn streamed(items: &[String], times: usize) -> Seen {
    let block: String = items.iter().flat_map(|it| [it, ","]).collect();
    let (bytes, now) = (block.as_bytes(), &[][..]);
    let last = items.last().expect("items");
    let body = br#"{"@odata.context":"https://shop.example/$metadata#Customers","value":["#
        .chain(Repeat { bytes, now, times })
        .chain(last.as_bytes())
        .chain(&b"],\"@odata.deltaLink\":\"Customers?$deltatoken=1\"}"[..]);
    let mut customers = json::items::<Customer, _>(body);
    let seen = customers.by_ref().fold((0, 0), |seen, customer| {
        count(seen, &customer.expect("an item"))
    });
    let trailer = customers.trailer().expect("a trailer");
    assert!(trailer.delta_link.is_some(), "the trailer is complete");
    seen
}

/// The same items one by one from memory.
fn one_by_one(items: &[String], times: usize) -> Seen {
    let all = std::iter::repeat_n(items, times)
        .flatten()
        .chain(items.last());
    all.fold((0, 0), |seen, item| {
        count(seen, &json::from_slice(item.as_bytes()).expect("an item"))
    })
}

fn timed(read: impl FnOnce() -> Seen) -> (Duration, Seen) {
    let start = ProcessTime::now();
    let seen = read();
    (start.elapsed(), seen)
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times
        .get(times.len() / 2)
        .map_or(0.0, Duration::as_secs_f64)
}

/// The most memory that the process has had, in megabytes, where the system says.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes / 1024.0)
}

fn main() {
    let argument = |at, default: usize| {
        let text = std::env::args().nth(at);
        text.map_or(default, |it| it.parse().expect("a number"))
    };
    let (megabytes, rounds) = (argument(1, 100), argument(2, 3));
    let items = block();
    let length: usize = items.iter().map(|it| it.len() + 1).sum();
    let times = (megabytes << 20).div_ceil(length);
    println!(
        "{} items of {} bytes, {:.0} MB",
        items.len() * times + 1,
        length / items.len() - 1,
        (length * times) as f64 / f64::from(1 << 20)
    );
    let (mut streaming, mut single) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let (time, seen) = timed(|| streamed(&items, times));
        streaming.push(time);
        let (time, same) = timed(|| one_by_one(&items, times));
        single.push(time);
        assert_eq!(seen, same, "both ways read the same");
    }
    let (streaming, single) = (median(streaming), median(single));
    println!(
        "streamed {streaming:.2} s, one by one from memory {single:.2} s: ratio {:.2}",
        streaming / single
    );
    if let Some(peak) = peak() {
        println!("peak memory {peak:.1} MB");
    }
}
