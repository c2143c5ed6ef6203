//! Shapes as GeoJSON.

use odata_core::{
    ODataType,
    edm::{
        ParseError, Primitive,
        geo::{
            Crs, Geography, GeographyCollection, GeographyLineString, GeographyMultiPoint,
            GeographyPoint, GeographyPolygon, Geometry, GeometryCollection, GeometryLineString,
            GeometryMultiLineString, GeometryMultiPolygon, GeometryPoint, GeometryPolygon,
            Position,
        },
    },
};
use serde::{Serialize, de::DeserializeOwned};

/// Reads `json` by every function and returns the written text.
fn rewrite<T>(json: &str) -> String
where
    T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug + std::fmt::Display,
    T: std::str::FromStr<Err = ParseError>,
{
    let shape: T = serde_json::from_str(json).unwrap();
    assert_eq!(shape, json.parse().unwrap());
    assert_eq!(shape, serde_json::from_reader(json.as_bytes()).unwrap());
    let tree: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(shape, serde_json::from_value(tree).unwrap());
    let text = serde_json::to_string(&shape).unwrap();
    assert_eq!(text, shape.to_string());
    text
}

#[track_caller]
fn assert_error<T: DeserializeOwned + std::fmt::Debug>(json: &str, reason: &str) {
    let error = serde_json::from_str::<T>(json).unwrap_err().to_string();
    assert!(error.contains(reason), "{json}: {error}");
}

