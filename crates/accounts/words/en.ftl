# Words of accounts: signing in, offices, invitations, the first run.
# used: office-*, fact-*, purpose-*
# used: audit-*
# used: said-*
# used: sweep-*
sweep-sign-in = Sign-ins, 90 days after their end
sweep-second-factor = Second factors that were begun and left, after their time
# never one: elsewhere-by-hand elsewhere-denied elsewhere-does-not-hold elsewhere-no-mail elsewhere-unknown elsewhere-another elsewhere-taken identity-go-lead mail-changed-identity-added
nav-accounts = Accounts

# Signing in
sign-in-title = Sign in
sign-in-lead = For people of a partnership. You get a mail with a link; you need no password.
sign-in-mail = Your mail address
sign-in-mail-hint = The one your partnership knows, like name@example.org
sign-in-send = Send me a link
sign-in-newcomers = Looking for help or services? You need no account.
sign-in-public = To the public site
sign-in-sent-title = Look into your mail
sign-in-sent-lead = If this address has an account, a mail with a link is on its way. The link works once, for 30 minutes.
sign-in-sent-nothing = Nothing after a few minutes? Look among unwanted mail, check the address, or ask your coordinator.
sign-in-again = Ask for a new link
sign-in-as = You are signing in as
sign-in-enter = Sign in on this device
sign-in-gone-title = This link does not work any more
sign-in-gone-lead = Each link works once, for 30 minutes. Ask for a new one; it takes a minute.
mail-link-subject = Your link to sign in
mail-link-body =
    Hello { $name },

    This link signs you in. It works once, for 30 minutes:

    { $link }

    You did not ask for it? Then you need not do anything: without the link nobody gets in.

sign-in-by-password = Sign in with a password

# Passwords
password-sign-in-title = Sign in with a password
password-field = Password
password-enter = Sign in
password-forgotten = No password yet, or forgotten? A link by mail signs you in, and you can set a new one then.
password-does-not-fit = What you typed does not fit together. Check address, password and, if you use one, the code; or ask for a link by mail
password-own-title = Your password
password-lead = A password is an addition: the link by mail goes on working. It may hold any characters, spaces too; a few words that only you would put together are best. Your browser can make one and keep it.
password-others-out = When you save it, all other devices are signed out, and you are told by mail.
password-new = New password
password-hint = Length in characters: from { $least } to { $most }
password-set = Save the password
password-remove-title = Without a password
password-remove-lead = You then sign in by the link in a mail, as before.
password-remove = Remove the password
password-short = It is too short. The least number of characters is { $least }
password-long = It is too long. The greatest number of characters is { $most }
password-common = Many people use this one, or this word with something around it. Choose another
password-pattern = This is a row or a repetition that is soon guessed. Choose another
password-own = This is little more than your name, your address or your partnership. Choose another
said-password-set = The password is saved. All other devices are signed out.
said-password-removed = The password is removed.
ways-title = How you sign in
ways-mail = Link by mail
ways-mail-always = always works
ways-password = Password
ways-passkeys = Passkeys
ways-passkeys-kept = { $n ->
    [one] { $n } passkey
   *[other] { $n } passkeys
}
ways-second-factor = Code from your telephone
ways-since = since (UTC)
ways-none = not set up
ways-back = Back to your account
once-more-title = Sign in once more
once-more-lead = How you sign in can be changed for 15 minutes after signing in. Sign in once more, and you come back here.
once-more-password = With your password
audit-account-password-set = set the password
audit-account-password-removed = removed the password
mail-changed-subject = How you sign in has changed
mail-changed-password-set = A password was set for your account.
mail-changed-password-removed = The password of your account was removed.
mail-changed-body =
    Hello { $name },

    { $what } ({ $at } UTC)

    It was you? Then you need not do anything. It was not? Ask for a link by mail, sign in, and change it back here:

    { $link }

    Then tell your coordinator.

