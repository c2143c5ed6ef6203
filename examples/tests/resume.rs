//! The output of the program `resume`, for valid and for invalid input.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "support/program.rs"]
mod program;

use program::{Output, run};
use serde_json::{Value, json};

const STAGE: &str = "microsoft.graph.accessPackageCustomExtensionStage";

fn resume(arguments: &[&str], callout: &Value) -> Output {
    let arguments: Vec<&str> = arguments.iter().copied().chain(["-"]).collect();
    run("resume", &arguments, &callout.to_string())
}

/// A callout at that stage, in the form that Entra sends.
fn callout(stage: &str) -> Value {
    json!({
        "source": "Contoso.SodCheckProcess",
        "type": format!("{STAGE}.{stage}"),
        "data": {
            "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestCalloutData",
            "accessPackageAssignmentRequestId": "3f2c",
            "customExtensionStageInstanceId": "957d0c50",
            "stage": stage
        }
    })
}

fn created() -> Value {
    callout("assignmentRequestCreated")
}

/// Returns the body that approves the request.
fn approval(stage: &str) -> Value {
    json!({
        "source": "Contoso.SodCheckProcess",
        "type": format!("{STAGE}.{stage}"),
        "data": {
            "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestCallbackData",
            "customExtensionStageInstanceId": "957d0c50",
            "stage": stage
        }
    })
}

#[track_caller]
fn assert_body(output: &Output, expected: &Value) {
    assert_eq!((output.code, &*output.stderr), (0, ""));
    let (line, body) = output.stdout.split_once('\n').expect("a request line");
    assert_eq!(
        line,
        "POST /identityGovernance/entitlementManagement/assignmentRequests/3f2c/resume HTTP/1.1"
    );
    let body: Value = serde_json::from_str(body).expect("a body");
    assert_eq!(body, *expected);
}

#[track_caller]
fn assert_problems(output: &Output, expected: &[&str]) {
    assert_eq!((output.code, &*output.stdout), (1, ""));
    let problems: Vec<&str> = output.stderr.lines().collect();
    assert_eq!(problems, expected);
}

#[test]
fn without_arguments_the_built_in_callout_is_approved() {
    let output = run("resume", &[], "");
    assert_eq!((output.code, &*output.stderr), (0, ""));
    assert_eq!(
        output.stdout,
        r##"POST /identityGovernance/entitlementManagement/assignmentRequests/5e60a7ff-6dd0-4c95-9a2d-3b9b1d2a9b4c/resume HTTP/1.1

{
  "source": "Contoso.SodCheckProcess",
  "type": "microsoft.graph.accessPackageCustomExtensionStage.assignmentRequestCreated",
  "data": {
    "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestCallbackData",
    "customExtensionStageInstanceId": "957d0c50-466b-4840-bb5b-c92cea7141ff",
    "stage": "assignmentRequestCreated"
  }
}
"##
    );
}

#[test]
fn an_approval_has_no_state_at_any_stage() {
    for stage in [
        "assignmentRequestCreated",
        "assignmentRequestApproved",
        "assignmentRequestGranted",
        "assignmentRequestRemoved",
        "assignmentFourteenDaysBeforeExpiration",
        "assignmentOneDayBeforeExpiration",
        "aStageOfNextYear",
    ] {
        assert_body(&resume(&["--approve"], &callout(stage)), &approval(stage));
        assert_body(&resume(&[], &callout(stage)), &approval(stage));
    }
}

#[test]
fn a_denial_or_cancellation_may_have_details_and_another_source() {
    let mut expected = approval("assignmentRequestCreated");
    expected["data"]["customExtensionStageInstanceDetail"] = "Separation of duties".into();
    for (decision, state) in [("--deny", "denied"), ("--cancel", "canceled")] {
        expected["data"]["state"] = state.into();
        expected["source"] = "Contoso.SodCheckProcess".into();
        let output = resume(&[decision, "--detail", "Separation of duties"], &created());
        assert_body(&output, &expected);

        expected["source"] = "Fabrikam".into();
        let output = resume(
            &[
                "--source=Fabrikam",
                "--detail=Separation of duties",
                decision,
            ],
            &created(),
        );
        assert_body(&output, &expected);
    }
}

#[test]
fn only_a_new_request_can_be_denied_or_canceled() {
    for stage in ["assignmentRequestApproved", "assignmentRequestRemoved"] {
        for decision in ["--deny", "--cancel"] {
            assert_problems(
                &resume(&[decision], &callout(stage)),
                &[&format!(
                    "answer /data/state: requires that `stage` is `assignmentRequestCreated`: it is `{stage}`"
                )],
            );
        }
    }
}

#[test]
fn a_callout_may_have_any_type_tag_and_letter_case_of_its_stage() {
    for tag in [
        json!("#microsoft.graph.accessPackageAssignmentRequestCalloutData"),
        json!("microsoft.graph.accessPackageAssignmentRequestCalloutData"),
        json!("microsoft.graph.customExtensionData"),
        json!("#microsoft.graph.calloutDataOfNextYear"),
        Value::Null,
    ] {
        let mut callout = callout("AssignmentRequestCreated");
        match tag {
            Value::Null => {
                let data = callout["data"].as_object_mut().expect("an object");
                data.remove("@odata.type");
            }
            tag => callout["data"]["@odata.type"] = tag,
        }
        let mut expected = approval("assignmentRequestCreated");
        expected["data"]["state"] = "denied".into();
        assert_body(&resume(&["--deny"], &callout), &expected);
    }
}

