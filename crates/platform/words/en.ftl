# Words of the house itself: shell, errors, forms, Today.
# used: error-*, fact-*, topic-*
# never one: line-too-long
product-name = Kith
skip-to-content = Skip to content
nav-main = Main
nav-rooms = Rooms
nav-top = Today
nav-people = People
nav-work = Work
nav-listening = Listening
nav-knowledge = Knowledge
nav-reporting = Reporting
nav-office = Office
nav-today = Today
nav-languages = Languages
nav-more-languages = All languages ({ $n })
lang-apart = (in a new tab; what you typed stays here)
nav-here = You are here
emergency-label = Numbers to call
emergency-danger = Danger, fire, ambulance
emergency-crisis = Thoughts of suicide
emergency-information = Find a service
emergency-health-line = Nurse
invented-partnership = This partnership is invented, for trying things out
foot-accessibility = Accessibility
foot-privacy = Privacy: what we do not keep
foot-workspace = For partners: sign in
sign-out = Sign out
thread-label = Where this stands
thread-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
today-title = Today
today-count = { $n ->
    [0] Nothing waits for you
    [one] { $n } thing
   *[other] { $n } things
}
today-due = Due
today-promised = Promised by others
today-stuck = Stuck
today-waiting = Waiting for you
today-nothing = Nothing is due, promised, stuck or waiting. When a term is about to end or somebody wants to join, it shows here.
error-not-found = There is nothing here
error-not-found-what-now = The address may be old or mistyped, or the page is not for everyone.
error-sign-in-first = Sign in first
error-sign-in-first-what-now = This page is for people of the partnership.
error-forbidden = Your account cannot do this
error-forbidden-what-now = Ask your coordinator if you should be able to.
error-refused = This was not saved
error-stale = Somebody else changed this meanwhile
error-stale-what-now = Go back, load the page again and make your change on the new text. Nothing was overwritten.
error-key-reused = This form was already sent with other content
error-key-reused-what-now = Open the form again and send it once more.
error-cross-site = This was sent from another site
error-cross-site-what-now = Nothing was changed. Open the page here and send it again.
error-malformed = This could not be read
error-malformed-what-now = Go back and try again.
error-malformed-value = The value of “{ $name }” in the query cannot be read. Its description in the API document says what it may be.
error-malformed-query = The query of the address cannot be read: it is not written as name=value, joined by &.
error-malformed-form = The body cannot be read: it is not a form in UTF-8, or holds a character that no text has.
error-malformed-upload = The body cannot be read: it is not a form with files (multipart/form-data), or broke off.
error-malformed-address = The address holds characters that no address has.
error-malformed-key = The idempotency key is too long, or too short to be told from others.
error-malformed-text = A value holds a character that no text has.
error-wrong-method = This cannot be done at this address
error-wrong-method-what-now = Open the page again and use its buttons and links.
error-too-slow = This took too long to arrive
error-too-slow-what-now = Nothing was changed. Try again, if you can on a better connection.
error-too-large = This is too large
error-too-large-what-now = Send less text or a smaller file.
error-too-often = Too many tries
error-too-often-what-now = Wait a little and try again.
error-busy = Too many files are coming in right now
error-busy-what-now = Nothing was changed. Wait a minute and send it again.
error-failed = Something went wrong on our side
error-failed-what-now = Nothing was changed. Try again, and if it happens again, tell us the number below.
error-way-home = To the first page
error-way-work = To the workspace
error-way-list = To the list of partnerships
error-reference = Reference number:
line-empty = Write something here
line-too-long = Write at most { $max } characters
line-unprintable = Take out the control characters or the marks that turn the direction of the text
field-not-a-choice = Choose one of the answers
field-not-a-date = Write the date like 2026-11-22
number-out-of-bounds = Write a whole number from { $least } to { $most }
field-not-mail = Write an address for mail, like name@example.org
field-not-web = Write a web address that starts with https://
field-unknown = This is not here any more. Choose another
field-not-spoken = The program has no words in this language yet

# Forms
form-problems = { $n ->
    [one] Something needs your attention
   *[other] { $n } things need your attention
}
form-about-field = { $label }:
form-error-mark = Error:
form-optional = (optional)
form-choose = Choose…
form-cancel = Cancel
form-file-again = If you had chosen a file, choose it again: a browser does not keep it.
form-date-hint = Year, month, day, like 2026-11-22

