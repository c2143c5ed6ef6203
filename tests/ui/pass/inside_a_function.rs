#![deny(warnings)]

fn main() {
    use odata_core::ODataResource;

    #[derive(Debug, PartialEq, ODataResource)]
    #[odata(namespace = "shop")]
    struct Order {
        copies: i32,
    }

    fn other() {
        #[derive(odata_core::ODataResource)]
        #[odata(namespace = "shop")]
        struct Order {
            note: Option<String>,
        }
        let order = Order { note: None };
        assert_eq!(odata_core::json::to_string(&order).unwrap(), "{}");
    }

    other();
    assert_eq!(odata_core::json::from_str::<Order>(r#"{"copies":1}"#).unwrap(), Order { copies: 1 });
}
