### Services, places, and the door through which they are found.
# used: may-* service-status-*, stream-*, cost-*, interpretation-*, papers-*, feature-*, place-kind-*, class-*, fresh-*, check-way-*
# used: check-found-*, weekday-*, openness-funder-*, use-funder-*, location-*

directory-title = Services
directory-parts = Parts of the inventory
directory-lead = Everything a newcomer can use here, formal and informal. A record is as fresh as the day on which somebody looked, whatever was written since.
directory-file = services
directory-bin = Move to the bin
directory-bin-title = Move { $name } to the bin
directory-no-need = Tick at least one need: it is by needs that people find a service.
directory-ages-backwards = The oldest age is below the youngest. Change one of the two.
directory-nobody-named = Tick for whom it is, or choose another answer above.
directory-no-papers = Write which papers, or choose another answer above.
directory-future = This day is still to come. Write the day on which it was so.
directory-not-a-phone = “{ $typed }” cannot be read as a telephone number. Write ten digits, then a comma and what it is for.
directory-too-many-phones = Too many numbers for one service. At most: { $max }.
directory-not-a-contact = “{ $typed }” cannot be read as somebody to ask. Write a name or what she is there, then a bar and the rest.
directory-not-a-capacity = “{ $typed }” cannot be read as how much there is. Write what is counted in, a bar, how many are free.
directory-too-many-lines = Too many lines. At most: { $max }.
hours-not-some-weeks = “{ $typed }” cannot be read as hours in some weeks of the month.
directory-changed = The record has changed since you opened it. Read it once more, then say what you found.
directory-not-a-point = These cannot be read as degrees. Write numbers such as 43.2557 and -79.8711.
directory-point-swapped = North and east stand in each other’s place. In Canada north is between 41 and 84, east between -141 and -52.
directory-point-east = East has no minus sign, and this lies in Asia. In Canada it is between -141 and -52.
directory-not-a-postal-code = “{ $typed }” is no Canadian postal code. Write one such as L8R 2L3.
hours-unclear = “{ $typed }” cannot be read as hours. Write 9-12, 13:30-17.
hours-backwards = It closes at { $closes }, before it opens at { $opens }. Change one of the two, or write +1 behind what ends on the next day.
hours-which-half = Does “{ $typed }” mean the afternoon? Write 13-17, or 1 am.
hours-overlap = { $first } and { $second } share time. Make one of them shorter.
hours-too-many = One day has room for so many spans at most: { $max }.
kind-service = Service
kind-location = Place