# Lists
list-show = Show
list-clear = Clear filters
list-any = Any
list-nothing-matches = Nothing matches these filters.
list-sort = (sort by this)
list-columns = Columns
list-columns-show = Show these columns
list-take = Download what is shown:
list-pages = Pages of the list
list-range = { $first } to { $last } of { $total }
list-first = First page
list-rows = Rows on a page:
list-previous = Previous page
list-next = Next page

# History
history-nobody = Somebody without an account
history-change = What changed
history-field = Field
history-before = Before
history-after = After

# Two people changed the same thing
conflict-by = { $who } changed this at { $when }, while you were writing.
conflict-somebody = Somebody else changed this while you were writing.
conflict-nothing-lost = Nothing was overwritten and nothing you wrote is lost.
conflict-caption = Both texts side by side
conflict-theirs = Stored now
conflict-mine = What you wrote
conflict-differs = differs
conflict-keep-theirs = Keep what is stored
conflict-save-mine = Save what I wrote
conflict-edit = Put the two together by hand

# Text and its languages
text-current = current
text-outdated = outdated
text-outdated-machine = outdated, made by a machine
text-machine = made by a machine
text-missing = missing
text-outdated-note = This text may be older than the one in the other language.
text-machine-note = A machine made this text and nobody has checked it.
text-in = in { $lang }
text-by-machine = Words with dots under them were translated by a machine. Nobody has checked them yet.
text-only-in = Not yet in your language; here in { $lang }:

# Names of languages
# used: lang-*
lang-en = English
lang-fr = French
lang-ar = Arabic
lang-uk = Ukrainian
lang-es = Spanish
lang-pa = Punjabi
lang-zh-hans = Chinese
lang-fil = Tagalog
lang-fa = Farsi and Dari
lang-ti = Tigrinya
lang-so = Somali
lang-ur = Urdu
lang-hi = Hindi
lang-pt = Portuguese
lang-vi = Vietnamese
mail-unsubscribe = To get no more mail like this, open this address:
mail-unsubscribe-subject = Stop letters of this kind
letters-stop-title = Letters to you
letters-stop-explains = Nothing has changed yet. When you press the button, no more letters of this kind are sent to you. Mail that you need to sign in still comes.
letters-stop = No more of these letters
letters-stop-gone = This link does not work any more, or not all of it was copied. Nothing has changed. The newest letter has a link that works, and the office can stop these letters for you.
letters-stop-home = To the first page
letters-stopped = You get no more letters of this kind from here. Tell the office when you would like them again.
file-empty = There is nothing in this file
file-too-large = Choose a file of at most { $megabytes } MB
file-kind = Choose a PDF, a Word or Excel file without macros, a PNG or JPEG picture, or plain text
file-not-a-paper = Choose a PDF, or a picture in PNG or JPEG
file-missing = Choose a file
file-name = Give the file a name of at most 150 ordinary characters

# The bin and history
# used: said-*
nav-bin = Bin
nav-gallery = Gallery
said-restored = It is back where it was.
bin-title = What
bin-kind = Kind
bin-when = Deleted
bin-who = By
bin-back = Way back
bin-restore = Restore
bin-caption = Deleted things, newest first
bin-empty = The bin is empty.
bin-example = What somebody deletes waits here and can be put back, with everything that belonged to it.
history-title = History of { $title }
history-empty = Nothing has been written down about this yet.

# States
# used: state-*
state-done = Done
state-on-track = On track
state-under-way = Under way
state-behind = Behind
state-not-started = Not started
state-unknown = Unknown

# The gallery
# used: kind-*, audit-*
kind-sample = Sample
audit-gallery-sample = changed the sample
said-tried = The form was read without a complaint. Nothing was kept.
gallery-about = Every piece that pages are made of, with invented content. What is sent here is kept nowhere.
gallery-states = States, notices, ways on
gallery-text = Text and its languages
gallery-form = A form
gallery-list = A list
gallery-history = History
gallery-conflict = Two people changed the same thing
gallery-confirm = Before something is done
gallery-pages = Pages of all rooms, with samples
gallery-sample-title = A sample
gallery-knot-above = Above
gallery-knot-here = Here
gallery-knot-below = Below
gallery-name = Name
gallery-hint = Help stands here, before the field.
gallery-about-label = About
gallery-mail = Mail address
gallery-since = Since
gallery-sector = Sector
gallery-count = People
gallery-open = Open to everyone
gallery-choice-school = Schools
gallery-choice-library = Libraries
gallery-try = Try the form