#[test]
fn the_stage_may_be_in_the_type_only() {
    let mut callout = created();
    let data = callout["data"].as_object_mut().expect("an object");
    data.remove("stage");
    let mut expected = approval("assignmentRequestCreated");
    expected["data"]["state"] = "canceled".into();
    assert_body(&resume(&["--cancel"], &callout), &expected);
}

#[test]
fn a_callout_without_a_request_id_is_an_error() {
    let missing = [
        "callout /data/accessPackageAssignmentRequestId: required: it names the request to resume",
    ];
    for id in [Value::Null, json!("")] {
        let mut callout = created();
        callout["data"]["accessPackageAssignmentRequestId"] = id;
        assert_problems(&resume(&[], &callout), &missing);
    }
    // The callout of a lifecycle workflow has no tag and no request.
    let workflow = json!({"data": {"operationStatus": "Completed"}, "source": "sample", "type": "lifecycleEvent"});
    assert_problems(&resume(&[], &workflow), &missing);
    assert_problems(&resume(&[], &json!({})), &missing);
}

#[test]
fn one_run_reports_all_problems() {
    let mut callout = callout("assignmentRequestGranted");
    callout["source"] = json!(1);
    callout["data"]["accessPackageAssignmentRequestId"] = json!(["3f2c"]);
    callout["data"]["customExtensionStageInstanceId"] = json!(true);
    callout["data"]["answers"] = json!([
        1,
        {"@odata.type": "#microsoft.graph.accessPackageAnswerString", "value": 2},
        "three"
    ]);
    let output = resume(&["--deny"], &callout);
    assert_eq!((output.code, &*output.stdout), (1, ""));
    let mut places: Vec<&str> = output
        .stderr
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(place, _)| place)
        .collect();
    places.sort_unstable();
    assert_eq!(
        places,
        [
            "answer /data/state",
            "callout /data/accessPackageAssignmentRequestId",
            "callout /data/answers/0",
            "callout /data/answers/1/value",
            "callout /data/answers/2",
            "callout /data/customExtensionStageInstanceId",
            "callout /source",
        ]
    );
}

#[test]
fn a_problem_names_the_expected_and_the_found_value() {
    let mut callout = created();
    callout["data"]["stage"] = json!(1.5);
    let output = resume(&[], &callout);
    assert_eq!(output.code, 1);
    assert!(
        output.stderr.starts_with("callout /data/stage: ") && output.stderr.contains("1.5"),
        "{}",
        output.stderr
    );
}

#[test]
fn a_syntax_error_has_a_line_and_column() {
    let output = run(
        "resume",
        &["-"],
        "{\n  \"source\": \"a\",\n  \"data\" {}\n}",
    );
    assert_problems(&output, &["callout /data: expected `:` (line 3 column 10)"]);
    let output = run("resume", &["-"], "");
    assert_problems(
        &output,
        &["callout: EOF while parsing a value (line 1 column 0)"],
    );
    let output = run("resume", &["-"], "[]");
    assert_eq!((output.code, &*output.stdout), (1, ""));
    assert!(output.stderr.starts_with("callout: "), "{}", output.stderr);
}

#[test]
fn a_callout_is_read_from_a_file_or_a_pipe() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("callout of today.json");
    std::fs::write(&path, created().to_string()).expect("a file");
    let path = path.to_str().expect("a path in Unicode");
    let expected = approval("assignmentRequestCreated");
    assert_body(&run("resume", &[path], ""), &expected);
    assert_body(&run("resume", &[path, "--approve"], ""), &expected);
    if cfg!(unix) {
        assert_body(&run("resume", &[], &created().to_string()), &expected);
    }

    let output = run("resume", &["no such file.json"], "");
    assert_eq!((output.code, &*output.stdout), (1, ""));
    assert!(output.stderr.starts_with("no such file.json: "));
}

#[test]
fn the_request_id_is_escaped_in_the_path() {
    let mut callout = created();
    callout["data"]["accessPackageAssignmentRequestId"] = json!("a/b c");
    let output = resume(&[], &callout);
    assert!(
        output.stdout.starts_with(
            "POST /identityGovernance/entitlementManagement/assignmentRequests/a%2Fb%20c/resume "
        ),
        "{}",
        output.stdout
    );
}

#[test]
fn one_run_reports_all_wrong_arguments() {
    assert_problems(
        &run(
            "resume",
            &[
                "--frob", "--deny", "--cancel", "a.json", "b.json", "--detail", "--source",
            ],
            "",
        ),
        &[
            "unknown argument `--frob`: `--help` lists the options",
            "`--cancel` contradicts `--deny`: use one of them",
            "unexpected second callout `b.json`: use one file",
            "`--detail` requires a text: write `--detail \"...\"`",
            "`--source` requires a text: write `--source \"...\"`",
        ],
    );
}

#[test]
fn help_lists_the_options() {
    for option in ["--help", "-h"] {
        let output = run("resume", &["--frob", option], "");
        assert_eq!((output.code, &*output.stderr), (0, ""));
        for part in [
            "Usage: resume",
            "--approve",
            "--deny",
            "--cancel",
            "--detail TEXT",
            "exit code",
        ] {
            assert!(output.stdout.contains(part), "{part}");
        }
    }
}
