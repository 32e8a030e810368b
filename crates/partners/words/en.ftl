# Words of partners: organizations, people, contact points, sectors.
# used: spoken-*, sector-*, visibility-*, standing-*, contact-*, audit-*, said-*, kind-*
partner-slug = Use lower-case letters, digits and hyphens, at most 60
partner-slug-taken = Another organization has the address “{ $slug }”. Choose another one
partner-nameless = Give a name in English or in French
partner-future = This day is still to come
partner-left-first = It cannot leave before it has joined
partner-joined-already = It is a partner already
partner-not-partner = It is not a partner
partner-sector-taken = Another sector has this code
partner-sector-used = { $n ->
    [one] { $n } organization stands under this sector. Give it another one first
   *[other] { $n } organizations stand under this sector. Give them another one first
}
partner-contact-taken = This person has a contact point of that kind there already
partner-speaks-already = This person speaks for the organization since that day already
partner-backwards = The end is before the beginning
partner-wordless = Write the words the person agreed to. Without them the yes cannot be proved
partner-dayless = Write the day it happened. Consent follows from it for two years, from an inquiry for six months
visibility-public = Everyone
visibility-partners = Partners
visibility-staff = Staff
standing-partner = Partner
standing-prospect = Not joined yet
standing-left = Left
contact-mail = Mail
contact-phone = Telephone
contact-web = Web
sector-municipality = Municipality
sector-government = Provincial or federal government
sector-funder = Funder
sector-police = Police
sector-business-association = Chamber of commerce or business association
sector-business = Business or employer
sector-employment = Employment services
sector-school-board = School board
sector-higher-education = College or university
sector-library = Public library
sector-housing = Housing
sector-transit = Public transit
sector-health = Health
sector-settlement = Settlement services
sector-interpreting = Interpreting and translation
sector-advice = Legal help, human rights and social services
sector-community = Community support agency
sector-intercultural = Intercultural or ethno-specific group
sector-francophone-network = Francophone immigration network
sector-neighbourhood = Neighbourhood association
sector-faith = Place of worship or faith group
sector-arts = Arts and culture
sector-research = Research
sector-resident = Residents with lived experience
sector-other = Other
# Navigation and lists
nav-partners = Partners
nav-partners-people = People
nav-public-partners = Partners
partners-lead = Organizations around the table, those that could join, and those that have left.
partners-add = Add an organization
partners-add-submit = Add it
partners-caption = Organizations
partners-search = Search by name
partners-file = partners
partners-empty = No organization is known yet.
partners-empty-example = The municipality, the police, school boards and the settlement agency are usually first; informal groups follow.
public-partners-lead = Organizations that work together in this partnership.
public-partners-caption = Partners
public-partners-empty = No partner is listed here yet.
people-lead = People who speak for organizations, sit on councils or can be asked. Only the staff sees them unless their visibility says otherwise.
people-add = Add a person
people-add-submit = Add this person
people-caption = People
people-search = Search by name
people-file = people
people-empty = Nobody is known yet whom you may see.
people-empty-example = Begin with the person whom you call first at each partner.

# Fields
kind-organization = Organization
kind-sector = Sector
kind-person = Person
kind-formal = Formal
kind-formal-hint = Registered: an agency, an institution, a business.
kind-informal = Informal
kind-informal-hint = A faith group, an association, a circle. Only partners see it unless you say otherwise.
field-name = Name
field-name-hint = As the organization writes it. If it has no name in one language, write the same name in both.
field-sector = Sector
field-kind = Kind
field-languages = Languages of service
field-languages-hint = In which people are really served, not only greeted.
field-standing = Standing
field-joined = Partner since
field-joined-hint = Leave it empty as long as the organization has not joined.
field-left = Left on
field-area = Area
field-about = What it does
field-about-hint = A few sentences for those who may see it. Empty lines part paragraphs.
field-visibility = Who may see it
field-visibility-hint = Nothing chosen means everyone for a formal organization and partners for an informal group.
field-slug = Address
field-slug-hint = The last part of its web address. Left empty, it is made from the name.
field-note = Staff note
field-note-hint = Only the staff sees it.
form-save = Save

