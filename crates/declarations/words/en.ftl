# Words of the declaration of intent: its text, who signs it, who is asked to.
# used: way-in-* ask-room-* document-* documents-* assessment-* agreement-* agreements-* exchange-* exchanges-* statement-* statements-* signatory-state-* signature-way-* invitation-state-* request-state-* purpose-* declarations-* audit-* kind-*
# never one: signing-mail-body

# Why something was not done.
declaration-published = This version is published. A text that somebody may have signed never changes: write the next version
declaration-drafted = A draft is being written already. Publish or change that one
declaration-not-in-both = The title or the text is missing in { $lang }. A declaration is published in both official languages
declaration-before = The version before is in force from { $on }. Choose a later day
declaration-unchanged = This is the same text as the version before
declaration-no-decision = Write down how this was decided: who, when, in which meeting
declaration-unread = A machine made the words in this language, and nobody has read them: { $lang }. Published words never change. Under Texts to translate, have somebody who speaks it read them, then publish
declaration-by-machine = A machine made these words, and once they stand under a published version nobody can change them. Have somebody who speaks the language read them first
signing-none-in-force = No version of the declaration is in force. Publish one first
signing-other-version = A new version has come into force since this page was opened. Read it above before you sign
signing-signed-then = This organization has signed this version on that day already
signing-future = This day is still to come. Choose today or an earlier day
signing-withdrawn = This organization has withdrawn already
signing-before-signing = The organization signed first on { $on }. Choose that day or a later one
signing-not-agreed = Tick this box to go on
signing-stands-already = This organization has signed anew meanwhile. Put that signature in the bin first
signing-invitation-over = This invitation was followed or taken back
signing-answered = This request has had an answer
signing-no-words = Write a few words: nobody is turned down without a reason
signing-said-no = They asked for no more letters of this kind. Reach them another way, or write to somebody else
signing-changed = Somebody else changed this meanwhile. Nothing was overwritten, and what you wrote stands here: send it again if it still holds

# used: retention-*
retention-signing-request = Requests to sign, a year after the answer or, without one, after they came
retention-signing-invitation = Invitations to sign, a year after they were answered or ended
kind-declaration = Declaration of intent
kind-signatory = Signatory
kind-signing-invitation = Invitation to sign
kind-signing-request = Request to sign

# The room.
nav-declarations = Declaration
declarations-title = Declaration of intent
declarations-parts = Parts of the declaration
declarations-part-signatories = Signatories
declarations-part-text = The text
declarations-part-invitations = Invitations
declarations-part-requests = Requests to sign
declarations-lead = Organizations that stand publicly behind the aims of the partnership, which version they signed, and when to ask them again.
declarations-public = The public page
declarations-none-in-force = No version of the declaration is in force, so nobody can sign yet.

# Signatories.
signatories-caption = Organizations that signed the declaration
signatories-search = Name of the organization
signatories-file = signatories
signatories-empty = Nobody has signed yet.
signatories-empty-example = Publish a text, then invite the first organizations: each gets a link and signs without an account.
signatory-organization = Organization
signatory-state = How it stands
signatory-state-signed = Signed
signatory-state-due = To be asked again
signatory-state-withdrawn = Withdrawn
signatory-due-version = To be asked again: new version since { $day }
signatory-due-years = To be asked again: years over on { $day }
signatory-withdrawn-on = Withdrawn on { $day }
signatory-since = Since
signatory-signed = Signed last
signatory-version = Version
signatory-withdrawn = Day of the withdrawal
signatory-visibility = Who may know that it signed
signatory-visibility-hint = The public page names it only where the organization itself is public too.
signatory-visibility-change = Change who may know
signatory-save = Save
signatory-bin = Put in the bin
signatory-bin-title = Put { $name } in the bin?
signatory-bin-explains = For what was written down by mistake. The signatures go along and come back with it. An organization that takes its word back withdraws instead: that is remembered.
signatures-title = Signatures
signature-version = Version { $number }
signature-way-link = by a link
signature-way-paper = on paper
signature-name-erased = Name erased
signature-person = Record of who signed
signature-person-hint = With a record, the name is found and taken out when that person asks to be forgotten.
signature-name = Name of who signed
signature-name-needed = needed when no record is chosen
signature-title = Title
signature-signed-on = Signed on
signature-paper = Signed paper
signature-paper-hint = PDF or picture, at most { $megabytes } MB. Only the staff sees it.
withdrawal-add = Note a withdrawal
withdrawal-title = Note a withdrawal
withdrawal-explains = The organization is no longer named on the public page from this moment. Day and reason are kept here.
withdrawal-reason = Reason
withdrawal-reason-hint = In the organization’s own words where you have them. Only the staff reads it.
withdrawal-submit = Note the withdrawal
paper-add = Note a signature on paper
paper-again = Note a new signature on paper
paper-explains = For a declaration that was signed with a pen. Open invitations to the same organization end.
paper-organization-hint = Not in the list? Add it under Partners first.
paper-submit = Note the signature
said-signatory-changed = Saved.
said-signatory-withdrew = The withdrawal is noted, and the public page names the organization no longer.
said-signatory-binned = It is in the bin.
said-signature-noted = The signature is noted.

