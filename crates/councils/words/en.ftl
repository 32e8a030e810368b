# Words of the councils, their seats and terms, and of those who would like to sit there.
# used: council-kind-* seat-state-* seat-chairing-* term-left-* round-season-* expression-state-* audit-*

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

# Who we are, on the public site.
# used: who-kind-* who-chairing-*
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
who-holder-not-named = Held
who-holder-hidden = Held; the name is not public
who-interest = Say that you would like a seat
who-unlisted = { $n ->
    [one] One more seat is counted here and not listed.
   *[other] { $n } more seats are counted here and not listed.
}
who-reference = Terms of reference
who-reference-adopted = Version { $n }, adopted on { $day }
who-reference-about = Version { $n }, adopted around { $day }
who-reference-earlier = Earlier versions
who-kind-council = Council
who-kind-sub-council = Sub-council
who-kind-working-group = Working group
who-kind-team = Team
who-kind-other = Group
who-chairing-chair = Chair
who-chairing-co-chair = Co-chair
who-chairing-vice-chair = Vice-chair
who-vacant-seat = Vacant
who-awaited-seat = Somebody is on the way

# Who sits here and who is missing.
# used: table-by-* missing-*
missing-ask-partner = Ask a partner
missing-invite = Invite to join
missing-find = Find somebody
table-title = { $name }: who sits here, who is missing
table-title-all = Who sits at our tables, who is missing
table-all = All groups
table-own = This group
table-below = With the groups below
table-scopes = Which table
table-empty = Nobody sits here yet. What follows is what could be expected.
table-lede = { $filled } of { $seats } seats are held.
table-how = Counted from what seats and organizations say of themselves, never from a person’s name.
table-by-category = What the seat is for
table-by-sector = Sector
table-by-area = Area
table-by-language = Language in which people are served
table-shares = Held seats by: { $quality }
table-seats = Held seats
table-share = Share
table-of = { $n } of { $all }
table-silent = { $n ->
    [one] One held seat says nothing about this.
   *[other] { $n } held seats say nothing about this.
}
table-missing = { $n ->
    [0] Nobody is missing
    [one] One is missing
   *[other] { $n } are missing
}
table-gaps = Missing, by: { $quality }
table-next = Next step
table-ask = Whom to ask
table-ask-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
