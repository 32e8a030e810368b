# Words of the councils, their seats and terms, and of those who would like to sit there.
# used: reach-by-* council-kind-* seat-state-* seat-chairing-* seat-visibility-* term-left-* round-season-* expression-state-* expressions-* letter-no-* ask-room-* ask-about-* audit-* kind-* seat-sits-*
# never one: council-too-deep leaving-within-days

# Why something was not done.
council-cycle = A group cannot stand below itself or below a group that is below it. Choose another group above
council-too-deep = Groups can stand at most { $deepest } steps deep. Choose a group further up
council-no-such-parent = The group above is not here any more or is closed. Choose another one
council-has-open-below = { $count ->
    [one] A group below this one is still open. Close it first
   *[other] { $count } groups below this one are still open. Close them first
}
council-has-below = { $count ->
    [one] A group still stands below this one. Move it or put it in the bin first
   *[other] { $count } groups still stand below this one. Move them or put them in the bin first
}
council-already-closed = This group is closed
council-not-closed = This group is not closed
council-same-name = Another group beside this one has this name. Choose another name, or say below that both are meant
seat-council-full = { $limit ->
    [one] This group has one seat and it is given. Raise its limit, or put the seat in the bin
   *[other] This group has { $limit } seats and all of them are given. Raise its limit, or put a seat in the bin
}
seat-council-closed = This group is closed. Open it again before you give seats
seat-limit-below-seats = { $seats ->
    [one] This group has one seat already. Write at least 1
   *[other] This group has { $seats } seats already. Write a number that is not lower
}
seat-held = Somebody holds this seat or is about to. End the term first
term-backwards = The last day lies before the first day
term-overlaps = This seat is held by a term that starts on { $from }. End that term first, or choose other days
term-seated-here = This person already holds seat { $number } of this group then
term-alternate-is-holder = The alternate is the holder. Choose somebody else
term-over = This term ended on { $on }
term-left-before-start = The term starts on { $starts_on }. Choose that day or a later one
term-left-after-end = The term ends on { $ends_on }. Choose that day or an earlier one
term-without-end = This term has no last day, so there is nothing to renew
term-council-closed = This group is closed. Open it again before you change who sits there
term-gone = This seat is not here any more
reference-adopted-before = The version before was adopted on { $on }. Choose that day or a later one
reference-not-yet-adopted = Record a version when it has been adopted, not before
reference-no-change-note = Say what changed and why, so that everyone can follow
reference-unchanged = This is the same text as the version before
expression-answered = This person has had an answer
expression-seat-taken = This seat is held, or somebody is about to take it. Choose a vacant seat
expression-no-such-seat = This seat is not one of this group. Choose a vacant seat
expression-no-words = Write a few words to the person: nobody is turned down without a reason
round-backwards = The last day lies before the first day
round-overlaps = Another round starts on { $from }. Two rounds cannot be open on the same day
round-answered = { $n ->
    [one] { $n } person has had an answer in this round. It stays
   *[other] { $n } people have had an answer in this round. It stays
}
category-taken = Another category has this name
category-used = { $n ->
    [one] { $n } seat stands under this category, perhaps in the bin. Give it another one first
   *[other] { $n } seats stand under this category, perhaps in the bin. Give them another one first
}