# Mail that left, waits or failed
# used: said-*, kind-*, audit-*
nav-mail = Mail
kind-mail = Mail
mail-subject = About
mail-to = To
mail-when = Written
mail-state = How it stands
mail-again = Once more
mail-sent = Sent
mail-waiting = Waiting
mail-failed = Not delivered
mail-stopped = Not sent: no longer wanted
# used: retention-*
nav-retention = What ends by itself
retention-lead = What is kept ends by itself after the times that “What is kept” names. Here you see what would be erased by the end of a day, before it happens; the nightly work erases exactly that.
retention-on = By the end of this day
retention-caption = What will be erased by the end of { $day }
retention-what = What
retention-count = How many
retention-name = Name
retention-since = There since
retention-since-day = since { $day }
retention-more = { $n ->
    [one] and { $n } more, in the file
   *[other] and { $n } more, in the file
}
retention-at-least = at least { $n }
retention-file = ends-by-itself
retention-mail = Mail, a year after it was written
retention-ticket = Links in mail, 30 days after their end
# used: sweep-*
sweep-mail = Mail of the installation, a year after it was written
sweep-ticket = Links to sign in and what passkeys were asked, 30 days after their end
sweep-throttle = Counts of tries, when their time is over
sweep-repeat = First answers to forms, after two days
sweep-job-done = Work that is done, after seven days
sweep-job-failed = Work that failed for good, after 90 days
retention-import = What stood in sheets, 30 days after the import was over
mail-resend = Send again
mail-caption = Mail of the partnership, newest first
mail-caption-installation = Mail of the installation, newest first: links for signing in
mail-empty = Nothing has been sent yet.
mail-example = Invitations, confirmations and other mail will stand here with the time they left, and with the reason when they could not be delivered.
mail-today = { $n ->
    [one] { $n } mail was not delivered
   *[other] { $n } mails were not delivered
}
mail-today-act = See why
said-mail-resent = The mail will be sent again.
audit-mail-resent = had the mail sent again

# How to reach a partnership
reach-foot = Reach us:
reach-office = Office
reach-street = Address
reach-mail = Mail
reach-phone = Telephone
reach-hours = Hours

# The partnership's own facts
# used: said-*, kind-*, audit-*, partnership-*, zone-*, province-*, emergency-*
nav-partnership = The partnership
kind-partnership = Partnership
partnership-title = The partnership
partnership-lead = What stands here stands on your public site. Answers to the mail of your partnership go to its mail address.
partnership-name = Name
partnership-place = Place
partnership-place-hint = The city or region you serve
partnership-about = What it is
partnership-about-hint = In a few sentences, for people who have never heard of it
partnership-contact = How people reach you
partnership-office-hint = As people ask for it at the door
partnership-street-hint = Letters to groups carry it: Canada’s law on mail asks for an address.
partnership-mail-hint = Like info@example.org. Answers to all mail of the partnership come here; choose an address that somebody reads every week.
partnership-hours-hint = When somebody answers, like “Monday to Friday, 9 to 4”
partnership-numbers = Numbers to call
partnership-numbers-lead = They stand on top of every public page. An empty field takes its line away.
partnership-own = Another number: what for
partnership-own-hint = In a few words, like “Tenants’ line”
partnership-own-number = Another number
partnership-site = Your public site
partnership-langs = Languages of the public site
partnership-langs-hint = English or French is always among them. Texts that are missing in a language are shown in English or French, and marked.
partnership-lang-whole = The program speaks it everywhere.
partnership-lang-part = Translated texts of the program: { $n } of { $total }, those of the public site first. The others stand in English, and are marked.
partnership-lang-none = The program has no words in it yet: its own stand in English, around yours.
partnership-province = Province or territory
partnership-province-hint = First steps tells what differs there. Numbers below that are the usual ones of a province change with it; yours stay.
partnership-zone = Time zone
partnership-zone-hint = Days begin and end by it.
partnership-save = Save
partnership-states = How far each language can be trusted
partnership-states-lead = A text becomes outdated when the one it was first written in is changed without it. Adding or changing a translation makes nothing else outdated.
partnership-history = Who changed this, and when
said-partnership-saved = Saved. The public site says so from now on.
audit-partnership-changed = changed the partnership’s own facts
field-not-phone = Write a telephone number, like 905 555-0134 or 911
province-nl = Newfoundland and Labrador
province-pe = Prince Edward Island
province-ns = Nova Scotia
province-nb = New Brunswick
province-qc = Quebec
province-on = Ontario
province-mb = Manitoba
province-sk = Saskatchewan
province-ab = Alberta
province-bc = British Columbia
province-yt = Yukon
province-nt = Northwest Territories
province-nu = Nunavut
zone-st-johns = Newfoundland (St. John’s)
zone-halifax = Atlantic (Halifax, Moncton)
zone-toronto = Eastern (Toronto, Ottawa, Québec)
zone-winnipeg = Central (Winnipeg)
zone-regina = Saskatchewan (Regina, Saskatoon)
zone-edmonton = Mountain (Edmonton, Calgary, Yellowknife)
zone-vancouver = Pacific (Vancouver, Victoria)
zone-whitehorse = Yukon (Whitehorse)
zone-iqaluit = Eastern Nunavut (Iqaluit)

