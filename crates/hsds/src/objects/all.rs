//! The 24 objects, in the order of the standard's own package.
//!
//! A line is: name, type in Rust, what it holds with the rules on it, and what it is about.

use serde_json::Number;

const PLACES: &[&str] = &["physical", "postal", "virtual"];
const STATES: &[&str] = &["active", "inactive", "defunct", "temporarily closed"];
const DAYS: &[&str] = &["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const RHYTHMS: &[&str] = &["WEEKLY", "MONTHLY"];

objects! {
    Organization organizations "organization" in "organizations.csv": "Who offers services." {
        id: String = Uuid.required().unique(), "Its own id.";
        name: String = Text.required(), "Its official or public name.";
        alternate_name: Option<String> = Text, "Another name it goes by.";
        description: String = Text.required(), "What it is and does.";
        email: Option<String> = Email, "Where to write to it.";
        website: Option<String> = Uri, "Its web site.";
        tax_status: Option<String> = Text, "Its tax status (no longer used).";
        tax_id: Option<String> = Text, "Its number with the tax office (no longer used).";
        year_incorporated: Option<Number> = Number, "The year in which it came to be.";
        legal_status: Option<String> = Text, "What it is in law.";
        logo: Option<String> = Text, "The address of a picture of its own.";
        uri: Option<String> = Uri, "A lasting identifier for it.";
        parent_organization_id: Option<String> = Uuid, "The organization it belongs to.";
        => {
            additional_websites: Vec<Url> = many "url";
            funding: Vec<Funding> = many "funding";
            contacts: Vec<Contact> = many "contact";
            phones: Vec<Phone> = many "phone";
            locations: Vec<Location> = many "location";
            programs: Vec<Program> = many "program";
            organization_identifiers: Vec<OrganizationIdentifier> = many "organization_identifier";
            services: Vec<Service> = many "service";
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Program programs "program" in "programs.csv": "Services that an organization offers under one name." {
        id: String = Uuid.required().unique(), "Its own id.";
        organization_id: Option<String> = Uuid.required_in_table().refers_to("organization"), "Whose it is.";
        name: String = Text.required(), "Its name.";
        alternate_name: Option<String> = Text, "Another name it goes by.";
        description: String = Text.required(), "What it is.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Service services "service" in "services.csv": "What an organization offers to people." {
        id: String = Uuid.required().unique(), "Its own id.";
        organization_id: Option<String> = Uuid.required_in_table().refers_to("organization"), "Who offers it.";
        program_id: Option<String> = Uuid.refers_to("program"), "The program it is part of.";
        name: String = Text.required(), "Its official or public name.";
        alternate_name: Option<String> = Text, "Another name it goes by.";
        description: Option<String> = Text, "What it is.";
        url: Option<String> = Uri, "Its page on the web.";
        email: Option<String> = Email, "Where to write about it.";
        status: String = Text.required().one_of(STATES), "Whether it is offered now.";
        interpretation_services: Option<String> = Text, "What interpretation there is.";
        application_process: Option<String> = Text, "How one gets it.";
        fees_description: Option<String> = Text, "What it costs.";
        wait_time: Option<String> = Text, "How long one waits (no longer used).";
        fees: Option<String> = Text, "What it costs (no longer used).";
        accreditations: Option<String> = Text, "Who vouches for it.";
        eligibility_description: Option<String> = Text, "Who may have it.";
        minimum_age: Option<Number> = Number, "The youngest it is for, in years.";
        maximum_age: Option<Number> = Number, "The oldest it is for, in years.";
        assured_date: Option<String> = Date, "When it was last found to be true.";
        assurer_email: Option<String> = Email, "Who found it to be true.";
        licenses: Option<String> = Text, "Its licences (no longer used).";
        alert: Option<String> = Text, "What is different for a while.";
        last_modified: Option<String> = DateTime, "When anything about it last changed.";
        => {
            additional_urls: Vec<Url> = many "url";
            phones: Vec<Phone> = many "phone";
            schedules: Vec<Schedule> = many "schedule";
            service_areas: Vec<ServiceArea> = many "service_area";
            service_at_locations: Vec<ServiceAtLocation> = many "service_at_location";
            languages: Vec<Language> = many "language";
            organization: Option<Box<Organization>> = one "organization";
            funding: Vec<Funding> = many "funding";
            cost_options: Vec<CostOption> = many "cost_option";
            program: Option<Box<Program>> = one "program";
            required_documents: Vec<RequiredDocument> = many "required_document";
            contacts: Vec<Contact> = many "contact";
            capacities: Vec<ServiceCapacity> = many "service_capacity";
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Attribute attributes "attribute" in "attributes.csv": "A term of a taxonomy that something is given." {
        id: String = Uuid.required().unique(), "Its own id.";
        link_id: Option<String> = Uuid.required_in_table(), "What is given the term.";
        taxonomy_term_id: Option<String> = Uuid.required_in_table().refers_to("taxonomy_term"), "The term.";
        link_type: Option<String> = Text, "What the term says of it: its kind, its audience.";
        link_entity: Option<String> = Text.required_in_table(), "The table of what is given the term.";
        value: Option<String> = Text, "What goes with the term.";
        label: Option<String> = Text, "Words to show for it.";
        => {
            taxonomy_term: Option<Box<TaxonomyTerm>> = one "taxonomy_term";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    ServiceAtLocation service_at_locations "service_at_location" in "service_at_location.csv": "A service at one place." {
        id: String = Uuid.required().unique(), "Its own id.";
        service_id: Option<String> = Uuid.required_in_table().refers_to("service"), "The service.";
        location_id: Option<String> = Uuid.required_in_table().refers_to("location"), "The place.";
        description: Option<String> = Text, "What is different there.";
        => {
            service_areas: Vec<ServiceArea> = many "service_area";
            contacts: Vec<Contact> = many "contact";
            phones: Vec<Phone> = many "phone";
            schedules: Vec<Schedule> = many "schedule";
            location: Option<Box<Location>> = one "location";
            service: Option<Box<Service>> = one "service";
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Location locations "location" in "locations.csv": "A place where people are served, on the ground or not." {
        id: String = Uuid.required().unique(), "Its own id.";
        location_type: String = Text.required().one_of(PLACES), "What kind of place it is.";
        url: Option<String> = Uri, "The address of a place on the web.";
        organization_id: Option<String> = Uuid.refers_to("organization"), "Whose it is.";
        name: Option<String> = Text, "Its name.";
        alternate_name: Option<String> = Text, "Another name it goes by.";
        description: Option<String> = Text, "What it is.";
        transportation: Option<String> = Text, "How one gets there.";
        latitude: Option<Number> = Number, "Degrees north, in WGS 84.";
        longitude: Option<Number> = Number, "Degrees east, in WGS 84.";
        external_identifier: Option<String> = Text, "What others call it by.";
        external_identifier_type: Option<String> = Text, "Whose identifier that is.";
        => {
            languages: Vec<Language> = many "language";
            addresses: Vec<Address> = many "address";
            contacts: Vec<Contact> = many "contact";
            accessibility: Vec<Accessibility> = many "accessibility";
            phones: Vec<Phone> = many "phone";
            schedules: Vec<Schedule> = many "schedule";
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Phone phones "phone" in "phones.csv": "A telephone number." {
        id: String = Uuid.required().unique(), "Its own id.";
        location_id: Option<String> = Uuid.refers_to("location"), "The place it rings at.";
        service_id: Option<String> = Uuid.refers_to("service"), "The service it is for.";
        organization_id: Option<String> = Uuid.refers_to("organization"), "The organization it is for.";
        contact_id: Option<String> = Uuid.refers_to("contact"), "The person who answers.";
        service_at_location_id: Option<String> = Uuid.refers_to("service_at_location"), "The service at one place it is for.";
        number: String = Text.required(), "The number.";
        extension: Option<Number> = Number, "The extension.";
        kind as "type": Option<String> = Text, "What it is for: voice, text, fax.";
        description: Option<String> = Text, "What one should know of it.";
        => {
            languages: Vec<Language> = many "language";
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Contact contacts "contact" in "contacts.csv": "Someone to ask." {
        id: String = Uuid.required().unique(), "Its own id.";
        organization_id: Option<String> = Uuid.refers_to("organization"), "The organization to ask about.";
        service_id: Option<String> = Uuid.refers_to("service"), "The service to ask about.";
        service_at_location_id: Option<String> = Uuid.refers_to("service_at_location"), "The service at one place to ask about.";
        location_id: Option<String> = Uuid.refers_to("location"), "The place to ask about.";
        name: Option<String> = Text, "The name of the person.";
        title: Option<String> = Text, "What the person is there.";
        department: Option<String> = Text, "Where in the organization.";
        email: Option<String> = Email, "Where to write to.";
        => {
            phones: Vec<Phone> = many "phone";
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Address addresses "address" in "addresses.csv": "Where a place is, or where its letters go." {
        id: String = Uuid.required().unique(), "Its own id.";
        location_id: Option<String> = Uuid.refers_to("location"), "The place.";
        attention: Option<String> = Text, "For whom.";
        address_1: String = Text.required(), "Number and street.";
        address_2: Option<String> = Text, "Unit, floor, building.";
        city: String = Text.required(), "City or town.";
        region: Option<String> = Text, "Region.";
        state_province: String = Text.required(), "Province or state.";
        postal_code: String = Text.required(), "Postal code.";
        country: String = Text.required(), "Country, as ISO 3166-1 has it in two letters.";
        address_type: String = Text.required().one_of(PLACES), "What it is the address of.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Schedule schedules "schedule" in "schedules.csv": "When something is open or offered, as a rule of RFC 5545." {
        id: String = Uuid.required().unique(), "Its own id.";
        service_id: Option<String> = Uuid.refers_to("service"), "The service.";
        location_id: Option<String> = Uuid.refers_to("location"), "The place.";
        service_at_location_id: Option<String> = Uuid.refers_to("service_at_location"), "The service at one place.";
        valid_from: Option<String> = Date, "The first day on which this is true.";
        valid_to: Option<String> = Date, "The last day on which this is true.";
        dtstart: Option<String> = Date, "The first day of the rule.";
        timezone: Option<Number> = Number, "Hours from UTC.";
        until: Option<String> = Date, "The last day of the rule.";
        count: Option<Number> = Number, "How many times.";
        wkst: Option<String> = Text.one_of(DAYS), "The day on which weeks begin.";
        freq: Option<String> = Text.one_of(RHYTHMS), "The rhythm.";
        interval: Option<Number> = Number, "Every how many weeks or months.";
        byday: Option<String> = Text, "Days of the week.";
        byweekno: Option<String> = Text, "Weeks of the year.";
        bymonthday: Option<String> = Text, "Days of the month.";
        byyearday: Option<String> = Text, "Days of the year.";
        description: Option<String> = Text, "The same in words.";
        opens_at: Option<String> = Time, "When it opens on such a day.";
        closes_at: Option<String> = Time, "When it closes on such a day.";
        schedule_link: Option<String> = Uri, "Where its dates stand on the web.";
        attending_type: Option<String> = Text, "How one takes part.";
        notes: Option<String> = Text, "What else one should know.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Funding funding "funding" in "funding.csv": "Who pays." {
        id: String = Uuid.required().unique(), "Its own id.";
        organization_id: Option<String> = Uuid.refers_to("organization"), "The organization that is paid for.";
        service_id: Option<String> = Uuid.refers_to("service"), "The service that is paid for.";
        source: Option<String> = Text, "Where the money comes from.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    ServiceArea service_areas "service_area" in "service_areas.csv": "Where people must live to be served." {
        id: String = Uuid.required().unique(), "Its own id.";
        service_id: Option<String> = Uuid.refers_to("service"), "The service.";
        service_at_location_id: Option<String> = Uuid.refers_to("service_at_location"), "The service at one place.";
        name: Option<String> = Text, "Its name.";
        description: Option<String> = Text, "What it covers, in words.";
        extent: Option<String> = Text, "What it covers, for programs.";
        extent_type: Option<String> = Text, "How that is written: geojson, kml, text.";
        uri: Option<String> = Text, "Where the area is defined.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    RequiredDocument required_documents "required_document" in "required_documents.csv": "What one must bring." {
        id: String = Uuid.required().unique(), "Its own id.";
        service_id: Option<String> = Uuid.refers_to("service"), "The service.";
        document: Option<String> = Text, "What to bring.";
        uri: Option<String> = Uri, "Where it is told more of.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Language languages "language" in "languages.csv": "A language that is spoken there, without an interpreter." {
        id: String = Uuid.required().unique(), "Its own id.";
        service_id: Option<String> = Uuid.refers_to("service"), "The service.";
        location_id: Option<String> = Uuid.refers_to("location"), "The place.";
        phone_id: Option<String> = Uuid.refers_to("phone"), "The telephone number.";
        name: Option<String> = Text, "Its name.";
        code: Option<String> = Text, "Its code, as ISO 639 has it.";
        note: Option<String> = Text, "What else one should know.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Accessibility accessibility "accessibility" in "accessibility.csv": "How a place is reached by people with disabilities." {
        id: String = Uuid.required().unique(), "Its own id.";
        location_id: Option<String> = Uuid.refers_to("location"), "The place.";
        description: Option<String> = Text, "What there is.";
        details: Option<String> = Text, "How to find and use it.";
        url: Option<String> = Uri, "Where it is told more of.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    TaxonomyTerm taxonomy_terms "taxonomy_term" in "taxonomy_terms.csv": "A term by which things are sorted." {
        id: String = Uuid.required().unique(), "Its own id.";
        code: Option<String> = Text.unique(), "Its code in the taxonomy.";
        name: String = Text.required(), "The term.";
        description: String = Text.required(), "What it means.";
        parent_id: Option<String> = Uuid, "The wider term.";
        taxonomy: Option<String> = Text, "The taxonomy, in words.";
        language: Option<String> = Text, "The language of the term.";
        taxonomy_id: Option<String> = Uuid.refers_to("taxonomy"), "The taxonomy.";
        term_uri: Option<String> = Uri, "Where the term is defined.";
        => {
            taxonomy_detail: Option<Box<Taxonomy>> = one "taxonomy";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Metadata metadata "metadata" in "metadata.csv": "A change that was made." {
        id: String = Uuid.required().unique(), "Its own id.";
        resource_id: Option<String> = Uuid.required_in_table(), "What was changed.";
        resource_type: Option<String> = Text.required_in_table(), "The table of what was changed.";
        last_action_date: String = Date.required(), "When.";
        last_action_type: String = Text.required(), "What was done.";
        field_name: String = Text.required(), "The column.";
        previous_value: String = Text.required(), "What stood there before.";
        replacement_value: String = Text.required(), "What stands there since.";
        updated_by: String = Text.required(), "Who did it.";
        => {}
    }
    MetaTableDescription meta_table_descriptions "meta_table_description" in "meta_table_descriptions.csv": "What a table is like." {
        id: String = Uuid.required().unique(), "Its own id.";
        name: Option<String> = Text, "The table.";
        language: Option<String> = Text, "The language of its texts.";
        character_set: Option<String> = Text, "How its texts are coded.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    CostOption cost_options "cost_option" in "cost_options.csv": "What someone pays." {
        id: String = Uuid.required().unique(), "Its own id.";
        service_id: Option<String> = Uuid.required_in_table().refers_to("service"), "The service.";
        valid_from: Option<String> = Date, "From which day.";
        valid_to: Option<String> = Date, "To which day.";
        option: Option<String> = Text, "For whom.";
        currency: Option<String> = Text, "The currency, as ISO 4217 has it.";
        amount: Option<Number> = Number, "How much.";
        amount_description: Option<String> = Text, "For what.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    OrganizationIdentifier organization_identifiers "organization_identifier" in "organization_identifiers.csv": "A number that others gave to an organization." {
        id: String = Uuid.required().unique(), "Its own id.";
        organization_id: Option<String> = Uuid.required_in_table().refers_to("organization"), "The organization.";
        identifier_scheme: Option<String> = Text, "Whose numbers these are, as org-id.guide has it.";
        identifier_type: String = Text.required(), "The same in words.";
        identifier: String = Text.required(), "The number.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Taxonomy taxonomies "taxonomy" in "taxonomies.csv": "A list of terms by which things are sorted." {
        id: String = Uuid.required().unique(), "Its own id.";
        name: String = Text.required(), "Its name.";
        description: String = Text.required(), "What it sorts.";
        uri: Option<String> = Uri, "Where it is defined.";
        version: Option<String> = Text, "Its version.";
        => {
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    ServiceCapacity service_capacities "service_capacity" in "service_capacity.csv": "How much of a service is left." {
        id: String = Uuid.required().unique(), "Its own id.";
        service_id: Option<String> = Uuid.required_in_table().refers_to("service"), "The service.";
        unit_id: Option<String> = Uuid.required_in_table().refers_to("unit"), "In what it is counted.";
        available: Option<Number> = Number.required(), "How many are free.";
        maximum: Option<Number> = Number, "How many there are.";
        description: Option<String> = Text, "What is counted.";
        updated: String = DateTime.required(), "When this was true.";
        => {
            unit: Option<Box<Unit>> = one_required "unit";
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Unit units "unit" in "units.csv": "In what capacity is counted." {
        id: String = Uuid.required().unique(), "Its own id.";
        name: String = Text.required(), "Its name.";
        scheme: Option<String> = Text, "Whose unit it is.";
        identifier: Option<String> = Text, "What they call it by.";
        uri: Option<String> = Uri, "Where it is defined.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
    Url urls "url" in "url.csv": "An address on the web." {
        id: String = Uuid.required().unique(), "Its own id.";
        label: Option<String> = Text, "Words to show for it.";
        url: String = Uri.required(), "The address.";
        organization_id: Option<String> = Uuid.refers_to("organization"), "The organization it is about.";
        service_id: Option<String> = Uuid.refers_to("service"), "The service it is about.";
        => {
            attributes: Vec<Attribute> = many "attribute";
            metadata: Vec<Metadata> = many "metadata";
        }
    }
}
