//! Enumerations of flags.

use odata_core::{ErrorKind, Flags, ODataEnum, ReadOptions, json, options::UnknownPolicy};

/// Closed flags: each bit belongs to a member.
#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "NS", rename_all = "PascalCase", flags)]
enum Perm {
    #[odata(value = 0)]
    None,
    #[odata(value = 1)]
    Read,
    #[odata(value = 2)]
    Write,
    #[odata(value = 4)]
    Exec,
    #[odata(value = 7)]
    All,
}

/// Open flags: unknown members are preserved.
#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "NS", flags, case_insensitive, underlying = "Edm.Byte")]
enum Share {
    #[odata(value = 1)]
    View,
    #[odata(value = 2)]
    Edit,
    #[odata(other)]
    Other(Box<str>),
}

/// Reads flags and writes them.
fn rewrite<E>(text: &str) -> Result<String, odata_core::Error>
where
    E: odata_core::enumeration::ODataFlags,
{
    let flags: Flags<E> = json::from_str(&format!("{text:?}"))?;
    let body = json::to_string(&flags)?;
    assert_eq!(body, format!("{:?}", flags.to_string()));
    assert_eq!(flags, json::from_str::<Flags<E>>(&body)?);
    Ok(flags.to_string())
}

#[test]
fn members_are_written_in_source_order_without_spaces() {
    for (text, written) in [
        ("Read", "Read"),
        ("Read,Exec", "Read,Exec"),
        ("Exec, Read", "Read,Exec"),
        (" Read ,\tExec ", "Read,Exec"),
        ("Read,Read", "Read"),
    ] {
        assert_eq!(rewrite::<Perm>(text).unwrap(), written, "{text}");
    }
}

#[test]
fn a_combined_member_replaces_its_parts() {
    assert_eq!(rewrite::<Perm>("Read,Write,Exec").unwrap(), "All");
    assert_eq!(rewrite::<Perm>("All,Read").unwrap(), "All");
}

#[test]
fn digits_are_read_as_bits() {
    assert_eq!(rewrite::<Perm>("5").unwrap(), "Read,Exec");
    assert_eq!(rewrite::<Perm>("7").unwrap(), "All");
    assert_eq!(rewrite::<Perm>("1,4").unwrap(), "Read,Exec");
    assert_eq!(rewrite::<Perm>("Read,2").unwrap(), "Read,Write");
}