# The text.
declaration-add = Write the next version
declaration-edit = Change the draft
declaration-save = Save the draft
declaration-name = Title
declaration-body = Text
declaration-body-hint = An empty line begins a paragraph.
declaration-renew-years = Ask for signatures again after how many years
declaration-renew-years-hint = Left empty, a signature is asked for again only when a new version comes into force.
declaration-renew-after = { $n ->
    [one] Asked for again after { $n } year
   *[other] Asked for again after { $n } years
}
declaration-draft-explains = A draft is seen by the staff alone. It can be changed until it is published.
declaration-empty = There is no declaration yet.
declaration-empty-example = Half a page is enough: what the community wants to be, and what each signatory intends to do about it.
declaration-state = State
declaration-state-draft = Draft
declaration-state-to-come = Published, not yet in force
declaration-state-in-force = In force
declaration-state-replaced = Replaced by a newer version
declaration-in-force-on = In force from
declaration-in-force-hint = From this day the text stands on the public page, and signatories of the version before are asked again.
declaration-decision = Decision
declaration-decision-hint = Who decided, when and where: “Adopted by the council on 4 May 2026”. It stands on the public page.
declaration-renewal = Renewal
declaration-history = History
declaration-publish = Publish
declaration-publish-title = Publish version { $number }
declaration-publish-explains = Nobody can change a published text afterwards: signatures stand under exactly these words. A mistake is mended by the next version.
declaration-conflict = Somebody else changed this draft
said-declaration-drafted = The draft is saved.
said-declaration-changed = The draft is saved.
said-declaration-published = The version is published.

# Invitations.
invitations-caption = Invitations to sign
invitations-lead = Each invitation is a mail with a link that holds 30 days and signs once. Whoever opens it needs no account.
invitations-file = invitations
invitations-empty = Nobody has been invited yet.
invitations-empty-example = Choose an organization and the person who may sign for it.
invitation-add = Invite to sign
invitation-renew = Ask to sign again
invitation-send = Send the link
invitation-again = Send again
invitation-cancel = Take back
invitation-do = Next step
invitation-person = Record of the person
invitation-name = Person
invitation-email = Mail address
invitation-email-hint = Only this address gets the link.
invitation-lang = Language
invitation-state = State
invitation-state-waiting = Waiting
invitation-state-ended = Link has ended
invitation-state-signed = Signed
invitation-state-cancelled = Taken back
invitation-sent-on = Sent last
invitation-count = How often
said-invitation-sent = The link is on its way.
said-invitation-sent-again = The link is on its way again and holds 30 days from today.
said-invitation-cancelled = The invitation is taken back: its links open nothing any more.
signing-mail-subject = Sign the declaration of { $partnership }
signing-mail-body =
    Hello { $name },

    { $partnership } invites { $organization } to sign its declaration of intent. Read the text and sign it here:

    { $link }

    The link is for you, holds 30 days and signs once. You need no account. If somebody else signs for { $organization }, tell us and we will write to them.

    { $partnership }

