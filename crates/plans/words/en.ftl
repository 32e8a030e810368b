# Words of the plan: what was asked, who carries it, how far it is.
# never one: plan-too-deep plan-too-many plan-sheet-skips plan-edit-too-many
# used: charter-* plan-kind-* plan-state-* plan-stage-* plan-pattern-* plan-publicity-* plan-standing-* plan-role-* plan-month-* framework-is-* our-plan-shows-* our-plan-count-* panel-plan-* audit-* kind-* fact-* ask-room-* plan-letter-state-* plan-edited-* retention-* import-plan-into-* import-plan-year-* plan-sheet-skips milestone-* evidence-* recommendation-* said-*
# used: import-plan-who* import-plan-near* import-plan-state* import-plan-mark* import-plan-sum* import-plan-again* import-plan-quarter* plan-edit-tick-*
# milestone-* evidence-* recommendation-* said-*
# Why something was not done.
plan-cycle = A line cannot stand below itself or below a line that is below it. Choose another line above
plan-too-deep = Lines can stand at most { $deepest } steps deep. Choose a line further up
plan-too-many = A plan has at most { $most } lines
plan-no-such-parent = The line above is not in this plan any more. Choose another one
plan-not-highest = Only needs and priorities stand highest. Choose the line above
plan-wrong-order = A line of this kind does not stand there: the order is need, priority, goal, action, project. Choose another kind or another line above
plan-wrong-order-below = What stands below this line would not fit below its new kind. Move that first
plan-code-taken = Another line has the code { $code }. Choose another one
plan-has-below = { $count ->
    [one] One line still stands below this one. Move it or put it in the bin first
   *[other] { $count } lines still stand below this one. Move them or put them in the bin first
}
plan-years-backwards = Write a first and a last year, in this order and at most 50 years apart
plan-years-lines-outside = { $count ->
    [one] One line of the plan would lie outside these years. Change its quarters first
   *[other] { $count } lines of the plan would lie outside these years. Change their quarters first
}
plan-quarters-backwards = The last quarter lies before the first one
plan-quarters-outside = The plan runs from { $first } to { $last }. Choose quarters within it
plan-ongoing-ends = What never ends has no last quarter. Leave one of the two out
plan-not-a-quarter = Choose one of the quarters
plan-month-elsewhere = This month does not lie in the quarter. Choose one of its months, or another quarter
plan-state-none = Only actions and projects are done by somebody, so only they have a state
plan-state-no-note = Say why in a few words
plan-state-future = Choose the day of the decision, today or before
plan-state-nothing-reported = Nothing was reported of this line
plan-in-force-already = This plan is in force
plan-only-reference = This plan is another body’s. It is here to compare with
plan-without-lines = This plan has no line yet. Write down its lines first
plan-stage-not-a-direction = Only future directions have a stage
plan-stage-no-reason = Say why it goes back or ends
plan-wording-adopted = These words were adopted on { $on } and stay as they are. Begin a new version of the plan for other words
plan-wording-none = There are no exact words to adopt yet. Write them down first
plan-wording-adopted-already = These words are adopted
plan-wording-future = Choose the day of the decision, today or before
plan-not-an-amount = Write a whole number, at most { $most }
plan-link-not-a-need = Only needs are answered, and not by needs. Choose a need
plan-link-not-continued = Only a future direction continues something, and only an action or a project
plan-link-same-framework = Choose a line of another plan: within one plan, above and below say it
plan-sheet-skips = Row { $row } stands at step { $step }, but the row before it only at step { $before }. Add the row between
plan-sheet-starts-below = The first row does not stand highest
plan-sheet-wrong-order = Row { $row } is of a kind that does not stand there
plan-sheet-code-twice = Row { $row } has the code { $code } of a row before
plan-sheet-no-code = Row { $row } has no code
plan-sheet-above-unknown = No row before this one has the code { $code }. The line above a line comes first
plan-sheet-not-a-quarter = “{ $typed }” is not a quarter or a month. Write it like 2026-Q1, Q1 2026 or April 2026
plan-sheet-not-a-year = “{ $typed }” is not a year. Write it like 2026 or 2026-27
plan-sheet-not-a-step = “{ $typed }” is not a step. The highest lines stand at step 1
plan-sheet-base-moved-on = Somebody has changed the plan since this sheet was compared with it. Compare it once more: nothing was taken in
plan-sheet-says-nothing = The row names no line. Write what is to be done, or leave the row out
plan-sheet-nothing-above = No area stands in this row or before it. Write the area to which it belongs
plan-edit-no-line = No line was chosen. Tick lines in the table, or take all that it shows
plan-edit-too-many = At most { $most } lines are changed at once. Narrow the table
plan-edit-nothing-set = Choose what shall be set
plan-edit-some-refused = { $count ->
    [one] One line cannot be changed so. It can be left out
   *[other] { $count } lines cannot be changed so. They can be left out
}
plan-edit-stays-behind = The line { $code } above it is refused and stays, so this one would stay with it
plan-edit-not-now = This is undone already, or older than 30 days
plan-edit-changed-since = { $count ->
    [one] One line has been changed since, so nothing was undone: { $codes }
   *[other] { $count } lines have been changed since, so nothing was undone: { $codes }
}
plan-slice-copied-already = The code that the copy of { $code } would have is taken already