#[test]
fn each_shape_is_written_as_it_was_read() {
    let point = r#"{"type":"Point","coordinates":[8.25,-50.5]}"#;
    assert_eq!(rewrite::<GeographyPoint>(point), point);
    assert_eq!(rewrite::<GeometryPoint>(point), point);
    let line = r#"{"type":"LineString","coordinates":[[1.5,2.5],[3.5,4.5,100.5]]}"#;
    assert_eq!(rewrite::<GeographyLineString>(line), line);
    let polygon = r#"{"type":"Polygon","coordinates":[[[0.0,0.0],[4.0,0.0],[4.0,4.0],[0.0,0.0]],[[1.0,0.5],[2.0,0.5],[2.0,1.0],[1.0,0.5]]]}"#;
    assert_eq!(rewrite::<GeometryPolygon>(polygon), polygon);
    let points = r#"{"type":"MultiPoint","coordinates":[[1.5,2.5],[3.5,4.5]]}"#;
    assert_eq!(rewrite::<GeographyMultiPoint>(points), points);
    let lines =
        r#"{"type":"MultiLineString","coordinates":[[[1.5,2.5],[3.5,4.5]],[[5.5,6.5],[7.5,8.5]]]}"#;
    assert_eq!(rewrite::<GeometryMultiLineString>(lines), lines);
    let polygons =
        r#"{"type":"MultiPolygon","coordinates":[[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[0.0,0.0]]]]}"#;
    assert_eq!(rewrite::<GeometryMultiPolygon>(polygons), polygons);
    let shapes =
        format!(r#"{{"type":"GeometryCollection","geometries":[{point},{line},{polygons}]}}"#);
    assert_eq!(rewrite::<GeometryCollection>(&shapes), shapes);
    assert_eq!(rewrite::<GeographyCollection>(&shapes), shapes);
    for json in [point, line, polygon, points, lines, polygons, &shapes] {
        assert_eq!(rewrite::<Geography>(json), json);
        assert_eq!(rewrite::<Geometry>(json), json);
    }
}

#[test]
fn members_may_be_in_any_order_and_unknown_ones_are_skipped() {
    let json = r#"{"bbox":[1,2,1,2],"coordinates":[1,2],"crs":{"properties":{"name":"EPSG:4326"},"type":"name"},"note":{"a":[]},"type":"Point"}"#;
    let canonical = r#"{"type":"Point","coordinates":[1.0,2.0],"crs":{"type":"name","properties":{"name":"EPSG:4326"}}}"#;
    assert_eq!(rewrite::<GeographyPoint>(json), canonical);
    assert_eq!(rewrite::<Geometry>(json), canonical);
    let point: GeographyPoint = json.parse().unwrap();
    assert_eq!(point.crs().map(Crs::name), Some("EPSG:4326"));
}

#[test]
fn an_unknown_shape_type_is_an_error() {
    for json in [
        r#"{"type":"Circle","coordinates":[1,2]}"#,
        r#"{"coordinates":[1,2],"type":"point"}"#,
        r#"{"type":"Feature","geometry":null}"#,
    ] {
        assert_error::<GeographyPoint>(json, "expected one of Point LineString");
        assert_error::<Geography>(json, "expected one of Point LineString");
    }
    assert_error::<Geography>(r#"{"coordinates":[1,2]}"#, "missing field `type`");
    assert_error::<Geography>(r#"{"type":7,"coordinates":[1,2]}"#, "integer `7`");
}

#[test]
fn a_shape_other_than_the_declared_one_is_an_error() {
    let line = r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#;
    assert_error::<GeographyPoint>(line, "expected an Edm.GeographyPoint such as");
    assert_error::<GeographyPoint>(line, "the type must be Point, not LineString");
    assert_error::<GeometryCollection>(line, "the type must be GeometryCollection, not LineString");
    let shapes = r#"{"type":"GeometryCollection","geometries":[]}"#;
    assert_error::<GeometryPolygon>(shapes, "the type must be Polygon, not GeometryCollection");
}

#[test]
fn missing_or_unfit_coordinates_are_an_error() {
    assert_error::<GeographyPoint>(r#"{"type":"Point"}"#, "`coordinates` are missing");
    assert_error::<Geography>(
        r#"{"type":"Point","geometries":[]}"#,
        "`coordinates` are missing",
    );
    assert_error::<Geography>(
        r#"{"type":"GeometryCollection"}"#,
        "`geometries` are missing",
    );
    for json in [
        r#"{"type":"Point","coordinates":[[1,2]]}"#,
        r#"{"type":"Point","coordinates":[]}"#,
        r#"{"type":"LineString","coordinates":[1,2]}"#,
        r#"{"type":"Polygon","coordinates":[[1,2],[3,4]]}"#,
        r#"{"type":"MultiPolygon","coordinates":[[[1,2],[3,4]]]}"#,
    ] {
        assert_error::<Geography>(json, "does not match the type");
    }
    for coordinates in [
        "null",
        "7",
        "\"1,2\"",
        "{}",
        "[1]",
        "[1,2,3,4,5]",
        "[1,\"2\"]",
        "[1,null]",
        "[[1,2],3]",
        "[[],[1,2]]",
        "[[[[[1,2]]]]]",
    ] {
        let json = format!(r#"{{"type":"Point","coordinates":{coordinates}}}"#);
        assert!(serde_json::from_str::<Geography>(&json).is_err(), "{json}");
    }
}

#[test]
fn a_line_has_at_least_two_positions() {
    assert_error::<GeographyLineString>(
        r#"{"type":"LineString","coordinates":[[1,2]]}"#,
        "two positions or more",
    );
    assert_error::<GeometryMultiLineString>(
        r#"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[1,2]]]}"#,
        "two positions or more",
    );
}

#[test]
fn the_rings_of_a_polygon_are_closed() {
    assert_error::<GeometryPolygon>(
        r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#,
        "ends where it begins",
    );
    assert_error::<GeographyPolygon>(
        r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#,
        "four positions or more",
    );
    assert_error::<GeometryMultiPolygon>(
        r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,1]]]]}"#,
        "ends where it begins",
    );
}

