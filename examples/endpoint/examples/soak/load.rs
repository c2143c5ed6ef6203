//! Many callouts at the same time.

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use endpoint::{
    BoxError,
    demo::{Mocks, TemporaryFolder},
};
use reqwest::{Client, StatusCode};
use tokio::{task::JoinSet, time::sleep};

use crate::{Entra, ledger::Ledger, start};

/// The growth of the memory, from the second to the last fifth of the time, that does not count as a leak: a factor, or megabytes.
const MAX_GROWTH: (f64, f64) = (1.1, 8.0);
/// The time for the deliveries after the last callout.
const REST: Duration = Duration::from_secs(120);

/// Sends callouts for a time and checks the deliveries.
///
/// # Errors
/// If a callout is refused, lost or delivered twice, or the memory of the endpoint grows.
pub(crate) async fn run(time: Duration, callouts: u64) -> Result<(), BoxError> {
    let folder = TemporaryFolder::new()?;
    let mocks = Mocks::start().await?;
    let mut process = start(&mocks, folder.path(), "approve", "Soak")?;
    let (url, _) = process.urls()?;
    let entra = Entra {
        client: Client::builder().timeout(Duration::from_secs(30)).build()?,
        url,
        authorization: mocks.authorization()?,
    };
    println!(
        "{callouts} callouts at the same time, for {} s",
        time.as_secs()
    );

    let begin = Instant::now();
    let next = Arc::new(AtomicU64::new(0));
    let slowest = Arc::new(AtomicU64::new(0));
    let mut callers = JoinSet::new();
    for _ in 0..callouts {
        let (entra, next, slowest) = (entra.clone(), Arc::clone(&next), Arc::clone(&slowest));
        callers.spawn(async move {
            while begin.elapsed() < time {
                let number = next.fetch_add(1, Ordering::Relaxed);
                // Some callouts are repeated.
                for _ in 0..=u32::from(number % 50 == 0) {
                    let sent = Instant::now();
                    let status = entra.call(number).await?;
                    if status != StatusCode::OK {
                        return Err(BoxError::from(format!(
                            "a callout has the response {status}"
                        )));
                    }
                    let millis = u64::try_from(sent.elapsed().as_millis()).unwrap_or(u64::MAX);
                    slowest.fetch_max(millis, Ordering::Relaxed);
                }
            }
            Ok(())
        });
    }

    let mut ledger = Ledger::default();
    let mut memory = Vec::new();
    let mut printed = Duration::ZERO;
    println!("     s   callouts  deliveries      MB");
    while begin.elapsed() < time {
        sleep((time / 100).min(Duration::from_secs(1))).await;
        ledger.update(&mocks.graph)?;
        memory.extend(resident_megabytes(process.id()));
        if begin.elapsed() >= printed {
            print(begin, next.load(Ordering::Relaxed), &ledger, &memory);
            printed += (time / 10).max(Duration::from_secs(1));
        }
    }
    while let Some(caller) = callers.join_next().await {
        caller??;
    }
    let sent = next.load(Ordering::Relaxed);
    let end = Instant::now();
    while ledger.accepted < sent && end.elapsed() < REST {
        sleep(Duration::from_millis(50)).await;
        ledger.update(&mocks.graph)?;
    }
    print(begin, sent, &ledger, &memory);
    println!(
        "the slowest response took {} ms, the last delivery ended {} ms after the last callout, and the journal has {} MB",
        slowest.load(Ordering::Relaxed),
        end.elapsed().as_millis(),
        fs::metadata(mocks.settings(folder.path()).database)?.len() >> 20,
    );
    process.kill()?;

    let lost = (0..sent).filter(|it| ledger.accepted(*it) == 0).count();
    let (repeated, attempts) = ledger.repetitions();
    println!("{sent} callouts, {attempts} deliveries, {lost} lost, {repeated} delivered twice");
    if lost + repeated > 0 {
        return Err("callouts are lost or delivered twice".into());
    }
    check_memory(&memory)
}

fn print(begin: Instant, sent: u64, ledger: &Ledger, memory: &[f64]) {
    println!(
        "{:6} {sent:10} {:11} {:7.1}",
        begin.elapsed().as_secs(),
        ledger.accepted,
        memory.last().copied().unwrap_or_default()
    );
}

/// Compares the second with the last fifth. The first one fills caches and pools.
fn check_memory(memory: &[f64]) -> Result<(), BoxError> {
    let fifth = memory.len() / 5;
    let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len() as f64;
    let (Some(second), Some(last)) = (
        memory.get(fifth..2 * fifth),
        memory.get(memory.len() - fifth..),
    ) else {
        return Ok(());
    };
    if second.is_empty() {
        println!("the memory is not known on this system");
        return Ok(());
    }
    let (before, after) = (mean(second), mean(last));
    println!("memory: {before:.1} MB in the second fifth, {after:.1} MB in the last one");
    let (factor, megabytes) = MAX_GROWTH;
    if after > before * factor && after > before + megabytes {
        return Err("the memory of the endpoint grows".into());
    }
    Ok(())
}

/// Returns the memory of a process, on Linux.
fn resident_megabytes(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"))?;
    let kilobytes: f64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}
