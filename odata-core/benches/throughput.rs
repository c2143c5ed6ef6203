//! Times and throughput of each engine on each row, for a quick look. The published figures come from `ratios`.
//!
//! `cargo bench -p odata-core --bench throughput -- dir-read`

#[allow(dead_code, reason = "each bench uses its own part of the workload")]
mod workload;

use std::{fmt, sync::LazyLock};

use divan::{Bencher, counter::BytesCount};
use workload::{
    engine::Contender,
    row::{Job, Row, rows},
};

/// With arrays of a hundred items, all rows together take seconds.
static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| rows(100));

fn main() {
    divan::main();
}

/// One engine on one row.
struct Case(&'static Row, &'static Contender);

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.0.name, self.1.name)
    }
}

fn cases(job: Job) -> impl Iterator<Item = Case> {
    let rows = ROWS.iter().filter(move |row| row.job == job);
    rows.flat_map(|row| {
        row.contenders
            .iter()
            .map(move |contender| Case(row, contender))
    })
}

#[divan::bench(args = cases(Job::Read), max_time = 0.3)]
fn read(bencher: Bencher, Case(row, contender): &Case) {
    // The items are dropped after the measured time.
    bencher
        .counter(BytesCount::of_slice(&row.input.text))
        .bench(|| (contender.read)(&row.input));
}

#[divan::bench(args = cases(Job::Write), max_time = 0.3)]
fn write(bencher: Bencher, Case(row, contender): &Case) {
    let Ok(items) = (contender.read)(&row.input) else {
        return;
    };
    let mut buffer = Vec::with_capacity(2 * row.input.text.len());
    bencher
        .counter(BytesCount::of_slice(&row.input.text))
        .bench_local(|| {
            buffer.clear();
            (contender.write)(&*items, &mut buffer)
        });
}