# Who we are, on the public site.
nav-who-we-are = Who we are
who-title = Who we are
who-about = Local organizations, public institutions, employers and residents plan together here, so that newcomers can settle, work and belong.
who-groups = Our groups
who-empty = The groups of this partnership are not listed here yet.
who-picture = Our groups as a tree
who-picture-description = { $n ->
    [one] One group. The list below says the same in words.
   *[other] { $n } groups, each drawn below the group it belongs to. The list below says the same in words.
}
who-counts = { $seats }, { $vacant }
who-seats = { $n ->
    [one] 1 seat
   *[other] { $n } seats
}
who-vacant = { $n ->
    [one] 1 vacant
   *[other] { $n } vacant
}
who-no-seats = No seats listed
who-no-seats-yet = The seats of this group are not listed here yet.
who-a-partner = a partner
who-word = What it is
who-outcome = What it works for
who-open = Meetings
who-open-yes = Open: anyone may come and speak
who-closed = This group ended on { $day }.
who-mandate = What it does
who-seats-heading = Seats
who-seats-caption = Who sits here
who-seat = Seat
who-for = For
who-holder = Who sits there
who-until = Until
who-ex-officio = Comes with an office
who-held = Held
who-names = A name stands here only when both the seat and the person are public. To reach this group, ask the partnership’s office.
who-names-title = What is not shown here
who-none-vacant = Every seat is taken today. What you send is kept for the next call.
who-interest = Tell us that you would like a seat
who-unlisted-vacant = { $n ->
    [one] One vacant seat is not in the list.
   *[other] { $n } vacant seats are not in the list.
}
who-unlisted = { $n ->
    [one] One more seat is counted here and not listed.
   *[other] { $n } more seats are counted here and not listed.
}
who-reference = Terms of reference
who-reference-adopted = Version { $n }, adopted on { $day }
who-reference-about = Version { $n }, adopted around { $day }
who-reference-signed = Download the signed version
who-reference-earlier = Earlier versions
who-vacant-seat = Vacant
who-awaited-seat = Somebody is on the way

# Who sits here and who is missing.
# used: table-by-* missing-*
missing-ask-partner = Ask a partner
missing-invite = Invite to join
missing-find = Find somebody
table-title = { $name }: who sits here, who is missing
table-title-all = Who sits at our tables, who is missing
table-part = Who is missing
table-here = Who sits here
table-all = All groups
table-own = This group
table-below = With the groups below
table-scopes = Which table
table-empty = Nobody sits here yet. What follows is what could be expected.
table-lede = { $filled ->
    [0] No seat is held or about to be, of { $seats }.
    [one] { $filled } seat of { $seats } is held or about to be.
   *[other] { $filled } seats of { $seats } are held or about to be.
} { $vacant ->
    [0] None is vacant.
    [one] { $vacant } is vacant.
   *[other] { $vacant } are vacant.
}
table-how = Counted from what seats and organizations say of themselves, never from a person’s name.
table-by-category = What the seat is for
table-by-sector = Sector
table-by-area = Area
table-by-language = Language in which people are served
table-shares = Seats that are taken, by: { $quality }
table-seats = Seats taken
table-share = Share
table-of = { $n } of { $all }
table-silent = { $n ->
    [one] One seat that is taken says nothing about this.
   *[other] { $n } seats that are taken say nothing about this.
}
table-missing = { $n ->
    [0] Nobody is missing
    [one] One is missing
   *[other] { $n } are missing
}
table-gaps = Missing, by: { $quality }
table-next = Next step
table-ask = Whom to ask
table-fill = Seat to give
table-fill-none = No vacant seat fits.
table-fill-more = { $n ->
    [one] and one more seat
   *[other] and { $n } more seats
}
table-ask-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}

# The room and its parts.
councils-title = Councils
councils-parts = Parts of the room
councils-part-groups = Groups
councils-part-seats = Seats
councils-part-leaving = Who leaves when
councils-part-expressions = Expressions of interest
councils-empty-why = No group has been set up yet.
councils-empty-example = Usually a council stands at the top, with sub-councils and working groups below it.
about-day = about { $day }