services-title = Services
services-caption = Services with how fresh their records are
services-search = Search by name or organization
services-empty = No service is written down here yet.
services-empty-example = For example: an English class, with its hours, the languages spoken there and whom it is for.
service-add = Add a service
service-edit = Change the service
service-save = Save the service
said-service-added = The service is added.
said-service-changed = The service is changed.
said-service-checked = What you found is kept.
said-service-binned = The service is in the bin.
service-bin-explains = It disappears from the inventory and from the public site. It can be taken out of the bin again.
service-public-page = See it as visitors do
service-organization = Offered by
service-name = Name
service-about = What it is
service-about-hint = Two or three short sentences. Hours, cost and languages have fields of their own.
service-need = Need
service-needs = Needs it answers
service-needs-hint = Tick those for which somebody would come.
service-kind = Formal or informal
service-formal = Formal
service-informal = Informal: nobody is paid for it
service-informal-hint = A faith group, an association, an elder, a chat group. Its record holds for 4 months, then it is asked again.
service-informal-short = informal group
service-stream = Settlement stream
service-stream-hint = Only for services paid for by the federal settlement program.
service-status = Status
service-status-active = Offered
service-status-temporarily-closed = Closed for a while
service-status-inactive = Not offered now
service-status-defunct = Over
service-visibility = Who may know of it
service-months = Looked at every … months
service-months-hint = Empty: 12 months, or 4 for an informal one.
service-locations = Places
service-phones = Telephone numbers
service-phones-hint = One per line: the number, a comma, what it is for. For example: 905-555-0100, Arabic.
service-mail = Mail address
service-web = Page
service-hours = Hours
service-hours-hint = For each day: 9-12, 13:30-17. Empty when closed.
service-holidays = Closed on statutory holidays
service-hours-note = More about the hours
service-languages = Languages spoken there
service-languages-hint = By the people who work there; interpreters are asked about below.
service-interpretation = Interpretation
service-openness = Whom it is for
service-classes = Only for
service-classes-needed = needed when it is for certain people
service-openness-note = More about whom it is for
service-age-from = From age
service-age-to = Up to age
service-cost = Cost
service-cost-note = More about the cost
service-papers = Papers to bring
service-papers-note = Which papers
service-papers-note-hint = One per line.
service-papers-needed = needed when papers are listed
service-features = What makes it reachable
service-apply = How to begin
service-apply-hint = Walk in, call, fill in a form: the first step, in a sentence.
service-intake = Who does the intake
service-wait-days = Days of waiting
service-wait-hint = Shown for 30 days, then visitors are told to ask.
service-has-room = Room now
service-wait-on = As it was on
service-program = Offered under the program
service-program-hint = When the organization offers several services under one name.
service-program-about = What the program is
service-contacts = Whom to ask
service-contacts-hint = Only people who want to be known to everyone. One per line, parted by bars: name | what she is there | where in the organization | mail address | number.
service-capacities = How much there is
service-capacities-hint = One per line, parted by bars: what is counted in | how many are free | how many there are | what is counted | day. For example: places | 4 | 12 | evening class | 2026-05-01.
service-capacity-told = { $unit }: { $available } free
service-capacity-of = { $unit }: { $available } of { $most } free
service-funding = Who pays
service-funding-hint = One per line.
service-hours-some = In some weeks of the month
service-hours-some-hint = One per line: first Tuesday of the month 10:00-12:00. Or: last Friday of the month 18:00-20:00.
hours-nth-1 = first
hours-nth-2 = second
hours-nth-3 = third
hours-nth-4 = fourth
hours-nth-5 = fifth
hours-nth-last = last
hours-of-month = { $nth } { $days } of the month
phone-extension = ext. { $n }
service-fresh = Freshness
service-verified = Verified on
service-source = Source
service-from = From:
stream-nars = Needs assessment and referral
stream-io = Information and orientation
stream-la = Language assessment
stream-lt = Language training
stream-er = Employment-related services
stream-cc = Community connections
stream-ss = Support services
stream-rap = Resettlement assistance
stream-ind = Indirect services
cost-free = Free
cost-sliding = As much as you can pay
cost-fee = There is a fee
cost-unknown = Not known: ask
interpretation-by-phone = An interpreter by telephone, at once
interpretation-on-request = An interpreter when you ask ahead
interpretation-none = No interpreter
interpretation-unknown = Not known
papers-none = No papers needed
papers-listed = These papers
papers-unknown = Not known
papers-none-told = No papers needed.
feature-in-person = In person
feature-online = Online
feature-by-phone = By telephone
feature-home-visits = They come to you
feature-step-free = No step on the way in
feature-child-care = Child care meanwhile
feature-women-only = For women only
feature-transport = Help to get there
class-economic-resident = Permanent resident, economic class
class-family-resident = Permanent resident through family
class-refugee-resident = Permanent resident, refugee
class-protected = Protected person
class-claimant = Asylum (refugee) claimant
class-worker = Temporary foreign worker
class-student = International student
class-ukraine = Here under the measures for Ukraine
class-visitor = Visitor
class-citizen-born-abroad = Citizen born abroad
class-born-in-canada = Born in Canada
class-no-status = Without status
openness-everyone = Everyone
openness-funder-ircc = Those whom the federal settlement program pays for (IRCC)
openness-only = Certain people only
openness-unknown = Not known
use-everyone = Yes. Open to everyone.
use-unknown = Ask: nobody has told us who may use it.
use-funder-ircc = Depends on your status. Permanent residents: likely yes, economic class for some years. Citizens: likely no. Ask if you are not sure.
use-only = For: { $who }. Ask if you are not sure.
fresh-verified = Verified
fresh-due = Due to be verified
fresh-call-first = Call first
checked-on = (last on { $day })
checks-title = When somebody looked
checks-none = Nobody has written down yet that they looked whether this is true.
check-add = I looked whether this is true
check-found = What you found
check-found-unchanged = Nothing has changed
check-found-corrected = Something was wrong and is corrected
check-found-unreachable = Nobody could be reached
check-way = How
check-way-phone = By telephone
check-way-mail = By mail
check-way-visit = On a visit
check-way-web = On their own page
check-way-link = They said so by a link
check-way-import = A file said so
check-on = On
check-note = Note
check-note-hint = For the staff. What changed is written in the record itself.
check-save = Keep what I found
weekday-mo = Monday
weekday-tu = Tuesday
weekday-we = Wednesday
weekday-th = Thursday
weekday-fr = Friday
weekday-sa = Saturday
weekday-su = Sunday

