#![deny(warnings, unreachable_pub)]

mod model {
    pub(crate) mod bases {
        use odata_core::ODataResource;

        #[derive(Debug, Default, ODataResource)]
        #[odata(namespace = "shop")]
        pub(crate) struct Document {
            pub(in crate::model) note: Option<String>,
            id: Option<i32>,
        }

        impl Document {
            pub(crate) fn id(&self) -> Option<i32> {
                self.id
            }
        }

        /// A base that is filled in parts.
        #[derive(Debug, ODataResource)]
        #[odata(namespace = "shop")]
        pub(crate) struct Signed {
            #[odata(base)]
            document: Document,
            pub(super) by: Box<str>,
        }
    }

    use odata_core::ODataResource;

    #[derive(Debug, ODataResource)]
    #[odata(namespace = "shop", deref)]
    pub(crate) struct Order {
        #[odata(base)]
        base: bases::Document,
        total: Option<i32>,
    }

    impl Order {
        pub(crate) fn total(&self) -> Option<i32> {
            self.total
        }
    }

    #[derive(Debug, ODataResource)]
    #[odata(namespace = "shop", deref)]
    pub(crate) struct Contract {
        #[odata(base)]
        base: bases::Signed,
        years: Option<i32>,
    }

    #[derive(Debug, ODataResource)]
    #[odata(hierarchy = bases::Document)]
    pub(crate) enum Any {
        Order(Order),
        Contract(Box<Contract>),
    }

    pub(crate) fn years(any: &Any) -> Option<i32> {
        any.as_contract().filter(|it| &*it.by == "Ada").and_then(|it| it.years)
    }
}

fn main() {
    let order: model::Order =
        odata_core::json::from_str(r#"{"note":"x","id":7,"total":3}"#).unwrap();
    assert_eq!((order.id(), order.total()), (Some(7), Some(3)));
    let any: model::Any =
        odata_core::json::from_str(r##"{"@odata.type":"#shop.contract","by":"Ada","years":3}"##).unwrap();
    assert_eq!(model::years(&any), Some(3));
}