# Requests.
requests-caption = Requests to sign
requests-lead = Organizations that would like to sign and were not invited. Nothing is signed before you confirm who asks.
requests-file = requests-to-sign
requests-empty = Nobody has asked.
requests-empty-example = The public page has a form for everybody who would like to sign.
request-title = Request to sign
request-name = Who asks
request-received = Received
request-state = State
request-state-received = Waits for an answer
request-state-invited = Link sent
request-state-set-aside = Set aside
request-words = What they wrote
request-consent = Agreed to
request-answer = Answer
request-answer-title = Answer
request-typed = What you wrote
request-decision = What happens
request-invite = Send the link to sign
request-invite-hint = When you know who asks and for whom.
request-aside = Set aside
request-aside-hint = The person gets your answer by mail.
request-organization = Organization in your records
request-organization-hint = Not in the list? Add it under Partners first.
request-organization-needed = needed to send the link
request-words-needed = needed to set aside
request-submit = Answer
said-request-invited = The link is on its way.
said-request-set-aside = The request is set aside and the person gets your answer.
signing-aside-subject = Your request to { $partnership }
signing-aside-body =
    Hello { $name },

    Thank you for asking to sign our declaration of intent. Here is our answer:

    { $words }

    { $partnership }

# On other pages.
panel-declaration = Declaration of intent
panel-signed = Signed version { $number } on { $day }
panel-not-signed = This organization has not signed the declaration.
panel-ask = Invite to sign
held-signatures = Declaration of intent
purpose-signing-invitation = Invitations to sign the declaration of intent
held-signature = Signature
held-signing-invitation = Invitation to sign
held-signing-request = Request to sign
today-since-day = since { $day }
today-signing-requests = { $n ->
    [one] { $n } request to sign the declaration
   *[other] { $n } requests to sign the declaration
}
today-signing-requests-act = Answer
today-invitations = { $n ->
    [one] { $n } invitation to sign without an answer
   *[other] { $n } invitations to sign without an answer
}
today-invitations-act = See who
today-renewals = { $n ->
    [one] { $n } signature to be asked for again
   *[other] { $n } signatures to be asked for again
}
today-renewals-act = Ask

# The public site.
nav-declaration = Declaration
wall-title = Declaration of intent
wall-about = What the organizations of this community intend together, and who has signed it.
wall-none = There is no declaration yet.
wall-version = Version { $number }, in force from { $day }
wall-signatories = { $n ->
    [0] Signatories
    [one] { $n } signatory
   *[other] { $n } signatories
}
wall-nobody = Nobody is named here yet.
wall-since = since { $day }
wall-signed-version = signed version { $number }
wall-unlisted = Organizations that asked not to be named are not listed.
wall-decision = How it was decided
wall-earlier = Earlier versions
wall-replaced = This version has been replaced. The one in force:
wall-sign = Sign the declaration
sign-lead = You were invited to sign for this organization:
sign-text = This is the text that you sign.
sign-name = Your name
sign-as = Your title or office
sign-as-hint = For example: director, chair of the board.
sign-agree = I may sign for this organization, and it intends to act as this declaration says.
sign-agreement = What you agree to
sign-listed = Name our organization on the public page
sign-listed-hint = The page names the organization and the day, never your name. An organization that is not public on this site is not named.
sign-submit = Sign
sign-kept = We keep your name, your title and the address of this link with the signature, for the staff alone. Your organization can withdraw at any time: write to us.
sign-gone-title = This link does not work any more
sign-gone = It was used, has ended after 30 days, or was taken back. Nothing was signed by opening it. Ask us for another one.
signed-title = Thank you for signing
signed-explains = Your signature is kept. If you let us name your organization and it is public on this site, it stands on the public page from now on.
ask-lead = Would your organization like to sign? Tell us who you are: we confirm it and send you the link to sign. Nothing is signed by this form.
ask-organization = Your organization
ask-email = Your mail address
ask-email-hint = The link goes there.
ask-words = Anything we should know
ask-consent = I agree that this request is kept to answer it, and deleted one year after the answer, or one year after it came if nobody answers.
ask-send = Send the request
ask-received = Your request has arrived
ask-received-explains = We read it, confirm who asks, and send the link to sign by mail.