locations-title = Places
locations-caption = Places where services are offered
locations-search = Search by name
locations-file = places
locations-empty = No place is written down here yet.
location-add = Add a place
location-edit = Change the place
location-save = Save the place
said-location-added = The place is added.
said-location-changed = The place is changed.
said-location-binned = The place is in the bin.
location-bin-explains = It disappears from the services offered there, until it is taken out of the bin again.
location-name = Name
location-name-hint = As people call it: Central Library, Main Street office.
location-kind = Kind of place
place-kind-physical = One can go there
place-kind-postal = A mail address
place-kind-virtual = On the net
location-address = Address
location-street = Street and number
location-unit = Unit, floor, entrance
location-city = Town
location-province = Province or territory
location-postal-code = Postal code
location-point = Point
location-north = Degrees north
location-east = Degrees east
location-point-hint = For example 43.2557 and -79.8711, as maps show them.
location-transit = How to get there
location-access = How to get in
location-confidential = The address is told to nobody
location-confidential-hint = For shelters. Visitors see the town only, and no file that leaves here says more.
location-confidential-told = The address is not public. Call first.
location-services = Offered here
location-services-none = Nothing is offered here yet.
wait-room-yes = Yes
wait-room-no = No, it is full
wait-room-unknown = Not known

nav-help = Find help
help-title = Find help
help-lead = Say what you need, in your own language. You need no account, and nothing about you is kept.
help-what = What do you need?
help-example = doctor, English class, winter coat…
help-search = Search
help-needs = Choose a need
help-for = What was found
help-count = { $n ->
    [one] { $n } service is written down here.
   *[other] { $n } services are written down here.
}
help-no-trace = What you look for is not written down.
help-narrow = Narrow the list
help-any = Any
help-show = Show
help-found = { $n ->
    [0] Nothing found
    [one] { $n } service
   *[other] { $n } services
}
help-order = what answers your words first, then what is open to everyone, in your language, and verified
help-none = Nothing here answers that. Try fewer words, another word, or one of the needs.
help-wider = Show it without the narrower choices
help-all-needs = All needs
help-pages = More services
help-before = Those before
help-more = More
help-person = Ask a person
help-person-told = If nothing fits, ask us, or call 211: they find services of every kind, day and night, in many languages.
help-ask = Ask us
help-details = Everything about it
help-near = First three characters of your postal code
help-near-unknown = No Canadian postal code begins like this, so distances are left out.
help-within = Not farther than
help-km = { $n } km
help-km-near = Less than 1 km away
help-km-about = About { $n } km away
help-counted = { $label } ({ $n })
help-read-as = Read otherwise than written:
help-nearly = Nothing here has these words as you wrote them. This is what comes near.
help-without = Nothing here has all your words. Left out:
help-any-word = Nothing here has all your words. Each of these has one of them.
help-meant = You may mean:
help-instead = Open to everyone instead:
help-paper = Print this list
help-send-phone = Send by text message
help-send-mail = Send by e-mail
paper-back = Back
paper-told = { $n ->
    [one] One service, in two languages. Print this page, or let a telephone read the square.
   *[other] { $n } services, in two languages. Print this page, or let a telephone read the square.
}
paper-more = { $n ->
    [one] One was found; the rest are at the address.
   *[other] { $n } were found; the rest are at the address.
}
paper-square = The address of this list
paper-printed = Printed on { $day }. Call before you go.
sheet-title = A sheet to hand over
sheet-told = Print it and hand it over at the desk, or show it on your phone. Write your name only if you wish. Nothing of it is kept here.
sheet-hello = Hello. I come because of:
sheet-speak = I speak { $language }. An interpreter would help me if nobody speaks it.
sheet-need = I need help with:
sheet-name = My name (if I wish):
sheet-reach = How you reach me:
sheet-come = For you to write: come on this day, at this time, to this person:
sheet-bring = For you to write: what to bring:
situation-title = May I use it? Say more, only if you wish
situation-told = This is sent with this one question, answered, and kept nowhere. You need not say anything.
situation-class = You are in Canada as
situation-unsaid = Not said
situation-since = Permanent resident since (if you are one)
situation-show = Show what is likely for me
may-yes = Yes.
may-likely = Likely yes.
may-ask = Ask: it cannot be told from here.
may-likely-not = Likely no, by the rule of whoever pays for it. Ask if you are not sure.
help-directions = Directions
help-leave = Leave quickly
help-leave-told = This opens another site. Your browser’s history still shows that you were here.
open-filter-now = Open now
open-filter-tonight = Open tonight
open-now = Open now
open-until = Open now, until { $time }
opens-today = Opens today at { $time }
opens-on = Opens on { $day } at { $time }
open-closed = Closed
hours-run = { $first } to { $last }
hours-some-weeks = in some weeks of the month: call first
hours-to = until { $day }
hours-holidays = Closed on statutory holidays
ages-both = { $from } to { $to }
ages-from = { $from } and older
ages-to = up to { $to }
wait-ask = Ask how long you will wait
wait-room = There is room.
wait-full = It is full now.
wait-days = { $n ->
    [0] No waiting.
    [one] You wait about { $n } day.
   *[other] You wait about { $n } days.
}
wait-said = (said on { $day })
about-may-use = May I use it
about-ages = Age
about-cost = Cost
about-languages = Spoken there
about-hours = When
about-where = Where
about-features = Good to know
about-phone = Telephone
about-mail = Mail
about-web = Page
about-papers = Bring
about-apply = How to begin
about-intake = You will meet
about-wait = Wait
about-checked = Checked
today-services-due = { $n ->
    [one] { $n } service is due to be verified
   *[other] { $n } services are due to be verified
}
today-services-due-act = See them
today-never-verified = never verified