# Bodies.
kind-council = Group
kind-seat = Seat
kind-seat-category = Seat category
council-kind-council = Council
council-kind-sub-council = Sub-council
council-kind-working-group = Working group
council-kind-team = Team
council-kind-other = Group
council-seats = { $n ->
    [0] no seats
    [one] { $n } seat
   *[other] { $n } seats
}
council-seats-of = { $limit ->
    [one] { $n } of { $limit } seat given
   *[other] { $n } of { $limit } seats given
}
council-vacant = { $n } vacant
council-awaited = { $n } expected
council-closed = closed
council-is-closed = This group is closed. Its seats and its history stay; nothing new happens here.
council-outcome = Outcome
council-outcome-hint = What should be true one day because of this group, in one sentence.
council-mandate = Mandate
council-seats-heading = Seats
council-seats-caption = Seats by number
council-seats-empty-why = This group has no seats yet.
council-vacancies = Vacancies
council-vacancies-count = { $n ->
    [0] none
   *[other] { $n } vacant
}
council-word = Its own word
council-word-hint = What people call a group like this: roundtable, committee. Leave it empty to use the word of its kind.
council-open = Who may come
council-open-yes = Everybody may come and speak; those who hold a seat decide
council-open-no = Those who hold a seat, and guests
council-open-box = Everybody may come and speak
council-history = History
council-history-link = { $n ->
    [one] One version
   *[other] { $n } versions: who changed what
}
council-name = Name
council-kind = Kind
council-parent = Stands below
council-parent-hint = Leave it empty for a group at the top.
council-position = Place among its neighbours
council-position-hint = 0 comes first.
council-seat-limit = Most seats
council-seat-limit-hint = Leave it empty when there is no limit.
council-add = Set up a group
council-edit = Change this group
council-save = Save
council-conflict = Two people changed this group
council-same-name-box = Both are meant: save anyway
council-add-public = A new group stands at once on your public page “Who we are”, with its name, its outcome and its mandate.
council-close = Close
council-close-title = Close { $name }?
council-close-explains = Its seats and its history stay. No new seats are given and nobody new sits here. It leaves the list of groups on your public site. You can open it again.
council-close-submit = Close this group
council-bin-title = Put { $name } in the bin?
council-bin-explains = The group disappears with its seats from all pages, the public ones too. It can be taken out of the bin with everything that belongs to it.
council-reopen = Open again
council-bin = Put in the bin

# Seats.
seat-numbered = Seat { $number }
seat-column = Seat
seat-number = Number
seat-council = Group
seat-category = For
seat-category-hint = What the seat is for: school boards, lived experience, the Francophone network. Take a name that is suggested where one fits; a new name makes a new category.
seat-organization = Organization
seat-organization-hint = Only when the seat belongs to one. The person in it may change.
seat-sector = Sector
seat-holder = Held by
seat-holder-not-named = Not named in the source
seat-holder-hidden = Known to the staff
seat-holder-erased = Name erased
seat-holder-in-bin = Lies in the bin
seat-alternate = Alternate
seat-until = Until
seat-state = State
seat-state-held = Held
seat-state-ending = Ends soon
seat-state-ending-on = Ends { $day }
seat-state-unnamed = Held, not named
seat-state-awaited = Somebody is about to come
seat-state-awaited-from = From { $day }
seat-state-vacant = Vacant
seat-state-vacant-since = Vacant since { $day }
seat-chairing = Chairing
seat-chairing-chair = Chair
seat-chairing-co-chair = Co-chair
seat-chairing-vice-chair = Vice-chair
seat-comes-with = Comes with
seat-ex-officio = Ex officio
seat-ex-officio-box = Ex officio: an office held elsewhere brings this seat with it
seat-visibility = Who may see who sits here
seat-visibility-public = Everybody
seat-visibility-partners = People of the partnership
seat-visibility-staff = The staff only
seat-since = There since
seat-note = Note
seat-add = Give a seat
seat-sits-named = Somebody sits on it: say who, below
seat-sits-vacant = Nobody yet: make a vacant seat
seat-if-named = needed when somebody sits on it
seat-edit = Change this seat
seat-save = Save
seat-bin = Put this seat in the bin
seat-bin-title = Put the seat “{ $seat }” in the bin?
seat-bin-explains = The seat disappears from all pages with the history of who sat here. It can be taken out of the bin again, with a number that is free then. Only a vacant seat can go there.
seat-vacant-since = This seat has been vacant since { $day }: find somebody.
seat-vacant-now = This seat is vacant: find somebody.
seat-vacant-from = This seat is vacant from { $day }: find somebody, or let the holder go on.
seat-ask = You could ask:
seat-ask-nobody = No organization that is known here fits by its sector. When you have found somebody, write it down below.
seat-conflict = Two people changed this seat
seat-history = Who sat here
seat-history-empty = Nobody yet.
seat-changes = What was changed on this seat, and by whom
seat-who-sits = Who sits here
seats-file = seats
seats-caption = Seats of all groups
seats-search = Search in groups, categories and organizations
seats-empty-why = No group has a seat yet.
seats-empty-example = A seat is for something: “School boards”, held by Ngozi Pelletier for the district board until June 2029.
seats-empty-first = To the groups
leaving-file = who-leaves-when
leaving-title = Who leaves when
leaving-caption = Terms by their last day
leaving-within = Last day
leaving-within-days = within { $n } days
leaving-search = Search in seats, groups, organizations and names
leaving-nobody = No term has a last day.
leaving-nobody-example = A term with a last day, for example two years after its first, stands here in time for the next round.
leaving-nobody-first = See the seats
leaving-lede = { $n ->
    [one] One term has a last day.
   *[other] { $n } terms have a last day; the next one stands first.
}

