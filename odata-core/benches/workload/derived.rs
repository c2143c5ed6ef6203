//! (e) This crate: each level is a struct with a base, and each family a hierarchy.

use std::marker::PhantomData;

use odata_core::{ODataEnum, ODataResource, Validate, json};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    engine::{Engine, Result},
    payload::Input,
};

/// One level: its own properties and its base.
macro_rules! resource {
    ($name:ident $(: $base:ident)? = $properties:ident) => {
        $properties! { resource @ $name [$($base)?] }
    };
    (@ $name:ident [$($base:ident)?] { $($property:ident: $type:ty = $sample:ident,)* }) => {
        #[derive(ODataResource)]
        #[odata(namespace = "bench")]
        pub(crate) struct $name {
            $(#[odata(base)] base: $base,)?
            $($property: Option<$type>,)*
        }
    };
}

#[derive(ODataEnum)]
#[odata(namespace = "bench")]
pub(crate) enum AgeGroup {
    Minor,
    NotAdult,
    Adult,
}

resource!(AssignedLicense = assigned_license);
resource!(EmployeeOrgData = employee_org_data);
resource!(PasswordProfile = password_profile);

resource!(Entity = entity);
resource!(DirectoryObject: Entity = directory_object);
resource!(User: DirectoryObject = user);
resource!(Employee: User = employee);
resource!(Group: DirectoryObject = group);
resource!(Team: Group = team);
resource!(Device: DirectoryObject = device);
resource!(Workstation: Device = workstation);

#[derive(ODataResource)]
#[odata(hierarchy = DirectoryObject)]
pub(crate) enum Directory {
    Employee(Box<Employee>),
    Team(Box<Team>),
    Workstation(Box<Workstation>),
}

resource!(Reading = reading);
resource!(SiteReading: Reading = site_reading);
resource!(AirReading: SiteReading = air_reading);
resource!(LabReading: AirReading = lab_reading);

/// Reads and writes through `odata_core::json`, which also validates.
pub(crate) struct Body<T>(PhantomData<T>);

impl<T: Serialize + DeserializeOwned + Validate + 'static> Engine for Body<T> {
    type Items = Vec<T>;

    fn read(input: &Input) -> Result<Vec<T>> {
        Ok(json::from_slice(&input.text)?)
    }

    fn write(items: &Vec<T>, buffer: &mut Vec<u8>) -> Result<()> {
        Ok(json::to_writer(buffer, items)?)
    }
}

/// Reads and writes the same types through another parser.
pub(crate) struct Sonic<T>(PhantomData<T>);

impl<T: Serialize + DeserializeOwned + 'static> Engine for Sonic<T> {
    type Items = Vec<T>;

    fn read(input: &Input) -> Result<Vec<T>> {
        Ok(sonic_rs::from_slice(&input.text)?)
    }

    fn write(items: &Vec<T>, buffer: &mut Vec<u8>) -> Result<()> {
        Ok(sonic_rs::to_writer(buffer, items)?)
    }
}