# The directory as the field exchanges it
exchange-page = Its page in this directory
exchange-needs = Needs of newcomers
exchange-needs-told = What newcomers look for, in twelve groups
exchange-streams = Streams of settlement services
exchange-streams-told = What kind of settlement service it is, as the federal program divides them
exchange-people = Status in Canada
exchange-people-told = For whom a service is, by status in Canada
exchange-features = How a service is offered
exchange-features-told = Where and how one is served, and what is offered beside it
exchange-take = Take the public services away
exchange-take-told = What everyone may know, whatever the list above shows. The addresses stay the same, so programs of others can come again.
exchange-package = HSDS package (zip)
exchange-map = Map (GeoJSON)
exchange-changes = Feed of changes (JSON)
exchange-joined = It was joined with another record, which is told of in its place.
exchange-api = For programs: the API and what it answers
exchange-hours = Hours
exchange-open-to = Open to
exchange-place = Place
exchange-other-places = Other places
exchange-north = Latitude
exchange-east = Longitude
exchange-source-on = Day of the source
# used: hsds-*, exchange-newer-here-*, exchange-changed-here-*, exchange-twin-*, import-services-*, hours-nth-*
exchange-name-fr = Name in French
exchange-about-fr = What it is, in French
exchange-id = Id in its source
exchange-street-number = Street number
exchange-sheet-hint = A workbook (.xlsx), values with commas, semicolons or tabs (.csv), a package of HSDS (.zip) or its services in JSON, up to 20 MB. Exports of 211, CIOC and the open database of health facilities are known by their headings.
exchange-need-unknown = No need is called { $before }: left out
exchange-shortened = Only so much of a line has room: { $before } was cut
exchange-left-out = { $before } is not known here: left out
exchange-no-need = It names no need: it is found by its name alone until somebody ticks one
exchange-twice = It says the same service as row { $n }. Leave one of the two out
exchange-newer-here = { $name } was looked at here on { $before }, later than in the file
exchange-newer-here-keep = Keep what stands here
exchange-newer-here-take = Take what the file says
exchange-import = Bring services in
exchange-fields = Where its fields come from
exchange-fields-none = No file has said anything of it.
exchange-fields-lead = What files said when they came in. The record itself may have been changed since.
exchange-fields-unnamed = a file without a name
exchange-id-here = Id here
exchange-informal = Informal
exchange-holidays = Closed on holidays
exchange-papers-needed = Whether papers are needed
exchange-wait-on = Waiting as it was on
exchange-changed = Changed at
exchange-texts = Language of the texts
exchange-yes = yes
exchange-no = no
exchange-fees = What it costs, in words
exchange-eligibility = Whom it is for, in words
exchange-hours-words = Hours, in words
exchange-form = Form of the file
exchange-becomes = was “{ $before }”, becomes “{ $after }”
exchange-comes = is empty, becomes “{ $after }”
exchange-hours-read = “{ $before }” is read as { $after }
exchange-hours-kept = “{ $before }” is not read as hours: it is kept in words
exchange-perhaps = Perhaps the same as { $name }: { $other }
exchange-twin = Likely the same as { $name }: { $other }
exchange-twin-link = It is that one: change nothing, and know it by this source from now on
exchange-twin-join = It is that one: write what the file says over it
exchange-twin-apart = It is another one: add it
exchange-linked = It is { $name }, and is known by this source from now on: { $other }
exchange-changed-here = { $name } was changed here on { $before }, after the file was made
exchange-changed-here-keep = Keep what stands here
exchange-changed-here-take = Take what the file says
import-services-language = In which language are its words?
import-services-language-en = English
import-services-language-fr = French
import-services-see = Who may know of what it adds?
import-services-see-public = Everyone
import-services-see-partners = Partners
import-services-see-staff = Those who run the partnership
hsds-at = { $where ->
    [file] { $file }
    [row] { $file }, row { $row }
    [pointer] { $file }, { $field }
   *[cell] { $file }, row { $row }, column { $column } ({ $field })
}
hsds-other = { hsds-at }: is not as the standard wants it: { $value }
hsds-more = { hsds-at }: and so many more things are wrong from there on: { $value }
hsds-missing-file = { hsds-at }: the descriptor names this file, and it is not there
hsds-not-supported = { hsds-at }: the descriptor says something that is not read here: { $value }
hsds-no-headings = { hsds-at }: there are no headings
hsds-blank-heading = { hsds-at }: a column has no heading
hsds-same-heading = { hsds-at }: the heading is that of column { $other } too
hsds-unknown-column = { hsds-at }: the standard knows no column called { $value }. Take it out or rename it
hsds-missing-column = { hsds-at }: a column that the standard asks for is not there
hsds-blank-row = { hsds-at }: nothing stands in this row
hsds-extra-cell = { hsds-at }: there is a cell beyond the last column
hsds-missing-cell = { hsds-at }: the row ends before its last column
hsds-wrong-encoding = { hsds-at }: the characters are not UTF-8. Save the file as UTF-8
hsds-open-quote = { hsds-at }: a quotation mark is never closed
hsds-missing = { hsds-at }: nothing stands here, and the standard asks for something
hsds-wrong-type = { hsds-at }: { $value } is not of the kind { $other }
hsds-wrong-format = { hsds-at }: { $value } is not written as { $other }
hsds-not-uuid = { hsds-at }: { $value } is no id of the standard (UUID)
hsds-impossible-date = { hsds-at }: there is no such day: { $value }
hsds-not-an-option = { hsds-at }: { $value } is none of these: { $other }
hsds-too-small = { hsds-at }: { $value } is less than { $other }
hsds-too-large = { hsds-at }: { $value } is more than { $other }
hsds-too-short = { hsds-at }: its length is { $value }, less than { $other }
hsds-too-long = { hsds-at }: its length is { $value }, more than { $other }
hsds-not-unique = { hsds-at }: the same stands in row { $other }, and no two rows may share it
hsds-same-key = { hsds-at }: row { $other } has the same id
hsds-no-key = { hsds-at }: the row has no id
hsds-broken-reference = { hsds-at }: { $value } is the id of nothing in { $other }
hsds-not-json = { hsds-at }: it is not JSON from line { $value } on
hsds-missing-member = { hsds-at }: a member is missing that the standard asks for
hsds-not-on-earth = { hsds-at }: { $value } north and { $other } east is nowhere on earth
hsds-swapped = { hsds-at }: { $value } north and { $other } east have changed places
hsds-ends-before-start = { hsds-at }: it ends on { $value }, before it starts on { $other }
hsds-turns-direction = { hsds-at }: the name holds signs that turn the direction of writing. Write it anew
hsds-damaged = { hsds-at }: the file is damaged or cut off
hsds-not-an-archive = { hsds-at }: this is no package: the archive cannot be read
hsds-too-many-files = { hsds-at }: the archive holds too many files
hsds-package-too-large = { hsds-at }: it is larger than is read here
hsds-too-dense = { hsds-at }: it is packed so densely that it may do harm
hsds-leads-outside = { hsds-at }: the name of a file leads out of the package
hsds-nested-archive = { hsds-at }: there is an archive within the archive
hsds-no-tables = { hsds-at }: there is no descriptor and no table of the standard
hsds-bad-descriptor = { hsds-at }: the descriptor (datapackage.json) cannot be read: { $value }
hsds-other-encoding = { hsds-at }: the descriptor wants { $value }, and only UTF-8 is read
hsds-cell-too-long = { hsds-at }: the cell is longer than is read here
hsds-too-many-columns = { hsds-at }: the row has more columns than are read here
hsds-too-many-rows = { hsds-at }: there are more rows than are read here: { $value }
hsds-no-services = { hsds-at }: there is no service in it

