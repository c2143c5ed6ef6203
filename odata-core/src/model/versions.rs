//! Namespaces with a version: `Rack.v1_2_0`.

/// Returns the qualified name of a type without the version of its namespace: `Rack.v1_2_0.Rack` as `Rack.Rack`. `None` if the
/// namespace has no version.
pub(crate) fn unversioned(name: &str) -> Option<String> {
    let (namespace, ty) = name.rsplit_once('.')?;
    let (namespace, version) = namespace.rsplit_once('.')?;
    is_version(version).then(|| format!("{namespace}.{ty}"))
}

/// Returns whether a segment of a namespace is a version: `v1`, `v1_2_0`.
fn is_version(segment: &str) -> bool {
    segment.strip_prefix(['v', 'V']).is_some_and(|numbers| {
        numbers
            .split('_')
            .all(|number| !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::unversioned;

    #[test]
    fn only_the_last_segment_of_a_namespace_is_its_version() {
        for (name, expected) in [
            ("Rack.v1_2_0.Rack", Some("Rack.Rack")),
            ("Oem.Rack.V3.Rack", Some("Oem.Rack.Rack")),
            ("Rack.Rack", None),
            ("v1_2_0.Rack", None),
            ("Rack.v1_2_0.Oem.Rack", None),
            ("Rack.v.Rack", None),
            ("Rack.v1__2.Rack", None),
            ("Rack.v1_beta.Rack", None),
            ("Rack.1_2_0.Rack", None),
        ] {
            assert_eq!(unversioned(name).as_deref(), expected, "{name}");
        }
    }
}