#[test]
fn no_bits_are_written_as_the_member_zero_or_the_digit_zero() {
    assert_eq!(rewrite::<Perm>("None").unwrap(), "None");
    assert_eq!(rewrite::<Perm>("0").unwrap(), "None");
    assert_eq!(rewrite::<Perm>("None,Read").unwrap(), "Read");
    assert_eq!(rewrite::<Share>("0").unwrap(), "0");
    assert_eq!(json::to_string(&Flags::<Share>::new()).unwrap(), r#""0""#);
}

#[test]
fn an_unknown_member_of_closed_flags_is_an_error() {
    for (text, message) in [
        (
            "Read,Wrote",
            "`Wrote` is not a member of NS.Perm; did you mean `Write`? expected one of `None`, `Read`, `Write`, `Exec`, `All`",
        ),
        (
            "9",
            "9 has a bit that no member of NS.Perm has; expected one of `None`, `Read`, `Write`, `Exec`, `All`",
        ),
        (
            "-1",
            "-1 has a bit that no member of NS.Perm has; expected one of `None`, `Read`, `Write`, `Exec`, `All`",
        ),
    ] {
        let error = rewrite::<Perm>(text).unwrap_err();
        assert_eq!(
            (error.kind(), error.message()),
            (ErrorKind::UnknownMember, message)
        );
    }
    assert!(rewrite::<Perm>("read").is_err());
}

#[test]
fn an_empty_text_or_part_is_an_error() {
    for text in ["", " ", ",", "Read,", "Read,,Write"] {
        assert_eq!(rewrite::<Perm>(text).unwrap_err().kind(), ErrorKind::Value);
    }
    assert!(rewrite::<Share>("view,").is_err());
    assert!(json::from_str::<Flags<Perm>>("3").is_err());
}

#[test]
fn open_flags_preserve_unknown_names() {
    assert_eq!(rewrite::<Share>("Print, view").unwrap(), "Print,view");
    assert_eq!(
        rewrite::<Share>("Print,print,Print").unwrap(),
        "Print,print"
    );
    let flags: Flags<Share> = "Print,EDIT".parse().unwrap();
    assert_eq!(flags.unknown_names().collect::<Vec<_>>(), ["Print"]);
    assert_eq!(
        flags.iter().collect::<Vec<_>>(),
        [Share::Edit, Share::Other("Print".into())]
    );
}

/// Flags whose service may add members: `all` may then have more bits than in this build.
#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "NS", flags)]
enum Growing {
    #[odata(value = 1)]
    A,
    #[odata(value = 2)]
    B,
    #[odata(value = 4)]
    C,
    #[odata(value = 3)]
    All,
    #[odata(other)]
    Other(String),
}

#[test]
fn no_combined_member_replaces_its_parts_beside_an_unknown_name() {
    for text in ["a,b,future", "future,b,a", "b,future,all", "4,a,b,future"] {
        assert_eq!(rewrite::<Growing>(text).unwrap(), text);
    }
    // Without an unknown member, `all` replaces its parts.
    assert_eq!(rewrite::<Growing>("a,b").unwrap(), "all");
}

#[test]
fn changed_flags_are_written_in_canonical_form() {
    let came = || "b,future,a".parse::<Flags<Growing>>().unwrap();
    let mut flags = came();
    flags.insert(Growing::A);
    flags.remove(Growing::C);
    flags |= came();
    assert_eq!(flags.to_string(), "b,future,a", "no change");
    assert_eq!(flags, "future,all".parse::<Flags<Growing>>().unwrap());

    assert_eq!((came() | Growing::C).to_string(), "c,all,future");
    assert_eq!(
        (came() | Growing::Other("new, future".into())).to_string(),
        "all,future,new"
    );
    flags.remove(Growing::A);
    assert_eq!(flags.to_string(), "b,future");
    flags = came();
    flags.remove(Growing::Other("future".into()));
    assert_eq!(flags.to_string(), "all");
}

#[test]
fn open_flags_preserve_unknown_bits_of_the_underlying_type() {
    assert_eq!(rewrite::<Share>("9").unwrap(), "view,8");
    assert_eq!(rewrite::<Share>("8,view").unwrap(), "view,8");
    // Out of range for an Edm.Byte, so it is an unknown text.
    assert_eq!(rewrite::<Share>("256").unwrap(), "256");
    assert_eq!(rewrite::<Share>("view,-1").unwrap(), "view,-1");
}

#[test]
fn the_options_reject_unknown_members() {
    let strict = ReadOptions::client().unknown_enum_members(UnknownPolicy::Error);
    for text in [r#""view,Print""#, r#""8""#] {
        assert!(json::from_str_with::<Flags<Share>>(text, &strict).is_err());
        assert!(json::from_str::<Flags<Share>>(text).is_ok());
    }
    let exact = ReadOptions::client().case_insensitive_enums(Some(false));
    let view: Flags<Share> = json::from_str_with(r#""View""#, &exact).unwrap();
    assert_eq!(view, Share::Other("View".into()));
}

#[test]
fn flags_are_built_from_members() {
    let mut perm = Perm::Read | Perm::Exec;
    assert!(perm.contains(Perm::Read) && perm.contains(&Perm::Exec));
    assert!(!perm.contains(Perm::Write) && !perm.contains(Perm::All));
    perm |= Perm::Write;
    assert!(perm.contains(Perm::All));
    assert_eq!(perm, Perm::All);
    perm.remove(Perm::Exec);
    assert_eq!(perm.bits(), 3);
    assert_eq!(perm, Flags::from_iter([Perm::Write, Perm::Read]));
    assert_eq!(perm | Flags::from(Perm::Exec), Perm::All);
}

#[test]
fn flags_contain_the_member_zero_only_when_empty() {
    let none = Flags::<Perm>::default();
    assert!(none.is_empty() && none.contains(Perm::None));
    assert_eq!(none.iter().collect::<Vec<_>>(), [Perm::None]);
    assert!(!Flags::from(Perm::Read).contains(Perm::None));
}

#[test]
fn flags_contain_unknown_names() {
    let mut share = Share::View | Share::Other("Print".into());
    assert!(share.contains(Share::Other("Print".into())) && !share.is_empty());
    share.remove(Share::View);
    assert_eq!(share, Share::Other("Print".into()));
    share.remove(Share::Other("Print".into()));
    assert!(share.is_empty());
    let ab: Flags<Share> = "a,b".parse().unwrap();
    let ba: Flags<Share> = "b,a".parse().unwrap();
    assert_eq!(ab, ba);
    assert_eq!((ab | ba).to_string(), "a,b");
}

#[test]
fn from_bits_rejects_bits_outside_the_type() {
    assert_eq!(Flags::<Perm>::from_bits(5), Some(Perm::Read | Perm::Exec));
    assert_eq!(Flags::<Perm>::from_bits(8), None);
    assert_eq!(
        Flags::<Share>::from_bits(8).map(|it| it.to_string()),
        Some("8".to_owned())
    );
    assert_eq!(Flags::<Share>::from_bits(256), None);
    assert_eq!(Flags::<Share>::from_bits(-1), None);
}

/// Combined members without members for their parts, which some services have.
#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "NS", flags, underlying = "Edm.Int64")]
enum Overlapping {
    #[odata(value = 3)]
    Low,
    #[odata(value = 6)]
    High,
    #[odata(value = 0x7FFF_FFFF_FFFF_FFFF)]
    All,
}

#[test]
fn flags_may_have_members_that_share_bits() {
    assert_eq!(rewrite::<Overlapping>("low").unwrap(), "low");
    assert_eq!(rewrite::<Overlapping>("low,high").unwrap(), "low,high");
    assert_eq!(rewrite::<Overlapping>("1").unwrap(), "1");
    assert_eq!(
        rewrite::<Overlapping>("9223372036854775807").unwrap(),
        "all"
    );
    assert_eq!(
        Flags::<Overlapping>::from_bits(i64::MAX - 1)
            .unwrap()
            .to_string(),
        "high,9223372036854775800"
    );
}

/// The flags have single bits, combined members that share bits, and bits without a member.
#[test]
fn every_combination_of_bits_round_trips() {
    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "NS", flags, underlying = "Edm.Byte")]
    enum Mixed {
        #[odata(value = 1)]
        A,
        #[odata(value = 6)]
        B,
        #[odata(value = 12)]
        C,
        #[odata(value = 31)]
        D,
        #[odata(value = 192)]
        E,
        #[odata(other)]
        Other(String),
    }
    for bits in 0..=255 {
        let flags = Flags::<Mixed>::from_bits(bits).unwrap();
        let again: Flags<Mixed> = flags.to_string().parse().unwrap();
        assert_eq!(again.bits(), bits, "{flags}");
    }
}
