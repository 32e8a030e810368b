# Outreach: who takes part and who should.
# used: retention-* asking-asker-* asking-state-* asking-decide-* audit-* kind-* said-* held-* purpose-* way-in-*
kind-joining = Request to take part
outreach-title = Outreach
outreach-lead = Who takes part, who should, and what waits for an answer.
outreach-parts = Parts of outreach
outreach-part-all = At a glance
outreach-public-page = See the public page “Get involved”
outreach-to-bin = Put in the bin
outreach-bin-title = Put { $name } in the bin?
outreach-bin-explains = It disappears from lists and counts. It can be taken out of the bin again as it was.
outreach-bin-submit = Put in the bin
said-outreach-binned = It is in the bin. It can be taken out again.

# Get involved, on the public site.
nav-get-involved = Get involved
involved-title = Get involved
involved-lead = Organizations, informal groups and people are welcome here. You need no account and no paper.
involved-ways = Ways to take part
involved-write = Write to us
involved-write-how = Tell us what you would like to do: join as an organization, give some time, open a door. Somebody answers you.
involved-form = Tell us what you would like to do
involved-reach = Or reach us directly
asking-asker = Who asks
asking-asker-organization = An organization
asking-asker-group = An informal group
asking-asker-person = A person
asking-organization = Name of the organization or group
asking-organization-needed = needed for an organization or a group
asking-sector = Sector
asking-name = Your name
asking-email = Mail address
asking-email-hint = We answer there. It is shown to nobody outside the office and the chairs.
asking-phone = Telephone
asking-reach-needed = one of the two is needed
asking-wish = What you would like to do
asking-wish-hint = A few sentences in any language are enough.
asking-languages = Languages you speak
asking-languages-hint = Other than the language of this page.
asking-agreement = Your agreement
asking-consent = I agree that this partnership keeps what I wrote here and answers me. It is deleted two years after the answer or, without one, two years after it came; or earlier if I ask.
asking-send = Send
asking-received = We have it
asking-received-explains = Thank you. A person reads what you wrote and answers within five working days, in the language of this page.
asking-received-home = To the first page
asking-not-agreed = Tick this box. Without your agreement nobody here may keep what you wrote or answer you
asking-no-organization = Write what the organization or group is called, or choose “A person”
asking-no-reach = Write a mail address or a telephone number, so that we can answer
asking-decided = It is decided already what becomes of this request. Nothing was changed
asking-no-words = Write what you answer. Nobody who asked stays without a word
asking-too-often = A lot came from here in a short time. Nothing is lost: send it again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
asking-near = Something here has nearly this name. Choose it, or say that it is another
asking-receipt-subject = We have what you wrote to { $partnership }
asking-receipt-body =
    Hello,

    We have your request to take part. A person reads it and answers you within five working days.

    What you wrote is deleted two years after the answer or, without one, two years after it came. Until then you can ask at any time what we hold about you, or have it corrected or deleted.

    { $partnership }
asking-receipt-tell = You did not send this, or want to change something? Write to { $mail }, or answer this mail.
asking-mail-subject = Your request to take part: { $partnership }
asking-mail-body =
    Hello { $name },

    { $words }

    { $partnership }