# Asking organizations by letter, and answering by the link in it.
# used: service-letter-state-*, audit-*, kind-*, ask-room-*, said-*, retention-*, held-*, fact-*
kind-service-letter = Letter about services
service-letter-nobody = Choose at least one organization
service-letter-until = Choose a day from tomorrow to { $last }, when the link ends
service-letter-over = This letter was taken back before
service-letter-changed = An organization you chose cannot be asked any more. Look at the list again
service-letter-again-before = Call again on a day after the call
service-letter-state-waiting = Waiting
service-letter-state-answered = Answered
service-letter-state-ended = Link has ended
service-letter-state-cancelled = Taken back
service-letter-subject = Is this still right? { $partnership }
service-letter-hello = Hello { $name },
service-letter-asks = { $n ->
    [one] { $partnership } keeps an inventory of services for newcomers. Is its record of this service of { $organization } still right? Would you look by { $day }:
   *[other] { $partnership } keeps an inventory of services for newcomers. Are its records of these { $n } services of { $organization } still right? Would you look by { $day }:
}
service-letter-link = { $n ->
    [one] You need no account. Open this link; when nothing has changed, one tap says so, and what is wrong you can correct there:
        { $link }
   *[other] You need no account. Open this link; when nothing has changed, one tap says so for all of them, and what is wrong you can correct there:
        { $link }
}
service-letter-end = The link holds for 30 days, until all is answered. It is for you alone; please do not pass it on.
service-letter-also = { $n ->
    [one] Something else waits for you, and we send it along so that you get one message instead of two:
   *[other] { $n } other things wait for you, and we send them along so that you get one message instead of several:
}
service-letter-thanks = With thanks, { $partnership }
service-letters = Letters
service-letters-file = letters-about-services
service-letters-none = Nobody has been asked by letter yet.
service-letter-answered = Answered
service-letter-of = { $answered } of { $n }
service-letter-until-on = Answer by
service-letter-sent-on = Sent
service-letter-readers = Readers
service-letter-count = Times sent
service-letter-do = To do
service-letter-cancel = Take back
service-asking-title = Ask by letter
service-asking-lead = One letter to each organization, with all of its records that are due within 30 days. Those who speak for it answer by a link, without an account: nothing has changed in one tap, or corrected in place.
service-asking-nobody = No organization that can be written to has a record that is due.
service-asking-unreached = { $n ->
    [one] { $n } due record of which nobody can be asked by letter
   *[other] { $n } due records of which nobody can be asked by letter
}
service-asking-unreached-why = Nobody who speaks for the organization has an address for mail here, or they want no such letters. Telephone instead, and write down what you found.
service-asking-to = Whom to ask
service-asking-until = Answer by
service-asking-until-hint = At most 29 days from now.
service-asking-preview = See the letters before they go
service-asking-preview-title = The letters before they go
service-asking-not-sent-yet = Nothing has been sent yet. This is what they will read.
service-asking-link-here = [the link of each reader]
service-asking-change = Change whom you ask
service-asking-send = { $n ->
    [one] Send the letter
   *[other] Send the letters to { $n } organizations
}
service-asking-services = { $n ->
    [one] { $n } service
   *[other] { $n } services
}
service-asking-readers = to { $names }
service-asking-load = asked lately: { $lately }, open: { $open }
service-asking-waits = waits since { $day }; sent again, it is the same letter
service-asked-title = Who was asked
service-asked-none = Nobody has been asked by letter yet.
service-ask = Ask by letter
check-who = Who answered
check-who-hint = What they do there is enough. For the staff.
check-again = Call again on
check-again-told = Call again on
ask-room-directory = Services
ask-about-services = Look whether the records of your services are right
fact-organization-room-is-directory = { ask-room-directory }
your-services-title = Is this still right?
your-services-lead = This is what visitors read. When nothing has changed, one tap says so. We hope for your answer by { $day }.
your-services-unchanged = Nothing has changed
your-services-unchanged-all = Nothing has changed in any of the { $n }
your-services-correct = Correct something
your-services-correct-lead = Change what is wrong and send. It stands in the inventory at once, with today as the day on which it was looked at.
your-services-note = Something else that should change
your-services-note-hint = The name, whom it is for, the place: the staff reads this and changes it.
your-services-send = Send
your-services-said = You said:
your-services-older = Somebody has changed this record since you opened the page. Read it once more as it stands now, then answer.
your-services-nothing-left = None of these services is yours to answer for any more. If that is a mistake, write to us.
your-services-kept = We keep your answer with the name to which the letter went and today’s day. Only the staff reads that name.
your-services-answered-title = Thank you
your-services-answered = What you said was kept, and the link is used up. To correct something more, write to us.
your-services-gone-title = This link opens nothing any more
your-services-gone = It ended after 30 days, was taken back, went to an address that has changed since, or was not copied whole. Opening it has changed nothing. Write to us and we send another.
today-service-letters = { $n ->
    [one] { $n } letter about services is unanswered
   *[other] { $n } letters about services are unanswered
}
today-call-again = Call again about a service
retention-service-letter = Letters that asked whether records of services are right, a year after their link ended
held-services = What services say
held-service-contact = Named as somebody to ask about “{ $service }”
held-service-letters = Letters about services
held-service-letter = Was asked whether records of services are right
said-service-letters-sent = The letters are on their way.
said-service-letter-cancelled = The letter was taken back. Its links open nothing any more.
audit-service-letter-sent = sent the letter
audit-service-letter-answered = answered the letter
audit-service-letter-cancelled = took the letter back
audit-service-corrected = corrected the service by the link of a letter
audit-service-added = added the service
audit-service-changed = changed the service
audit-service-checked = looked whether it is true
audit-service-binned = moved the service to the bin
audit-service-restored = took the service out of the bin
audit-location-added = added the place
audit-location-changed = changed the place
audit-location-binned = moved the place to the bin
audit-location-restored = took the place out of the bin

