//! Callouts that are answered.

use std::sync::Arc;

use endpoint::{
    demo::callout,
    policy::{Answer, Deciding, Policy},
    record::{Record, Verdict},
};
use odata_core::{
    ODataError,
    graph::{AnyCustomExtensionData, CustomExtensionCalloutResponse, Resume},
    json,
};
use reqwest::StatusCode;
use tokio::task::JoinSet;

use crate::support::{CREATED, Site, approve, ask, id, wait_until};

#[tokio::test]
async fn a_callout_is_decided_and_delivered() {
    let site = Site::start(approve).await;
    let response = site.call(callout(7, CREATED, "Ada", "Archive")).await;
    assert_eq!(response.status(), StatusCode::OK);
    let body = response.bytes().await.expect("a body");
    let body: CustomExtensionCalloutResponse = json::from_slice(&body).expect("a response");
    assert_eq!(body.source.as_deref(), Some("endpoint"));

    let record = site.outcome(&id(7)).await;
    assert_eq!(record.requestor(), "Ada");
    assert_eq!(record.failures, 0);
    assert!(
        record
            .outcome
            .is_some_and(|it| it.accepted && it.status == 204)
    );

    let deliveries = site.mocks.graph.deliveries();
    let [delivery] = &deliveries[..] else {
        panic!("one request: {deliveries:?}");
    };
    assert_eq!(delivery.request_id, "5e60a7ff-6dd0-4c95-9a2d-000000000007");
    let resume: Resume = json::from_str(&delivery.body).expect("a body of `resume`");
    assert_eq!(resume.source.as_deref(), Some("Contoso.Endpoint"));
    let Some(AnyCustomExtensionData::Callback(data)) = resume.data else {
        panic!("callback data");
    };
    assert_eq!(data.custom_extension_stage_instance_id, Some(id(7)));
    assert_eq!(data.state, None);
}

#[tokio::test]
async fn a_policy_may_take_its_time_and_deny() {
    struct Slow;

    impl Policy for Slow {
        fn decide<'a>(&'a self, _: &'a Record) -> Deciding<'a> {
            Box::pin(async {
                tokio::time::sleep(std::time::Duration::from_millis(30)).await;
                Answer::deny("Conflicts with another role")
            })
        }
    }

    let site = Site::start(Slow).await;
    let id = site.receive(1).await;
    let record = site.outcome(&id).await;
    assert_eq!(record.decision.map(|it| it.verdict), Some(Verdict::Denied));
    let accepted = site.mocks.graph.accepted();
    assert!(accepted[0].body.contains(r#""state":"denied""#));
    assert!(accepted[0].body.contains("Conflicts with another role"));
}

#[tokio::test]
async fn a_request_that_cannot_be_denied_waits_for_the_operator() {
    let site = Site::start(|_: &Record| Answer::deny("No")).await;
    let response = site
        .call(callout(1, "assignmentRequestApproved", "Ada", "Archive"))
        .await;
    assert_eq!(response.status(), StatusCode::OK);
    // The second callout takes the same steps after the first one.
    let second = site.receive(2).await;
    site.outcome(&second).await;
    assert_eq!(site.record(&id(1)).decision, None);
}

#[tokio::test]
async fn a_repeated_callout_has_no_second_effect() {
    let site = Arc::new(Site::start(approve).await);
    let text = callout(1, CREATED, "Ada", "Archive");
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        let (site, text) = (Arc::clone(&site), text.clone());
        calls.spawn(async move { site.call(text).await.status() });
    }
    let statuses = calls.join_all().await;
    assert_eq!(statuses, [StatusCode::OK; 20]);
    site.outcome(&id(1)).await;
    assert_eq!(site.call(text).await.status(), StatusCode::OK);
    assert_eq!(site.mocks.graph.deliveries().len(), 1);
}

#[tokio::test]
async fn an_id_of_another_callout_is_a_conflict() {
    let site = Site::start(ask).await;
    site.receive(1).await;
    let other = callout(2, CREATED, "Eve", "Payments").replace(&id(2), &id(1));
    let response = site.call(other).await;
    assert_eq!(response.status(), StatusCode::CONFLICT);
    let error: ODataError =
        json::from_slice(&response.bytes().await.expect("a body")).expect("an error");
    assert_eq!(error.target(), Some("/data/customExtensionStageInstanceId"));
    assert_eq!(site.record(&id(1)).requestor(), "Ada");
}

#[tokio::test]
async fn the_forms_that_entra_sends_are_accepted() {
    let site = Site::start(ask).await;
    let tagged = callout(1, CREATED, "Ada", "Archive");
    let tag = r#""@odata.type":"microsoft.graph.accessPackageAssignmentRequestCalloutData","#;
    assert!(tagged.contains(tag));
    for (number, replacement) in [
        (1, ""),
        (2, r#""@odata.type":"microsoft.graph.customExtensionData","#),
        (
            3,
            r##""@odata.type":"#microsoft.graph.accessPackageAssignmentRequestCalloutData","##,
        ),
    ] {
        let text = tagged
            .replace(tag, replacement)
            .replace(&id(1), &id(number));
        assert_eq!(
            site.call(text).await.status(),
            StatusCode::OK,
            "{replacement}"
        );
        assert_eq!(site.record(&id(number)).requestor(), "Ada");
    }
}

#[tokio::test]
async fn a_body_that_is_not_a_callout_is_rejected_with_the_pointer() {
    let site = Site::start(ask).await;
    let valid = callout(1, CREATED, "Ada", "Archive");
    let other_type = "#microsoft.graph.identityGovernance.customTaskExtensionCalloutData";
    for (body, target) in [
        ("{".to_owned(), None),
        ("[]".to_owned(), None),
        (
            r#"{"source":"x"}"#.to_owned(),
            Some("/data/customExtensionStageInstanceId"),
        ),
        (
            valid.replace(&id(1), ""),
            Some("/data/customExtensionStageInstanceId"),
        ),
        (
            valid.replace(&id(1), &"x".repeat(300)),
            Some("/data/customExtensionStageInstanceId"),
        ),
        (
            valid.replace(r#""answers":["#, r#""answers":[3,"#),
            Some("/data/answers/0"),
        ),
        (
            valid.replace(
                "microsoft.graph.accessPackageAssignmentRequestCalloutData",
                other_type,
            ),
            Some("/data"),
        ),
    ] {
        let response = site.call(body.clone()).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{body}");
        let text = response.text().await.expect("a body");
        let error: ODataError = json::from_str(&text).expect("an error");
        let found = error
            .target()
            .or(error.details().first().and_then(|it| it.target()));
        assert_eq!(found, target, "{body}: {text}");
    }
    assert_eq!(site.journal().last(1).expect("records"), []);
}

#[tokio::test]
async fn what_graph_rejects_is_not_sent_again() {
    let site = Site::start(approve).await;
    let status = StatusCode::NOT_FOUND;
    site.mocks.graph.fail_next(&[endpoint::demo::Fault {
        status,
        retry_after: None,
    }]);
    let id = site.receive(1).await;
    let record = site.outcome(&id).await;
    let outcome = record.outcome.expect("an outcome");
    assert_eq!((outcome.accepted, outcome.status), (false, 404));
    assert_eq!(
        outcome.message.as_deref(),
        Some("ServiceUnavailable: Try again later.")
    );
    let second = site.receive(2).await;
    site.outcome(&second).await;
    wait_until(|| site.mocks.graph.deliveries().len() == 2).await;
}