# Terms.
term-from = since { $from }
term-from-about = since about { $from }
term-from-to = { $from } to { $to }
term-from-about-to = about { $from } to { $to }
term-left-resigned = Resigned
term-left-replaced = The organization sent somebody else
term-left-ended = Ended by the group
term-left-erased = Name erased
term-alternate = Alternate: { $name }
term-new-holder = Somebody new sits here
term-holder-hint = Choose a person, or tick the box below. Not in the list? Add the person under People first.
term-not-named = The source does not name the person
term-starts-on = First day
term-starts-about = This day is known only roughly
term-ends-on = Last day
term-ends-on-hint = Leave it empty when the term has no end.
term-record = Record the term
term-leave = The holder leaves early
term-last-day = Last day on the seat
term-last-day-hint = The seat is vacant from the day after.
term-box-ticked = yes
term-how = How
term-renew = The holder goes on for another term
term-renew-explains = The next term starts the day after { $day }.
term-correct = Correct
term-correct-explains = For what was written down wrongly: { $span }. When the holder leaves, goes on or is followed by somebody, use the seat’s page instead. The history keeps what stood here before.
term-correct-submit = Correct this term
term-correct-why = Why it is corrected
term-correct-why-hint = A few words for the history: where the mistake was noticed, what the papers say.
term-left-on = Left early on
term-left-on-hint = Only when the holder left before the last day of the term.
term-name-alternate = Name an alternate

# Terms of reference.
reference-as-document = Mandate and newest terms of reference as a Word file
reference-title = Terms of reference
reference-add = Record a new version
reference-empty-why = No version has been recorded yet.
reference-empty-example = “Adopted in April 2015: seats by numbered categories, calls twice a year.”
reference-none = none recorded
reference-version = Version { $number }
reference-version-adopted = Version { $number }, adopted { $day }
reference-adopted = Adopted on
reference-adopted-about = This day is known only roughly
reference-change = What changed and why
reference-change-hint = Needed from the second version on.
reference-text = Text
reference-older = Older version
reference-newer = Newer version
reference-compare = Compare
reference-compared = From version { $older } to version { $newer }
reference-removed = Removed:
reference-added = Added:
reference-signed = Signed version
reference-signed-hint = A PDF, or a picture in PNG or JPEG, of at most { $megabytes } MB.
reference-signed-public = Offer this file on the public page
reference-signed-none = no file
reference-signed-for-all = also on the public page
reference-signed-inside = in the workspace only
reference-signed-add = Add the signed version
reference-signed-change = Replace the file or change who sees it
reference-signed-title = Signed version of version { $number }
reference-signed-kept = Kept now: { $name }. Choose a file only to replace it.
reference-signed-save = Keep the signed version
reference-record = Record this version

# What the next page says after a change.
said-council-set-up = The group is set up.
said-council-changed = The group is changed.
said-council-closed = The group is closed.
said-council-reopened = The group is open again.
said-council-binned = The group is in the bin with its seats. It can be taken out again.
said-seat-granted = The seat is given.
said-seat-made-vacant = There is a new seat now. Nobody sits on it yet.
said-seat-changed = The seat is changed.
said-seat-binned = The seat is in the bin. It can be taken out again.
said-term-recorded = The term is recorded.
said-term-left = The term ends early. The seat says from when it is vacant: find somebody.
said-term-corrected = The term is corrected. The history keeps what stood there before.
said-term-renewed = The holder goes on.
said-term-alternate = The alternate is changed.
said-reference-signed = The signed version is kept.
said-reference-recorded = The new version is recorded.