codes-title = Error codes
codes-lead = Every answer that is not what was asked for carries one of these codes, in JSON as the field code. Codes stay as they are; words may get better. ⟨…⟩ stands for what only the answer itself knows.
codes-status = HTTP { $status }
# What the platform holds about people.
# used: consent-*, held-consent, held-mail, held-history, purpose-*
held-consent = Consent
held-mail = Mail
held-mail-one = Mail sent
held-history = History
consent-express = Said yes
consent-implied-gift = Gave something
consent-implied-volunteering = Volunteered
consent-implied-attendance = Came to a meeting
consent-implied-business = Bought something or made an agreement
consent-implied-inquiry = Asked for something
consent-membership = Belongs
consent-until = counts until { $day }
consent-withdrawal = Said no
purpose-everything = All mail
consent-how-in-person = In person
consent-how-by-phone = By telephone
consent-how-by-mail = By mail
consent-how-paper = On paper
consent-how-web-form = On a web form
consent-how-seat = By holding a seat
consent-how-unsubscribe-link = By the link in a letter

nav-texts = Texts to translate
texts-lead = { $n ->
    [0] Every text is current in all the languages of your site.
    [one] One text is missing, outdated or made by a machine in a language of your site.
   *[other] { $n } texts are missing, outdated or made by a machine in a language of your site.
 }
texts-caption = Texts in the languages of your site
texts-file = texts
texts-empty = There is nothing to translate yet.
texts-example = As soon as there is a group, an organization or an area, its texts stand here in every language that your site has besides the one they were written in.
texts-into = Language
texts-state = State
texts-kind = Kind
texts-what = Text
texts-which = { $text }, { $kind }
texts-source = Written so
texts-words = In this language
texts-one-title = { $text } in { $lang }
texts-beside = The text in its other languages
texts-length = { $n ->
    [one] At most { $n } character.
   *[other] At most { $n } characters.
 }