#[test]
fn an_empty_shape_is_read() {
    for kind in [
        "LineString",
        "Polygon",
        "MultiPoint",
        "MultiLineString",
        "MultiPolygon",
    ] {
        let json = format!(r#"{{"type":"{kind}","coordinates":[]}}"#);
        assert_eq!(rewrite::<Geography>(&json), json);
    }
}

#[test]
fn an_empty_line_or_polygon_of_a_multi_shape_is_read() {
    for json in [
        r#"{"type":"MultiLineString","coordinates":[[]]}"#,
        r#"{"type":"MultiPolygon","coordinates":[[]]}"#,
    ] {
        assert_eq!(rewrite::<Geography>(json), json);
    }
    let json = r#"{"type":"MultiPoint","coordinates":[[]]}"#;
    assert_error::<Geography>(json, "does not match the type");
}

#[test]
fn a_repeated_member_is_an_error() {
    assert_error::<Geography>(
        r#"{"type":"Point","coordinates":[1,2],"coordinates":[3,4]}"#,
        "duplicate field `coordinates`",
    );
    assert_error::<Geography>(
        r#"{"type":"Point","t\u0079pe":"Point","coordinates":[1,2]}"#,
        "duplicate field `type`",
    );
}

#[test]
fn only_an_object_is_a_shape() {
    for json in ["null", "[1,2]", "\"POINT(1 2)\"", "1"] {
        assert_error::<GeographyPoint>(json, "a GeoJSON geometry object");
    }
}

#[test]
fn a_reference_system_without_a_name_is_an_error() {
    for crs in [
        r#"{"type":"link","properties":{"name":"x"}}"#,
        r#"{"type":"name"}"#,
        r#"{"properties":{"name":"x"}}"#,
        r#"{"type":"name","properties":{}}"#,
        "\"x\"",
    ] {
        let json = format!(r#"{{"type":"Point","coordinates":[1,2],"crs":{crs}}}"#);
        assert!(
            serde_json::from_str::<GeometryPoint>(&json).is_err(),
            "{json}"
        );
    }
    let json = r#"{"type":"Point","coordinates":[1,2],"crs":null}"#;
    assert_eq!(
        rewrite::<GeometryPoint>(json),
        r#"{"type":"Point","coordinates":[1.0,2.0]}"#
    );
}

#[test]
fn nested_geometry_collections_have_a_limit() {
    let nested = |depth: usize| {
        let open = r#"{"type":"GeometryCollection","geometries":["#;
        format!("{}{}", open.repeat(depth), "]}".repeat(depth))
    };
    assert_eq!(rewrite::<Geography>(&nested(50)), nested(50));
    assert_error::<Geography>(&nested(51), "nested deeper than 100 levels");
    assert!(serde_json::from_str::<Geography>(&nested(100_000)).is_err());
    let lists = format!(
        r#"{{"type":"Point","coordinates":{}}}"#,
        "[".repeat(100_000)
    );
    assert!(serde_json::from_str::<Geography>(&lists).is_err());
}

#[test]
fn constructors_check_the_parts_of_a_shape() {
    let at = |x, y| Position::new(x, y).unwrap();
    let ring = vec![at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0), at(0.0, 0.0)];
    let polygon = GeographyPolygon::new(vec![ring.clone()])
        .unwrap()
        .with_crs(Crs::new("EPSG:4326"));
    assert_eq!(polygon.to_string().parse(), Ok(polygon.clone()));
    assert_eq!(polygon.coordinates(), std::slice::from_ref(&ring));
    let error = GeographyPolygon::new(vec![ring[..3].to_vec()]).unwrap_err();
    assert_eq!(
        (error.primitive(), error.reason()),
        (
            Primitive::GeographyPolygon,
            "a ring of a polygon has four positions or more"
        )
    );
    assert!(GeometryLineString::new(vec![at(1.0, 2.0)]).is_err());
    let shapes = GeographyCollection::new(vec![
        polygon.into(),
        GeographyPoint::new(at(1.0, 2.0)).unwrap().into(),
    ]);
    assert_eq!(shapes.to_string().parse(), Ok(Geography::from(shapes)));
}

#[test]
fn a_position_is_finite() {
    let at = Position::new(1.0, 2.0).unwrap();
    assert_eq!(Position::new(f64::INFINITY, 0.0), None);
    assert_eq!(at.with_m(1.0), None, "a measure follows an elevation");
    let full = at
        .with_z(3.0)
        .and_then(|position| position.with_m(4.0))
        .unwrap();
    assert_eq!(serde_json::to_string(&full).unwrap(), "[1.0,2.0,3.0,4.0]");
    assert_eq!(serde_json::from_str::<Position>("[1,2,3,4]").unwrap(), full);
    assert!(serde_json::from_str::<Position>("[1e999,0]").is_err());
}

#[test]
fn a_shape_must_match_its_tag() {
    let line = r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#;
    assert_eq!(Primitive::GeographyLineString.check(line), Ok(()));
    assert_eq!(Primitive::Geometry.check(line), Ok(()));
    let error = Primitive::GeographyPoint.check(line).unwrap_err();
    assert_eq!(error.reason(), "the type must be Point, not LineString");
}

#[test]
fn an_abstract_geo_type_accepts_the_tags_of_its_shapes() {
    assert!(Geography::accepts("GeographyPoint") && Geography::accepts("Edm.Geography"));
    assert!(!Geography::accepts("GeometryPoint") && !Geography::accepts("String"));
    assert!(GeographyPoint::accepts("GeographyPoint") && !GeographyPoint::accepts("Geography"));
    assert_eq!(
        <GeometryCollection as ODataType>::NAME,
        "Edm.GeometryCollection"
    );
}
