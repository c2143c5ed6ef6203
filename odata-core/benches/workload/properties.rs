//! The types of the benches, defined once: each engine expands these lists into structs of its own.
//!
//! A level of a chain is a macro that passes its properties to another macro, as `name: type = sample`. `sample` is the function of
//! [`sample`](super::sample) that generates a value. Every property is nullable, as in directory data: its field is an `Option<type>`.
//!
//! The chains have four levels, those of Microsoft Graph and one more:
//! `entity` -> `directoryObject` -> `user`, `group` or `device` -> `employee`, `team` or `workstation`.

macro_rules! entity {
    ($then:ident $($args:tt)*) => { $then! { $($args)* { id: String = guid, } } };
}

macro_rules! directory_object {
    ($then:ident $($args:tt)*) => { $then! { $($args)* { deleted_date_time: String = instant, } } };
}

macro_rules! user {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        account_enabled: bool = boolean,
        age_group: AgeGroup = age_group,
        assigned_licenses: Vec<AssignedLicense> = assigned_licenses,
        business_phones: Vec<String> = phones,
        city: String = word,
        company_name: String = words,
        consent_provided_for_minor: String = word,
        country: String = word,
        created_date_time: String = instant,
        creation_type: String = word,
        department: String = words,
        display_name: String = words,
        employee_hire_date: String = instant,
        employee_id: String = digits,
        employee_org_data: EmployeeOrgData = employee_org_data,
        employee_type: String = word,
        external_user_state: String = word,
        fax_number: String = phone,
        given_name: String = word,
        im_addresses: Vec<String> = mails,
        is_management_restricted: bool = boolean,
        is_resource_account: bool = boolean,
        job_title: String = words,
        last_password_change_date_time: String = instant,
        legal_age_group_classification: String = word,
        mail: String = mail,
        mail_nickname: String = word,
        mobile_phone: String = phone,
        office_location: String = words,
        on_premises_distinguished_name: String = sentence,
        on_premises_domain_name: String = word,
        on_premises_immutable_id: String = guid,
        on_premises_last_sync_date_time: String = instant,
        on_premises_sam_account_name: String = word,
        on_premises_security_identifier: String = digits,
        on_premises_sync_enabled: bool = boolean,
        on_premises_user_principal_name: String = mail,
        other_mails: Vec<String> = mails,
        password_policies: String = words,
        password_profile: PasswordProfile = password_profile,
        postal_code: String = digits,
        preferred_data_location: String = word,
        preferred_language: String = word,
        proxy_addresses: Vec<String> = mails,
        security_identifier: String = digits,
        show_in_address_list: bool = boolean,
        state: String = word,
        street_address: String = sentence,
        surname: String = word,
        usage_location: String = word,
        user_principal_name: String = mail,
        user_type: String = word,
    } } };
}

macro_rules! employee {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        badge_number: i64 = long,
        desk: String = word,
        floor: i32 = int,
        full_time_equivalent: f64 = double,
        hourly_rate: f64 = double,
        is_remote: bool = boolean,
        manager_chain: Vec<String> = guids,
        sick_days: i32 = int,
        spoken_languages: Vec<String> = list,
        total_logins: i64 = long,
        vacation_days: f64 = double,
    } } };
}

macro_rules! group {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        allow_external_senders: bool = boolean,
        assigned_licenses: Vec<AssignedLicense> = assigned_licenses,
        auto_subscribe_new_members: bool = boolean,
        classification: String = word,
        created_date_time: String = instant,
        description: String = sentence,
        display_name: String = words,
        expiration_date_time: String = instant,
        group_types: Vec<String> = list,
        has_members_with_license_errors: bool = boolean,
        hide_from_address_lists: bool = boolean,
        is_archived: bool = boolean,
        is_assignable_to_role: bool = boolean,
        mail: String = mail,
        mail_enabled: bool = boolean,
        mail_nickname: String = word,
        membership_rule: String = sentence,
        membership_rule_processing_state: String = word,
        on_premises_domain_name: String = word,
        on_premises_last_sync_date_time: String = instant,
        on_premises_security_identifier: String = digits,
        on_premises_sync_enabled: bool = boolean,
        preferred_data_location: String = word,
        preferred_language: String = word,
        proxy_addresses: Vec<String> = mails,
        renewed_date_time: String = instant,
        security_enabled: bool = boolean,
        security_identifier: String = digits,
        theme: String = word,
        unique_name: String = word,
        unseen_count: i32 = int,
        visibility: String = word,
    } } };
}

macro_rules! team {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        channel_count: i32 = int,
        internal_id: String = guid,
        message_total: i64 = long,
        score: f64 = double,
        tags: Vec<String> = list,
        web_url: String = sentence,
    } } };
}