# The history.
audit-declaration-drafted = began a draft
audit-declaration-changed = changed the draft
audit-declaration-translated = wrote words in another language
audit-declaration-published = published this version
audit-signatory-signed = kept a signature
audit-signatory-changed = changed who may know of the signature
audit-signatory-withdrew = noted a withdrawal
audit-signatory-binned = put it in the bin
audit-signatory-restored = took it out of the bin
audit-signing-invitation-sent = sent an invitation to sign
audit-signing-invitation-sent-again = sent the invitation again
audit-signing-invitation-signed = signed by the link
audit-signing-invitation-cancelled = took the invitation back
audit-signing-request-received = asked to sign
audit-signing-request-invited = answered with a link to sign
audit-signing-request-set-aside = set the request aside

# used: fact-*
fact-declaration-title = Title
fact-declaration-body = Text
fact-declaration-renew-years = Signed again after so many years
fact-declaration-in-force-on = In force from
fact-declaration-decision = How it was decided
fact-signatory-version = Version
fact-signatory-signed-on = Signed on
fact-signatory-way = How it was signed
fact-signatory-withdrawn-on = Withdrew on
fact-signatory-reason = Why
ask-room-declarations = Declaration
ask-about-signing = Sign the declaration of intent
fact-organization-room-is-declarations = { ask-room-declarations }
fact-signing-invitation-organization = Organization
fact-signing-invitation-itself = Times sent
fact-signatory-way-is-link = { signature-way-link }
fact-signatory-way-is-paper = { signature-way-paper }

# Public statements.
kind-statement = Public statement
record-conflict = Somebody else changed this too
meanwhile-binned-title = { $name } is in the bin
meanwhile-binned-by = { $who } put this in the bin at { $when }, while you were writing.
meanwhile-binned = This was put in the bin at { $when }, while you were writing.
meanwhile-add-anew = Nothing you wrote is lost: it stands below. Save it to add it anew, or take the other out of the bin first and write it there.
meanwhile-take-out = Nothing you wrote is lost: it stands below. Take it out of the bin in another window, then send this again. Because it was in the bin meanwhile, you are shown once more what it says now before this is kept.
meanwhile-bin-apart = Open the bin in another window
meanwhile-send-again = Send again
meanwhile-published-title = Version { $number } is published
meanwhile-published-by = { $who } published version { $number } at { $when }, while you were writing.
meanwhile-published = Version { $number } was published while you were writing.
meanwhile-next-version = A published text does not change, and nothing you wrote is lost: it stands below. Save it as the draft of the next version.
meanwhile-decision-kept = The decision that was kept then stays. Nothing you wrote is lost: it stands below.
record-bin = Put in the bin
record-bin-title = Put { $name } in the bin?
record-link = Where to read it
statement-title = Public statements
statement-no-issuer = Choose the group or at least one organization that issued it
statement-unread = A machine made the words in this language, and nobody has read them: { $lang }. Let the staff alone see the statement until somebody who speaks it has read them under Texts to translate
statement-future = A statement is kept from the day on which it was issued, not before
statement-no-such-day = Write a day of the year as month and day, like 03-21
statements-caption = Public statements
statements-lead = What the partnership and its partners have said in public against discrimination, who stands behind it, and when to say it again.
statements-search = Words of the title
statements-file = statements
statements-empty = No statement is kept here yet.
statements-empty-example = For example a proclamation of the municipal council for 21 March, recalled every year.
statement-add = Add a statement
statement-edit = Change the statement
statement-save = Save
statement-bin-explains = It leaves every list and the public page, and comes back from the bin as it was.
statement-kind = Kind
statement-kind-statement = Statement
statement-kind-proclamation = Proclamation
statement-kind-open-letter = Open letter
statement-name = Title
statement-body = Text
statement-body-hint = Leave it empty where you only link to the source.
statement-issued-on = Issued on
statement-issued-by = Issued by
statement-council = Issued by the group
statement-issuers = Issued by organizations
statement-issuers-hint = One at least, or the group above.
statement-signatories = Signed by
statement-visibility = Who may know of it
statement-recall = Recalled every year on
statement-recall-hint = Month and day, like 03-21. On 29 February it is recalled on the 28th where the year has no 29th.
statement-recall-ahead = How many days ahead Today tells it
said-statement-added = The statement is kept.
said-statement-changed = Saved.
said-statement-binned = It is in the bin.
today-anniversary = Recall: { $title }
today-anniversary-since = Issued on { $day }
today-anniversary-act = Open
public-statements = Public statements
public-statements-lead = What the organizations of this community have said in public against discrimination.
public-statements-empty = No statement has been published here yet.
audit-statement-added = added the statement
audit-statement-changed = changed the statement
audit-statement-binned = put it in the bin
audit-statement-restored = took it out of the bin