# What visitors suggest, and what becomes of it.
# used: barrier-*, suggestion-kind-*, suggestion-state-*, suggestion-decide-*, suggestion-mail-*, way-in-*, fact-*
suggest-barrier = I could not get help here
suggest-correction = Something is wrong
suggest-correction-lead = Change what is wrong and send. A person reads it before anything changes. You need no account.
suggest-wrong = What is wrong, in your words
suggest-send = Send
suggest-email = Your mail address
suggest-email-hint = Only if you want to be told what became of it. It is deleted when that is decided.
suggest-reasons = Why you could not get help
suggest-need = What you needed
suggest-what-happened = What happened, in your words
suggest-barrier-lead = Tick all that fits. The reasons are counted, so that we see what is missing here; nothing about you is kept.
suggest-help-now = Do you need help now?
suggest-missing = A service is missing here
suggest-missing-lead = Tell us about a service or a group that is not written down here. A person looks whether it is so and adds it.
suggest-name = What it is called
suggest-who = Who offers it
suggest-who-hint = An organization, a place of worship, an association, a group.
suggest-place = Where
suggest-what-else = What else you know of it
suggest-received = Thank you
suggest-received-told = A person reads what you sent. If you left an address, we tell you what became of it and then delete the address.
barrier-ineligible = They said it is not for me
barrier-language = Nobody spoke my language
barrier-no-interpreter = There was no interpreter
barrier-wait = The wait is too long, or it is full
barrier-hours = It was closed when I could come
barrier-transport = I could not get there
barrier-child-care = Nobody looks after my children meanwhile
barrier-cost = It costs too much
barrier-documents = They asked for papers that I do not have
barrier-digital = It was only on the Internet
barrier-where = I did not understand where to go
barrier-not-offered = What I need is not offered there
barrier-disability = Steps, or something else my body cannot do
barrier-culture = It does not fit how we live or believe
barrier-discrimination = I was treated badly for who I am
barrier-fear = I was afraid of authorities, or for my status
barrier-stigma = I did not want to be seen there
suggestion-nothing-said = Change something, or say what is wrong.
suggestion-no-reason = Tick at least one reason.
suggestion-too-often = { $minutes ->
    [one] A lot has come in. Try again in { $minutes } minute.
   *[other] A lot has come in. Try again in { $minutes } minutes.
}
suggestion-nothing-chosen = Tick what you take, or refuse it with a reason.
suggestion-no-answer = Write why it is refused.
suggestion-decided = This suggestion was decided before.
suggestion-add-first = Add the service by its form; that takes the suggestion.
suggestion-kind = Kind
suggestion-kind-correction = Correction
suggestion-kind-service = Missing service
suggestion-kind-barrier = Could not get help
suggestion-state-open = Waiting
suggestion-state-taken = Taken
suggestion-state-partly = Taken in part
suggestion-state-refused = Refused
suggestion-received-on = Received
suggestion-note = In their words
suggestion-lang = Language
suggestion-open-service = See the service
suggestion-add-service = Add this service
suggestion-service-gone = The service is not there any more.
suggestion-differences = What would change
suggestion-field = Field
suggestion-now = As it stands now
suggestion-was = When it was sent:
suggestion-wished = As suggested
suggestion-take-fields = What to take
suggestion-decision = Decide
suggestion-decide = Decide
suggestion-decide-take = Take what is ticked
suggestion-decide-refuse = Refuse
suggestion-noted = Noted; nothing here changes
suggestion-answer = What the sender is told
suggestion-answer-sent = It goes by mail ({ $language }), and the address is deleted.
suggestion-answer-kept = No address was left: it is kept here only.
suggestion-answer-needed = needed when it is refused
suggestions-title = Suggestions
suggestions-lead = What visitors would correct or add, and where they could not get help. Nothing changes before you decide.
suggestions-none = Nobody has suggested anything yet.
suggestions-file = suggestions
barriers-title = Why people could not get help
barriers-lead = Each reason that somebody ticked, by need, service and month. It is evidence of need, and nothing of who said it is kept.
barriers-none = Nobody has said yet that they could not get help.
barriers-file = why-no-help
barrier-month = Month
barrier-times = Times
suggestion-mail-subject = What you suggested to { $partnership }
suggestion-mail-about = You wrote to { $partnership } about: { $service }.
suggestion-mail-taken = Thank you: what you said is taken up.
suggestion-mail-partly = Thank you: some of what you said is taken up.
suggestion-mail-refused = Thank you for writing. The record stays as it is, and this is why:
suggestion-mail-end = Your address has been deleted from what you sent.
kind-suggestion = Suggestion
way-in-missing-service = Tell us about a service that is missing
today-suggestions = { $n ->
    [one] { $n } suggestion from a visitor waits
   *[other] { $n } suggestions from visitors wait
}
retention-suggestion = Suggestions of visitors, a year after they were decided or came in
held-suggestions = Suggestions of visitors
held-suggestion = Suggested something about a service
said-suggestion-decided = It is decided.
audit-suggestion-decided = decided the suggestion
way-in-missing-service-how = A few words are enough. A person looks whether it is so and adds it to Find help.