# The second factor
code-field = Code
code-hint = Only if your account asks for one: six digits from your telephone, or a recovery code
code-hint-link = Six digits from your telephone, or a recovery code
code-does-not-fit = This code does not fit, or was used. Wait for the next one your telephone shows, or use a recovery code
code-not-shown = This is not the code that your telephone shows now. Wait for the next one, and look whether the telephone’s clock is right
code-needed = This account asks for a code. Sign in with it
second-factor-title = Code from your telephone
second-factor-lead = An authenticator on your telephone shows a new code of six digits every 30 seconds. With it your account asks for the code each time you sign in, beside the link or the password.
second-factor-what-for = So nobody gets in who reads your mail or knows your password. Worth it for whoever sees much: coordinators above all.
second-factor-begin = Set it up
second-factor-telephone = 1. Tell your telephone
second-factor-scan = Open the authenticator on your telephone and let it read this picture.
second-factor-square = A square picture for the authenticator on your telephone
second-factor-by-hand = Or type this key into it:
second-factor-other-eyes = Has anybody else seen this picture? Take a new one.
second-factor-new-picture = A new picture
second-factor-passkeys = { $n ->
    [one] { $n } passkey goes on signing you in without a code.
   *[other] { $n } passkeys go on signing you in without a code.
}
second-factor-recovery = 2. Keep these codes
second-factor-recovery-lead = Each signs you in once on the day when your telephone is lost. Print them or write them down, and keep them away from the telephone. They are not shown again.
second-factor-confirm = 3. Type the code that your telephone shows
second-factor-first-code = Six digits
second-factor-turn-on = Turn it on
second-factor-holds = Your account asks for a code each time you sign in.
second-factor-codes-left = { $n ->
    [one] { $n } recovery code is left.
   *[other] { $n } recovery codes are left.
}
second-factor-anew = A new telephone, or new recovery codes? Remove it and set it up again.
second-factor-remove-lead = The link or the password alone then signs you in. A password of fewer than 15 characters is removed with it.
second-factor-remove = Remove it
said-second-factor-on = From now on your account asks for a code. All other devices are signed out.
said-second-factor-off = Your account does not ask for a code any more.
audit-account-second-factor-on = turned the second factor on
audit-account-second-factor-off = turned the second factor off
audit-account-codes-closed = was shut to codes for a day, after too many tries
audit-account-recovery-code-used = used a recovery code
mail-changed-second-factor-on = Your account asks for a code from your telephone from now on.
mail-changed-second-factor-off = Your account does not ask for a code any more.
mail-changed-taken-away = Whoever runs the installation took the code away. Your account does not ask for a code any more{ $n ->
    [0] .
    [one] , and { $n } passkey was removed.
   *[other] , and { $n } passkeys were removed.
}
mail-changed-codes-closed = So many codes were tried for your account that none is taken for up to 24 hours. Whoever tried them knows your password or reads your mail.
mail-changed-recovery-used = Somebody signed in to your account with a recovery code.

# Passkeys
passkey-enter = Sign in with a passkey
passkey-failed = No passkey came. Try again, or use another way.
passkey-no-title = This passkey does not sign you in
passkey-does-not-fit = It is not one of an account here, was removed, or took longer than 5 minutes. Try again, or ask for a link by mail
passkey-known = This passkey is kept here already
passkey-enough = An account may have up to { $most ->
    [one] { $most } passkey
   *[other] { $most } passkeys
}. Remove one first
passkeys-title = Passkeys
passkeys-lead = With a passkey your telephone, computer or security key signs you in, once it has recognized you by finger, face or PIN. There is nothing to type and nothing that somebody could talk you out of; it stands for the code too.
passkeys-need = Adding one needs a browser that knows passkeys, with scripts on. The other ways go on working.
passkey-more = Add a passkey
passkey-make = Add a passkey on this device
passkey-name = Name
passkey-name-hint = By which you will recognize it here
passkey-host = Holds at
passkey-made = Added (UTC)
passkey-used = Last used (UTC)
passkey-never = not yet
passkey-remove = Remove
said-passkey-added = The passkey is kept. From now on it signs you in.
said-passkey-removed = The passkey is removed.
audit-account-passkey-added = added a passkey
audit-account-passkeys-removed = removed all passkeys
audit-account-passkey-copied = refused a passkey of which somebody may have a copy
audit-account-passkey-removed = removed a passkey
mail-changed-passkey-added = A passkey was added to your account.
mail-changed-passkey-removed = A passkey of your account was removed.
mail-changed-passkey-copied = The count that a passkey of your account keeps has stopped rising, so somebody may have a copy of it. It was not let in. Remove it unless you know why.