# Kinds, states, stages.
kind-plan-node = Line of a plan
kind-plan-framework = Plan
plan-kind-need = Need
plan-kind-priority = Priority
plan-kind-goal = Goal
plan-kind-action = Action
plan-kind-project = Project
plan-kind-direction = Future direction
plan-state = State
plan-state-not_started = Not started
plan-state-under_way = Under way
plan-state-on_track = On track
plan-state-behind = Behind
plan-state-stalled = Stalled
plan-state-ongoing = Ongoing
plan-state-done = Done
plan-state-dropped = Dropped
plan-state-unknown = Unknown
plan-stage-idea = Idea
plan-stage-seeking_funds = Seeking funds
plan-stage-planned = Planned
plan-stage-running = Running
plan-stage-ended = Ended
plan-pattern-inventory = An inventory is kept up to date
plan-pattern-series = A series is held
plan-pattern-signatories = Signatories are won
plan-pattern-publication = Something is published
plan-pattern-policy = A policy is adopted
plan-pattern-care = Something is cared for all the time
plan-publicity-nothing = The plan without states
plan-publicity-confirmed = What the council confirmed
plan-publicity-released = What the council confirmed, and reports that were released
plan-standing-in-force = In force
plan-standing-draft = Draft
plan-standing-past = Past
plan-standing-reference = To compare with
plan-role-answers = Answers
plan-role-continues = Continues
plan-role-towards = Works towards
plan-month-1 = January
plan-month-2 = February
plan-month-3 = March
plan-month-4 = April
plan-month-5 = May
plan-month-6 = June
plan-month-7 = July
plan-month-8 = August
plan-month-9 = September
plan-month-10 = October
plan-month-11 = November
plan-month-12 = December
plan-month-of-year = { $month } { $year }
plan-quarter = Q{ $n } of { $year }
plan-quarters-of-year = Q{ $from } to Q{ $to } of { $year }
plan-from-to = { $from } to { $to }
plan-from = from { $from }
plan-until = until { $to }
plan-ongoing = ongoing
plan-ongoing-from = ongoing from { $from }
plan-roll = { $n } { $state }

# Reading the plan.
plan-title = Plan
plan-parts = Parts of the plan
plan-part-tree = Tree
plan-part-table = Table
plan-part-quarters = By quarter
plan-part-promises = Who carries it
plan-part-frameworks = All plans
plan-years = Years of the plan
plan-year-empty = Nothing is planned for this year yet.
plan-work-of-year = Plan of work of { $year }
plan-quarter-short = Q{ $n }
plan-worked-on-in = worked on in { $quarter }
plan-by-council = By council
plan-by-partner = What partners have promised
plan-promises-empty = Nobody leads a line of this plan yet.
plan-as-table = As a table
plan-empty-why = No plan is in force here yet.
plan-empty-example = A community plan for five years, with priorities, goals and actions, each with somebody who leads it.
plan-no-lines-why = This plan has no line yet.
plan-no-lines-example = Begin with a need or a priority; goals and actions stand below it.
plan-below = { $n ->
    [one] 1 line below
   *[other] { $n } lines below
}
plan-table-caption = Lines of the plan
plan-table-search = Words or code
plan-year = Year
plan-file = plan

# Lines.
line-add = Add a line
line-add-below = Add a line below
line-edit = Edit
line-save = Save the line
line-conflict = Somebody else has changed this line
line-above = Line above
line-above-hint = Needs and priorities can stand highest.
line-before = Before which line
line-before-hint = Among the lines that stand there; left empty, it stands last.
line-below = Below it
line-kind = Kind
line-code = Code
line-code-hint = As in the document: 2.1, H2.1-1. Each code is given once.
line-title = In plain words
line-title-hint = One sentence that everyone understands.
line-wording = Exact words
line-wording-hint = As they were decided on, or are to be. Once adopted they stay.
line-note = What else is to be said
line-lead = Lead
line-partner = Leads or takes part
line-partners = Partners
line-owner = Who looks after it
line-asides = Named, for staff only
line-aside-name = { $name } (for staff only)
line-owner-hint = The person who says how far it is.
line-when = When
line-from = First quarter
line-from-hint = The plan runs from { $first } to { $last }.
line-from-month = Month in which it starts
line-month-hint = Only where it is known: one of the quarter.
line-to-month = Month in which it ends
line-to = Last quarter
line-ongoing = It never ends
line-ongoing-yes = never ends
line-ongoing-no = has an end
line-patterns = Expected evidence
line-patterns-hint = For actions and projects: tick all that fit.
line-stage = Stage
line-stage-hint = For future directions only.
line-stage-why = Why it went back or ended
line-seeking = Money looked for, in dollars
line-secured = Money found, in dollars
line-in-kind = Help in kind, worth in dollars
line-volunteer-hours = Hours of volunteers
line-money = Means
money-seeking = ${ $amount } looked for
money-secured = ${ $amount } found
money-in-kind = ${ $amount } in kind
money-volunteer-hours = { $amount ->
    [one] 1 hour of volunteers
   *[other] { $amount } hours of volunteers
}
line-history = History
line-history-link = { $n ->
    [one] Unchanged since it was written down
   *[other] { $n } versions
}
plan-state-voice = State that counts
plan-reported = Reported
plan-reported-for = { $state } (noted for the owner)
plan-state-legend = The state that counts is the one that asks for most attention: what was reported by the owner or noted for them, what the council confirmed or what the evidence tells. The page of a line shows all three side by side.
line-how-far = How far it is
line-derived = From the evidence
line-reported = Owner reports
line-reported-for = Noted for the owner
line-reported-whom = for { $name }
line-confirmed = Council confirmed
line-disputed = The owner and the council do not say the same.
line-disputed-for = What was noted for the owner and what the council confirmed are not the same.
line-adopted-on = Adopted on { $day }.
line-not-adopted = Not adopted yet.
line-links = Links
link-add = Link it
link-remove = Unlink
link-role = What it is to the other line
link-to = The other line
line-move = Move
line-move-code = Codes stay as they are, so this line is still called { $code }. Change the code in the form of the line when it no longer fits.
line-move-there = Stands below: { $line }
line-move-highest = No line, among the highest
line-move-show = Show the lines there
line-move-title = Where shall { $code } stand?
line-move-explains = { $n ->
    [one] The line that stands below moves with it.
   *[other] { $n } lines stand below it and move with it.
}
line-bin = Put in the bin
line-bin-title = Put { $code } in the bin?
line-bin-changed = Somebody else has changed this line meanwhile. This is what changed last; nothing went to the bin.
line-bin-explains = The line can be taken out of the bin again, to where it stood. Its code is free meanwhile.

