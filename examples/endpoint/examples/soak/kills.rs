//! An endpoint that is killed at random points.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use endpoint::{
    BoxError,
    demo::{Fault, Mocks, TemporaryFolder},
};
use odata_core::{
    graph::{
        AccessPackageAssignmentRequestCallbackData, AccessPackageCustomExtensionStage,
        AccessPackageRequestState, Resume,
    },
    json,
};
use reqwest::{Client, StatusCode, header};
use tokio::{task::JoinSet, time::sleep};

use crate::{Entra, ledger::Ledger, random::Random, start};

/// The callers in a round.
const CALLERS: u32 = 16;
/// The time for the deliveries after the last kill.
const REST: Duration = Duration::from_secs(120);

/// The callouts that the endpoint has confirmed, by number, with the answer that an operator decided.
#[derive(Clone, Default)]
struct Confirmed(Arc<Mutex<HashMap<u64, Option<String>>>>);

impl Confirmed {
    fn insert(&self, number: u64, answer: Option<String>) {
        let mut numbers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        numbers.insert(number, answer);
    }

    fn take(&self) -> HashMap<u64, Option<String>> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Kills the endpoint `kills` times while it works, and then checks what Microsoft Graph received.
///
/// # Errors
/// If a confirmed callout or decision is lost, or an answer changed between two deliveries.
pub(crate) async fn run(kills: u32) -> Result<(), BoxError> {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    println!("{kills} kills, seed {seed}");
    let mut random = Random::new(seed);
    let folder = TemporaryFolder::new()?;
    let mocks = Mocks::start().await?;
    let client = Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(30))
        .build()?;
    let confirmed = Confirmed::default();
    let next = Arc::new(AtomicU64::new(0));
    let mut ledger = Ledger::default();
    let mut during_start = 0;

    for round in 0..kills {
        // An answer that is decided again in another round has another content.
        let source = format!("Round {round}");
        let is_asking = random.percent(50);
        let outage = random.percent(30).then_some(Fault {
            status: StatusCode::SERVICE_UNAVAILABLE,
            retry_after: None,
        });
        mocks.graph.set_outage(outage);
        let policy = if is_asking { "ask" } else { "approve" };
        let mut process = start(&mocks, folder.path(), policy, &source)?;
        if random.percent(10) {
            // In the middle of the start, or of the repair of the journal.
            sleep(Duration::from_millis(random.range(0..30))).await;
            process.kill()?;
            during_start += 1;
            continue;
        }
        let (url, page) = process.urls()?;
        let entra = Entra {
            client: client.clone(),
            url,
            authorization: mocks.authorization()?,
        };
        let mut callers = JoinSet::new();
        for _ in 0..CALLERS {
            let (entra, next, confirmed) = (entra.clone(), Arc::clone(&next), confirmed.clone());
            let (page, source) = (page.clone(), source.clone());
            callers.spawn(async move {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    match entra.call(number).await {
                        Ok(StatusCode::OK) => confirmed.insert(number, None),
                        Ok(status) => return Err(format!("a callout has the response {status}")),
                        // The endpoint is killed.
                        Err(_) => return Ok(()),
                    }
                    // An operator decides about every second one, before any policy does.
                    if is_asking && number % 2 == 0 {
                        match deny(&entra.client, &page, number, &source).await {
                            Ok(StatusCode::SEE_OTHER) => {
                                let answer =
                                    denial(number, &source).map_err(|it| it.to_string())?;
                                confirmed.insert(number, Some(answer));
                            }
                            Ok(status) => {
                                return Err(format!("a decision has the response {status}"));
                            }
                            Err(_) => return Ok(()),
                        }
                    }
                }
            });
        }
        sleep(Duration::from_millis(random.range(1..400))).await;
        process.kill()?;
        for result in callers.join_all().await {
            result?;
        }
        ledger.update(&mocks.graph)?;
    }

    mocks.graph.set_outage(None);
    let mut process = start(&mocks, folder.path(), "approve", "After")?;
    process.urls()?;
    let confirmed = confirmed.take();
    let end = Instant::now();
    let lost = loop {
        sleep(Duration::from_millis(100)).await;
        ledger.update(&mocks.graph)?;
        let lost = confirmed.keys().filter(|it| ledger.accepted(**it) == 0);
        let lost = lost.count();
        if lost == 0 || end.elapsed() > REST {
            break lost;
        }
    };
    process.kill()?;
    let denials = confirmed.values().flatten().count();
    let changed = confirmed
        .iter()
        .filter_map(|(number, answer)| Some((*number, answer.as_ref()?)))
        .filter(|(number, answer)| !ledger.has_body(*number, answer))
        .count();
    let (repeated, attempts) = ledger.repetitions();
    println!(
        "{kills} kills, {during_start} of them during the start; {} confirmed callouts, {denials} of them denied by an operator",
        confirmed.len()
    );
    println!(
        "{attempts} deliveries, {} accepted, {repeated} accepted twice with the same bytes; {lost} callouts lost, {changed} decisions changed",
        ledger.accepted
    );
    if lost + changed > 0 {
        return Err("decisions are lost or changed".into());
    }
    Ok(())
}

/// Decides as an operator does.
async fn deny(
    client: &Client,
    page: &str,
    number: u64,
    source: &str,
) -> Result<StatusCode, reqwest::Error> {
    let request = client
        .post(format!("{page}requests/{}", instance_id(number)))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(format!("verdict=deny&detail={}", source.replace(' ', "+")));
    Ok(request.send().await?.status())
}

/// Returns the answer that follows from the operator's decision.
fn denial(number: u64, source: &str) -> Result<String, odata_core::Error> {
    let data = AccessPackageAssignmentRequestCallbackData {
        custom_extension_stage_instance_id: Some(instance_id(number)),
        custom_extension_stage_instance_detail: Some(source.to_owned()),
        stage: Some(AccessPackageCustomExtensionStage::AssignmentRequestCreated),
        state: Some(AccessPackageRequestState::Denied),
        ..AccessPackageAssignmentRequestCallbackData::default()
    };
    json::to_string(&Resume::of(source, data))
}

/// Returns the id of the callout with this number.
fn instance_id(number: u64) -> String {
    format!("957d0c50-466b-4840-bb5b-{number:012x}")
}
