//! The schemas of the cases as CSDL documents.

/// Wraps a `<Schema ...>` element into a CSDL XML document.
pub(crate) fn around(schema: &str, version: &str) -> String {
    let schema = schema.replace(
        "<Schema ",
        "<Schema xmlns=\"http://docs.oasis-open.org/odata/ns/edm\" ",
    );
    format!(
        "<edmx:Edmx Version=\"{version}\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices>\n{schema}\n\
         </edmx:DataServices></edmx:Edmx>"
    )
}

/// Converts a case's rule about a property, `V<=10`, into an annotation of the model, on every property of that name.
#[allow(dead_code, reason = "only the build script uses it")]
pub(crate) fn bounded(schema: &str, rule: &str) -> String {
    let Some((property, greatest)) = rule.split_once("<=") else {
        return schema.to_owned();
    };
    let plain = format!("<Property Name=\"{property}\" ");
    let mut out = String::new();
    let mut rest = schema;
    while let Some(at) = rest.find(&plain) {
        let (before, from) = rest.split_at(at);
        let Some(end) = from.find("/>") else { break };
        let (element, after) = from.split_at(end);
        out.push_str(before);
        out.push_str(element);
        out.push_str("><Annotation Term=\"Org.OData.Validation.V1.Maximum\" Int=\"");
        out.push_str(greatest);
        out.push_str("\"/></Property>");
        rest = after.strip_prefix("/>").unwrap_or(after);
    }
    out + rest
}