# How far a line is.
state-report = Report how far it is
state-report-title = How far is { $code }?
state-report-for = Of a line that others carry, it stands as noted by you for them, until they report themselves.
state-confirm = Note what the council confirmed
state-confirm-title = What did the council confirm of { $code }?
state-note = A few words to it
state-note-hint = Needed where something is behind, stalled or dropped.
state-council = Which council
state-decided-on = Day of the decision
state-decision = Decision
state-decision-hint = So that others find it: meeting of September 17, decision 4.
report-release = Show the report to the public
report-withhold = Show the report to the public no more
report-release-box = The public may see this report
wording-adopt = Adopt the exact words
wording-adopt-title = By which decision were the words of { $code } adopted?
wording-adopt-explains = These words will stay as they are; other words need a new version of the plan.

# Plans.
frameworks-title = All plans
framework-add = Set up a plan
framework-edit = Edit the plan
framework-conflict = Somebody else has changed this plan
framework-save = Save the plan
framework-title = Name of the plan
framework-about = What it is
charter = What guides us
charter-hint = The charter of the partnership: one point on each line. In a principle, a short name before a colon stands out.
charter-purpose = Purpose
charter-goals = Goals
charter-principles = Principles
framework-source = Where it comes from
framework-source-hint = Only when it was not written here.
framework-edition = What the document says of its version
framework-historical = It is told from an old document
framework-first-year = First year
framework-last-year = Last year
framework-year-month = Its years start in
framework-publicity = What the public sees
framework-adopted-on = Adopted on
framework-levels = What the plan calls its levels
framework-levels-hint = Left empty, the usual words stand.
framework-level-one = { $kind }: one
framework-level-many = { $kind }: several
framework-version = version { $n }
framework-changes = What changed since version { $n }
framework-bring-into-force = Bring into force
framework-next-version = Begin the next version
framework-is-draft = This is a draft. The public does not see it.
framework-is-past = This plan is not in force any more.
framework-is-reference = This is another body’s plan, here to compare with.
framework-is-in-force = This plan is in force.
changes-title = What changed
changes-between = From version { $old } to version { $new }.
changes-none = Nothing changed.
changes-added = New ({ $n })
changes-gone = Gone ({ $n })
changes-reworded = Changed ({ $n })
changes-moved = Moved ({ $n })

# Our plan, on the public site.
our-plan-title = Our plan
our-plan-about = What was asked, what is done and how far it is.
our-plan-empty = This partnership has not published its plan here yet.
our-plan-historical = This plan is told from an old document. It shows what was asked then, not what is done today.
our-plan-source = Source:
our-plan-shows-nothing = This page does not say how far each action is.
our-plan-shows-confirmed = How far each action is stands here as the council confirmed it.
our-plan-shows-released = How far each action is stands here as the council confirmed it, or as it was reported by those who lead it or for them.
our-plan-count = { $n } { $what }
our-plan-count-need = { $n ->
    [one] 1 need
   *[other] { $n } needs
}
our-plan-count-priority = { $n ->
    [one] 1 priority
   *[other] { $n } priorities
}
our-plan-count-goal = { $n ->
    [one] 1 goal
   *[other] { $n } goals
}
our-plan-count-action = { $n ->
    [one] 1 action
   *[other] { $n } actions
}
our-plan-count-project = { $n ->
    [one] 1 project
   *[other] { $n } projects
}
our-plan-count-direction = { $n ->
    [one] 1 future direction
   *[other] { $n } future directions
}
our-plan-confirmed-on = confirmed by the council on { $day }