# An organization
organization-edit = Change
organization-edit-title = Change { $name }
joining-title = Record that it joins
joining-about = From this day it is a partner.
departure-title = Record that it leaves
departure-about = From this day it is not a partner any more. Its record and history stay.
removal-title = Remove
removal-about = It goes to the bin with its contact points and can be restored there.
removal-bin-title = Put { $name } in the bin?
removal-organization-goes = It disappears from all pages, the public ones too. With it go its contact points ({ $contacts }) and who speaks or spoke for it ({ $people }). Addresses that people have there go along too: nothing is sent to them as long as it lies there. The people themselves stay with their own addresses, and so do seats. In the bin it waits without a time limit; taken out, it has everything again that belongs to it.
removal-submit = Put into the bin
texts-title = Languages of the texts
history-heading = Latest changes
history-all = Whole history

# How to reach it
contacts-title = How to reach them
contacts-none = No way to reach them is known.
contacts-none-shown = No contact point is shown to you.
public-contacts-ask = It has no address or number here that everyone may see. Ask the partnership’s office, which can put you in touch:
contacts-add = Add a contact point
contacts-edit = Change a contact point
contacts-change = Change
contacts-remove = Remove
contacts-removal-title = Remove { $value }?
contacts-removal-goes = { $name } is no longer reached this way, and no page shows it any more. A contact point does not go to the bin: to have it again, add it again. What it said stays in the history.
contacts-kind = What it is
contacts-value = Address or number
contacts-value-hint = name@example.org, 905 555-0134 or https://example.org
contacts-place = At which organization
contacts-place-hint = Leave it empty for the person’s own.
contacts-visibility-hint = It is never shown wider than the person and the organization themselves.

# People
speakers-title = People
speakers-none = Nobody is known who speaks for it.
speakers-none-shown = Nobody who speaks for it is shown to you.
speakers-add = Add a person who speaks for it
speakers-since = since { $from }
speakers-between = { $from } to { $to }
speaks-title = Speaks for
speaks-none = This person speaks for no organization.
speaks-none-shown = No organization is shown to you for which this person speaks.
speaks-add = Add an organization
speaks-for = Organization
speaks-role = What the person does there
speaks-role-at = At { $organization }.
speaks-edit = Change the title
speaks-from = Since
speaks-to = Last day
speaks-end = Ends
speaks-end-title = Stop speaking for the organization
speaks-end-about = The person stays known. Seats are not changed by this.
person-name = Name
person-name-hint = As the person writes it.
person-lang = Language to write in
person-lang-hint = Mail to this person is written in it.
person-edit = Change
person-visibility-hint = People are for the staff only unless they want to be seen.
person-invented = Invented person: nobody of this name is meant.
removal-person-goes = This person disappears from all pages. With the record go the contact points ({ $contacts }) and for whom the person speaks or spoke ({ $organizations }); the organizations stay. For { $days ->
    [one] { $days } day
   *[other] { $days } days
} all of it can be taken out of the bin; then it is erased for good.
person-removal-about = The person goes to the bin with the contact points and can be restored there for 90 days. Then the record is erased for good.

# Sectors
sectors-title = Sectors
sectors-lead = The kinds of organization that this partnership tells apart, in the order of lists.
sectors-empty = No sector is kept yet.
sectors-default = Take the usual list
sectors-add = Add a sector
sectors-add-submit = Add it
sectors-place = Place in the list
sectors-place-hint = 1 is first.
sectors-remove = Remove this sector
sectors-removal-about = Only a sector that no organization has can be removed.
sectors-removal-title = Remove the sector { $name }?
sectors-removal-free = No organization stands under this sector. A sector does not go to the bin: to have it again, add it again.
sectors-removal-carried = { $n ->
    [one] { $n } organization stands under this sector, those in the bin included. Give it another sector first.
   *[other] { $n } organizations stand under this sector, those in the bin included. Give them another sector first.
}
sectors-removal-show = Show these organizations
sectors-removal-back = Back to the sector

# After a change
said-organization-added = The organization was added.
said-organization-saved = The change was saved.
said-organization-joined = It is a partner now.
said-organization-left = It has left.
said-organization-binned = It is in the bin.
said-person-added = The person was added.
said-person-saved = The change was saved.
said-person-binned = The person is in the bin.
# used: retention-*
retention-person = People in the bin, after 90 days there
said-contact-added = The contact point was added.
said-contact-saved = The change was saved.
said-contact-removed = The contact point was removed.
said-sectors-saved = The list of sectors was saved.