# What history says.
audit-council-set-up = set up the group
audit-council-changed = changed the group
audit-council-closed = closed the group
audit-council-reopened = opened the group again
audit-council-binned = put the group in the bin
audit-council-restored = took the group out of the bin
audit-council-reference-signed = kept a signed version of the terms of reference
audit-council-terms-of-reference = recorded a version of the terms of reference
audit-seat-granted = gave the seat
audit-seat-changed = changed the seat
audit-seat-binned = put the seat in the bin
audit-seat-restored = took the seat out of the bin
audit-seat-held = recorded a term
audit-seat-resigned = ended a term early
audit-seat-corrected = corrected a term
audit-seat-import-undone = took back what an import had made of the seat
audit-seat-alternate = changed the alternate

# On the pages of organizations and people.
panel-seats = Seats
panel-group = Group
panel-holds = Sits there
panel-stands-in = Stands in
panel-will = Is about to sit there
panel-held = Sat there
panel-removal = { $n ->
    [one] This person has { $n } seat, to come or as an alternate included. It stays taken while the person lies in the bin, and its page shows no name. To free it, end the term first; once the record is erased, it is vacant.
   *[other] This person has { $n } seats, to come or as an alternate included. They stay taken while the person lies in the bin, and their pages show no name. To free them, end the terms first; once the record is erased, they are vacant.
}

today-term-of = { $name }’s term ends: { $seat }
today-term = A term ends: { $seat }
today-term-act = Renew or replace
today-since = since { $day }
today-vacant = { $n ->
    [one] Vacant seat: { $what }
   *[other] { $n } vacant seats: { $what }
}
today-vacant-act = Fill
today-expressions = { $n ->
    [one] One person would like a seat and waits for an answer
   *[other] { $n } people would like a seat and wait for an answer
}
today-expressions-act = Answer

# Expressions of interest in the workspace.
expressions-title = Expressions of interest
expressions-queues = Which ones
expressions-waiting = To answer ({ $n })
expressions-kept = Kept ({ $n })
expressions-answered = Answered ({ $n })
expressions-empty-why = Nobody is here.
expressions-empty-example = “I look after the rink on Hilltop and would like to bring what the parents tell me to the council.”
expression-read = Read and answer
expression-state = State
expression-state-received = Not read yet
expression-state-under-review = Being read
expression-state-kept = Kept for the next round
expression-state-accepted = Has a seat
expression-state-declined = Turned down
expression-received = Came in
expression-language = Language
expression-agreed = Agreed to
expression-words = In their own words
expression-answer-heading = Answer
expression-answered-on = Answered on { $day }
expression-review = I am reading it
expression-keep = Keep it for the next round
expression-conflict = Two people answered this
expression-typed = What you wrote, which was not sent
expression-no-vacancy = This group has no vacant seat to give.
expression-accept = Give a seat
expression-decline = Turn down
expression-person = The person, if you know them already
expression-person-hint = Leave it empty to add the person to the people of the partnership.
expression-answer = Words to the person
expression-answer-hint = They go by mail. The person wrote in { $language }.
expression-call-hint = No mail goes: the person asked for a call. Write down what you say to them; it is kept with the answer. They wrote in { $language }.
expression-tell-by-phone = No mail went. Tell the person by telephone:
expression-kept-until = Kept until
expression-erase = Erase
expression-erase-title = Erase what { $name } wrote?
expression-erase-about = The name, the address, the number, the words and the answer are deleted for good, with the mail about them. This cannot be undone. What stays is that something was erased, when, by whom and why, without a name.
expression-erase-seated = This person was given a seat. The seat and the person’s own record stay; the record is erased on the person’s page.
expression-erase-submit = Erase for good
expression-mail-subject = Your wish for a seat: { $council }
expression-mail-accepted = Hello { $name },

    Thank you for offering your time. We are glad to tell you that you have a seat here: { $council }, { $partnership }.