# On other pages.
panel-plan = In the plan
panel-plan-part = Part
panel-plan-lead = Leads
panel-plan-partner = Takes part
today-plan-until = until { $quarter }
today-plan-open = Open
today-plan-reported = Reported: { $state }
held-plan-lines = Lines of plans looked after
held-plan-line = Looks after
held-plan-aside = Named for staff only

# Plans from sheets.
plan-sheet-take = Take the plan away, work on it, bring it back
plan-sheet-bring = Bring a plan in from a sheet
import-plan-into = What the sheet becomes
import-plan-untitled = Work plan
import-plan-into-draft = A plan of its own, as a draft
import-plan-into-version = The next version of the plan in force, as a draft: lines are known by their codes
import-plan-year = The year of the columns Q1 to Q4
import-plan-year-this = { $this }, the present year
import-plan-year-next = { $next }, the next one
import-plan-year-last = { $last }, the last one
import-plan-in-words = “{ $name }” stays in words, which the public reads
import-plan-aside = “{ $name }” is read only by those who write the plan
import-plan-owner = The line is looked after by { $name }
import-plan-who = “{ $name }” is no group, organization or person in the records. An organization that should be there can be added among the partners first; then compare again
import-plan-who-staff = A person, or not for the public: only those who write the plan read it
import-plan-who-words = A group or organization: it stays in words, which the public reads
import-plan-near = “{ $name }” is nearly the name of somebody in the records. Who is meant?
import-plan-near-first = { $after }
import-plan-near-second = { $before }
import-plan-near-third = { $other }
import-plan-near-staff = { import-plan-who-staff }
import-plan-near-words = { import-plan-who-words }
import-plan-is = “{ $name }” is { $after }
import-plan-state = What does “{ $name }” say of how far it is?
import-plan-state-words = Nothing of it: it goes into the note
import-plan-state-not_started = { plan-state-not_started }
import-plan-state-under_way = { plan-state-under_way }
import-plan-state-on_track = { plan-state-on_track }
import-plan-state-behind = { plan-state-behind }
import-plan-state-stalled = { plan-state-stalled }
import-plan-state-ongoing = { plan-state-ongoing }
import-plan-state-done = { plan-state-done }
import-plan-state-dropped = { plan-state-dropped }
import-plan-state-noted = “{ $name }” goes into the note
import-plan-mark = Does “{ $name }” mean that something is done in this quarter?
import-plan-mark-words = Something is done, and “{ $name }” goes into the note
import-plan-mark-yes = Something is done
import-plan-mark-no = Nothing is done
import-plan-sum = It looks like a sum: row { $other }
import-plan-sum-leave = Leave it out
import-plan-sum-keep = It is a line of the plan
import-plan-again = The same stands twice: in row { $n } and in row { $other }
import-plan-again-leave = Leave it out
import-plan-again-keep = It is meant twice
import-plan-code-out = “{ $before }” became “{ $after }”, with the code { $name }
import-plan-quarter = Q{ $n } of { $name }
import-plan-quarters = Q{ $before } of { $name } to Q{ $after } of { $other }
import-plan-quarter-from = From Q{ $n } of { $name }
import-plan-quarter-until = Until Q{ $n } of { $name }
import-plan-code-given = It gets the code { $after }
sheet-area = Area or priority
sheet-goal = Goal
sheet-step = Step
sheet-title-en = In plain words (English)
sheet-title-fr = In plain words (French)
sheet-note-en = What else is to be said (English)
sheet-note-fr = What else is to be said (French)
sheet-wording-en = Exact words (English)
sheet-wording-fr = Exact words (French)
sheet-q1 = First quarter of the year
sheet-q2 = Second quarter of the year
sheet-q3 = Third quarter of the year
sheet-q4 = Fourth quarter of the year

