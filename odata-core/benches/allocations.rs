//! Allocations per item of each row and engine.
//!
//! `cargo bench -p odata-core --bench allocations`. A bench of its own, since counting would slow down what `ratios` measures.

#[allow(dead_code, reason = "each bench uses its own part of the workload")]
mod workload;

use std::hint::black_box;

use workload::{
    engine::Result,
    row::{Job, rows},
};

/// Items of an array. The growth of the array itself is amortised over them.
const COUNT: usize = 1000;

fn main() -> Result<()> {
    println!("allocations per item");
    for row in rows(COUNT) {
        row.verify()?;
        print!("{:<16}", row.name);
        for contender in &row.contenders {
            let mut outcome = Ok(());
            let info = match row.job {
                Job::Read => allocation_counter::measure(|| {
                    outcome = (contender.read)(&row.input).map(|items| drop(black_box(items)))
                }),
                Job::Write => {
                    let items = (contender.read)(&row.input)?;
                    let mut buffer = Vec::with_capacity(2 * row.input.text.len());
                    allocation_counter::measure(|| {
                        outcome = (contender.write)(&*items, black_box(&mut buffer))
                    })
                }
            };
            outcome?;
            print!(
                "  {} {:.1}",
                contender.name,
                info.count_total as f64 / COUNT as f64
            );
        }
        println!();
    }
    Ok(())
}
