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