texts-machine = A machine translated this and nobody has checked it
texts-machine-hint = Readers see it marked until somebody has reviewed it.
texts-save = Save this text
texts-review = Reviewed, still right
texts-review-about = The words stay as they are, and are current from today.
said-text-saved = The text is saved, in this language alone.
said-text-reviewed = The text is marked as reviewed.
# What is kept
# used: data-map-*, data-class-*
nav-data-map = What is kept
data-map-lead = What this system keeps about whom, what for, for how long, and what happens at the end. The list is made from the same lines that each release is tested against: nothing is kept that does not stand here. It shows no record of anybody.
data-map-shown = What is shown
data-map-people = About people
data-map-everything = Everything
data-map-file = what-is-kept
data-map-part = About
data-map-caption = { $what }: field by field
data-map-column = Column in the database
data-map-what = Field
data-map-class = How careful
data-map-purpose = What for
data-map-retention = For how long
data-map-erasure = How it ends
data-class-public = Public
data-class-internal = Internal
data-class-personal = Personal
data-class-sensitive = Sensitive
data-class-secret = Secret
# Sheets that come in
# used: batch-state-*, batch-verdict-*, said-*, kind-batch, audit-*, doubt-*, sheet-*
kind-batch = Import
batch-called = { $name }, { $day }
audit-batch-taken = Took an import in
audit-batch-undone = Undid an import
imports-title = Bring in a sheet: { $what }
imports-lead = A spreadsheet, a file of values or a table that you paste. Nothing changes until you have seen row by row what it would do, and everything it did can be undone in one step.
imports-sheet = Your file
imports-sheet-hint = A workbook (.xlsx) or values with commas, semicolons or tabs (.csv), up to 20 MB. A title above the headings and empty rows do no harm.
imports-sheet-name = Name of the sheet
imports-sheet-name-hint = Only for a workbook with several sheets. Without it you are asked which one is meant.
imports-pasted = Or paste a table
imports-pasted-hint = Select the cells in your spreadsheet with their headings, copy them, and paste them here.
imports-pasted-name = Pasted table
imports-name-typed = Name for it
imports-name-typed-hint = What it is to be called here, for instance when it is pasted. Without it, it is called as the file.
imports-submit = Read the sheet
imports-columns = Which columns are understood?
imports-columns-are = Headings in English and French are recognized, in any order: { $columns }. Other columns are left out.
imports-before = Imports so far
imports-caption = Imports, the newest first
imports-empty = Nothing was brought in yet.
imports-empty-example = For example “Members 2024.xlsx”: 80 rows, 64 new organizations, 12 known already, 4 to look at.
imports-name = Sheet
imports-state = State
imports-rows = Rows
imports-begun = Brought
imports-by = By
imports-file = imports
batch-state-reading = Being read
batch-state-mapping = Columns to be confirmed
batch-state-checking = Being compared
batch-state-checked = Ready to be decided
batch-state-laying = Coming in
batch-state-taken = In
batch-state-clearing = Being undone
batch-state-undone = Undone
batch-state-dropped = Given up
batch-verdict-unread = Not read yet
batch-verdict-refuse = Refused
batch-verdict-ask = To be answered
batch-verdict-change = Changes one
batch-verdict-add = New
batch-verdict-same = Known already
batch-verdict-leave = Left out
said-import-read = The sheet is read. Check that its columns were understood.
import-sheets-title = Which sheet is meant?
import-sheets-lead = { $n ->
    [one] This workbook has { $n } sheet with rows.
   *[other] This workbook has { $n } sheets with rows. One of them is brought in at a time; its name is remembered for the next workbook.
 }
import-sheet-which = Sheet
import-one-sheet = { $n ->
    [one] { $name } ({ $n } row)
   *[other] { $name } ({ $n } rows)
 }
import-sheet-take = Read this sheet
import-mapping-title = What the columns of “{ $name }” say
import-mapping-lead = { $n ->
    [one] One row was found. Every column is shown with the first things that stand in it; correct what was guessed wrong. Your answers are remembered for the next sheet with the same headings.
   *[other] { $n } rows were found. Every column is shown with the first things that stand in it; correct what was guessed wrong. Your answers are remembered for the next sheet with the same headings.
 }
import-mapping-caption = The columns of the sheet
import-heading = Heading
import-samples = What stands there
import-says = What it says
import-column-says = What “{ $heading }” says
import-column-nameless = Column { $n }, without a heading
import-column-left-out = Left out
import-check = Compare with what is kept
import-under-way = Rows done: { $done } of { $total }. You can leave this page; the work goes on.
import-look-again = Look again
import-refused = { $n ->
    [one] One row cannot be taken as it is. A sheet comes in whole or not at all: correct it in your file and bring it again, or leave the row out.
   *[other] { $n } rows cannot be taken as they are. A sheet comes in whole or not at all: correct them in your file and bring it again, or leave these rows out.
 }