# What is perhaps the same service twice.
# used: twin-*, audit-*
twins-title = Perhaps twice
twins-lead = Pairs of records that may be of one service, each with what speaks for it and against it. Nothing becomes one before you say so, and it can be undone.
twins-none = Nothing here looks like the same service twice.
twins-file = perhaps-twice
twin-one = One
twin-other = The other
twin-how = How alike
twin-why = Why
twin-score = Score
twin-do = To do
twin-look = Look at both
twin-likely = Very likely the same.
twin-perhaps = Perhaps the same.
twin-reasons = { $pro }; but { $contra }
twin-name = the same name
twin-near-name = names that are close
twin-acronym = one name is the short form of the other
twin-other-name = other names
twin-who = the same organization
twin-other-who = other organizations
twin-phone = the same number
twin-other-phone = other numbers
twin-street = the same street and number
twin-other-street = other streets
twin-postal = the same postal code
twin-other-postal = other postal codes
twin-web = the same page
twin-mail = the same mail address
twin-title = One service or two?
twin-beside = Both records side by side
twin-keep = Which one stays
twin-keep-hint = It stays as it is. The places, looks, letters, suggestions and reasons of the other come to it, and the other leaves the inventory. Change it first if the other knows better.
twin-merge = Make them one
twin-part = They are two
twin-warning = Perhaps this stands here already:
twin-warning-again = If it is another one, save once more.
merges-title = Made one
merge-told = { $gone } went into
merge-undo = Undo
said-services-merged = The two records are one.
said-services-parted = They are kept as two.
said-services-unmerged = They are two again, each with what it had.
audit-service-merged = went into another record of the same service
audit-service-took-in = took in another record of the same service
audit-service-unmerged = is a record of its own again
audit-service-gave-back = gave back what it had taken in