# The queue.
asking-title = Requests to take part
asking-lead = What organizations, groups and people wrote on “Get involved”. Each has an answer within five working days; those that wait stand first.
asking-file = requests-to-take-part
asking-search = Search names
asking-empty = Nobody has written on “Get involved” yet.
asking-empty-example = The sewing circle of Elm Street writes in French that it would like to open its doors on Tuesdays; you answer in French and keep it as a partner.
asking-who = Who
asking-their-name = Name of the person
asking-their-wish = What they would like to do
asking-their-languages = Languages they speak
asking-state = State
asking-state-new = New
asking-state-answered = Answered
asking-state-partner = Became a partner
asking-state-volunteer = Became a volunteer
asking-state-not-now = Not now
asking-received-on = Received
asking-answered-by = { $day }, by { $who }
asking-lang = Language of the answer
asking-agreed = Agreed to
asking-became = What came of it
asking-waiting = { $n ->
    [0] none waits
    [one] { $n } waits for an answer
   *[other] { $n } wait for an answer
}
asking-answer = Answer
asking-answer-given = The answer
asking-answer-submit = Send the answer
asking-answer-record = Record the answer
asking-again = Answer once more
asking-again-mailed = This request had an answer on { $day }. What you write now goes as a second mail, and stands here in its place.
asking-again-recorded = This request had an answer on { $day }. What you write now stands here in its place.
asking-decision = What you decide
asking-decide-answered = Answer, and leave open what becomes of it
asking-decide-not-now = Not now
asking-words = Your words
asking-words-mailed = They go by mail. The person wrote in { $language }.
asking-words-called = There is a telephone number only. Call, then write here what was said. The person wrote in { $language }.
asking-becomes = What becomes of it
asking-make-partner = Make it a partner
asking-make-partner-submit = Keep it as a partner
asking-make-volunteer = Keep the person as a volunteer
asking-make-volunteer-submit = Keep the person
asking-note = Note of the staff
asking-note-hint = Seen by coordinators and chairs only.
asking-note-submit = Keep the note
asking-conflict = Somebody else changed this request
asking-changed-meanwhile = Somebody else has changed this request meanwhile. It now stands at: { $state }. What you typed is below; sending it again counts on top of that.
asking-which = Is it one of these?
asking-which-hint = They have nearly the same name. One that is here already joins; nobody is written down twice.
asking-name-too = In English or in French too. What they call themselves stays beside it.
asking-is-new = No, it is another one
asking-visibility = Who may know of it
asking-joined-on = Joined on
asking-speaker = Who speaks for it
asking-person = Which person
asking-person-hint = The person who wrote. Mail address and telephone are kept with a new person, for the staff.
asking-person-new = A new person, with the name below
asking-person-nobody = Nobody for now
said-asking-answered = The answer is recorded, and sent where there is a mail address.
said-asking-noted = The note is kept.
said-asking-decided = It is decided, and kept with the request.
audit-joining-received = asked to take part
audit-joining-answered = answered the request
audit-joining-decided = decided what becomes of the request
audit-joining-noted = changed the note
audit-joining-erased = erased the request to take part
audit-joining-binned = put the request in the bin
audit-joining-restored = took the request out of the bin
today-joinings = { $n ->
    [one] { $n } request to take part waits for an answer
   *[other] { $n } requests to take part wait for an answer
}
today-joinings-act = Answer
today-answer-by = by { $day }
today-answer-late = late since { $day }
panel-joining = Asked to take part
panel-joining-line = { $name }, { $day }
retention-joining = Requests to take part, two years after the answer or, without one, after they came; 90 days in the bin
retention-enquiry = What is personal in questions, a year after the answer or, without one, after they came; 90 days in the bin
outreach-erase = Erase
outreach-erase-title = Erase what is kept of “{ $name }”?
outreach-erase-submit = Erase for good
joining-erase-about = The names, the address, the number, the words, the answer and the note are deleted for good, with the mail about them. This cannot be undone. What stays is that something was erased, when, by whom and why, without a name. An organization or a person who came of it stays with the partners.
enquiry-erase-about = The question, the name, the address, the number and the answer are erased for good, with the mail about them. This cannot be undone. The topic, the language and the area stay and go on counting; so does that something was erased, when, by whom and why, without a name.
said-outreach-erased = It is erased for good.
held-outreach = What was sent through “Get involved”
held-joining = Request to take part
purpose-joining = Answers to a request to take part