# Accounts at other houses
elsewhere-enter = Sign in with { $house }
elsewhere-back-title = Back from { $house }
elsewhere-back-lead = { $house } has said who you are. One step more, and you are signed in.
elsewhere-go-on = Go on
elsewhere-no-title = You are not signed in by it
elsewhere-again = Once more with { $house }
elsewhere-other-ways = Other ways to sign in
elsewhere-late = It took longer than 10 minutes, was begun in another window, or is over already. Begin again with { $house }.
elsewhere-denied = { $house } says that you have stopped, or that you may not sign in here with it. Begin again, or sign in another way.
elsewhere-away = { $house } does not answer as it should. Try again in some minutes, or sign in another way. Whoever runs this installation finds the reason in its log.
elsewhere-does-not-hold = What { $house } says of you does not hold, so it was not used. Begin again; should it happen twice, tell whoever runs this installation.
elsewhere-no-mail = { $house } tells no mail address of yours, so your account here cannot be found by it. Sign in another way, and add { $house } under Your account.
elsewhere-unverified = { $house } has not made sure that { $mail } is yours. Confirm the address there; or sign in another way here, and add { $house } under Your account.
elsewhere-domain = { $mail } is not one of the addresses that may sign in here with { $house }. Sign in another way.
elsewhere-unknown = { $mail } has no account here. Ask the coordinator of your partnership to invite you at this address; then { $house } signs you in.
elsewhere-by-hand = The account of { $mail } runs this installation, so no other house finds it by its address. Sign in another way, and add { $house } yourself under Your account.
elsewhere-another = { $house } signs somebody else in to the account of { $mail }: the address may have become yours only afterwards. Sign in another way, and remove the other under Your account.
elsewhere-taken = { $house } knows you here as somebody else, or knows somebody else as you. Remove what was added before, then add this one.
ways-identities = Accounts at other houses
ways-identities-kept = { $n ->
    [one] { $n } account
   *[other] { $n } accounts
}
identities-title = Accounts at other houses
identities-lead = Whoever has an account at one of these houses can sign in with it. It is asked to have you show who you are when you have not done so for 15 minutes, and to say when you did; if it does not say, you sign in once more in another way before you change how you sign in. Within these minutes it may send you back without a word. A code from your telephone is asked for here all the same. Its own name for you is what counts, not your mail address there.
identity-house = At
identity-mail = Mail address there
identity-made = Added (UTC)
identity-used = Last used (UTC)
identity-never = not yet
identity-more = Add one
identity-add = Add { $house }
identity-go = On to { $house }
identity-go-lead = { $house } asks who you are, and sends you back here.
identity-remove = Remove
said-identity-added = It is kept. From now on it signs you in.
said-identity-removed = It is removed, and signs you in no more.
audit-account-identity-added = added an account at another house
audit-account-identity-removed = removed an account at another house
fact-account-house = House
mail-changed-identity-added = { $house } signs you in to your account from now on.
mail-changed-identity-removed = { $house } does not sign you in to your account any more.

# Devices
devices-title = Your account
devices-lead = The devices on which you are signed in. A sign-in ends after 30 days without use, and after 90 days in any case.
devices-caption = Devices
devices-device = Device
devices-since = Signed in (UTC)
devices-seen = Last used (UTC)
devices-unknown = A device that gives no name
devices-this = this device
devices-end-others = Sign out all other devices
said-others-signed-out = All other devices are signed out.

# Offices
office-administrator = Administrator of the installation
office-coordinator = Coordinator
office-chair = Chair
office-council-member = Council member
office-partner-editor = Editor for a partner
office-translator = Translator
office-reader = Reader
office-coordinator-may = Runs the partnership’s day: sees and changes everything, invites people.
office-chair-may = Chairs this group and looks after its record.
office-council-member-may = Reads the papers of this group.
office-partner-editor-may = Keeps this organization’s record.
office-translator-may = Writes texts in other languages.
office-reader-may = Reads what partners may read.