# What is covered, and how far it can be trusted.
# used: coverage-by-*
coverage-title = Coverage
coverage-caption = Services by need and language, with how far their records can be trusted
coverage-lead = What is offered now, and how fresh its records are. A service counts once in each group of needs and in each language it names, so the rows add up to more than there are. A row of none is a gap.
coverage-file = coverage
coverage-what = Need or language
coverage-by = Counted by
coverage-by-group = Group of needs
coverage-by-language = Language spoken there
coverage-sum = All
coverage-soon = Due now or within 30 days
coverage-asked = Letters waiting for an answer
coverage-calls = Calls to make again
coverage-suggested = Suggestions waiting

# The history of services and places
fact-service-batch = Import
fact-location-batch = Import

# First steps: the first 90 days. Their words stand in the folder `first-steps`.
# used: first-*
nav-first-steps = First steps
first-title = First steps
first-lead = What to do in your first 90 days in Canada, one step after the other. No account, and we keep nothing about you.
first-all = All steps for your first 90 days
first-form = Show the steps that are for you, if you wish
first-children = Children with you
first-children-yes = Yes
first-children-no = No
first-show = Show my steps
first-whole = All steps on one page, to read or print
first-print = This page can be printed as it is.
first-why = Why
first-source = Where this stands:
first-read-on = (read there on { $day })
first-unread = (nobody here has read it again yet: ask whether it is still so)
first-until = By the federal rule, your last day for these services is { $day }.
first-not-yet = These steps are not in your language yet. Here they are in English; you can also read them in:
first-ask-us = Somebody can explain them to you:
first-days = Before you come, and the first days
first-weeks = First weeks
first-ninety = Until day 90
situation-since-hint = A day, a month or only a year: 2024-05-03, 2024-05 or 2024
situation-since-unclear = This could not be read as a day. Write the year first: 2024-05-03, or only 2024.
hours-all-day = day and night
help-near-none = Nothing within { $within } km. The nearest is about { $n } km away.
help-near-show = Show the nearest
help-call-me = Ask for a call
call-lead = Leave a number: a person of the partnership calls you about this service, with an interpreter if needed. You need not say your name, and status is not asked.
call-language = Language of the call
call-when = When it suits you
call-when-hint = For example: on weekdays after 17:00
call-question = Please call me about “{ $service }”. Language of the call: { $language }. When it suits me: { $when }.
call-any-time = any time

## What nobody found

unfound-title = What nobody found
unfound-file = what-nobody-found
unfound-lead = Searches of visitors on Find help that found nothing, by need and language. Neither the words nor who looked are kept. A number is told when its week is over and it is { $n } or more; what is less is put together by month, then by year, then whatever the language.
unfound-none = No number is large enough to be told yet.
unfound-period = When
unfound-week = Week of
unfound-language = Language asked for
unfound-any-language = Any language
unfound-no-need = Words that mean no need we know
unfound-times = Searches