# Prospects: who should be at the table.
# used: prospect-stage-* growth-by-*
kind-prospect = Prospect
asking-person-needed = needed for a new person
prospects-title = Prospects
prospects-lead = Organizations, groups and people who should be at the table and are not yet: why, who knows them, and the next step with its day.
prospects-file = prospects
prospects-search = Search names
prospects-empty = No prospect is written down yet.
prospects-empty-example = The mosque on Elm Street: two hundred families, nobody at the table. Amina knows the imam; call him by Thursday.
prospects-open = { $n ->
    [0] none open
    [one] { $n } open
   *[other] { $n } open
}
prospect-add = Write down a prospect
prospect-add-submit = Write it down
prospect-edit = Change
prospect-name = Name
prospect-kind = What it is
prospect-sector = Sector
prospect-area = Area
prospect-languages = Languages
prospect-why = Why they should be at the table
prospect-why-hint = Whom they reach that nobody at the table reaches.
prospect-next = Next step
prospect-next-hint = One thing that one person can do.
prospect-next-on = By when
prospect-steward = Who does it
prospect-knows = Who knows them
prospect-knows-person = A person who knows them
prospect-knows-organization = An organization that knows them
prospect-stage = Stage
prospect-stage-idea = Idea
prospect-stage-contacted = Contacted
prospect-stage-talking = Talking
prospect-stage-joined = Joined
prospect-stage-declined = Declined
prospect-stage-later = Later
prospect-stage-new = New stage
prospect-way = The way so far
prospect-since = On
prospect-happened = What happened
prospect-by = Written down by
prospect-note-needed = needed when they declined
prospect-move = Move to this stage
prospect-same-stage = It stands at this stage already. Choose another
prospect-joined = It has joined, and is kept with the partners. Nothing was changed
prospect-join-first = To join is a step of its own: choose “Make it a partner” above
prospect-no-reason = Write why they declined, so that nobody asks again for nothing
prospect-conflict = Somebody else changed this prospect
outreach-changed-meanwhile = Somebody else has changed this meanwhile. What stands there now is above, what you typed is below; sending it again counts on top of that
outreach-future = Choose today or a day before it
said-prospect-added = The prospect is written down.
said-prospect-changed = The prospect is changed.
said-prospect-moved = The stage is written down.
audit-prospect-added = wrote down the prospect
audit-prospect-changed = changed the prospect
audit-prospect-moved = moved the prospect to another stage
audit-prospect-binned = put the prospect in the bin
audit-prospect-restored = took the prospect out of the bin
today-prospect = { $step }: { $name }
today-prospect-step = Next step
today-prospect-act = Do it
panel-prospect-line = Prospect: { $name }
held-prospect = Prospect

# How the partnership grew.
growth-title = Growth
growth-by-year = Year
growth-by-month = Month
growth-ways = Years or months
growth-file = growth
growth-joined = Joined
growth-left = Left
growth-standing = Partners at the end
growth-how = Partners at the end of each period: those who joined, minus those who left. An organization that left and came back counts from its last joining.
growth-empty = No partner has a day of joining yet.
growth-empty-example = Five partners in the first year, fifteen in the third: the curve shows when others came.
panel-growth-all = Growth by year and by month
growth-description = { $n ->
    [one] { $n } partner now, { $before } at the end of { $from }. The list below says the same in numbers.
   *[other] { $n } partners now, { $before } at the end of { $from }. The list below says the same in numbers.
}