# History
audit-organization-added = added the organization
audit-organization-changed = changed the organization
audit-organization-joined = recorded that it joined
audit-organization-left = recorded that it left
audit-organization-binned = put the organization into the bin
audit-organization-restored = restored the organization
audit-organization-spoken-for = recorded who speaks for it
audit-person-added = added the person
audit-person-changed = changed the person
audit-person-speaks = recorded for whom the person speaks
audit-person-title-changed = changed what the person does at an organization
audit-person-stopped-speaking = recorded that the person stopped speaking for an organization
audit-person-binned = put the person into the bin
audit-person-restored = restored the person
audit-contact-added = added a contact point
audit-contact-changed = changed a contact point
audit-contact-removed = removed a contact point
audit-sector-added = added the sector
audit-sector-changed = changed the sector
audit-sector-removed = removed the sector

# Names of languages follow Unicode CLDR (Unicode License v3), with our own where it has none.
spoken-en = English
spoken-fr = French
spoken-ar = Arabic
spoken-uk = Ukrainian
spoken-es = Spanish
spoken-pa = Punjabi
spoken-cmn = Mandarin
spoken-yue = Cantonese
spoken-fil = Tagalog (Filipino)
spoken-fa = Persian (Farsi)
spoken-prs = Dari
spoken-ti = Tigrinya
spoken-so = Somali
spoken-ur = Urdu
spoken-hi = Hindi
spoken-pt = Portuguese
spoken-vi = Vietnamese
spoken-aii = Assyrian (Neo-Aramaic)
spoken-ak = Akan (Twi)
spoken-am = Amharic
spoken-ase = American Sign Language
spoken-az = Azerbaijani
spoken-bg = Bulgarian
spoken-bm = Bambara
spoken-bn = Bangla
spoken-bo = Tibetan
spoken-bs = Bosnian
spoken-ceb = Cebuano
spoken-ckb = Kurdish (Sorani)
spoken-cr = Cree
spoken-cs = Czech
spoken-da = Danish
spoken-de = German
spoken-el = Greek
spoken-et = Estonian
spoken-fcs = Quebec Sign Language
spoken-ff = Fula
spoken-fi = Finnish
spoken-gu = Gujarati
spoken-ha = Hausa
spoken-he = Hebrew
spoken-hmn = Hmong
spoken-hr = Croatian
spoken-ht = Haitian Creole
spoken-hu = Hungarian
spoken-hy = Armenian
spoken-id = Indonesian
spoken-ig = Igbo
spoken-ilo = Iloko
spoken-it = Italian
spoken-iu = Inuktitut
spoken-ja = Japanese
spoken-ka = Georgian
spoken-kk = Kazakh
spoken-km = Khmer
spoken-kmr = Kurdish (Kurmanji)
spoken-kn = Kannada
spoken-ko = Korean
spoken-ksw = S’gaw Karen
spoken-ku = Kurdish
spoken-ln = Lingala
spoken-lo = Lao
spoken-lt = Lithuanian
spoken-lv = Latvian
spoken-mic = Mi’kmaw
spoken-ml = Malayalam
spoken-mn = Mongolian
spoken-moh = Mohawk
spoken-mr = Marathi
spoken-ms = Malay
spoken-my = Burmese
spoken-nan = Min Nan (Taiwanese, Fujianese)
spoken-ne = Nepali
spoken-nl = Dutch
spoken-no = Norwegian
spoken-oj = Ojibwe (Anishinaabemowin)
spoken-om = Oromo
spoken-pl = Polish
spoken-ps = Pashto
spoken-rhg = Rohingya
spoken-rn = Rundi
spoken-ro = Romanian
spoken-ru = Russian
spoken-rw = Kinyarwanda
spoken-shn = Shan
spoken-si = Sinhala
spoken-sk = Slovak
spoken-sq = Albanian
spoken-sr = Serbian
spoken-sv = Swedish
spoken-sw = Swahili
spoken-ta = Tamil
spoken-te = Telugu
spoken-tg = Tajik
spoken-th = Thai
spoken-tr = Turkish
spoken-ug = Uyghur
spoken-uz = Uzbek
spoken-wo = Wolof
spoken-yi = Yiddish
spoken-yo = Yoruba