import-returned = Your sheet with what was found
import-returned-file = sheet-with-findings
import-leave-refused = Leave the refused rows out
import-asked = { $n ->
    [one] One row needs an answer. Please answer it below.
   *[other] { $n } rows need an answer. Please answer them below.
 }
import-settle = Note the answers and compare again
import-asking-rows = { $n ->
    [one] Asked by one row. Left open, it is asked again.
   *[other] Asked by { $n } rows. Left open, it is asked again.
}
said-import-settled = The answers are noted, and the rows were compared with them.
import-leave-asked = Leave these rows out
import-take = Take it in: { $added } new, { $changed } changed
import-mapping-again = Correct the columns
import-drop = Give this import up
import-see = See: { $what }
import-sums = { $n ->
    [one] Row { $rows } was left out: it is a sum of others.
   *[other] Rows { $rows } were left out: they are sums of others.
 }
import-undo = Undo this import
import-undo-title = Undo “{ $name }”?
import-undo-explains = What the sheet had added goes for good ({ $added }), also what was written about it since. What it had changed is as before ({ $changed }), except where somebody has changed it since. Words that were added to your lists, such as sectors, stay.
import-undo-submit = Undo the import
import-rows-caption = The rows of the sheet and what becomes of them
import-rows-empty = No rows are kept of this import any more.
import-row = Row
import-row-number = row { $n }
import-verdict = What becomes of it
import-found = What was found
import-finding = { $column }: { $words }
import-which = Is it one of these?
import-it-is = It is { $name }
import-it-is-new = It is a new one
import-leave-out = Leave it out
said-import-answered = The answer is noted.
said-import-left-out = These rows are left out.
said-import-taken = The sheet is on its way in.
said-import-in = The sheet is in.
said-import-stopped = The sheet did not come in. What stands in its way is told below.
said-import-undone = The import is undone.
said-import-dropped = The import is given up, and what it said is forgotten.
batch-not-mapped = Say which column holds: { $column }.
batch-twice = Two columns are said to hold the same: { $column }.
batch-refused = { $n ->
    [one] One row is refused. A sheet comes in whole or not at all.
   *[other] { $n } rows are refused. A sheet comes in whole or not at all.
 }
batch-asked = { $n ->
    [one] One row waits for your answer.
   *[other] { $n } rows wait for your answer.
 }
batch-too-many-changes = Records that this sheet would change: { $n }. One import may change at most { $max }: divide the sheet into parts of at most so many rows that change something, and bring them in one after the other. Rows that only add need no dividing.
batch-nothing-new = Everything in this sheet is kept already.
batch-not-now = This import has moved on. Look at its page.
batch-leaned-on = { $n ->
    [one] Something stands on what this import had added: { $what }. End or change that first.
   *[other] { $n } things stand on what this import had added: { $what }. End or change these first.
 }
batch-and-more = { $n ->
    [one] and one more
   *[other] and { $n } more
 }
import-in-the-way = { $n ->
    [one] Nothing was undone: somebody has added something since that stands on this import. End or change it first.
   *[other] Nothing was undone: { $n } things were added or changed since that stand on this import. End or change these first.
 }
