//! The names that generated code might use have other meanings here.
#![deny(warnings)]
#![allow(dead_code, unused_macros)]

mod core {}
mod std {}
mod serde {}
mod alloc {}
mod odata_core {}

struct Some;
struct None;
struct Ok;
struct Err;
struct Box;
struct Result;
struct Vec;
struct String;
trait Default {}
trait Deserialize {}
trait Serialize {}
trait Iterator {}
trait Into {}
trait From {}
trait AsRef {}
trait Fn {}
type Cow = ();

fn drop() {}
fn value() {}
fn map() {}
fn partial() {}
fn index() {}
fn at() {}
fn violations() {}
fn item() {}
fn parts() {}
fn resource() {}
fn arrival() {}
fn serializer() {}

const UNKNOWN: () = ();
const DECLARED: () = ();
const NAMES: () = ();
const KNOWN: () = ();
const OFFSET: () = ();
static TYPE: () = ();

macro_rules! matches { ($($any:tt)*) => { compile_error!("not that one") } }
macro_rules! vec { ($($any:tt)*) => { compile_error!("not that one") } }
macro_rules! panic { ($($any:tt)*) => { compile_error!("not that one") } }

use ::odata_core::{ODataEnum as Enumerate, ODataResource as Resource};

#[derive(Resource)]
#[odata(namespace = "shop", open)]
struct Base {
    #[odata(dynamic_properties)]
    more: ::odata_core::DynamicProperties,
    #[odata(annotations)]
    annotations: ::odata_core::Annotations,
}

#[derive(Clone, Enumerate)]
#[odata(namespace = "shop")]
enum State {
    Some,
    None,
    Ok,
    Err,
    #[odata(other)]
    Other(::std::string::String),
}

#[derive(Resource)]
#[odata(namespace = "shop")]
struct Parts {
    #[odata(base)]
    base: Base,
    map: ::std::option::Option<i32>,
    partial: ::std::option::Option<i32>,
    key: ::std::option::Option<i32>,
    index: ::std::option::Option<i32>,
    value: ::std::option::Option<State>,
    // Without an initial value, so that the struct is built from parts.
    state: State,
    at: i32,
    violations: i32,
    #[odata(validate(each(range(min = 1))))]
    item: ::std::vec::Vec<i32>,
    parts: ::std::boxed::Box<i32>,
    serializer: bool,
    declared: bool,
    sinks: bool,
    bags: bool,
    seen: bool,
}

#[derive(Resource)]
#[odata(namespace = "shop")]
struct With0 {
    #[odata(base)]
    arrival: Parts,
    resource: i32,
}

#[derive(Resource)]
#[odata(hierarchy = Base)]
enum Names {
    Ok(::std::boxed::Box<Parts>),
    Err(With0),
    Some(Base),
    #[odata(other)]
    None(::odata_core::DynamicResource),
}

fn main() {}
