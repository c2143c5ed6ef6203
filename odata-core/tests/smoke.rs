//! Smoke.
use odata_core::{Annotations, DynamicProperties, DynamicResource, ODataResource, json};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "g", abstract)]
struct Root {
    #[odata(dynamic_properties)]
    additional: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "g", deref)]
struct Callback {
    #[odata(base)]
    base: Root,
    stage_id: Option<String>,
    counts: Option<Vec<i64>>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "g", deref)]
struct Approval {
    #[odata(base)]
    base: Callback,
    ratio: Option<f64>,
    inner: Option<Box<AnyRoot>>,
    tri: Option<Option<i32>>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Root)]
enum AnyRoot {
    Callback(Callback),
    Approval(Box<Approval>),
    #[odata(other)]
    Other(DynamicResource),
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "g")]
struct Part<T> {
    id: T,
    name: String,
    b: Box<i32>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "g")]
struct PartChild<'a> {
    #[odata(base)]
    base: Part<i32>,
    text: &'a str,
}

#[test]
fn reads() {
    let text = r##"{"@odata.type":"#g.approval","@a.b":1,"stageId":"x","counts":[1,-0,9223372036854775807],"ratio":"INF","inner":{"stageId":"late","more":79228162514264337593543950335,"@odata.type":"g.callback"},"tri":null,"zip":0.1000000000000000055}"##;
    let any: AnyRoot = json::from_str(text).unwrap();
    let a = any.as_approval().unwrap();
    assert_eq!(a.stage_id.as_deref(), Some("x"));
    assert_eq!(a.counts, Some(vec![1, 0, i64::MAX]));
    assert_eq!(a.tri, Some(None));
    assert!(any.base().is_some());
    println!("{}", json::to_string(&any).unwrap());
    let p: PartChild = json::from_str(r##"{"@odata.type":"#g.partChild","text":"t","id":1,"name":"n","b":4}"##).unwrap();
    assert_eq!(p.base.id, 1);
    for bad in [r##"{"@odata.type":"#g.partChild","text":"t","name":"n","b":4}"##, r##"{"text":"t","name":3}"##, r##"{"text":"t", "text":3}"##, "{", r##"{"b":{"x":3}}"##] {
        println!("{}", json::from_str::<PartChild>(bad).unwrap_err());
    }
    for bad in [
        r##"{"@odata.type":"#g.root"}"##, r##"{"@odata.type":" #g.root"}"##,
        r##"{"inner":1,"@odata.type":"#g.approval"}"##,
        r##"{"inner":{"counts":[1,2.5],"@odata.type":"#g.callback"},"@odata.type":"#g.approval"}"##,
        r##"{"@odata.type":"#g.approval","inner":{"counts":[1,2.5],"@odata.type":"#g.callback"}}"##,
    ] {
        println!("{:?}", json::from_str::<AnyRoot>(bad).map_err(|e| e.to_string()));
    }
}