# Agreements with governments.
kind-agreement = Agreement
kind-exchange = Exchange with a government
agreement-title = Governments
agreement-backwards = The last day lies before the first day
exchange-future = An exchange is noted when it was held. Choose today or an earlier day
exchange-next-before = The next exchange comes after { $on }. Choose a later day
agreements-caption = Agreements and exchanges with governments
agreements-lead = With whom the partnership has an agreement, a regular exchange or a working group: federal, provincial or territorial, municipal.
agreements-search = Words of the department or subject
agreements-file = agreements
agreements-empty = No agreement or exchange is kept here yet.
agreements-empty-example = For example a talk with the municipal planning department every three months.
agreement-add = Add an agreement or exchange
agreement-edit = Change it
agreement-save = Save
agreement-bin-explains = It leaves every list with its log, and comes back from the bin as it was.
agreement-level = Government
agreement-level-federal = Federal
agreement-level-provincial = Provincial or territorial
agreement-level-municipal = Municipal
agreement-department = Department
agreement-unit = Unit
agreement-kind = Kind
agreement-kind-agreement = Agreement
agreement-kind-exchange = Regular exchange
agreement-kind-working-group = Working group
agreement-subject = About
agreement-since = Since
agreement-until = Until
agreement-person = Contact there
agreement-next = Next exchange
agreement-next-hint = Today tells it 14 days ahead.
agreement-late = late
exchanges-title = Log of exchanges
exchanges-none = Nothing is noted yet.
exchange-add = Note an exchange
exchange-save = Note the exchange
exchange-edit = Correct the exchange of { $day }
exchange-bin = Put the exchange of { $day } in the bin
exchange-change = Correct an exchange
exchange-bin-title = Put the exchange of { $day } with { $name } in the bin?
exchange-bin-explains = It leaves the log, and comes back from the bin as it was.
exchange-held-on = Held on
exchange-who = Who took part
exchange-about = About
exchange-result = Result
said-agreement-added = It is kept.
said-agreement-changed = Saved.
said-agreement-binned = It is in the bin.
said-exchange-noted = The exchange is noted.
held-agreement = Contact at a government
today-exchange = Exchange with { $department }
today-exchange-act = Note it
audit-agreement-added = added the agreement
audit-agreement-changed = changed the agreement
audit-agreement-exchange-noted = noted an exchange
audit-agreement-exchange-changed = corrected an exchange
audit-agreement-exchange-binned = put an exchange in the bin
audit-agreement-exchange-restored = took an exchange out of the bin
audit-agreement-binned = put it in the bin
audit-agreement-restored = took it out of the bin

