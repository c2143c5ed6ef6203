//! The parts of a model that do not follow from its Rust types: definitions, details, references, and deliberate differences.

use odata_csdl as csdl;

use crate::{
    csdl::{details::Details, model::Model, model_type::ModelType, operation::Operation},
    edm::Primitive,
};

impl Model {
    /// Adds a type definition: another name for a primitive type (CSDL 4.01 §11).
    ///
    /// The name in `#[odata(edm = "shop.weight")]` on a field of a primitive type is added automatically.
    ///
    /// ```
    /// use odata_core::{ODataResource, Version, csdl::Model, edm::{Decimal, Primitive}};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Parcel {
    ///     #[odata(edm = "shop.weight")]
    ///     weight: Decimal,
    /// }
    ///
    /// let model = Model::new().with::<Parcel>().with_definition("shop.colour", Primitive::String);
    /// let xml = model.to_xml(Version::V401)?;
    /// assert!(xml.contains(r#"<TypeDefinition Name="colour" UnderlyingType="Edm.String"/>"#));
    /// assert!(xml.contains(r#"<TypeDefinition Name="weight" UnderlyingType="Edm.Decimal" Scale="variable"/>"#));
    /// # Ok::<(), odata_core::csdl::InvalidModel>(())
    /// ```
    #[must_use]
    pub fn with_definition(mut self, name: impl Into<String>, underlying: Primitive) -> Model {
        let definition = csdl::TypeDefinition {
            underlying: underlying.name().to_owned(),
            ..csdl::TypeDefinition::default()
        };
        self.definitions.insert(name.into(), definition);
        self
    }

    /// Marks an entity type as a media entity: `HasStream` (CSDL 4.01 §6.4).
    ///
    /// ```
    /// use odata_core::{ODataResource, Version, csdl::Model};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Photo {
    ///     #[odata(key)]
    ///     id: i32,
    /// }
    ///
    /// let xml = Model::new().with_stream::<Photo>().to_xml(Version::V401)?;
    /// assert!(xml.contains(r#"<EntityType Name="photo" HasStream="true">"#));
    /// # Ok::<(), odata_core::csdl::InvalidModel>(())
    /// ```
    #[must_use]
    pub fn with_stream<T: ModelType>(mut self) -> Model {
        self = self.with::<T>();
        self.details.entry(T::NAME).or_default().has_stream = true;
        self
    }

    /// Adds details that the Rust type of a property does not express. `path` names the property: `shop.order/customer`.
    ///
    /// ```
    /// use odata_core::{ODataResource, csdl::{Details, Model}};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Price {
    ///     amount: odata_core::edm::Decimal,
    /// }
    ///
    /// let json = Model::new()
    ///     .with::<Price>()
    ///     .with_details("shop.price/amount", Details::new().precision(12).scale(2))
    ///     .to_json()?;
    /// assert!(json.contains(r#""$Precision": 12"#) && json.contains(r#""$Scale": 2"#));
    /// # Ok::<(), odata_core::csdl::InvalidModel>(())
    /// ```
    #[must_use]
    pub fn with_details(mut self, path: impl Into<String>, details: Details) -> Model {
        self.overrides
            .entry(path.into())
            .or_default()
            .merge(details);
        self
    }

    /// Adds an action or a function, and the types that it uses.
    #[must_use]
    pub fn with_operation(mut self, operation: Operation) -> Model {
        for define in &operation.defines {
            define(&mut self);
        }
        self.add_pending();
        self.operations.push(operation);
        self
    }

    /// Adds everything that a schema of the crate `odata-csdl` has, for what the methods of this type cannot express: terms, annotations,
    /// types without a Rust type. If the model and the schema have a type of the same name, the output has the one of the model.
    ///
    /// ```
    /// use odata_core::csdl::{Model, odata_csdl::{Annotation, ConstantKind, Expression, Schema}};
    ///
    /// let schema = Schema {
    ///     namespace: "shop".to_owned(),
    ///     annotations: vec![Annotation {
    ///         term: "Org.OData.Core.V1.SchemaVersion".to_owned(),
    ///         qualifier: None,
    ///         value: Expression::Constant(ConstantKind::String, "1.2.0".to_owned()),
    ///         annotations: Vec::new(),
    ///     }],
    ///     ..Schema::default()
    /// };
    /// let json = Model::new().with_schema(schema).to_json()?;
    /// assert!(json.contains(r#""@Org.OData.Core.V1.SchemaVersion": "1.2.0""#));
    /// # Ok::<(), odata_core::csdl::InvalidModel>(())
    /// ```
    #[must_use]
    pub fn with_schema(mut self, schema: csdl::Schema) -> Model {
        self.schemas.push(schema);
        self
    }

