//! Times as ratios to hand-flattened serde structs on the same bytes: the figures of the README.
//!
//! ```text
//! cargo bench -p odata-core --bench ratios                                      all rows, 15 rounds of 1000 items
//! cargo bench -p odata-core --bench ratios -- --rounds 31 --only dir,ext-write  the rows whose names begin with these words
//! cargo bench -p odata-core --bench ratios -- --plot benches/ratios.svg         draws the plot of the README as well
//! cargo bench -p odata-core --bench ratios -- --smoke                           a few seconds: checks that everything runs
//! ```
//!
//! Each ratio compares like with like. `odata`, which is `odata_core::json`, checks the UTF-8 of the whole body once and reads the text with
//! a parser of its own; its yardstick `flat-str` also checks it once and reads it through `serde_json::from_str`. `odata-sonic` reads through sonic-rs, as its yardstick `flat-sonic`. All
//! others read through `serde_json::from_slice`, and their yardstick is `flat`. `flat-str` and `flat-sonic` are shown as ratios to `flat`.
//!
//! Machines are noisy. Each measurement is therefore a pair: a contender and its yardstick directly after each other, in alternating
//! order, in CPU time of the thread. A figure is the median of the pairs' ratios, and the figure after `±` half the distance between the
//! quartiles. The time to drop the items is not included. Writing is measured per written byte.
//!
//! Instructions do not depend on the load of the machine. To count them, run the same binary (`cargo bench --no-run` prints its path)
//! with `--iterations 0` and with `--iterations 20`; the difference is the cost of twenty reads or writes:
//!
//! ```text
//! valgrind --tool=callgrind target/release/deps/ratios-<hash> --only dir-read-first --engine odata --count 100 --iterations 20
//! ```

#[allow(dead_code, reason = "each bench uses its own part of the workload")]
mod workload;

#[path = "ratios/plot.rs"]
mod plot;

use std::{any::Any, hint::black_box, path::PathBuf, time::Duration};

use cpu_time::ThreadTime;
use plot::Ratios;
use workload::{
    engine::{Contender, Result},
    row::{Job, Row, rows},
};

struct Arguments {
    rounds: usize,
    /// Items of an array.
    count: usize,
    /// The beginnings of row names. Empty: all rows.
    only: Vec<String>,
    engine: Option<String>,
    /// Runs without a clock, for a profiler.
    iterations: Option<usize>,
    /// Where to draw the ratios.
    plot: Option<PathBuf>,
}

impl Arguments {
    fn parse() -> Result<Self> {
        let mut parsed = Self {
            rounds: 15,
            count: 1000,
            only: Vec::new(),
            engine: None,
            iterations: None,
            plot: None,
        };
        let mut smoke = !std::env::args().any(|argument| argument == "--bench");
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .ok_or_else(|| format!("`{argument}` requires a value"))
            };
            match argument.as_str() {
                // An argument of `cargo bench`, which `cargo test --benches` lacks.
                "--bench" => {}
                "--smoke" => smoke = true,
                "--rounds" => parsed.rounds = value()?.parse()?,
                "--count" => parsed.count = value()?.parse()?,
                "--only" => parsed.only = value()?.split(',').map(str::to_owned).collect(),
                "--engine" => parsed.engine = Some(value()?),
                "--iterations" => parsed.iterations = Some(value()?.parse()?),
                "--plot" => parsed.plot = Some(value()?.into()),
                _ => return Err(format!("unknown argument `{argument}`").into()),
            }
        }
        if smoke && parsed.iterations.is_none() {
            (parsed.rounds, parsed.count) = (2, 20);
        }
        Ok(parsed)
    }

    fn includes(&self, row: &Row) -> bool {
        self.only.is_empty() || self.only.iter().any(|start| row.name.starts_with(start))
    }
}

fn main() -> Result<()> {
    let arguments = Arguments::parse()?;
    let rows: Vec<Row> = rows(arguments.count)
        .into_iter()
        .filter(|row| arguments.includes(row))
        .collect();
    if let Some(iterations) = arguments.iterations {
        return repeat(&rows, arguments.engine.as_deref(), iterations);
    }
    let _pin = warm_heap();
    println!(
        "{} rounds of {} items; flat in nanoseconds per item, odata as a ratio to flat-str, odata-sonic to flat-sonic, the others to flat",
        arguments.rounds, arguments.count
    );
    let mut figures = Vec::new();
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
        let (cost, ratios) = compare(&mut runners, arguments.rounds)?;
        print!("  flat {:>5.0} ns", cost / arguments.count as f64);
        let mut medians = Vec::new();
        for (runner, ratios) in runners.iter().skip(1).zip(ratios) {
            let (median, spread) = summary(ratios);
            print!("  {} {median:.3} ±{spread:.3}", runner.contender.name);
            medians.push((runner.contender.name, median));
        }
        println!();
        figures.push(Ratios {
            row: row.name,
            medians,
        });
    }
    if let Some(path) = &arguments.plot {
        plot::draw(path, &figures)?;
    }
    Ok(())
}

/// Allocates much memory and frees it below a block that stays, so that the allocator does not return it to the system. Without this,
/// only some runs pay for new pages, and ratios jump between two values.
fn warm_heap() -> Vec<u8> {
    let blocks: Vec<Vec<u8>> = (0..64 * 1024).map(|_| vec![1; 1024]).collect();
    let pin = vec![1; 1024];
    drop(black_box(blocks));
    black_box(pin)
}

/// One contender on one row.
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

    /// Does the job once and returns its time.
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

    /// The average nanoseconds of `passes` runs. For writing, scaled to the size of the input.
    fn measure(&mut self, passes: u32) -> Result<f64> {
        // The previous run was another engine's: this one refills the allocator's free lists and the caches.
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

/// The median cost of the first runner and, for each other one, its ratio to its yardstick in each round.
fn compare(runners: &mut [Runner], rounds: usize) -> Result<(f64, Vec<Vec<f64>>)> {
    let first = runners.first_mut().ok_or("a row without contenders")?;
    // Long enough for the clock, short enough for the load of the machine to be the same for both halves of a pair.
    let once = first.run()?.max(Duration::from_micros(1));
    let passes = (Duration::from_millis(6).as_nanos() / once.as_nanos()).clamp(1, 1000) as u32;
    let mut costs = Vec::new();
    let mut ratios = vec![Vec::with_capacity(rounds); runners.len() - 1];
    for round in 0..rounds {
        for (index, ratios) in (1..).zip(&mut ratios) {
            let [yardstick, contender] = pair(runners, index)?;
            let (expected, cost);
            if round % 2 == 0 {
                expected = yardstick.measure(passes)?;
                cost = contender.measure(passes)?;
            } else {
                cost = contender.measure(passes)?;
                expected = yardstick.measure(passes)?;
            }
            if yardstick.contender.name == "flat" {
                costs.push(expected);
            }
            ratios.push(cost / expected);
        }
    }
    Ok((summary(costs).0, ratios))
}

/// The runner with that index, after its yardstick.
fn pair<'a, 'r>(runners: &'a mut [Runner<'r>], index: usize) -> Result<[&'a mut Runner<'r>; 2]> {
    let yardstick = runners
        .get(index)
        .and_then(|runner| {
            let name = runner.contender.yardstick;
            runners
                .iter()
                .position(|other| other.contender.name == name)
        })
        .ok_or("a contender without its yardstick")?;
    Ok(runners.get_disjoint_mut([yardstick, index])?)
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
