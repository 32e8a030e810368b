//! What stands in the place of a part of an address.

/// A part of an address, the piece of path in which it means this, and the statement that finds its object in `$1`.
pub const PARTS: &[(&str, &str, &str)] = &[
    ("{council}", "/who-we-are/", "SELECT slug FROM council WHERE partnership_id = $1 AND slug = 'partnership-council'"),
    ("{council}", "", "SELECT CAST(id AS TEXT) FROM council WHERE partnership_id = $1 AND slug = 'partnership-council'"),
    ("{enquiry}", "", "SELECT CAST(id AS TEXT) FROM enquiry WHERE partnership_id = $1 AND erased_at IS NULL AND binned_at IS NULL ORDER BY id LIMIT 1"),
    ("{id}", "", "SELECT CAST(id AS TEXT) FROM council WHERE partnership_id = $1 AND slug = 'partnership-council'"),
    ("{below}", "", "SELECT CAST(id AS TEXT) FROM council WHERE partnership_id = $1 AND slug = 'work-and-language'"),
    (
        "{seat}",
        "",
        "SELECT CAST(s.id AS TEXT) FROM seat s JOIN council c ON c.id = s.council_id AND c.partnership_id = s.partnership_id
         WHERE s.partnership_id = $1 AND c.slug = 'partnership-council' AND s.binned_at IS NULL ORDER BY s.number LIMIT 1",
    ),
    (
        "{term}",
        "",
        "SELECT CAST(t.id AS TEXT) FROM seat_term t JOIN seat s ON s.id = t.seat_id AND s.partnership_id = t.partnership_id
         JOIN council c ON c.id = s.council_id AND c.partnership_id = s.partnership_id
         WHERE s.partnership_id = $1 AND c.slug = 'partnership-council' AND s.binned_at IS NULL ORDER BY s.number, t.starts_on LIMIT 1",
    ),
    (
        "{expression}",
        "",
        "SELECT CAST(e.id AS TEXT) FROM expression e JOIN council c ON c.id = e.council_id AND c.partnership_id = e.partnership_id
         WHERE e.partnership_id = $1 AND c.slug = 'partnership-council' ORDER BY e.id LIMIT 1",
    ),
    (
        "{slug}",
        "",
        "SELECT slug FROM organization WHERE partnership_id = $1 AND visibility = 'public' AND joined_on IS NOT NULL AND binned_at IS NULL AND left_on IS NULL
         ORDER BY slug LIMIT 1",
    ),
    (
        "{organization}",
        "",
        "SELECT CAST(id AS TEXT) FROM organization WHERE partnership_id = $1 AND visibility = 'public' AND joined_on IS NOT NULL AND binned_at IS NULL
         AND left_on IS NULL ORDER BY slug LIMIT 1",
    ),
    (
        "{another}",
        "",
        "SELECT CAST(id AS TEXT) FROM organization WHERE partnership_id = $1 AND visibility = 'public' AND joined_on IS NOT NULL AND binned_at IS NULL
         ORDER BY slug DESC LIMIT 1",
    ),
    ("{speaker}", "", "SELECT CAST(id AS TEXT) FROM speaker WHERE partnership_id = $1 AND to_on IS NULL ORDER BY id LIMIT 1"),
    (
        "{person}",
        "",
        "SELECT CAST(person_id AS TEXT) FROM speaker WHERE partnership_id = $1 AND to_on IS NULL ORDER BY id LIMIT 1",
    ),
    ("{contact}", "", "SELECT CAST(id AS TEXT) FROM contact_point WHERE partnership_id = $1 AND value = 'door@example.org'"),
    ("{offer}", "", "SELECT CAST(id AS TEXT) FROM offer WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{note}", "", "SELECT CAST(id AS TEXT) FROM staff_note WHERE partnership_id = $1 AND body <> '' ORDER BY id LIMIT 1"),
    ("{ask}", "", "SELECT CAST(id AS TEXT) FROM ask WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{sector}", "", "SELECT CAST(id AS TEXT) FROM sector WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{account}", "", "SELECT CAST(account_id AS TEXT) FROM office_grant WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{grant}", "", "SELECT CAST(id AS TEXT) FROM office_grant WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{mail}", "", "SELECT CAST(id AS TEXT) FROM mail WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{area}", "", "SELECT CAST(id AS TEXT) FROM area WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{question}", "", "SELECT CAST(id AS TEXT) FROM discovery_question WHERE partnership_id = $1 ORDER BY place LIMIT 1"),
    ("{encounter}", "", "SELECT CAST(id AS TEXT) FROM encounter WHERE partnership_id = $1 AND binned_at IS NULL ORDER BY id LIMIT 1"),
    ("{prospect}", "", "SELECT CAST(id AS TEXT) FROM prospect WHERE partnership_id = $1 AND kind = 'group' AND binned_at IS NULL ORDER BY id LIMIT 1"),
    (
        "{joining}",
        "",
        "SELECT CAST(id AS TEXT) FROM joining WHERE partnership_id = $1 AND asker = 'group' AND binned_at IS NULL ORDER BY id LIMIT 1",
    ),
    ("{round}", "", "SELECT CAST(id AS TEXT) FROM expression_round WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{category}", "", "SELECT CAST(id AS TEXT) FROM seat_category WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{erasure}", "", "SELECT CAST(id AS TEXT) FROM erasure WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{partnership}", "", "SELECT CAST(id AS TEXT) FROM partnership WHERE id = $1"),
    (
        "{batch}",
        "",
        "SELECT CAST(id AS TEXT) FROM batch WHERE partnership_id = $1 AND what = 'partners' ORDER BY taken_at IS NULL, id LIMIT 1",
    ),
    (
        "{signatory}",
        "",
        "SELECT CAST(s.id AS TEXT) FROM signatory s JOIN organization o ON o.id = s.organization_id AND o.partnership_id = s.partnership_id
         WHERE s.partnership_id = $1 AND s.binned_at IS NULL AND s.withdrawn_on IS NULL AND s.visibility = 'public' AND o.visibility = 'public'
         AND EXISTS (SELECT 1 FROM signature g WHERE g.partnership_id = s.partnership_id AND g.signatory_id = s.id AND g.file_id IS NOT NULL)
         ORDER BY s.id LIMIT 1",
    ),
    (
        "{signature}",
        "",
        "SELECT CAST(g.id AS TEXT) FROM signature g WHERE g.partnership_id = $1 AND g.file_id IS NOT NULL ORDER BY g.signatory_id, g.id LIMIT 1",
    ),
    (
        "{invitation}",
        "",
        "SELECT CAST(id AS TEXT) FROM signing_invitation WHERE partnership_id = $1 AND signed_at IS NULL AND cancelled_at IS NULL ORDER BY id LIMIT 1",
    ),
    (
        "{service}",
        "",
        "SELECT CAST(s.id AS TEXT) FROM service s JOIN organization o ON o.id = s.organization_id AND o.partnership_id = s.partnership_id
         WHERE s.partnership_id = $1 AND s.binned_at IS NULL AND s.visibility = 'public' AND o.visibility = 'public' ORDER BY s.id LIMIT 1",
    ),
    (
        "{offered}",
        "",
        "SELECT CAST(a.id AS TEXT) FROM service_at_location a JOIN service s ON s.id = a.service_id AND s.partnership_id = a.partnership_id
         JOIN organization o ON o.id = s.organization_id AND o.partnership_id = s.partnership_id
         WHERE a.partnership_id = $1 AND s.binned_at IS NULL AND s.visibility = 'public' AND o.visibility = 'public' ORDER BY s.id LIMIT 1",
    ),
    (
        "{location}",
        "",
        "SELECT CAST(id AS TEXT) FROM location WHERE partnership_id = $1 AND binned_at IS NULL ORDER BY id LIMIT 1",
    ),
    (
        "{record}",
        "/statements/",
        "SELECT CAST(id AS TEXT) FROM statement WHERE partnership_id = $1 AND binned_at IS NULL AND visibility = 'public' ORDER BY id LIMIT 1",
    ),
    (
        "{record}",
        "/documents/",
        "SELECT CAST(d.id AS TEXT) FROM strategic_document d JOIN organization o ON o.id = d.organization_id AND o.partnership_id = d.partnership_id
         WHERE d.partnership_id = $1 AND d.binned_at IS NULL AND o.visibility = 'public' ORDER BY d.file_id IS NULL, d.id LIMIT 1",
    ),
    (
        "{record}",
        "/agreements/",
        "SELECT CAST(a.id AS TEXT) FROM agreement a JOIN exchange e ON e.partnership_id = a.partnership_id AND e.agreement_id = a.id
         WHERE a.partnership_id = $1 AND a.binned_at IS NULL AND e.binned_at IS NULL ORDER BY a.id, e.id LIMIT 1",
    ),
    (
        "{exchange}",
        "",
        "SELECT CAST(e.id AS TEXT) FROM agreement a JOIN exchange e ON e.partnership_id = a.partnership_id AND e.agreement_id = a.id
         WHERE a.partnership_id = $1 AND a.binned_at IS NULL AND e.binned_at IS NULL ORDER BY a.id, e.id LIMIT 1",
    ),
    ("{request}", "", "SELECT CAST(id AS TEXT) FROM signing_request WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    (
        "{number}",
        "/work/declarations/versions/",
        "SELECT CAST(number AS TEXT) FROM declaration WHERE partnership_id = $1 AND published_at IS NULL ORDER BY number LIMIT 1",
    ),
    ("{set}", "", "SELECT CAST(id AS TEXT) FROM area_set WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    ("{framework}", "", "SELECT CAST(id AS TEXT) FROM plan_framework WHERE partnership_id = $1 AND standing = 'in-force'"),
    (
        "{node}",
        "/milestones/",
        "SELECT CAST(node_id AS TEXT) FROM plan_milestone WHERE partnership_id = $1 ORDER BY node_id, id LIMIT 1",
    ),
    (
        "{record}",
        "/milestones/",
        "SELECT CAST(id AS TEXT) FROM plan_milestone WHERE partnership_id = $1 ORDER BY node_id, id LIMIT 1",
    ),
    (
        "{node}",
        "/evidence/",
        "SELECT CAST(node_id AS TEXT) FROM plan_evidence WHERE partnership_id = $1 ORDER BY node_id, id LIMIT 1",
    ),
    (
        "{record}",
        "/evidence/",
        "SELECT CAST(id AS TEXT) FROM plan_evidence WHERE partnership_id = $1 ORDER BY node_id, id LIMIT 1",
    ),
    (
        "{node}",
        "/recommendations/",
        "SELECT CAST(node_id AS TEXT) FROM plan_recommendation WHERE partnership_id = $1 ORDER BY node_id, id LIMIT 1",
    ),
    (
        "{record}",
        "/recommendations/",
        "SELECT CAST(id AS TEXT) FROM plan_recommendation WHERE partnership_id = $1 ORDER BY node_id, id LIMIT 1",
    ),
    (
        "{other}",
        "",
        "SELECT max(CAST(id AS TEXT)) FROM service WHERE partnership_id = $1 AND binned_at IS NULL",
    ),
    (
        "{merge}",
        "",
        "SELECT CAST(id AS TEXT) FROM service_merge WHERE partnership_id = $1 ORDER BY id LIMIT 1",
    ),
    (
        "{suggestion}",
        "",
        "SELECT CAST(id AS TEXT) FROM suggestion WHERE partnership_id = $1 ORDER BY id LIMIT 1",
    ),
    (
        "{letter}",
        "/directory/asking/",
        "SELECT CAST(id AS TEXT) FROM service_letter WHERE partnership_id = $1 ORDER BY id LIMIT 1",
    ),
    ("{letter}", "", "SELECT CAST(id AS TEXT) FROM plan_letter WHERE partnership_id = $1 ORDER BY id LIMIT 1"),
    (
        "{edit}",
        "",
        "SELECT CAST(e.id AS TEXT) FROM plan_edit e JOIN plan_framework f ON f.id = e.framework_id AND f.partnership_id = e.partnership_id
         WHERE e.partnership_id = $1 AND f.standing = 'in-force' ORDER BY e.id LIMIT 1",
    ),
    (
        "{node}",
        "",
        "SELECT CAST(n.id AS TEXT) FROM plan_node n JOIN plan_framework f ON f.id = n.framework_id AND f.partnership_id = n.partnership_id
         WHERE n.partnership_id = $1 AND f.standing = 'in-force' AND n.kind = 'action' AND n.binned_at IS NULL ORDER BY n.code_key LIMIT 1",
    ),
];

/// Parts that mean the same everywhere. Secrets are nobody's: what they open is told in the rooms' own tests.
pub const FIXED: &[(&str, &str)] = &[
    ("{lang}", "en"),
    ("{number}", "1"),
    ("{what}", "partners"),
    ("{kind}", "council"),
    ("{room}", "platform"),
    ("{page}", "bin"),
    ("{sample}", "two"),
    ("{wording}", "name"),
    ("{into}", "ar"),
    ("{secret}", "no-secret-of-anybody"),
    ("{ticket}", "no-secret-of-anybody"),
    ("{passkey}", "00000000-0000-0000-0000-000000000000"),
    ("{identity}", "00000000-0000-0000-0000-000000000000"),
    ("{issuer}", "no-house"),
    ("{taxonomy}", "a9259b02-231d-50b8-8073-0df7d2f0c33e"),
    ("{tag}", "d7e9df84-7d1a-5890-9cfe-a7129e52811f"),
];