# The checklist: what exists here.
# used: discovery-has-* discovery-ask-* ask-room-* ask-about-*
kind-discovery-question = Question of the checklist
discovery-title = What exists here
discovery-lead = Questions by sector about what your community has. Every answer says who told us and when; a new answer stands beside the old ones. Together they are the picture.
discovery-file = what-exists-here
discovery-empty = No question stands on the list yet.
discovery-empty-example = “Do the police know newcomers’ concerns, and does somebody there look after them?” Partly: one liaison officer, no interpreter; told by the school in October.
discovery-take = Begin with eight questions
discovery-count = { $answer }: { $n }
discovery-question = Question
discovery-question-hint = One thing about one sector that can be answered with yes, partly or no.
discovery-edit = Change the question
discovery-conflict = Somebody else changed this question
discovery-place = Place in the list
discovery-place-hint = 1 is first; the others make room.
discovery-has = Answer
discovery-has-yes = Yes
discovery-has-partly = Partly
discovery-has-no = No
discovery-has-unknown = Unknown
discovery-strengths = What is strong
discovery-weaknesses = What is weak
discovery-told-by = Who told us
discovery-answered-by = Who has answered
discovery-answered-by-hint = These organizations were asked. Whoever is ticked is asked no more; the others still are.
discovery-told-by-hint = An organization or a person; seen by coordinators and chairs only.
discovery-answered-on = On
discovery-add = Ask something else
discovery-add-submit = Add the question
ask-room-outreach = Outreach
ask-about-discovery-question = What exists here? { $title }
fact-organization-room-is-outreach = { ask-room-outreach }
discovery-answers = Answers so far
discovery-answer = A new answer
discovery-answer-submit = Write down the answer
discovery-no-answer = Nobody has answered this yet.
discovery-retire = Ask this no more
discovery-ask-again = Ask this again
discovery-retired = This question is not asked any more. Its answers stay
discovery-retired-mark = not asked any more
discovery-future = Choose today or a day before it
discovery-offered = The list has questions already. Add others one by one
discovery-missing = Who is missing, by the checklist
discovery-missing-lead = Sectors of which little is known to exist, and from which nobody is a partner yet.
discovery-ask-whom = Next step
discovery-ask-police = Do the police know what newcomers worry about, and does somebody there look after it?
discovery-ask-arts = Do arts and culture groups plan with newcomers, not only for them?
discovery-ask-worship = Do places of worship open their doors to newcomers of any faith?
discovery-ask-clinics = Which clinics and non-profits help immigrants, and can everybody get in?
discovery-ask-interpreters = Is an interpreter there when parents meet the school and patients meet the doctor?
discovery-ask-leaders = Do the council and the people who grow the economy work for a welcoming community?
discovery-ask-advice = Is there a door to knock on for advice, when somebody does not know where to turn?
discovery-ask-schools = What do schools and colleges do so that everybody belongs?
said-discovery-taken = Eight questions stand on the list. Change it to fit your place.
said-discovery-added = The question is added.
said-discovery-answered = The answer is written down beside those before.
said-discovery-saved = The question is changed.
audit-discovery-added = added the question
audit-discovery-changed = changed the question
audit-discovery-answered = wrote down an answer
audit-discovery-retired = asks this no more
audit-discovery-asked-again = asks this again

