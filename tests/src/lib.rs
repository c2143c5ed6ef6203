#![forbid(unsafe_code)]
//! Tests across crates are in `tests` beside this file; what the compiler says of mistakes is tested in `ui`, a package of its own, so
//! that the cases are compiled with few dependencies.