# What is held about a person, and erasing it
# used: erasure-why-*, held-record
held-link = What is held about this person
held-title = What is held about { $name }
held-about = What this partnership holds about this person, for this person to read and to take along: the record, seats, the account to sign in, consent, and what came and went under the mail addresses that are or were theirs alone. What is wrong can be corrected; when nothing it is kept for is left, or the person asks, it is erased.
held-correct = Correct it
held-erase = Erase it
held-nothing = Nothing.
held-file = held
held-part = Part
held-what = What
held-words = What it says
held-since = Since
held-record = The record
erasure-title = Erase what is held about { $name }
erasure-about = The name, the notes, the contact points, for whom the person speaks, consent and what the history says of the person are deleted, with mail to and expressions of interest from the addresses and numbers that are or were theirs and that nobody else has or had. A seat that the person holds is vacant from today; seats that they held stay without a name, which is also taken out of the notes about them. What their account may do here ends at once; the account itself is erased when it may do nothing in another partnership. This cannot be undone.
erasure-stays = What stays: a certificate that names nobody; a bare no to letters, without name or address; what stands under an address that others share or shared; the names of people who did things here; a name that others wrote into papers, letters and texts; and copies in backups until they are replaced.
erasure-why = Why
erasure-why-asked = The person asked for it
erasure-why-not-needed = Nothing it was kept for is left
erasure-why-bin-emptied = It had been in the bin for 90 days
erasure-submit = Erase for good
erasures-title = Certificates of erasure
erasures-empty = Nothing has been erased.
erasures-example = When somebody asks to be forgotten, the certificate of it stands here. It names nobody.
erasure-certificate = Certificate of erasure
erasure-certifies = The record of one person in this partnership was erased, with what the parts below held about this person. This page names nobody; its number can be given to the person.
erasure-backups = Backups that were made before still hold it until they are replaced; when one is restored, the erasure has to be repeated, which whoever runs the installation does in one step.
erasure-number = Number
erasure-when = Erased
erasure-who = By
erasure-count = { $count ->
    [0] nothing was held
    [one] { $count } entry
   *[other] { $count } entries
}
said-person-erased = It was erased.
kind-erasure = Erasure
audit-erasure-done = Erased what was held about a person
held-json = JSON

# The ledger of consent about one person
consent-link = Consent to mail
consent-title = Consent to mail: { $name }
consent-about = What this person said about mail, when and how. Facts are added, never changed: the sender must be able to prove them. A no counts at once and for as long as no later yes is written down. Who holds a seat may get letters to the group without saying yes, until saying no.
consent-today = What follows from it today
consent-may = may be written to
consent-may-not = may not be written to
consent-told-until = until { $day }, because the person { $why }.
consent-told-may = because the person { $why }.
consent-told-no = because the person asked on { $day } for no more.
consent-told-ended = since { $day } is past: until then it followed from this, that the person { $why }.
consent-told-silent = because nothing is written down that lets us.
consent-why-express = said yes on { $day }
consent-why-implied-inquiry = asked for something on { $day }
consent-why-implied-attendance = came to a meeting on { $day }
consent-why-implied-business = bought something or made an agreement on { $day }
consent-why-implied-volunteering = volunteered on { $day }
consent-why-implied-gift = gave something on { $day }
consent-why-membership = has belonged since { $day }
consent-why-membership-ended = last day of belonging: { $day }
mail-may-title = Mail
consent-ledger = What was agreed to and what was not, newest first
consent-none = Nothing is written down yet.
consent-when = Written down
consent-what = What the person said or did
consent-purpose = For what
consent-purpose-hint = “All mail” is only for a no.
consent-since = From, until
consent-proof = How, and what proves it
consent-new = Write down what the person says
consent-day = Day of it
consent-day-hint = When the person came, helped or gave: consent follows from it for two years. When the person asked for something: for six months.
consent-day-needed = (needed unless the person said yes or no)
consent-how = How it was said
consent-wording = The words the person agreed to
consent-wording-needed = (needed for a yes)
consent-wording-hint = For a yes: exactly as they stood on the form or were read aloud.
consent-evidence = What proves it
consent-evidence-hint = For example where the signed form lies, or who took the call.
consent-submit = Write it down
said-consent-recorded = It is written down.
audit-person-consent = Wrote down what the person says about mail
# Sheets of partners
# used: import-partners-*, import-*
import-partners = Bring in a sheet
import-name-fr = Name in French
import-person = Contact
import-title = What the contact does there
import-person-language = Language to write in
import-partners-language = The language of the sheet
import-partners-language-en = English
import-partners-language-fr = French
import-partners-standing = Those without a day of joining
import-partners-standing-known = are known, and not partners yet
import-partners-standing-partners = are partners from today
import-partners-sectors = Sectors that are not on your list
import-partners-sectors-add = are added to it
import-partners-sectors-empty = are left empty
import-partners-see = Who may know of those that are new, where the sheet does not say
import-partners-see-partners = Partners
import-partners-see-public = Everyone
import-partners-see-staff = Only the staff
import-partners-differing = Where the sheet says something else than the record
import-partners-differing-fill = the record stays; the sheet fills in what it lacks
import-partners-differing-overwrite = the sheet counts
import-sector-added = “{ $before }” is added to your list of sectors.
import-sector-left = “{ $before }” is not on your list of sectors and is left empty.
import-area-left = “{ $before }” is none of your areas and is left empty.
import-person-namesake = Somebody of this name is kept already ({ $name }); without the same address they count as another person.
import-reach-added = { $name } is known already; “{ $after }” is added for them.
import-same-as-row = The same organization as in row { $n }.
# Sheets of people
# used: import-people-*
person-reference = Reference
person-organizations = Speaks for
person-titles = What they do there
import-consent = Consent to mail
import-people-unknown = Organizations that you do not keep
import-people-unknown-note = go into the staff’s note, and the person comes in
import-people-unknown-refuse = stop the row
import-people-see = Who may know of people who are new, where the sheet does not say
import-people-see-staff = Only the staff
import-people-see-partners = Partners
import-people-see-public = Everyone
import-people-unknown-organization = “{ $before }” is none of your organizations.
import-people-near-organization = “{ $before }” is none of your organizations. Near: { $name }.
import-people-several = Several organizations are called “{ $before }”. Write the part of the address that is meant.
import-people-to-note = “{ $before }” has no place on the record and goes into the staff’s note.
import-people-differs = “{ $before }” stands in the sheet; the record says “{ $after }”, and that stays.
import-people-stays = The record says something else, and that stays.
import-people-said-no = This person has asked for no more mail. A yes from a sheet does not count against that; write it down on the person’s own page if it came later.
import-people-same-as-row = The same person as in row { $n }.
audit-person-consent-taken-back = Took back what an import had said about mail
audit-organization-imported = Came in with a sheet
audit-person-imported = Came in with a sheet

