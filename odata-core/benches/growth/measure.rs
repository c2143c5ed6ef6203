//! Compares two ways of reading a body. The bench `growth` copies this file into the program that it generates.

use std::{hint::black_box, time::Duration};

use cpu_time::ThreadTime;

pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const ROUNDS: usize = 15;

/// Prints the ratio of two ways of reading `text`, and returns it. `both` reads by the first way or by the second, and drops the value.
pub fn point(axis: &str, at: usize, mut both: impl FnMut(bool) -> Result<Duration>) -> Result<f64> {
    let once = both(false)?.max(Duration::from_micros(1));
    let passes = (Duration::from_millis(5).as_nanos() / once.as_nanos()).clamp(1, 2000);
    let mut measure = |is_odata| -> Result<f64> {
        // This run refills the allocator's free lists and the caches.
        both(is_odata)?;
        let mut time = Duration::ZERO;
        for _ in 0..passes {
            time += both(is_odata)?;
        }
        Ok(time.as_secs_f64())
    };
    let mut ratios = Vec::with_capacity(ROUNDS);
    for round in 0..ROUNDS {
        let (odata, flat);
        if round % 2 == 0 {
            flat = measure(false)?;
            odata = measure(true)?;
        } else {
            odata = measure(true)?;
            flat = measure(false)?;
        }
        ratios.push(odata / flat);
    }
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios.get(ROUNDS / 2).copied().unwrap_or(f64::NAN);
    println!("{axis:<9} {at:>7} {ratio:>7.3}");
    Ok(ratio)
}

/// Prints how much the ratios of an axis differ.
pub fn summary(axis: &str, ratios: &[f64]) {
    let smallest = ratios.iter().copied().fold(f64::INFINITY, f64::min);
    let largest = ratios.iter().copied().fold(0.0, f64::max);
    println!("{axis:<9}  spread {:>6.3}\n", largest / smallest);
}

/// The time of one call, without the time to drop the result.
pub fn timed<T>(read: impl FnOnce() -> Result<T>) -> Result<Duration> {
    let start = ThreadTime::now();
    let value = black_box(read()?);
    let time = start.elapsed();
    drop(value);
    Ok(time)
}

/// An array of `count` copies.
pub fn array(item: &str, count: usize) -> String {
    format!("[{}]", vec![item; count].join(","))
}