fact-statement-kind = Kind
fact-statement-title = Title
fact-statement-body = Text
fact-statement-issued-on = Issued on
fact-statement-council = Issued by the group
fact-statement-issuers = Issued by organizations
fact-statement-signatories = Signed by
fact-statement-link = Where to read it
fact-statement-visibility = Who may know of it
fact-statement-recall = Recalled every year on
fact-statement-month = Month
fact-statement-day = Day
fact-statement-recall-ahead = How many days ahead Today tells it
fact-agreement-level = Government
fact-agreement-department = Department
fact-agreement-unit = Unit
fact-agreement-kind = Kind
fact-agreement-subject = About
fact-agreement-since-on = Since
fact-agreement-until-on = Until
fact-agreement-person = Contact there
fact-agreement-next-on = Next exchange
fact-agreement-held-on = Held on
fact-agreement-link = Where to read it

# Strategic documents.
kind-strategic-document = Strategic document
document-title = Strategic documents
document-backwards = The last year lies before the first
document-no-evidence = Say what the document says, in your own words: a level above “not mentioned” needs its evidence
document-future = Choose today or an earlier day
document-before = The assessment before was made on { $on }. Choose that day or a later one
document-review-before = Choose a day after the day of this assessment
documents-caption = Strategic documents of organizations
documents-lead = Plans, budgets and policies of organizations, and how far each goes for immigration.
documents-search = Words of the title or organization
documents-file = documents
documents-empty = No document is kept here yet.
documents-empty-example = For example the hospital’s strategic plan: not mentioned, mentioned, a commitment, or funded.
document-add = Add a document
document-edit = Change the document
document-save = Save
document-bin-explains = It leaves every list and count with its assessments, and comes back from the bin as it was.
document-name = Title
document-kind = Kind
document-kind-strategic-plan = Strategic plan
document-kind-official-plan = Official plan
document-kind-budget = Budget
document-kind-policy = Policy
document-kind-work-plan = Work plan
document-kind-other = Other
document-from = First year
document-to = Last year
document-years = Years
document-years-open = from { $from }
document-sector = Sector
document-mention = Immigration
document-mention-none = Not mentioned
document-mention-mention = Mentioned
document-mention-commitment = Commitment
document-mention-funded = Funded
document-mention-unread = Not read yet
document-assessed-on = Read on
document-review = Read again on
document-review-hint = Today tells it 14 days ahead.
document-file = The document itself
document-file-choose = File
document-file-hint = At most { $megabytes } MB. Everybody in the workspace who may know of the organization can open it.
document-file-save = Keep the file
assessments-title = Assessments
assessments-none = Nobody has read it yet.
assessment-add = Note an assessment
assessment-save = Note the assessment
assessment-evidence = What it says
assessment-evidence-hint = In your own words. Assessments before this one stay.
assessment-evidence-needed = needed above “not mentioned”
assessment-pages = Where
assessment-pages-hint = For example: p. 12, goal 3.
overview-title = Overview by sector
overview-lead = How many documents stand at each level. Shares are of those that were read; those not read yet stand beside them.
overview-caption = Strategic documents by sector and level
overview-file = documents-by-sector
overview-no-sector = Without a sector
overview-all = All
overview-read = Read
overview-total = Together
overview-of = { $n } of { $base } ({ $percent }%)
said-document-added = The document is kept.
said-document-changed = Saved.
said-document-binned = It is in the bin.
said-document-assessed = The assessment is noted.
today-review = Read again: { $title }
today-review-act = Read
audit-document-added = added the document
audit-document-changed = changed the document
audit-document-assessed = noted an assessment
audit-document-file-kept = kept the file
audit-document-binned = put it in the bin
audit-document-restored = took it out of the bin

fact-document-organization = Organization
fact-document-title = Title
fact-document-kind = Kind
fact-document-from-year = First year
fact-document-to-year = Last year
fact-document-link = Where to read it
fact-document-next-review-on = Read again on
fact-document-mention = Immigration
fact-document-assessed-on = Read on

way-in-declaration = Sign the declaration
way-in-declaration-how = Organizations that stand behind the aims of this community sign its declaration of intent. Tell us who you are, and you get a link to sign.