# used: fact-*
fact-organization-sector = Sector
fact-organization-formal = Registered
fact-organization-area = Where it is
fact-organization-joined-on = Joined on
fact-organization-left-on = Left on
fact-organization-batch = Import
fact-organization-council = Group
fact-organization-itself = What changed
fact-person-invented = Invented
fact-person-batch = Import
fact-person-person = Person
fact-person-organization = Organization
fact-person-from-on = From
fact-person-to-on = Until
fact-person-1 = For what
fact-person-2 = What the person said or did
fact-organization-person = Person
fact-organization-organization = Organization
fact-organization-from-on = From
fact-organization-to-on = Until
fact-sector-place = Place in the list
fact-contact-person = Person
fact-contact-organization = Organization
fact-contact-value = Address or number
fact-person-1-is-everything = { purpose-everything }
fact-person-2-is-express = { consent-express }
fact-person-2-is-implied-gift = { consent-implied-gift }
fact-person-2-is-implied-volunteering = { consent-implied-volunteering }
fact-person-2-is-implied-attendance = { consent-implied-attendance }
fact-person-2-is-implied-inquiry = { consent-implied-inquiry }
fact-person-2-is-membership = { consent-membership }
fact-person-2-is-withdrawal = { consent-withdrawal }

# Offers and needs
# used: side-*, offer-kind-*, way-*, ask-state-*, ask-room-*, ask-about-*, purpose-*, consent-why-*
offers-title = Offers and needs
offers-lead = What partners and people can give, and what they look for. Joint projects start here: open a line to see what fits it on the other side.
offers-search = Search in what is offered and needed
offers-empty = Nothing is offered or needed yet.
offers-example = A hall on Tuesday evenings, forty hours of volunteers in summer, somebody who reads Tigrinya. Add them on the page of the partner or the person.
offers-file = offers-and-needs
offers-section = Offers and needs
offers-none = Nothing is written down yet.
offers-add = Add an offer or a need
offers-add-submit = Add it
offer-until = until { $day }
offer-over = over
offer-fits-needs = Needs that it fits
offer-fits-offers = Offers that fit it
offer-fits-about = The same kind, days that meet, and the same area and language or one of them left open.
offer-fits-none = Nothing fits yet.
offer-due = Nobody has said since { $day } that it is still so. Ask, then confirm it, change it or remove it.
offer-confirm = It is still so
offer-edit = Change
offer-removal-goes = It disappears from all pages, the public ones too. In the bin it waits without a time limit and can be taken out again.
side-offer = Offered
side-need = Needed
offer-kind-room = Room
offer-kind-language = Language
offer-kind-hours = Volunteer hours
offer-kind-money = Money
offer-kind-skill = Skill
offer-kind-equipment = Equipment
offer-kind-other = Something else
kind-offer = Offer or need
field-offer-title = What it is
field-offer-title-hint = A few words: a hall for 60 people, help with tax forms.
field-offer-side = Offered or needed
field-offer-kind = Kind of thing
field-offer-whose = By whom
field-offer-about = More about it
field-offer-amount = How much
field-offer-amount-hint = For example 60 chairs, 4 hours a week, up to $500.
field-offer-times = When
field-offer-times-hint = For example Tuesdays from 18:00, school holidays.
field-offer-area-hint = Leave it empty when it does not matter where.
field-offer-language = Language
field-offer-language-hint = In which language, or which language it is. Leave it empty when any will do.
field-offer-from = From
field-offer-until = Until
field-offer-until-hint = Leave it empty when it holds until further notice; after a year you are asked.
field-offer-confirmed = Last confirmed
said-offer-added = It was added. What fits it stands below.
said-offer-saved = The change was saved.
said-offer-confirmed = It was confirmed today.
said-offer-binned = It is in the bin.
audit-offer-added = added what is offered or needed
audit-offer-changed = changed what is offered or needed
audit-offer-confirmed = confirmed that it is still so
audit-offer-binned = put it into the bin
audit-offer-restored = took it out of the bin