expression-mail-declined = Hello { $name },

    Thank you for offering your time. We cannot give you a seat here this time: { $council }, { $partnership }.
expression-mail-seat = Your seat: { $seat }
expression-mail-from-to = From { $from } until { $to }
expression-mail-from = From { $from }; no last day is set
expression-mail-ask = If you have a question, ask us: { $ways }
expression-mail-ask-office = If you have a question, ask the office of { $partnership }.
seat-numbered-for = Seat { $number }: { $category }
rounds-title = Rounds
rounds-empty = No round has been set. What comes in is kept until there is one.
round-from-to = { $season }: { $from } to { $to }
round-open = open now
round-set = Set a round
round-set-explains = Expressions that were kept enter the round at once.
round-season = When in the year
round-season-spring = Spring
round-season-fall = Fall
round-season-other = Another time
round-opens-on = First day
round-closes-on = Last day
round-change = Change
round-change-about = When the round is not over on its new last day, expressions that were kept enter it at once. Nobody leaves it by this.
round-save = Save the round
round-remove = Take this round back
round-remove-about = For a round that was set by mistake. What came in it is kept for the next one. A round in which somebody had an answer stays.
categories-title = Seat categories
categories-lead = What seats are for. The list grows when a seat is granted under a new name; here you correct a name for all its seats, and take out what nobody needs.
categories-empty = No categories are kept yet. The first seat brings the first.
categories-seats = { $n ->
    [one] { $n } seat
   *[other] { $n } seats
}
categories-add = Add a category
categories-name = Name
categories-change-about = { $n ->
    [0] No seat stands under this category.
    [one] The new name stands at { $n } seat from then on.
   *[other] The new name stands at { $n } seats from then on.
}
categories-save = Save the name
categories-remove = Take out of the list

# Expressions of interest on the public site.
interest-title = Your interest in a seat
interest-name = Your name
interest-reach = How should we reach you?
interest-reach-hint = A telephone number alone is enough.
reach-by-mail = By mail
reach-by-phone = By telephone
interest-email = Mail address
interest-email-hint = We answer there. It is shown to nobody outside the office and the chair.
interest-if-mail = needed when we should write to you
interest-phone = Telephone number
interest-phone-hint = Somebody calls you. It is shown to nobody outside the office and the chair.
interest-if-phone = needed when we should call you
interest-no-way = Write a mail address or a telephone number, so that somebody can answer you
interest-no-mail = Write your mail address, or choose the telephone above
interest-no-phone = Write your telephone number, or choose mail above
interest-speaks-for = What you would speak for
interest-speaks-for-hint = An organization, a group, your street. Leave it empty when you speak for yourself.
interest-body = Why you would like to sit here
interest-body-hint = A few sentences in any language are enough. Tell us what you need to be able to come: child care, an interpreter, another hour.
interest-too-often = A lot came from here in a short time. Nothing is lost: send it again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
interest-not-agreed = Tick this box. Without your agreement nobody here may keep what you wrote or answer you
interest-agreement = Your agreement
interest-consent = I agree that this partnership keeps what I wrote here, and answers me by mail or telephone about this seat. It is deleted two years after the answer. Without an answer, it is deleted two years after its round, or two years after it came when there was no round.
interest-send = Send
interest-until = What you send is read in this round, which is open until { $day }.
interest-next = The next round begins on { $day }. What you send before is kept for it.
interest-kept = What you send is kept for the next round. Rounds are held in spring and in fall.
interest-received = We have it
interest-received-explains = Thank you. Somebody reads what you wrote and answers you in the way that you chose, in the language of this page. If you sent the same form twice, it counts once.
interest-receipt-subject = We have what you wrote: { $council }
interest-receipt-body =
    Hello,

    We have what you sent us about a seat on { $council }.

    { $when } Somebody reads it and answers you at this address.

    What you wrote is deleted two years after the answer. Without an answer, it is deleted two years after its round, or two years after it came when there was no round. Until then you can ask us at any time what we hold about you, correct it, or have it deleted.

    { $partnership }
interest-receipt-tell = You did not send this, or want to change something? Write to { $mail }, or answer this mail.