# Who may do what
accounts-title = Accounts
accounts-lead = Who can sign in here, and what each may do. Having an account is not a seat: who sits on a group stands on that group’s page.
accounts-caption = Accounts and what each may do
accounts-search = Search by mail address
accounts-empty = Nobody else can sign in yet.
accounts-example = For example: a chair who reads the papers of their group, or a partner who keeps its own record.
accounts-name = Name
accounts-mail = Mail address
accounts-mail-hint = The invitation is sent here. One address is one account.
accounts-lang = Language of pages and mail
accounts-office = May act as
accounts-office-on = May act as, on: { $object }
accounts-on = On
accounts-whole = the whole partnership
accounts-unknown-object = something that is not here any more
accounts-from = From
accounts-until = Last day
accounts-until-hint = Leave it empty when there is none.
accounts-open = open
accounts-state = State
accounts-state-invited = invited
accounts-state-in-force = in force
accounts-state-later = begins later
accounts-state-over = over
accounts-invite = Invite somebody
accounts-invite-title = Invite somebody
accounts-invite-lead = A mail with a link goes to this address. The link works for 30 days and can be sent again.
accounts-invite-elsewhere = To invite somebody for one group or one organization, begin on its page.
accounts-invite-send = Send the invitation
accounts-invite-again = Send the invitation again
accounts-invited-lead = The invitation was sent and has not been accepted.
accounts-last-day-title = Last day
accounts-last-day-save = Save the last day
accounts-revoke-title = Revoke
accounts-revoke-lead = Takes effect at once. The account stays, and what it did stays in the history.
accounts-revoke = Revoke
accounts-panel = Who can sign in for this
accounts-panel-empty = Nobody yet.
said-invited = The office is granted. If this person is new here, an invitation is on its way.
said-invited-again = The invitation was sent again.
said-grant-changed = The last day is changed.
said-grant-revoked = The office is revoked.
grant-does-not-fit = This office does not go with this. Choose another
grant-more-than-held = You cannot grant more than you hold yourself
grant-already-held = This person already has this office here
grant-backwards = The last day cannot be before the first, nor in the past
grant-last-coordinator = This is the last coordinator who has signed in and whose office has no last day. Invite another one first and wait until they have signed in
grant-account-ended = This account has ended. Use another address

# Invitations
invitation-title = You are invited
invitation-lead = You can sign in to this partnership’s workspace as:
invitation-accept = Accept and sign in
invitation-kept = Your name, your mail address and what you change here are kept. The coordinator sees them.
invitation-gone-title = This invitation does not work any more
invitation-gone-lead = It was accepted already, is older than 30 days or was taken back. If you have accepted it, sign in with your mail address; otherwise ask the person who invited you.
mail-invitation-subject = { $partnership } invites you
mail-invitation-body =
    Hello { $name },

    { $partnership } invites you to its workspace. With this link you accept and sign in. It works once, for 30 days:

    { $link }

    After that you sign in with your mail address. You do not expect this? Then you need not do anything.

# A new partnership
founding-partnership = The partnership
founding-name = Name
founding-name-hint = As the public knows it, in both languages
founding-place = Place
founding-place-hint = The city or region it serves
founding-slug = Short name in addresses
founding-slug-hint = Lower-case letters, digits and hyphens. The address becomes { $origin }/short-name
founding-zone = Time zone
founding-contact = The partnership’s mail address
founding-contact-hint = Like info@example.org: it stands on the public site, and answers to the partnership’s mail go there. The coordinator can add it later.
founding-coordinator = The first coordinator
founding-mail-hint = For signing in: a link is sent here
slug-malformed = Use 2 to 40 lower-case letters, digits and single hyphens, and begin with a letter
slug-reserved = This word is reserved. Choose another
slug-taken = Another partnership has this one. Choose another

# The first run
first-run-title = Welcome
first-run-lead = Nobody has an account here yet. You are making the first partnership and the first account, which also runs this installation.
first-run-code = Code from the console
first-run-code-hint = Where the program was started it has written a code of four groups. Each start writes a new one.
first-run-begin = Begin
first-run-wrong-code = This is not the code on the console, or it was used. Restart the program to get a new one

# The installation
installation-title = Installation
installation-lead = The partnerships that share this installation. Running it shows you nothing of what is inside them.
installation-partnerships = Partnerships
installation-mail = Mail of the installation
installation-undelivered = { $n ->
    [one] { $n } mail of the installation was not delivered.
   *[other] { $n } mails of the installation were not delivered.
}
installation-gallery = Gallery: every page with invented content, for those who build the program
installation-undelivered-why = See why and send again
installation-more = One more partnership
installation-make = Make it and invite the coordinator
said-partnership-made = The partnership is made, and the invitation of its coordinator is on its way.

# History
audit-account-made = made an account
audit-account-invited = sent an invitation
audit-account-accepted = accepted the invitation
audit-account-others-signed-out = signed out all other devices
audit-grant-given = granted an office
audit-grant-changed = changed the last day of an office
audit-grant-revoked = revoked an office
audit-partnership-made = made the partnership