# Notes of the staff, and who looks after a record
care-title = Looked after
care-notes = Notes and contact
notes-title = Notes: { $name }
notes-about = Only the staff reads this, and no list that leaves the house holds it. A note is never changed: to correct one, write the correction, and both stay.
notes-new = Write down a contact or a note
notes-all = Notes of the staff
notes-none = Nothing is written down yet.
notes-way = What it was
notes-day = Day
notes-body = What was said, or is to be remembered
notes-body-hint = Facts and agreements. Nothing about status, health, religion or origin.
notes-body-needed = (needed for a note)
notes-submit = Write it down
notes-by = by { $name }, { $at }
notes-corrects = corrects an earlier note
notes-was-corrected = Corrected by a later note:
notes-correct = Correct
notes-correction-title = Correct a note
notes-correction-about = The note stays as it was written, marked as corrected; this one takes its place.
notes-correction-submit = Write the correction
way-note = Note
way-phone = Telephone
way-mail = Mail
way-visit = Visit
way-meeting = Meeting
way-letter = Letter from here
way-ask = Request from here
steward-title = Who looks after this record
steward-hint = Whoever coordinates the partnership can be chosen.
steward-nobody = Nobody
steward-gone = Somebody who does not coordinate any more
steward-mine = Mine
field-steward = Looked after by
field-contacted = Last contact
contacted-never = Never, as far as is written down
contacted-long-ago = Not for 6 months
said-note-added = It was written down.
said-note-corrected = The correction was written down.
said-steward-set = It was saved who looks after this record.
audit-organization-noted = wrote down a contact or a note
audit-organization-note-corrected = corrected a note
audit-organization-steward = said who looks after the record
audit-person-noted = wrote down a contact or a note
audit-person-note-corrected = corrected a note
audit-person-steward = said who looks after the record
note-corrected-already = Somebody has corrected this note meanwhile. Correct the newer one
partner-past = This day has passed