# Letters to a group.
letter-write = Write to this group
letter-to = { $n ->
    [0] Nobody gets this by mail
    [one] One person gets this
   *[other] { $n } people get this
}
letter-who = Who
letter-copy = Addresses for your own mail program
letter-copy-explains = Copy them into the field for blind copies, so that nobody sees the others.
letter-copy-rest = { $n ->
    [one] { $n } address is known to the staff alone: only a letter from here reaches it.
   *[other] { $n } addresses are known to the staff alone: only a letter from here reaches them.
}
letter-others = { $n ->
    [one] and { $n } person whose name only the staff knows
   *[other] and { $n } people whose names only the staff knows
}
letter-withheld = { $n ->
    [one] One person gets no mail: tell them another way
   *[other] { $n } people get no mail: tell them another way
}
letter-no-address = no address is known
letter-no-consent = has not agreed to mail
letter-no-wanted = asked for no letters on { $day }
letter-same-address = shares an address with somebody who gets it
ask-room-councils = Groups
ask-about-seat = Would somebody of yours take this seat: { $title }?
letter-subject = Subject
letter-body = Letter
letter-body-hint = Begin with what you have to say: each mail begins with “Hello” and the name by itself, and ends with why the person gets it. Each person gets it in their own language when you write it in that language, and in English or French otherwise.
letter-alternates = Alternates too
letter-preview = Show what each group will read
letter-preview-title = Your letter, as each group will read it
letter-not-sent-yet = Nothing has been sent yet.
letter-only-subject = The subject is also written in this language, but the letter is not: { $languages }. Those who read it get their subject and a letter in another language.
letter-only-body = The letter is also written in this language, but the subject is not: { $languages }. Those who read it get their letter under a subject in another language.
letter-group = { $n ->
    [one] Reads best in { $language }: one person
   *[other] Read best in { $language }: { $n } people
}
letter-group-in = You did not write it in that language. They get it in { $language }.
letter-subject-is = Subject:
letter-name-here = [name]
letter-change = Change the letter
letter-send-to = { $n ->
    [one] Send it to one person
   *[other] Send one mail to each of { $n } people
}
letter-earlier = Earlier letters
letter-sent-by = { $n ->
    [one] { $name }, to one person
   *[other] { $name }, to { $n } people
}
letter-mail = Hello { $name },

    { $body }

    You get this because you hold or stand in for a seat here: { $council }, { $partnership }.

said-expression-answered = The answer is recorded.
said-expression-erased = The expression of interest is erased.
said-round-set = The round is set.
said-lead-added = The organization leads this group from now on.
said-lead-removed = The organization no longer leads this group.
audit-council-lead-added = added a lead organization
audit-council-lead-removed = took a lead organization away
audit-organization-leads = made it the lead of a group
audit-organization-leads-no-more = took the lead of a group from it
leads-heading = Lead organizations
leads-empty = No organization leads this group yet.
leads-empty-shown = No organization that is shown to you leads this group.
leads-add = Add a lead organization
leads-organization = Organization
leads-hint = The organization that carries the work of this group; to lead is not to hold a seat.
leads-remove = Leads no more
leads-of-organization = Leads
said-round-changed = The round is changed.
said-round-removed = The round is taken back. What came in it is kept.
said-category-saved = The category is saved.
said-category-removed = The category is out of the list.
audit-round-changed = changed the round
audit-round-removed = took the round back
audit-seat-category-added = added the seat category
audit-seat-category-changed = renamed the seat category
audit-seat-category-removed = took the seat category out of the list
said-letter-sent = The letter is on its way.
audit-round-set = set a round
audit-expression-received = sent an expression of interest
audit-expression-answered = answered the expression of interest
audit-expression-erased = erased the expression of interest
audit-council-written-to = wrote to the group

# What this room holds about people.
# used: held-seats, purpose-*
held-seats = Seats
held-seat = Seat
held-expression = Expression of interest
purpose-council-letters = Letters to groups
# used: way-in-*
way-in-seat = Ask for a seat
way-in-seat-how = Councils, working groups and teams have seats. Each group’s page says what it works for, which seats are vacant and how to ask for one.