# Many lines at once, and taking it back.
plan-edit-ticked = Change the ticked lines
plan-edit-all = { $n ->
    [one] Change the one line shown
   *[other] Change all { $n } lines shown
}
plan-edit-tick = Choose
plan-edit-tick-all = Tick all lines shown
plan-edit-tick-none = Tick none
plan-edit-title = What shall change?
plan-edit-lead = { $n ->
    [one] One line is chosen. What is left empty stays as it is.
   *[other] { $n } lines are chosen. What is left empty stays as it is.
}
plan-edit-chosen = The lines that are chosen
plan-edit-new-lead = Lead, instead of who led
plan-edit-new-partner = Partner, beside those who take part
plan-edit-nobody = Nobody
plan-edit-state = What is reported
plan-edit-above = Move below which line
plan-edit-preview = Show what would change
plan-edit-preview-title = What would change
plan-edit-caption = Line by line
plan-edit-line = Line
plan-edit-what = What changes
plan-edit-same = stays as it is
plan-edit-refused = Refused:
plan-edit-nothing = Nothing would change.
plan-edit-stale = Somebody has changed these lines since you looked. Nothing was done; this is what would change now.
plan-edit-do = { $n ->
    [one] Change this line
   *[other] Change these { $n } lines
}
plan-edit-do-without = { $n ->
    [one] Leave out what is refused and change one line
   *[other] Leave out what is refused and change { $n } lines
}
plan-edits-title = Changes of many lines: look back, undo
plan-edits-none = No change of many lines was made in the last 30 days.
plan-edited-set = Lines changed at once
plan-edited-moved = A branch moved
plan-edited-sliced = A year copied
plan-edit-undo = Undo
plan-edit-undo-move = Undo the move
plan-edit-undo-explains = All of it is taken back, or nothing where somebody has changed one of the lines since. This is kept for 30 days.
plan-edit-undone = undone
plan-edit-place = Place
plan-edit-correct = Correct what is set
plan-edit-undone-at = Undone on { $when }
plan-edit-added = added
plan-edit-line-gone = A line that is not there any more
plan-edit-line-binned = (in the bin)
plan-slice-title = Copy a year to the next
plan-slice-explains = Lines that lie in one year alone are copied to the next, with their links and who carries them, and with nothing said yet of how far they are. Means and adopted words stay with the old ones. What is done or was dropped is not ticked at first.
plan-slice-year = Year to copy
plan-slice-below = Only below which line
plan-slice-narrow = Choose the line below which you copy, one branch after the other.
plan-slice-retitle = With the new year in its words:
plan-slice-show = Show
plan-slice-copy = Copy
plan-slice-empty = No line lies in this year alone.
plan-slice-over = Its time is over: { $when }
plan-slice-do = Copy the ticked lines
retention-plan-edit = What was done to many lines of a plan at once, after 30 days

# What happened.
said-line-added = The line was added.
said-line-changed = The line was changed.
said-line-moved = The line was moved.
said-line-binned = The line is in the bin.
said-line-linked = The lines are linked.
said-line-unlinked = The link is gone.
said-line-reported = Your report was noted.
said-report-released = The public may see the report.
said-report-withheld = The public does not see the report any more.
said-line-confirmed = What the council confirmed was noted.
said-wording-adopted = The words are adopted.
said-lines-edited = The lines were changed.
said-edit-undone = It was taken back.
said-slice-copied = The year was copied.
said-framework-set-up = The plan is set up, as a draft.
said-framework-changed = The plan was changed.
said-framework-in-force = The plan is in force.
said-framework-version-begun = The next version begins as a draft.
audit-plan-framework-set-up = set up the plan
audit-plan-framework-changed = changed the plan
audit-plan-framework-in-force = brought the plan into force
audit-plan-framework-superseded = brought another plan into force
audit-plan-framework-version-begun = began this version of the plan
audit-plan-framework-edited = changed many lines at once
audit-plan-framework-edit-undone = undid a change of many lines
audit-plan-node-added = added the line
audit-plan-node-changed = changed the line
audit-plan-node-moved = moved the line
audit-plan-node-binned = put the line in the bin
audit-plan-node-restored = took the line out of the bin
audit-plan-node-reported = reported how far it is
audit-plan-node-released = showed the report to the public
audit-plan-node-withheld = showed the report to the public no more
audit-plan-node-confirmed = noted what the council confirmed
audit-plan-node-derived = set what follows from the evidence
audit-plan-node-adopted = adopted the exact words
audit-plan-node-linked = linked the line
audit-plan-node-unlinked = took a link away