macro_rules! device {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        account_enabled: bool = boolean,
        approximate_last_sign_in_date_time: String = instant,
        compliance_expiration_date_time: String = instant,
        device_category: String = word,
        device_id: String = guid,
        device_metadata: String = sentence,
        device_ownership: String = word,
        device_version: i32 = int,
        display_name: String = words,
        enrollment_profile_name: String = words,
        enrollment_type: String = word,
        is_compliant: bool = boolean,
        is_managed: bool = boolean,
        is_rooted: bool = boolean,
        management_type: String = word,
        manufacturer: String = word,
        mdm_app_id: String = guid,
        model: String = words,
        on_premises_last_sync_date_time: String = instant,
        on_premises_security_identifier: String = digits,
        on_premises_sync_enabled: bool = boolean,
        operating_system: String = word,
        operating_system_version: String = digits,
        physical_ids: Vec<String> = guids,
        profile_type: String = word,
        registration_date_time: String = instant,
        system_labels: Vec<String> = list,
        trust_type: String = word,
    } } };
}

macro_rules! workstation {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        battery_health: f64 = double,
        core_count: i32 = int,
        memory_bytes: i64 = long,
        monitors: Vec<String> = list,
        owner: String = guid,
        storage_bytes: i64 = long,
    } } };
}

macro_rules! assigned_license {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        disabled_plans: Vec<String> = guids,
        sku_id: String = guid,
    } } };
}

macro_rules! employee_org_data {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        cost_center: String = digits,
        division: String = words,
    } } };
}

macro_rules! password_profile {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        force_change_password_next_sign_in: bool = boolean,
        force_change_password_next_sign_in_with_mfa: bool = boolean,
        password: String = word,
    } } };
}

// The wide chain: sixteen properties on each of four levels, of all types in turn.

macro_rules! reading {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        id: String = guid,
        recorded_at: String = instant,
        recorded_by: String = words,
        sequence: i64 = long,
        is_valid: bool = boolean,
        is_manual: bool = boolean,
        priority: i32 = int,
        quality: f64 = double,
        offset: f64 = double,
        drift: f64 = double,
        sources: Vec<String> = list,
        comment: String = sentence,
        batch: String = digits,
        retries: i32 = int,
        latency_ticks: i64 = long,
        checksum: String = guid,
    } } };
}

macro_rules! site_reading {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        site: String = word,
        site_id: String = guid,
        site_name: String = words,
        latitude: f64 = double,
        longitude: f64 = double,
        altitude: f64 = double,
        floor: i32 = int,
        room: i32 = int,
        visitors: i64 = long,
        is_outdoors: bool = boolean,
        is_staffed: bool = boolean,
        time_zone: String = word,
        contacts: Vec<String> = mails,
        opened_at: String = instant,
        closed_at: String = instant,
        site_url: String = sentence,
    } } };
}

macro_rules! air_reading {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        temperature: f64 = double,
        humidity: f64 = double,
        pressure: f64 = double,
        carbon_dioxide: i32 = int,
        carbon_monoxide: i32 = int,
        ozone: i32 = int,
        particles: i64 = long,
        pollen: i64 = long,
        wind_speed: f64 = double,
        wind_direction: i32 = int,
        gust_speed: f64 = double,
        is_raining: bool = boolean,
        is_snowing: bool = boolean,
        sky: String = word,
        forecast: String = sentence,
        alerts: Vec<String> = list,
    } } };
}

macro_rules! lab_reading {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        experiment: String = guid,
        protocol: String = words,
        operator: String = mail,
        reviewer: String = mail,
        sample_count: i32 = int,
        sample_volume: f64 = double,
        sample_mass: f64 = double,
        dilution: f64 = double,
        counts: i64 = long,
        background_counts: i64 = long,
        is_calibrated: bool = boolean,
        is_released: bool = boolean,
        instruments: Vec<String> = list,
        started_at: String = instant,
        ended_at: String = instant,
        verdict: String = sentence,
    } } };
}

// The chain below `microsoft.graph.customExtensionData`, with the properties that the benches use. Only the first stage has a state.

macro_rules! callback {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        custom_extension_stage_instance_id: String = guid,
        custom_extension_stage_instance_detail: String = reason,
        stage: Stage = stage,
        state: State = state,
    } } };
}

macro_rules! approval_stage_callback {
    ($then:ident $($args:tt)*) => { $then! { $($args)* { approval_stage: ApprovalStage = approval_stage, } } };
}

macro_rules! approval_stage {
    ($then:ident $($args:tt)*) => { $then! { $($args)* {
        approver_information_visibility: Visibility = visibility,
        duration_before_automatic_denial: String = duration,
        is_approver_justification_required: bool = boolean,
        is_escalation_enabled: bool = boolean,
    } } };
}
