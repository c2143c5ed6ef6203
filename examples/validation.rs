//! Rules of fields and of types, checked after reading and before writing. Each violation has a JSON pointer.

use odata_core::{ODataResource, Validate, Violation, json};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "events", validate = ends_after_it_starts)]
struct Booking {
    #[odata(validate(length(min = 3, max = 40)))]
    title: String,
    start: i32,
    end: i32,
    #[odata(validate(one_of("small", "large")))]
    room: Option<String>,
    #[odata(validate(length(max = 3)))]
    guests: Vec<Guest>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "events")]
struct Guest {
    #[odata(validate(required, custom = looks_like_an_address))]
    mail: Option<String>,
}

fn ends_after_it_starts(booking: &Booking) -> Result<(), Violation> {
    if booking.start < booking.end {
        Ok(())
    } else {
        Err(Violation::at("end", "must be after `start`"))
    }
}

fn looks_like_an_address(mail: &str) -> Result<(), &'static str> {
    if mail.contains('@') {
        Ok(())
    } else {
        Err("must have an @")
    }
}

fn main() {
    let text = r#"{"title":"AB","start":9,"end":9,"room":"huge","guests":[{"mail":"a@b"},{"mail":"c"},{}]}"#;
    if let Err(error) = json::from_str::<Booking>(text) {
        for violation in error.violations() {
            println!("{:21} {violation}", violation.rule());
        }
    }

    let mut booking = Booking {
        title: "Breakfast".into(),
        ..Default::default()
    };
    println!("{:?}", booking.validate().is_ok());
    booking.end = 10;
    println!("{:?}", json::to_string(&booking).ok());
}