    /// Declares that the document at `url` defines the types of `namespace`. The output has a reference to it, and
    /// [`undescribed`](Self::undescribed) omits these types (CSDL 4.01 §4.1).
    ///
    /// ```
    /// use odata_core::{Version, csdl::Model};
    ///
    /// #[derive(odata_core::ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Price {
    ///     #[odata(edm = "store.amount")]
    ///     amount: odata_core::RawJson,
    /// }
    ///
    /// let model = Model::new().with::<Price>().with_reference("https://store.example/$metadata", "store");
    /// assert!(model.to_xml(Version::V401)?.contains(r#"<edmx:Include Namespace="store"/>"#));
    /// # Ok::<(), odata_core::csdl::InvalidModel>(())
    /// ```
    #[must_use]
    pub fn with_reference(mut self, url: impl Into<String>, namespace: impl Into<String>) -> Model {
        let namespaces = self.references.entry(url.into()).or_default();
        namespaces.entry(namespace.into()).or_default();
        self
    }

    /// Declares a reference as [`with_reference`](Self::with_reference) does, with an alias of the namespace.
    ///
    /// ```
    /// use odata_core::{ODataResource, Version, csdl::Model};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Price {
    ///     amount: Option<f64>,
    /// }
    ///
    /// let xml = Model::new()
    ///     .with::<Price>()
    ///     .with_aliased_reference("https://example.org/words", "org.example.words", "words")
    ///     .to_xml(Version::V401)?;
    /// assert!(xml.contains(r#"<edmx:Include Namespace="org.example.words" Alias="words"/>"#));
    /// # Ok::<(), odata_core::csdl::InvalidModel>(())
    /// ```
    #[must_use]
    pub fn with_aliased_reference(
        mut self,
        url: impl Into<String>,
        namespace: impl Into<String>,
        alias: impl Into<String>,
    ) -> Model {
        let namespaces = self.references.entry(url.into()).or_default();
        namespaces.insert(namespace.into(), Some(alias.into()));
        self
    }

    /// Writes an open complex type, an abstract open entity type or a type definition of `Edm.String` for each
    /// [undescribed](Self::undescribed) name, which is an error without this call.
    #[must_use]
    pub fn with_stubs(mut self) -> Model {
        self.has_stubs = true;
        self
    }

    /// Declares that `target`, such as `shop.order/state`, differs from the metadata on purpose, and why. [`compare`](Self::compare) does
    /// not report the differences of this target. If it has none, the declaration itself is reported.
    ///
    /// ```
    /// use odata_core::{ODataResource, csdl::{Metadata, Model}};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Order {
    ///     state: Option<i32>,
    /// }
    ///
    /// let service = Metadata::from_json(
    ///     r#"{"$Version": "4.01", "shop": {"order": {"$Kind": "ComplexType", "state": {"$Nullable": true}}}}"#,
    /// )?;
    /// let model = Model::new().with::<Order>().with_deliberate_difference("shop.order/state", "the service sends numbers");
    /// assert!(model.compare(&service).is_empty());
    /// # Ok::<(), odata_core::csdl::InvalidMetadata>(())
    /// ```
    #[must_use]
    pub fn with_deliberate_difference(
        mut self,
        target: impl Into<String>,
        reason: impl Into<String>,
    ) -> Model {
        self.deliberate.insert(target.into(), reason.into());
        self
    }

    /// Omits the doc comments of all types.
    #[must_use]
    pub fn without_descriptions(mut self) -> Model {
        self.has_no_descriptions = true;
        self
    }
}