# Accounts end
access-end-title = End all access
access-end-short = Everything this person may do here ends at once.
access-end-lead = Everything this person may do in this partnership ends with their next click. What they did stays in the history. You can invite them again at any time.
access-end = End all access
invitation-withdraw-title = Withdraw the invitation
invitation-withdraw-lead = The link in the mail opens nothing any more. You can invite this person again at any time.
invitation-withdraw = Withdraw the invitation
said-access-ended = This person may do nothing here any more.
said-invitation-withdrawn = The invitation is withdrawn.
closing-title = Close an account
closing-lead = Nobody can sign in with this account any more, and it is signed out on all devices at once. You can open it again; it may then do what it might do before.
closing-close = Close the account
lost-codes-title = Take the code away
lost-codes-lead = This account then asks for no code any more, and is signed out on all devices. Its owner is told by mail and signs in by the link; a password of fewer than 15 characters and all passkeys are removed as well.
lost-codes-make-sure = Do it only when you know that you are talking to the owner: call her back at the number you know, or meet her. Who asks by mail may be somebody else.
lost-codes-link = Lost telephone
said-codes-removed = The account asks for no code any more, and has no passkeys.
closing-reopen = Open it again
closing-act = What you can do
closing-stays = What was done with this account stays in the history, with the name. Closing ends what it may do; it does not erase the name and the address.
closing-own-title = Close my account
closing-own-short = For when you leave for good.
closing-own-lead = You will be signed out on all devices and cannot sign in any more, in any partnership. Whoever runs the installation can open the account again.
closing-own = Close my account
closing-accounts-title = Accounts of the installation
closing-accounts-lead = Who can sign in on this installation. What each may do in a partnership is seen by its coordinators alone.
closing-accounts-caption = Accounts, by name
closing-accounts-empty = There is no account.
closing-last-coordinator = { $partnership } would be left without a coordinator who can sign in and whose office has no last day. Invite another one first and wait until they have signed in
closing-last-administrator = Nobody could run this installation any more
closing-not-open = This has been done already
accounts-state-closed = account closed
said-account-closed = The account is closed.
said-account-reopened = The account is open again.
coordinator-correct = Correct who was invited
coordinator-correct-lead = The invitation to { $name } that left before is withdrawn: its link opens nothing any more. Another one goes to this address.
coordinator-correct-submit = Withdraw and invite
said-coordinator-corrected = The first invitation is withdrawn. Another one was sent.
installation-awaited = Has not come yet:
audit-account-access-ended = ended all access to the partnership
audit-account-closed = closed the account
audit-account-reopened = opened the account again
audit-account-erased = erased the account

# What is held about a person who signs in
# used: held-account
held-account = Account
held-account-one = Account to sign in
held-account-grant = Office
held-account-invitation = Invitation

fact-grant-office = Office
fact-grant-on = Only for
fact-account-grants = Office
fact-account-grants-office = Office
fact-account-grants-on = Only for
fact-account-grants-from = From
fact-account-grants-until = Until
fact-account-office = Office
fact-account-itself = What changed
fact-partnership-slug = First part of its addresses

nav-daily = Daily mail
daily-title = Daily mail
daily-lead = Once a day, in the morning, you can have what is due and what waits for you in a mail. It is what “Today” shows you, and it comes only when there is something new.
daily-wanted = Send me the daily mail
daily-wanted-hint = One mail a day at most. It goes to the address that you sign in with. Every mail has a link that ends it.
daily-topics = About
daily-topics-hint = What you do not choose is left out.
daily-save = Save
said-daily-saved = Saved. It counts from the next mail on.
purpose-daily = What is due and what waits for you, once a day
mail-daily-subject = { $n ->
    [one] One new thing for you: { $partnership }
   *[other] { $n } new things for you: { $partnership }
}
mail-daily-lead = { $day }. This is due or waits for you in { $partnership }:
mail-daily-line = - { $line }
mail-daily-new = - New: { $line }
mail-daily-choose = Choose what this mail tells you, or end it:
    { $link }
audit-account-daily = chose about the daily mail
held-account-daily = Daily mail
held-account-daily-on = wanted
held-account-daily-off = not wanted
fact-account-wanted = Daily mail wanted
fact-account-stopped = Left out of it