# The log: whom we met.
# used: encounter-promise-*
kind-encounter = Entry of the outreach log
encounters-title = Outreach log
encounters-lead = Whom we met, by community and language: what we asked, what they said, what we promised until when. People are counted, never named.
encounters-file = outreach-log
encounters-search = Search communities and places
encounters-empty = Nobody has been met yet, by this log.
encounters-empty-example = Tuesday, the sewing class in the church basement, in Tigrinya, about 14 people: they asked for bus times in their language; we promised them by December 1.
encounters-open = { $n ->
    [0] no promise open
    [one] { $n } promise open
   *[other] { $n } promises open
}
encounter-add = Write down whom you met
encounter-add-submit = Write it down
encounter-edit = Change the entry
encounter-met-on = Day
encounter-community = Whom
encounter-community-hint = A class, a congregation, the tenants of a house. No names of people.
encounter-language = Language
encounter-place = Where
encounter-organization = With which organization
encounter-people = How many people
encounter-people-hint = A count, or empty when nobody counted.
encounter-met-by = Who of us
encounter-asked = What we asked
encounter-said = What they said
encounter-said-hint = In their words, without names.
encounter-promise = Promise
encounter-promised = What we promised
encounter-promise-on = Until
encounter-promise-needed = needed for a promise
encounter-promise-open = Open
encounter-promise-kept = Kept
encounter-promise-none = None
encounter-note-hint = Seen by coordinators only.
encounter-keep = It is kept
encounter-future = Choose today or a day before it
encounter-no-day = Choose until when it is promised
encounter-no-promise = Write what was promised, or take the day out
encounter-not-open = There is no open promise here. Nothing was changed
encounter-conflict = Somebody else changed this entry
encounter-about-file = About
encounter-about = Whom it is about
encounter-about-nobody = Nobody is linked with this entry yet.
encounter-link = Link
encounter-unlink = Take the link away
encounter-link-organization = An organization
encounter-link-person = A person
encounter-link-person-hint = Somebody who is kept as a person and should know of it. Those who were met are counted, never named.
encounter-link-council = A group
encounter-nobody = Choose an organization, a person or a group
said-encounter-linked = The entry is linked.
said-encounter-unlinked = The link is taken away.
audit-encounter-linked = linked it with
audit-encounter-unlinked = took away the link with
said-encounter-added = It is written down.
said-encounter-changed = The entry is changed.
said-encounter-kept = The promise is kept.
audit-encounter-added = wrote down whom we met
audit-encounter-changed = changed the entry
audit-encounter-kept = kept the promise
audit-encounter-binned = put the entry in the bin
audit-encounter-restored = took the entry out of the bin
today-promise = { $promise } ({ $community })
today-promise-act = Keep it

# used: fact-*
fact-joining-itself = State
fact-joining-itself-is-organization = { asking-asker-organization }
fact-joining-itself-is-group = { asking-asker-group }
fact-joining-itself-is-person = { asking-asker-person }
fact-joining-itself-is-new = { asking-state-new }
fact-joining-itself-is-answered = { asking-state-answered }
fact-joining-itself-is-partner = { asking-state-partner }
fact-joining-itself-is-volunteer = { asking-state-volunteer }
fact-joining-itself-is-not-now = { asking-state-not-now }
fact-prospect-kind = Kind
fact-prospect-kind-is-organization = { asking-asker-organization }
fact-prospect-kind-is-group = { asking-asker-group }
fact-prospect-kind-is-person = { asking-asker-person }
fact-prospect-sector = Sector
fact-prospect-area = Area
fact-prospect-languages = Languages
fact-prospect-next-step = Next step
fact-prospect-next-on = Day of the next step
fact-prospect-steward = Who looks after it
fact-prospect-knows-person = Known through this person
fact-prospect-knows-organization = Known through this organization
fact-prospect-itself = Stage
fact-prospect-itself-is-idea = { prospect-stage-idea }
fact-prospect-itself-is-contacted = { prospect-stage-contacted }
fact-prospect-itself-is-talking = { prospect-stage-talking }
fact-prospect-itself-is-joined = { prospect-stage-joined }
fact-prospect-itself-is-declined = { prospect-stage-declined }
fact-prospect-itself-is-later = { prospect-stage-later }
fact-discovery-question = Question
fact-discovery-sector = Sector
fact-discovery-sector-id = Sector
fact-discovery-place = Place in the list
fact-discovery-retired = No longer asked
fact-discovery-itself = Answer
fact-encounter-met-on = Day
fact-encounter-community = Community
fact-encounter-language = Language
fact-encounter-place = Where
fact-encounter-organization = Organization
fact-encounter-person = Person
fact-encounter-council = Group
fact-encounter-people = How many people
fact-encounter-met-by = Who met them
fact-encounter-asked = What was asked
fact-encounter-said = What was said
fact-encounter-promise = Promise
fact-encounter-promise-on = Day of the promise
fact-encounter-itself = Day

