//! Times as ratios to hand-flattened serde structs on the same bytes, and what README and the acceptance figures quote.
//!
//! ```text
//! cargo bench -p odata-core --bench ratios                                      all rows, 15 rounds of 1000 items
//! cargo bench -p odata-core --bench ratios -- --rounds 31 --only dir,ext-write  the rows whose names begin so
//! cargo bench -p odata-core --bench ratios -- --smoke                           seconds: checks that everything runs
//! ```
//!
//! Machines are noisy, so nothing is compared across time: each measurement is a pair, the yardstick and one contender straight after
//! each other (in turn the one or the other first), in the CPU time of the thread, and a cell is the median of the pairs' ratios, with
//! half the distance between the quartiles beside it. Dropping what was read is not timed. Writing is per byte written.
//!
//! Instructions do not depend on what else the machine does. Count them with the same binary, whose path `cargo bench --no-run` prints,
//! once with `--iterations 0` and once with `--iterations 20`; the difference is twenty reads or writes:
//!
//! ```text
//! valgrind --tool=callgrind target/release/deps/ratios-<hash> --only dir-read-first --engine odata --count 100 --iterations 20
//! ```

#[allow(dead_code, reason = "each bench uses its own part of the workload")]
mod workload;

use std::{any::Any, hint::black_box, time::Duration};

use cpu_time::ThreadTime;
use workload::{
    engine::{Contender, Result},
    row::{Job, Row, rows},
};

struct Arguments {
    rounds: usize,
    /// Items of an array.
    count: usize,
    /// Beginnings of row names; none means all.
    only: Vec<String>,
    engine: Option<String>,
    /// Runs of one engine without a clock.
    iterations: Option<usize>,
}

impl Arguments {
    fn parse() -> Result<Self> {
        let mut parsed = Self {
            rounds: 15,
            count: 1000,
            only: Vec::new(),
            engine: None,
            iterations: None,
        };
        let mut smoke = !std::env::args().any(|argument| argument == "--bench");
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .ok_or_else(|| format!("{argument} needs a value"))
            };
            match argument.as_str() {
                // `cargo bench` says this; `cargo test --benches` does not.
                "--bench" => {}
                "--smoke" => smoke = true,
                "--rounds" => parsed.rounds = value()?.parse()?,
                "--count" => parsed.count = value()?.parse()?,
                "--only" => parsed.only = value()?.split(',').map(str::to_owned).collect(),
                "--engine" => parsed.engine = Some(value()?),
                "--iterations" => parsed.iterations = Some(value()?.parse()?),
                _ => return Err(format!("unknown argument {argument}").into()),
            }
        }
        if smoke && parsed.iterations.is_none() {
            (parsed.rounds, parsed.count) = (2, 20);
        }
        Ok(parsed)
    }

    fn wants(&self, row: &Row) -> bool {
        self.only.is_empty() || self.only.iter().any(|start| row.name.starts_with(start))
    }
}

fn main() -> Result<()> {
    let arguments = Arguments::parse()?;
    let rows: Vec<Row> = rows(arguments.count)
        .into_iter()
        .filter(|row| arguments.wants(row))
        .collect();
    if let Some(iterations) = arguments.iterations {
        return repeat(&rows, arguments.engine.as_deref(), iterations);
    }
    let _pin = warm_heap();
    println!(
        "{} rounds of {} items; flat in nanoseconds an item, the others as ratios to it",
        arguments.rounds, arguments.count
    );
    for row in &rows {
        row.verify()?;
        print!(
            "{:<16} {:>5} B/item",
            row.name,
            row.input.text.len() / arguments.count
        );
        let mut runners = row
            .contenders
            .iter()
            .map(|contender| Runner::new(row, contender))
            .collect::<Result<Vec<_>>>()?;
        let Some((flat, others)) = runners.split_first_mut() else {
            continue;
        };
        let (cost, ratios) = compare(flat, others, arguments.rounds)?;
        print!("  flat {:>5.0} ns", cost / arguments.count as f64);
        for (runner, ratios) in others.iter().zip(ratios) {
            let (median, spread) = summary(ratios);
            print!("  {} {median:.3} ±{spread:.3}", runner.contender.name);
        }
        println!();
    }
    Ok(())
}