# Fields in the history.
fact-plan-node-kind = Kind
fact-plan-node-code = Code
fact-plan-node-title = In plain words
fact-plan-node-wording = Exact words
fact-plan-node-owner = Who looks after it
fact-plan-node-span = When
fact-plan-node-span-from = First quarter
fact-plan-node-span-to = Last quarter
fact-plan-node-span-from-month = { line-from-month }
fact-plan-node-span-to-month = { line-to-month }
fact-plan-node-span-ongoing = Never ends
fact-plan-node-patterns = Expected evidence
fact-plan-node-stage = Stage
fact-plan-node-stage-why = Why it went back or ended
fact-plan-node-money = Means
fact-plan-node-money-seeking = Money looked for
fact-plan-node-money-secured = Money found
fact-plan-node-money-in-kind = Help in kind
fact-plan-node-money-volunteer-hours = Hours of volunteers
fact-plan-node-parties = Who carries it
fact-plan-node-parties-part = Part
fact-plan-node-parties-who = Who
fact-plan-node-parties-who-council = Group
fact-plan-node-parties-who-organization = Organization
fact-plan-node-parties-who-named = In words
fact-plan-node-above = Line above
fact-plan-node-position = Place among its neighbours
fact-plan-node-state = State
fact-plan-node-on = On
fact-plan-node-released = Shown to the public
fact-plan-node-for-owner = Noted for the owner
fact-plan-node-council = Council
fact-plan-node-decision = Decision
fact-plan-node-role = Link
fact-plan-node-to = The other line
fact-plan-framework-title = Name of the plan
fact-plan-framework-about = What it is
fact-plan-framework-purpose = { charter-purpose }
fact-plan-framework-goals = { charter-goals }
fact-plan-framework-principles = { charter-principles }
fact-plan-framework-source = Where it comes from
fact-plan-framework-edition = What the document says of its version
fact-plan-framework-historical = Told from an old document
fact-plan-framework-publicity = What the public sees
fact-plan-framework-years = Years
fact-plan-framework-years-first = First year
fact-plan-framework-years-last = Last year
fact-plan-framework-years-month = Month in which they start
fact-plan-framework-adopted-on = Adopted on
fact-plan-framework-decision = Decision
fact-plan-framework-count = How many lines
fact-plan-framework-framework = Plan
fact-plan-node-kind-is-need = { plan-kind-need }
fact-plan-node-kind-is-priority = { plan-kind-priority }
fact-plan-node-kind-is-goal = { plan-kind-goal }
fact-plan-node-kind-is-action = { plan-kind-action }
fact-plan-node-kind-is-project = { plan-kind-project }
fact-plan-node-kind-is-direction = { plan-kind-direction }
fact-plan-node-state-is-not-started = { plan-state-not_started }
fact-plan-node-state-is-under-way = { plan-state-under_way }
fact-plan-node-state-is-on-track = { plan-state-on_track }
fact-plan-node-state-is-behind = { plan-state-behind }
fact-plan-node-state-is-stalled = { plan-state-stalled }
fact-plan-node-state-is-ongoing = { plan-state-ongoing }
fact-plan-node-state-is-done = { plan-state-done }
fact-plan-node-state-is-dropped = { plan-state-dropped }
fact-plan-node-stage-is-idea = { plan-stage-idea }
fact-plan-node-stage-is-seeking-funds = { plan-stage-seeking_funds }
fact-plan-node-stage-is-planned = { plan-stage-planned }
fact-plan-node-stage-is-running = { plan-stage-running }
fact-plan-node-stage-is-ended = { plan-stage-ended }
fact-plan-node-patterns-is-inventory = { plan-pattern-inventory }
fact-plan-node-patterns-is-series = { plan-pattern-series }
fact-plan-node-patterns-is-signatories = { plan-pattern-signatories }
fact-plan-node-patterns-is-publication = { plan-pattern-publication }
fact-plan-node-patterns-is-policy = { plan-pattern-policy }
fact-plan-node-patterns-is-care = { plan-pattern-care }
fact-plan-node-role-is-answers = { plan-role-answers }
fact-plan-node-role-is-continues = { plan-role-continues }
fact-plan-node-role-is-towards = { plan-role-towards }
fact-plan-node-parties-part-is-lead = { panel-plan-lead }
fact-plan-node-parties-part-is-partner = { panel-plan-partner }
fact-plan-framework-publicity-is-nothing = { plan-publicity-nothing }
fact-plan-framework-publicity-is-confirmed = { plan-publicity-confirmed }
fact-plan-framework-publicity-is-released = { plan-publicity-released }

# Asking how far lines are, and answering by the link of a letter.
kind-plan-letter = Letter about the plan
plan-letter-nobody = Choose at least one reader
plan-letter-until = Choose a day from tomorrow to { $last }, when the link ends
plan-letter-over = This letter was taken back before
plan-letter-nothing-said = Say of at least one line how far it is
plan-letter-changed = Somebody you chose cannot be asked any more. Look at the list again
plan-letter-state-waiting = Waiting
plan-letter-state-answered = Answered
plan-letter-state-ended = Link has ended
plan-letter-state-cancelled = Taken back
plan-letter-subject = How far are your actions? { $partnership }
plan-letter-hello = Hello { $name },
plan-letter-asks = { $n ->
    [one] You look after one line of the plan of { $partnership }. Please tell us by { $day } how far it is:
   *[other] You look after { $n } lines of the plan of { $partnership }. Please tell us by { $day } how far they are:
}
plan-letter-own-in = The next words were written in another language ({ $language }):
plan-letter-link = You need no account. Open this link, choose a state for each line and send:
    { $link }
plan-letter-end = The link holds for 30 days, so you can correct what you said. It is for you alone; please do not pass it on.
    { $partnership }