# Questions that people ask.
# used: enquiry-topic-* enquiry-state-* way-in-*
kind-enquiry = Question asked
way-in-question = Ask a question
way-in-question-how = You do not know where to turn? Ask in any language, without an account. A person answers.
enquiry-title = Ask a question
enquiry-lead = You do not know where to turn? Ask here in any language. A person answers within five working days. You need not say who you are, nor what papers you have.
enquiry-urgent = If it cannot wait, call
enquiry-form = Your question
enquiry-question = Question
enquiry-question-hint = A few sentences are enough. Please leave out names and numbers of papers.
enquiry-topic = What it is about
enquiry-topic-first-steps = First steps
enquiry-topic-housing = A place to live
enquiry-topic-work = Work and diplomas
enquiry-topic-language = Learning a language
enquiry-topic-school = Children and school
enquiry-topic-health = Health
enquiry-topic-money = Money, benefits, taxes
enquiry-topic-rights = Law and rights
enquiry-topic-belonging = Meeting people
enquiry-topic-other = Something else
enquiry-topic-not-given = No topic given
enquiry-area = Where you live
enquiry-name = What we may call you
enquiry-name-hint = Any name will do.
enquiry-consent = I agree that this partnership keeps my question and answers me. What is personal is erased a year after the answer or, without one, a year after it came; or earlier if I ask; what the question was about is counted.
enquiry-not-agreed = Tick this box. Without your agreement nobody here may keep your question or answer you
enquiry-no-reach = Write a mail address or a telephone number, so that we can answer
enquiry-answered = This question has had its answer. Nothing was changed
enquiry-no-words = Write the answer
enquiry-no-address = There is no mail address. Call, and write down what was said
enquiry-receipt-body =
    Hello,

    We have your question. A person reads it and answers you within five working days.

    What is personal is erased a year after the answer or, without one, a year after it came. Until then you can ask at any time what we hold about you, or have it corrected or deleted.

    { $partnership }
enquiry-receipt-urgent =
    If it cannot wait, call:
    { $numbers }
enquiry-receipt-number = { $what }: { $number }
enquiry-mail-subject = Your question: { $partnership }
enquiry-mail-body =
    Hello,

    { $words }

    { $partnership }
enquiries-title = Questions asked
enquiries-lead = What people asked on “Ask a question”. Each has an answer within five working days; a year later only its topic, language and area stay, and go on counting.
enquiries-file = questions-asked
enquiry-voices = Voices
enquiry-voices-lead = What people asked about counts as a voice, also when everything personal in it is erased.
enquiry-voices-count = Questions
enquiries-empty = Nobody has asked anything yet.
enquiries-empty-example = Somebody asks in French where five people can find a place to live; you answer in French, and the question counts under “A place to live”.
enquiry-public-page = See the public page “Ask a question”
enquiry-state-new = New
enquiry-state-mailed = Answered by mail
enquiry-state-called = Answered by telephone
enquiry-state-erased = Erased without an answer
enquiry-erased = What was personal here is erased. The topic, the language and the area stay and count.
enquiry-typed = What you typed
enquiry-their-name = What to call them
enquiry-their-area = Where they live
enquiry-way = How you answer
enquiry-by-mail = By mail, now
enquiry-by-phone = By telephone: it is said already
enquiry-answer-submit = Send or record the answer
enquiry-words-hint = The person wrote in { $language }. After a call, write down what was said.
enquiry-topic-hint = Change it when the question turned out to be about something else.
said-enquiry-answered = The answer is recorded.
audit-enquiry-received = asked a question
audit-enquiry-answered = answered the question
audit-enquiry-erased = erased the question
audit-enquiry-binned = put the question in the bin
audit-enquiry-restored = took the question out of the bin
today-enquiries = { $n ->
    [one] { $n } question waits for an answer
   *[other] { $n } questions wait for an answer
}
held-encounter = Meetings that concern her or him
held-enquiry = Question asked
purpose-enquiry = Answers to a question