# What is asked of partners
asks-title = Requests to partners
asks-lead = Everything that any part of the program asks of partners, so that nobody is asked too much at once. Requests wait an hour and go out together, one mail for each person.
asks-empty = Nothing has been asked of a partner yet.
asks-example = A room for a meeting, answers to a survey, a look at what is said about them. Ask on the page of the partner.
asks-file = requests
asks-load-title = What is asked of it
asks-load = { $open ->
    [one] { $open } request is open
   *[other] { $open } requests are open
}; { $lately ->
    [one] { $lately } was made in the last 90 days.
   *[other] { $lately } were made in the last 90 days.
}
asks-in-list = { $open } open, { $lately } in 90 days
field-asks = Requests
field-ask-what = What is asked
field-ask-room = Where from
field-ask-until = Until
field-ask-state = How it stands
field-ask-asked = Asked
field-ask-by = By
field-ask-sent = Sent
ask-add = Ask for something
ask-title = Ask { $name } for something
ask-what-hint = One line. It goes out in the language of each reader.
ask-to = Who gets it
ask-to-nobody = Nobody of this organization may be written to, or no address is known. The request counts and waits; tell them yourself.
ask-gathered = It goes out in an hour, together with everything else that is asked of this partner until then.
ask-submit = Ask
ask-choose = Ask an organization
ask-choose-submit = Go on to the request
ask-about = About:
ask-about-binned = { $name } is in the bin by now. Nothing you wrote is lost: it stands below. Send it again to ask without naming it, or take it out of the bin first and ask from its page.
ask-about-open = Asked already
ask-about-offer = Is this still so: { $title }?
ask-still-so = Ask whether it is still so
asks-lately-title = What was asked of partners lately
asks-lately-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
 }
ask-close = Close
ask-close-done = Done
ask-close-withdrawn = Withdraw
ask-until = until { $day }
ask-sent-on = sent on { $day }
ask-waits = not sent yet
ask-state-open = Open
ask-state-done = Done
ask-state-withdrawn = Withdrawn
ask-room-partners = Partners
ask-closed-already = This request is closed already
said-ask-added = It was asked. It goes out within an hour.
said-ask-closed = The request is closed.
audit-organization-asked = asked the organization for something
audit-organization-ask-closed = closed a request to the organization
ask-mail-subject = { $n ->
    [one] A request from { $partnership }
   *[other] { $n } requests from { $partnership }
}
ask-mail-hello = Hello { $name },
ask-mail-hello-all = Hello everybody at { $organization },
ask-mail-about = { $n ->
    [one] This is a request to { $organization } from our partnership, { $partnership }:
   *[other] These are { $n } requests to { $organization } from our partnership, { $partnership }:
}
ask-mail-line = • { $what }
ask-mail-line-until = • { $what } (until { $day })
ask-mail-end = You get this because you speak for a partner of { $partnership }. Just answer this mail.
purpose-partner-requests = Requests to partners
today-ask = { $organization }: { $what }
today-ask-act = Ask again or close it
today-quiet = { $n ->
    [one] You look after { $n } partner that nobody was in touch with for 6 months
   *[other] You look after { $n } partners that nobody was in touch with for 6 months
}
today-quiet-act = See which
today-offer-since = since { $day }
today-offers = { $n ->
    [one] Is this still so? { $what }
   *[other] Are these { $n } offers and needs still so? First: { $what }
}
today-offers-act = Look at it

# Which mail goes where
mail-choice-title = Which mail goes to which address: { $name }
mail-choice-about = Nothing chosen means: a request to a partner goes to the address there, everything else to the person’s own address, or else to the first that is known.
mail-choice-own = the person’s own
mail-choice-none = No address for mail is known.
mail-choice-link = Choose which mail goes to which address
audit-person-mail-choice = chose the address for a kind of mail
fact-organization-way = What it was
fact-organization-on-day = Day
fact-organization-steward = Looked after by
fact-organization-room = Where from
fact-organization-room-is-partners = { ask-room-partners }
fact-organization-what = What is asked
fact-organization-until-on = Until
fact-organization-state = How it stands
fact-organization-state-is-open = { ask-state-open }
fact-organization-state-is-done = { ask-state-done }
fact-organization-state-is-withdrawn = { ask-state-withdrawn }
fact-person-way = What it was
fact-person-on-day = Day
fact-person-steward = Looked after by
fact-person-purpose = Which mail
fact-person-purpose-is-partner-requests = { purpose-partner-requests }
fact-person-address = Address
fact-person-2-is-implied-business = { consent-implied-business }
fact-offer-organization = Organization
fact-offer-person = Person
fact-offer-side = Offered or needed
fact-offer-kind = Kind of thing
fact-offer-title = What it is
fact-offer-about = More about it
fact-offer-amount = How much
fact-offer-times = When
fact-offer-area = Area
fact-offer-language = Language
fact-offer-from-on = From
fact-offer-until-on = Until
fact-offer-visibility = Who may see it
fact-offer-confirmed-on = Last confirmed