batch-no-such-sheet = There is no sheet of this name with rows. There are: { $sheets }.
batch-several-sheets = This workbook has several sheets: { $sheets }. Say which one is meant.
batch-no-such-question = Nothing is asked under the key { $key }. A dry run names what is asked.
batch-no-such-answer = To { $key } may be answered: { $choices }.
batch-too-late = What stood in the sheet is forgotten after 30 days; this import cannot be undone any more.
batch-moved = What this row touches has changed since it was compared. Compare once more: Correct the columns.
batch-kept-change = Somebody has changed it since: it stays as it is.
# used: held-imports
held-imports = Rows of sheets
held-import-row = Row { $n } of a sheet that was brought in
# used: import-unreadable-*, doubt-*
import-unreadable = What cannot be read: a telephone number with a word in it, a date that could be two
import-unreadable-rest = goes into the staff’s note, and the row comes in
import-unreadable-refuse = stops the row
import-cleaned = “{ $before }” became “{ $after }”.
import-unprintable = “{ $before }” holds signs that cannot be shown (�). Type this cell anew without them.
import-to-rest = “{ $before }” cannot be read here and goes into the note.
doubt-unreadable = “{ $before }” is not what stands in this column.
doubt-ambiguous = “{ $before }” can be read in two ways.
doubt-several = “{ $before }” holds several; one is asked for.
doubt-incomplete = A part of “{ $before }” is missing.
doubt-impossible = There is no “{ $before }”.
doubt-foreign = “{ $before }” belongs to another country.
sheet-empty = No table was found in it: there must be headings and at least one row below.
sheet-too-large = It is larger than is read. Divide it.
sheet-kind = { $kind ->
    [old-workbook] A workbook of the old kind (.xls) is not read. Save it as .xlsx or .csv in your spreadsheet program.
    [binary-workbook] A binary workbook (.xlsb) is not read. Save it as .xlsx or .csv in your spreadsheet program.
    [locked] It opens with a password. Save it without one.
    [open-document] An OpenDocument spreadsheet (.ods) is not read. Save it as .xlsx or .csv in your spreadsheet program.
    [markup] It is a page of the web, whatever its name says. Open it in your spreadsheet program and save it as .xlsx or .csv.
   *[other] It is not a table. Save it as .xlsx or .csv in your spreadsheet program.
}
sheet-packed = It is small and would be huge when unpacked, or it holds further archives: no table is like that. Nothing of it was read. Save the table anew in your spreadsheet program.
sheet-damaged = It is damaged. Save it anew in your spreadsheet program.
sheet-too-many = It has more rows, columns or cells than are read. Divide it.
sheet-cell-too-long = The cell in row { $row }, column { $column } is longer than is read.
sheet-open-quote = A quotation mark that opens in row { $row } never closes.

nav-rooms-open = Menu
search-everything = Find in the partnership
search-go = Find
search-title = Find
search-what = Write a name or a word of a title into the field above: you find organizations, people, groups and everything else that has a name here.
search-nothing = Nothing that you may see is called “{ $words }”.
search-nothing-hint = Names and titles are searched, in every language, with and without accents. A part of a word is enough.
search-found = Called “{ $words }”:
search-more = The first { $n }. See all
search-more-words = The first { $n }. One more word narrows it down.
signed-out-nothing-saved = Your sign-in has ended, so this was not saved yet. What you typed is still here, on this page.
signed-out-sign-in = Sign in (in a new tab; leave this one open)
signed-out-come-back = When you are signed in, come back to this tab and send it once more.
signed-out-send = Send it again
signed-out-whose = It is sent under the name of whoever is signed in on this browser then.
signed-out-typed = What you typed
texts-every-state = All, the current ones too
fact-in-lang = { $what } ({ $lang })
fact-part = { $whole }: { $part }
fact-numbered = { $what } { $n }
fact-yes = Yes
fact-no = No
fact-nameless = something that cannot be named here
fact-itself = Text
fact-name = Name
fact-place = Place
fact-about = About
fact-note = Note
fact-lang = Language
fact-langs = Languages
fact-title = Title
fact-kind = Kind
fact-value = Value
fact-code = Code
fact-visibility = Who may see it
fact-slug = Last part of its address
fact-from = From
fact-until = Until
fact-to = Until
fact-why = Why
fact-mail = Mail
fact-partnership-contact = How people reach it
fact-partnership-emergency = Number to call
fact-partnership-province = Province or territory
fact-partnership-zone = Time zone
fact-contact-office = { reach-office }
fact-contact-street = { reach-street }
fact-contact-mail = { reach-mail }
fact-contact-phone = { reach-phone }
fact-contact-hours = { reach-hours }
fact-emergency-what = What for
fact-emergency-what-is-danger = { emergency-danger }
fact-emergency-what-is-crisis = { emergency-crisis }
fact-emergency-what-is-information = { emergency-information }
fact-emergency-what-is-health-line = { emergency-health-line }
fact-emergency-what-is-own = Its own
fact-emergency-label = What for, in its own words
fact-emergency-number = Number
fact-batch-added = Added
fact-batch-changed = Changed
fact-batch-kept = Kept although taken back
fact-erasure-itself = Why
fact-erasure-itself-is-asked = The person asked
fact-erasure-itself-is-not-needed = No longer needed
fact-erasure-itself-is-bin-emptied = Its time in the bin was over
topic-platform = Mail