# used: fact-*
fact-council-word = Its own word for what it is
fact-council-outcome = Outcome
fact-council-mandate = Mandate
fact-council-parent = Group above it
fact-council-position = Place among its neighbours
fact-council-open = Open to people who are interested
fact-council-seat-limit = Most seats
fact-council-organization = Organization
fact-organization-room-is-councils = { ask-room-councils }
fact-council-1 = Number
fact-council-2 = What it was about
fact-council-3 = Public
fact-seat-category = What it is for
fact-seat-sector = Sector
fact-seat-organization = Organization
fact-seat-ex-officio = By an office held elsewhere
fact-seat-chairing = Chairing
fact-seat-since-on = There since
fact-seat-holder = Holder
fact-seat-alternate = Alternate
fact-seat-starts-on = First day
fact-seat-starts-about = First day not known exactly
fact-seat-ends-on = Last day
fact-seat-left = Left
fact-seat-left-on = Left on
fact-seat-left-how = How it ended
fact-seat-left-how-is-resigned = Resigned
fact-seat-left-how-is-replaced = Replaced
fact-seat-left-how-is-ended = The term ended
fact-seat-left-how-is-erased = Erased
fact-seat-on = On
fact-seat-how = How it ended
fact-seat-how-is-resigned = { fact-seat-left-how-is-resigned }
fact-seat-how-is-replaced = { fact-seat-left-how-is-replaced }
fact-seat-how-is-ended = { fact-seat-left-how-is-ended }
fact-seat-how-is-erased = { fact-seat-left-how-is-erased }
fact-seat-itself = Alternate
fact-seat-term = Term
fact-seat-agreed = Agreed
fact-seat-term-agreed-holder = Holder
fact-seat-term-agreed-alternate = Alternate
fact-seat-term-agreed-starts-on = First day
fact-seat-term-agreed-starts-about = First day not known exactly
fact-seat-term-agreed-ends-on = Last day
fact-seat-term-left-on = Left on
fact-seat-term-left-how = How it ended
fact-seat-term-left-how-is-resigned = { fact-seat-left-how-is-resigned }
fact-seat-term-left-how-is-replaced = { fact-seat-left-how-is-replaced }
fact-seat-term-left-how-is-ended = { fact-seat-left-how-is-ended }
fact-seat-term-left-how-is-erased = { fact-seat-left-how-is-erased }
fact-seat-category-itself = Name
fact-round-1 = When in the year
fact-round-1-is-spring = { round-season-spring }
fact-round-1-is-fall = { round-season-fall }
fact-round-1-is-other = { round-season-other }
fact-round-2 = First day
fact-round-3 = Last day
fact-round-4 = Expressions of interest in it
fact-expression-itself = State
fact-expression-itself-is-received = { expression-state-received }
fact-expression-itself-is-under-review = { expression-state-under-review }
fact-expression-itself-is-kept = { expression-state-kept }
fact-expression-itself-is-accepted = { expression-state-accepted }
fact-expression-itself-is-declined = { expression-state-declined }
## Seats from a sheet of partners.
# used: import-seat-*
import-seat-council = Sits on: council or group
import-seat-category = What the seat is for
import-seat-from = Sits there from
import-seat-until = Sits there until
import-seat-any = Partner organization
import-seat-unknown-body = You have no council or group called “{ $body }”. Is one of these meant: { $near }?
import-seat-several-bodies = Several of your councils and groups are called “{ $body }”: { $near }. Write the name as it stands in its address.
import-seat-no-bodies = There is no council or group yet on which to sit (“{ $body }”). Set one up first.
import-seat-nowhere = The row does not say on which council or group; that is left out.
import-seat-new = Gets a new seat on { $name }.
import-seat-taken = Takes a vacant seat on { $name }.
import-seat-vacant = A vacant seat for this organization, since the row names nobody: { $name }.
import-seat-known = Sits there already.
import-seat-category-added = “{ $before }” is added to what seats are for.
import-seat-binned = A seat in the bin
# used: retention-*
retention-expression = Expressions of interest, when it was said they would go