plan-letters = Letters
plan-letters-file = letters-about-the-plan
plan-letters-none = Nobody has been asked yet.
plan-letter-to = To
plan-letter-answered = Said of
plan-letter-of = { $answered } of { $n }
plan-letter-until-on = Answer by
plan-letter-sent-on = Sent
plan-letter-count = Times sent
plan-letter-email = Mail address
plan-letter-do = To do
plan-letter-cancel = Take back
plan-asking-title = Ask how far it is
plan-asking-lead = Ask those who look after lines how far they are. Each gets one letter in their language, with a link by which they answer without signing in. What was asked counts as a request to their organization.
plan-asking-no-plan = Letters ask about a plan of today. The plan in force is kept as a historical one, or there is none.
plan-asking-nobody = Nobody can be asked: the open lines have nobody who looks after them or leads them and may be written to.
plan-asking-unreached = { $n ->
    [one] 1 line of which nobody can be asked
   *[other] { $n } lines of which nobody can be asked
}
plan-asking-unreached-why = Nobody who looks after these lines or leads them has an address and may be written to. Groups report through their chair, who signs in.
plan-asking-to = Whom to ask
plan-asking-lines = { $n ->
    [one] 1 line
   *[other] { $n } lines
}, { $owed ->
    [0] all reported on this quarter
    [one] 1 not reported on yet this quarter
   *[other] { $owed } not reported on yet this quarter
}
plan-asking-waits = asked on { $day } and not answered
plan-asking-until = Answer by
plan-asking-until-hint = Within 30 days: then the link ends.
plan-asking-words = A few words of your own
plan-asking-words-hint = They stand in the letter, below the lines. Those you can ask read: { $languages }. Letters in a language in which you do not write them carry them untranslated.
plan-asking-preview = See the letters
plan-asking-preview-title = What they will read
plan-asking-not-sent-yet = Nothing has been sent yet.
plan-asking-each = { $n ->
    [one] One letter
   *[other] { $n } letters, one to each
}
plan-asking-untranslated = Your own words are not written in this language ({ $language }). These letters carry them untranslated, with a line that says in which language they stand.
plan-asking-group = { $language }: { $n ->
    [one] 1 reader
   *[other] { $n } readers
}
plan-asking-subject = Subject:
plan-asking-link-here = (here stands their own link)
plan-asking-change = Change it
plan-asking-send = { $n ->
    [one] Send the letter
   *[other] Send { $n } letters
}
plan-asking-line = Ask who looks after it
ask-room-plans = Plan
ask-about-plan = Say how far your lines of the plan are
fact-organization-room-is-plans = { ask-room-plans }
mine-title = My actions
mine-lead = What you look after, and what your organization or group leads. Say once a quarter how far it is.
mine-none = You look after no open line of the plan, and your organization or group leads none.
mine-owed = Nothing said this quarter
mine-report = Report
mine-ask-us = Ask the coordinator to note it
today-plan-mine = { $n ->
    [one] 1 of your actions has no word this quarter
   *[other] { $n } of your actions have no word this quarter
}
today-plan-letters = { $n ->
    [one] 1 letter about the plan is not answered
   *[other] { $n } letters about the plan are not answered
}
reporting-title = How far are your actions?
reporting-lead = Please say by { $day } how far these lines of our plan are. What you leave empty stays as it is.
reporting-last = Last reported: { $state }, { $day }
reporting-last-for = Last noted for the owner: { $state }, { $day }
reporting-none-yet = Nobody has said yet how far it is.
reporting-leave = Left empty, it stays as it is.
reporting-note = A few words to { $code }
reporting-by = Your name
reporting-send = Send
reporting-kept = We note what you say with your name and today’s day. The coordinator and the councils read it; the public sees it only when it was confirmed or released.
reporting-nothing-left = You look after none of these lines any more, so there is nothing to say. If that is wrong, write to us.
reporting-gone-title = This link does not work any more
reporting-gone = It has ended after 30 days, was taken back, or was not copied whole. Nothing was changed by opening it. Write to us, and we send you another one or note what you tell us.
reporting-correct = Correct it
reported-title = Thank you
reported-explains = What you said was noted. Until { $day } you can correct it by the same link.
retention-plan-letter = Letters that asked how far lines are, a year after their link ended
held-plan-letters = Letters about lines of plans
held-plan-letter = Was asked how far lines are
said-plan-letters-sent = The letters are on their way.
said-plan-letter-cancelled = The letter was taken back. Its link opens nothing any more.
audit-plan-letter-sent = sent the letter
audit-plan-letter-answered = answered the letter
audit-plan-letter-cancelled = took the letter back