/// Takes memory from the system and frees it below a block that stays, which keeps the allocator from handing it back. Without this, some
/// runs pay for fresh pages and others do not, depending on what ran before them, and ratios jump between two values.
fn warm_heap() -> Vec<u8> {
    let blocks: Vec<Vec<u8>> = (0..64 * 1024).map(|_| vec![1; 1024]).collect();
    let pin = vec![1; 1024];
    drop(black_box(blocks));
    black_box(pin)
}

/// One contender at work on one row.
struct Runner<'r> {
    row: &'r Row,
    contender: &'r Contender,
    items: Box<dyn Any>,
    buffer: Vec<u8>,
}

impl<'r> Runner<'r> {
    fn new(row: &'r Row, contender: &'r Contender) -> Result<Self> {
        let items = (contender.read)(&row.input)?;
        Ok(Self {
            row,
            contender,
            items,
            buffer: Vec::with_capacity(2 * row.input.text.len()),
        })
    }

    /// Does the job once and tells how long it took.
    fn run(&mut self) -> Result<Duration> {
        match self.row.job {
            Job::Read => {
                let start = ThreadTime::now();
                let items = black_box((self.contender.read)(black_box(&self.row.input))?);
                let time = start.elapsed();
                drop(items);
                Ok(time)
            }
            Job::Write => {
                self.buffer.clear();
                let start = ThreadTime::now();
                (self.contender.write)(black_box(&*self.items), &mut self.buffer)?;
                black_box(&self.buffer);
                Ok(start.elapsed())
            }
        }
    }

    /// Nanoseconds of one run, on average over `passes`; for writing, as if it had written the input's bytes.
    fn measure(&mut self, passes: u32) -> Result<f64> {
        // The run before was another engine's: let the allocator's free lists and the caches be one's own again.
        self.run()?;
        let mut time = Duration::ZERO;
        for _ in 0..passes {
            time += self.run()?;
        }
        let nanoseconds = time.as_secs_f64() * 1e9 / f64::from(passes);
        Ok(match self.row.job {
            Job::Read => nanoseconds,
            Job::Write => nanoseconds * self.row.input.text.len() as f64 / self.buffer.len() as f64,
        })
    }
}

/// The yardstick's median cost and, for each of the others, one ratio a round.
fn compare(
    flat: &mut Runner,
    others: &mut [Runner],
    rounds: usize,
) -> Result<(f64, Vec<Vec<f64>>)> {
    // Long enough for the clock, short enough for both halves of a pair to meet the same machine.
    let once = flat.run()?.max(Duration::from_micros(1));
    let passes = (Duration::from_millis(6).as_nanos() / once.as_nanos()).clamp(1, 1000) as u32;
    let mut costs = Vec::new();
    let mut ratios = vec![Vec::with_capacity(rounds); others.len()];
    for round in 0..rounds {
        for (other, ratios) in others.iter_mut().zip(&mut ratios) {
            let (yardstick, cost);
            if round % 2 == 0 {
                yardstick = flat.measure(passes)?;
                cost = other.measure(passes)?;
            } else {
                cost = other.measure(passes)?;
                yardstick = flat.measure(passes)?;
            }
            costs.push(yardstick);
            ratios.push(cost / yardstick);
        }
    }
    Ok((summary(costs).0, ratios))
}

/// The median and half the distance between the quartiles.
fn summary(mut samples: Vec<f64>) -> (f64, f64) {
    samples.sort_by(f64::total_cmp);
    let at = |part: f64| {
        samples
            .get((samples.len() as f64 * part) as usize)
            .copied()
            .unwrap_or(f64::NAN)
    };
    (at(0.5), (at(0.75) - at(0.25)) / 2.0)
}

/// Runs one engine without a clock, for a profiler.
fn repeat(rows: &[Row], engine: Option<&str>, iterations: usize) -> Result<()> {
    let contenders = rows
        .iter()
        .flat_map(|row| row.contenders.iter().map(move |contender| (row, contender)));
    for (row, contender) in
        contenders.filter(|(_, contender)| engine.is_none_or(|engine| engine == contender.name))
    {
        let mut runner = Runner::new(row, contender)?;
        for _ in 0..iterations {
            runner.run()?;
        }
    }
    Ok(())
}
