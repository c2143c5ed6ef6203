//! The HTML of the page.

use std::fmt::{self, Write as _};

use crate::record::{Record, Verdict};

const HEAD: &str = r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Access requests</title>
<style>
:root { color-scheme: light dark; --line: #8884; --soft: #888; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; }
article { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: .75rem 0 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1rem; }
input { flex: 1 1 12rem; font: inherit; padding: .4rem .6rem; min-width: 0; }
button { font: inherit; padding: .4rem 1rem; cursor: pointer; }
.waiting { border-left: .4rem solid #d29922; }
.delivering { border-left: .4rem solid #2f81f7; }
.done { border-left: .4rem solid #2da44e; }
.failed { border-left: .4rem solid #cf222e; }
</style>
"#;

/// Returns the page with all requests.
pub(crate) fn page(records: &[Record]) -> String {
    let mut html = HEAD.to_owned();
    let waiting = records.iter().filter(|it| it.decision.is_none()).count();
    html.push_str("<h1>Access requests</h1>\n");
    let summary = match (records.len(), waiting) {
        (0, _) => "There are no requests yet.".to_owned(),
        (_, 0) => "No request waits for a decision.".to_owned(),
        (_, 1) => "1 request waits for a decision.".to_owned(),
        (_, count) => format!("{count} requests wait for a decision."),
    };
    push(
        &mut html,
        format_args!("<p>{summary} <a href=\"/\">Reload</a></p>\n"),
    );
    let (open, decided): (Vec<_>, Vec<_>) = records.iter().partition(|it| it.decision.is_none());
    for record in open.into_iter().chain(decided) {
        article(&mut html, record);
    }
    html
}

/// Returns a page with one sentence.
pub(crate) fn problem(text: &str) -> String {
    let text = Escaped(text);
    format!(
        "{HEAD}<h1>Access requests</h1>\n<p role=\"alert\">{text}</p>\n<p><a href=\"/\">Back</a></p>\n"
    )
}

fn article(html: &mut String, record: &Record) {
    let class = match (&record.decision, &record.outcome) {
        (None, _) => "waiting",
        (Some(_), None) => "delivering",
        (Some(_), Some(outcome)) if outcome.accepted => "done",
        _ => "failed",
    };
    let (who, what) = (record.requestor(), record.access_package());
    push(
        html,
        format_args!(
            "<article class=\"{class}\">\n<h2>{} requests {}</h2>\n<dl>\n",
            Escaped(&who),
            Escaped(&what)
        ),
    );
    let stage = record.callout.stage.as_ref().map(ToString::to_string);
    row(html, "Stage", stage.as_deref().unwrap_or("not named"));
    row(html, "Received", &record.received.to_string());
    if let Some(decision) = &record.decision {
        let verdict = match decision.verdict {
            Verdict::Approved => "approved",
            Verdict::Denied => "denied",
        };
        row(
            html,
            "Decision",
            &format!("{verdict} by {}", decision.decided_by),
        );
        row(html, "Delivery", &delivery(record));
    }
    html.push_str("</dl>\n");
    if record.decision.is_none() {
        form(html, record);
    }
    html.push_str("</article>\n");
}

fn delivery(record: &Record) -> String {
    let failures = match record.failures {
        0 => String::new(),
        1 => ", 1 failed attempt".to_owned(),
        count => format!(", {count} failed attempts"),
    };
    match &record.outcome {
        Some(outcome) if outcome.accepted => format!("accepted{failures}"),
        Some(outcome) => {
            let reason = outcome.message.as_deref().unwrap_or_default();
            format!("rejected with {}{failures}: {reason}", outcome.status)
        }
        None => match &record.last_failure {
            Some(reason) => format!("in progress{failures}; the last one: {reason}"),
            None => "in progress".to_owned(),
        },
    }
}

fn form(html: &mut String, record: &Record) {
    push(
        html,
        format_args!(
            "<form method=\"post\" action=\"/requests/{}\">\n",
            Encoded(&record.id)
        ),
    );
    html.push_str("<input name=\"detail\" aria-label=\"Reason\" placeholder=\"Reason (optional)\" maxlength=\"500\">\n");
    html.push_str("<button name=\"verdict\" value=\"approve\">Approve</button>\n");
    if record.can_be_denied() {
        html.push_str("<button name=\"verdict\" value=\"deny\">Deny</button>\n");
    }
    html.push_str("</form>\n");
}

fn row(html: &mut String, name: &str, value: &str) {
    push(
        html,
        format_args!("<dt>{name}</dt><dd>{}</dd>\n", Escaped(value)),
    );
}

fn push(html: &mut String, text: fmt::Arguments<'_>) {
    // A string accepts everything.
    let _ = html.write_fmt(text);
}

/// Text in HTML, also in an attribute.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A segment of a path.
struct Encoded<'a>(&'a str);

impl fmt::Display for Encoded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.0.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => {
                    f.write_char(byte.into())?
                }
                byte => write!(f, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}