# What stands beside lines: milestones, what tells of needs, recommendations.
plan-record-not-done = Only actions and projects have milestones
plan-record-not-a-need = Only needs have evidence
plan-record-future = Choose today or a day before
plan-record-answer-before = The answer came before it was asked for. Look at both days
plan-record-still-awaited = It has a day but is not said to have come. Choose what was answered
plan-record-to-nobody = Choose an organization, or say in words to whom it goes
plan-record-names-a-person = Here stands the name of a person whom your records know. Tell it in general terms: a mother, a nurse, somebody at the plant
plan-record-save = Save
plan-record-remove = Remove it
plan-record-removal-explains = It does not stand beside the line any more. The history of the line keeps what it said.
plan-record-changed = Somebody else has changed this meanwhile. What you typed stands below; saving puts it in place of theirs.
plan-record-theirs = What stands now
milestones = Milestones
milestone-add = Add a milestone
milestone-edit = Change the milestone
milestone-remove-title = Remove this milestone?
milestone-title = What is reached
milestone-due-on = Until when
milestone-done-on = Reached on
milestone-reach = Reached today
milestone-reached-on = reached on { $day }
milestone-late = late: it was due on { $day }
milestone-due = due on { $day }
milestone-open = no day yet
evidence = What tells of it
evidence-add = Add what tells of it
evidence-edit = Change what tells of it
evidence-remove-title = Remove this piece?
evidence-kind = Kind
evidence-kind-research = Research
evidence-kind-figure = Figure
evidence-kind-voice = Voice
evidence-what = What it says
evidence-what-hint = Of a voice its words; never a person’s name.
evidence-figure = Figure
evidence-unit = What the figure counts
evidence-unit-hint = For instance: of 90 visits.
evidence-source = Source, or who said it
evidence-source-hint = Of a voice in general terms: a mother in a circle. Never a name.
evidence-place = Where
evidence-link = Where it can be read
recommendations = Recommendations
recommendations-file = recommendations
recommendations-search = Words of it
recommendations-where = A recommendation is written at the line of the plan that it is about: open the line, then “Recommendations”.
recommendations-none = Nothing has been recommended to anybody outside yet.
recommendations-example = To a school board: parents’ evenings in two languages, so that parents come. It stands beside the line that it is about.
recommendation-add = Add a recommendation
recommendation-edit = Change the recommendation
recommendation-remove-title = Remove this recommendation?
recommendation-line = Line
recommendation-organization = To which organization
recommendation-named = To whom, in words
recommendation-named-hint = When the organization is not in your records, or the office there.
recommendation-to = To whom
recommendation-barrier = What stands in the way
recommendation-wording = What is recommended
recommendation-on = Sent on
recommendation-expected-on = Answer expected by
recommendation-reply = Answer
recommendation-reply-awaited = Awaited
recommendation-reply-accepted = Accepted
recommendation-reply-partly = In part
recommendation-reply-refused = Refused
recommendation-reply-unknown = Not known
recommendation-replied-on = Answered on
recommendation-reply-note = What was said
recommendation-outcome = What came of it
recommendation-released = The public may read it
recommendation-overdue = overdue
today-recommendation = No answer yet: { $to }
today-recommendation-nobody = A recommendation has no answer yet
recommendation-organization-kept = As it stands (in the bin)
said-milestone-added = The milestone was added.
said-milestone-changed = The milestone was changed.
said-milestone-removed = The milestone was removed.
said-milestone-reached = The milestone is reached.
said-evidence-added = It was added.
said-evidence-changed = It was changed.
said-evidence-removed = It was removed.
said-recommendation-added = The recommendation was added.
said-recommendation-changed = The recommendation was changed.
said-recommendation-removed = The recommendation was removed.
audit-plan-node-milestone-added = added a milestone
audit-plan-node-milestone-changed = changed a milestone
audit-plan-node-milestone-removed = removed a milestone
audit-plan-node-milestone-reached = noted that a milestone was reached
audit-plan-node-evidence-added = added what tells of the need
audit-plan-node-evidence-changed = changed what tells of the need
audit-plan-node-evidence-removed = removed what told of the need
audit-plan-node-recommendation-added = added a recommendation
audit-plan-node-recommendation-changed = changed a recommendation
audit-plan-node-recommendation-removed = removed a recommendation
fact-plan-node-milestone = Milestone
fact-plan-node-milestone-title = { milestone-title }
fact-plan-node-milestone-due-on = { milestone-due-on }
fact-plan-node-milestone-done-on = { milestone-done-on }
fact-plan-node-evidence = { evidence }
fact-plan-node-evidence-kind = { evidence-kind }
fact-plan-node-evidence-what = { evidence-what }
fact-plan-node-evidence-figure = { evidence-figure }
fact-plan-node-evidence-unit = { evidence-unit }
fact-plan-node-evidence-source = { evidence-source }
fact-plan-node-evidence-place = { evidence-place }
fact-plan-node-evidence-year = { plan-year }
fact-plan-node-evidence-link = { evidence-link }
fact-plan-node-evidence-kind-is-research = { evidence-kind-research }
fact-plan-node-evidence-kind-is-figure = { evidence-kind-figure }
fact-plan-node-evidence-kind-is-voice = { evidence-kind-voice }
fact-plan-node-recommendation = Recommendation
fact-plan-node-recommendation-organization-id = { recommendation-organization }
fact-plan-node-recommendation-organization = { recommendation-organization }
fact-plan-node-recommendation-named = { recommendation-named }
fact-plan-node-recommendation-barrier = { recommendation-barrier }
fact-plan-node-recommendation-wording = { recommendation-wording }
fact-plan-node-recommendation-recommended-on = { recommendation-on }
fact-plan-node-recommendation-expected-on = { recommendation-expected-on }
fact-plan-node-recommendation-reply = { recommendation-reply }
fact-plan-node-recommendation-replied-on = { recommendation-replied-on }
fact-plan-node-recommendation-reply-note = { recommendation-reply-note }
fact-plan-node-recommendation-outcome = { recommendation-outcome }
fact-plan-node-recommendation-released = { recommendation-released }
fact-plan-node-recommendation-reply-is-awaited = { recommendation-reply-awaited }
fact-plan-node-recommendation-reply-is-accepted = { recommendation-reply-accepted }
fact-plan-node-recommendation-reply-is-partly = { recommendation-reply-partly }
fact-plan-node-recommendation-reply-is-refused = { recommendation-reply-refused }
fact-plan-node-recommendation-reply-is-unknown = { recommendation-reply-unknown }

# Frames of others.
plan-reference-title = Frames to hold your plan against
plan-reference-lead = Names only, each with its source. Once taken, lines of your plan can be linked with theirs: “works towards”.
plan-reference-take = Take it among our plans
said-plan-reference-taken = The frame stands among your plans now. Link your lines with its lines.
