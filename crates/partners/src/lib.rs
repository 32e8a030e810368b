//! Organizations by sector, formal and informal; people; joining; declaration of intent; agreements; discovery.

platform::id! { /// One organization or informal group.
OrganizationId, "organization" }
platform::id! { /// One person: a contact, the holder of a seat, somebody who signs.
PersonId, "person" }
