# Words of the console: commands, settings, and what kith doctor finds.
# used: backup-*, config-*, console-*, doctor-*
# never one: config-secret-short doctor-clock-apart doctor-issuer-mismatch
cli-about = The open-source system that a Local Immigration Partnership runs on
cli-config = The file of settings; without it, kith.toml here if there is one. KITH_* variables stand over it
cli-demo = Try it: four partnerships on this machine, with everything to look around in
cli-demo-port = The port on this machine’s own address; 0 takes a free one
cli-demo-data = The folder in which what you change is kept; without it, a new one at every start
cli-serve = Run the installation until you stop it
cli-migrate = Bring the database up to this version. On SQLite, kith serve does so by itself
cli-doctor = Look for what is wrong with the settings and the machine, and say what to do
cli-backup = Write everything into one file, while the installation runs
cli-restore = Put a backup into an empty database, SQLite or PostgreSQL
cli-verify = Say whether a backup is as it was written
cli-erasures = Print which records of people were erased, without names, to be kept beside the backups
cli-erasures-again = Erase the records of this list again that a restored backup brought back
cli-file = The backup

console-listening = listening on { $address }
console-counting = counting aloud on { $address }
console-first-run = Nobody has an account here yet. Begin at { $origin }/first-run with this code: { $code }
console-stopped = Stopped. Everything that was saved is on disk.
console-step = applied { $step }
console-granted = { $role } may now read and write, and nothing more
console-migrated = { $count ->
    [0] The database is up to date.
    [one] { $count } step taken. The database is up to date.
   *[other] { $count } steps taken. The database is up to date.
}
console-settings = Nothing was started. Mend the settings above, then try again.
console-failed = This did not work: { $why }
console-folder-taken = Another kith works in { $folder }. Stop it first, or give this one a folder of its own.
console-folder = The folder { $folder } cannot be used: { $why }. Make it, and let the program’s user write there.
console-database = The database does not answer: { $why }. Check the setting database, and that the server runs.
console-no-database = There is no database { $path }. Run this where the installation runs, or name its settings with --config.
console-backed-up = { $path }: rows { $rows }, tables { $tables }, files { $files }, as of { $at }
    digest { $digest }
console-verified = { $path } is whole: rows { $rows }, tables { $tables }, files { $files }, as of { $at }
    digest { $digest }
console-restored = Restored from { $path }: rows { $rows }, tables { $tables }, files { $files }, as of { $at }
    digest { $digest }
console-restored-erasures = Whoever was erased after { $at } is in it again. Before you serve it, erase them once more: kith erasures --again LIST, with the list that kith erasures printed where the installation ran last.
console-not-erasures = { $path } is no list of erasures: { $why }. Make one with kith erasures.
console-erased-again = { $count ->
    [0] None of them was here.
    [one] { $count } record was here again and is erased.
   *[other] { $count } records were here again and are erased.
}
backup-not-archive = This is not a backup of Kith, or it is cut off: { $why }
backup-later = Kith { $program } wrote this, which is later than this program. Restore it with that version or a newer one.
backup-damaged = The backup is damaged ({ $what }). Nothing was changed. Take the one before it.
backup-not-empty = The table { $table } has rows already. Restore into a new, empty database.
backup-files-there = There are files in { $folder } already. Restore into a new folder of data.
backup-exists = { $path } is there already. Name another file.
backup-differs = The database gave back something else than was put in. Nothing was kept.
backup-schema-ahead = The database is empty but of a later version than the backup. Make a new one and restore into it: the steps between are taken then.
backup-owner-needed = The tables must be made first, which only their owner can. Give its address in database_owner.
console-listen = Cannot listen on { $address }: { $why }. Another program may have it; stop that one or change the setting listen.
console-pending = { $count ->
    [one] The database lacks { $count } step of this version.
   *[other] The database lacks { $count } steps of this version.
} Run kith migrate, with the setting database_owner, then start again.
console-superuser = The role { $role } is a superuser: no partnership would be kept apart from another. Connect as a role without rights of its own, and give the tables’ owner in database_owner.
console-bypass = The role { $role } has BYPASSRLS: no partnership would be kept apart from another. Take it away: ALTER ROLE { $role } NOBYPASSRLS
console-owner = { $count ->
    [one] The role { $role } owns { $count } table
   *[other] The role { $role } owns { $count } tables
} and could switch off what keeps partnerships apart. Connect as another role, and give the owner in database_owner.
console-owner-needed = Only the owner of the tables can do this. Give its address in database_owner.
console-owner-is-program = database and database_owner name the same role. The program needs a role of its own, which owns nothing.

config-unreadable = The settings { $path } cannot be read: { $why }
config-not-toml = The settings { $path } are not TOML: { $why }
config-unknown = There is no setting “{ $name }”. Check its spelling.
config-not-text = Write this setting in quotation marks.
config-not-flag = Write true or false, without quotation marks.
config-not-number = Write a whole number from 1, without quotation marks.
config-not-address = “{ $value }” is not an address. Write it like 127.0.0.1:8080.
config-not-origin = “{ $value }” is not an origin. Write it like https://kith.example.org, without a path.
config-not-database = Write a path, or postgres://role:password@host:5432/name.
config-owner-of-file = Only PostgreSQL has an owner beside the program’s role. Leave this out.
config-secret-short = The secret has { $bytes } bytes and needs { $least }. Make one: openssl rand -base64 32
config-secret-needed = PostgreSQL can have several programs before it, and they must share one secret. Make it: openssl rand -base64 32
config-not-mail-route = Write folder, smtp://user:password@host:587 or smtps://user:password@host.
config-not-mail-from = “{ $value }” is not an address for mail. Write it like Kith <kith@example.org>.
config-file-unreadable = { $path } cannot be read: { $why }
config-twice = Give this one or { $other }, not both.
config-not-table = Write { $name } as a table: [oidc.city], and under it issuer, client_id and so on.
config-issuer-name = { $name }: the short name after the point has 1 to 30 small letters, digits and hyphens.
config-issuer-lacks = { $name } is missing.
config-issuer-not-text = Write { $name } in quotation marks.
config-issuer-twice = { $name } is the same house as { $other }. Write one table for each house.
config-not-mail-domain = { $name }: “{ $value }” is not a domain. Write domains like city.example, or * alone to trust the house with every address.
config-not-issuer = { $name }: “{ $value }” is not the address of an issuer. Write it as the provider does, like https://login.example.org, with https and nothing behind ? or #.
config-not-lang = The console speaks en and fr, not “{ $value }”.

doctor-sum = { $count ->
    [0] Nothing is wrong.
    [one] { $count } thing is wrong.
   *[other] { $count } things are wrong.
}
doctor-folder = { $folder } can be written.
doctor-space = { $megabytes } MB are free on its disk.
doctor-space-little = Only { $megabytes } MB are free on the disk of the data. Make room before it fills.
doctor-space-none = Only { $megabytes } MB are free on the disk of the data. Saving will fail soon: make room now.
doctor-secret = { $path } is the program’s own.
doctor-secret-open = Others on this machine can read { $path }. Close it: chmod 600 { $path }
doctor-origin = Visitors come to { $origin }.
doctor-origin-plain = Visitors come to { $origin } without encryption. If they really come by https, say so in origin: only then browsers guard the sign-in.
doctor-origin-proxy = Visitors come to { $origin }, so a proxy stands before the program. If it sets X-Forwarded-For, write behind_proxy = true; until then all visitors count as one.
doctor-sqlite = The database is { $file }.
doctor-postgres = The database answers, and row-level security holds the role { $role }.
doctor-database-unverified = The database is on another machine, and nothing makes its server prove who it is: somebody between could listen or answer in its place. Write sslmode=verify-full into its address, and sslrootcert when its certificate is not one that browsers trust.
doctor-database-slow = The database did not answer within 10 seconds. Check the address and the firewall.
doctor-schema = The database is of this version.
doctor-schema-at-start = { $count ->
    [one] { $count } step of this version will be taken
   *[other] { $count } steps of this version will be taken
} when the program starts. Keep a backup from before.
doctor-schema-differs = The database is of another version: { $why }. Start the version that it was last used with, or a newer one.
doctor-sound = The file of the database is whole.
doctor-unsound = The database is damaged: { $why }. Stop the program, keep the file, and restore the last backup.
doctor-clock = The clocks of this machine and of the database agree.
doctor-clock-apart = The clocks of this machine and of the database differ by { $seconds } seconds. Set both by NTP.
doctor-mail-undelivered = { $count ->
    [one] { $count } mail of the last two weeks could not be delivered.
   *[other] { $count } mails of the last two weeks could not be delivered.
} The reasons stand on the page Mail of each partnership and on the page of the installation, where they can be sent again.
doctor-database-certificate = The database does not prove who it is: { $why }. Name the certificate of its issuer at the end of the setting database, as in ?sslmode=verify-full&sslrootcert=/etc/kith/root.pem, and the server by the name that its certificate has.
doctor-issuer = { $name } ({ $issuer }) answers, and offers what is needed; whether client_id and client_secret fit, the first sign-in shows.
doctor-issuer-mismatch = { $name }: the house at { $issuer } calls itself { $said }. Write that, letter for letter, as issuer of [oidc.{ $name }].
doctor-issuer-unreachable = { $name }: { $issuer } cannot be reached: { $why }. Check issuer of [oidc.{ $name }] and the firewall. Until then nobody signs in by it; the other ways go on working.
doctor-issuer-unfit = { $name }: { $issuer } does not offer what is needed: { $why }. Check its settings there, or ask whoever runs it.
doctor-mail-folder = Mail is written into the folder mail of the data and reaches nobody. Write the setting mail to send it.
doctor-mail = The mail server lets us in.
doctor-mail-unreachable = The mail server cannot be reached: { $why }. Check the setting mail. Until then mail waits and is not lost.

# Sheets at the console
cli-data = The folder of data of an installation on SQLite, instead of its settings
cli-import = Bring a sheet in: it comes whole or not at all
cli-import-what = What its rows are: partners, people, plan or services
cli-import-file = The sheet, .xlsx or .csv; for services a package of HSDS (.zip) or JSON, too
cli-import-partnership = The partnership, as its addresses begin
cli-import-sheet = Of a workbook with several sheets: the one of this name
cli-import-dry-run = Only say what would be added, changed and refused
cli-import-answer = Answer what the sheet asks, under the key that a dry run names; as often as there are questions
cli-undo = Undo an import
cli-undo-batch = The import, as kith import named it
cli-retention = Tell what will be erased by itself by the end of a day; changes nothing
cli-retention-on = The day, as 2027-01-31; without it, today
console-retention = { $what } ({ $class }): { $n }
console-retention-one = – { $name }, since { $since }
console-retention-installation = Of the installation, whatever the partnership:
console-no-partnership = There is no partnership “{ $slug }” here.
console-no-batch = There is no import { $batch } here.
console-import-column = { $column } → { $says }
console-import-row = row { $row }: { $words }
console-import-question = { $words }
console-import-answer = --answer { $answer }: { $words }
console-import-answer-taken = --answer { $answer }: { $words } (taken now)
console-import-counts = would add { $added }, change { $changed }, leave { $same } as they are; to be answered { $asked }, refused { $refused }
console-import-dry = Nothing was changed.
console-import-taken = It is in. To undo it: kith undo { $batch }
console-import-not-taken = Nothing was changed: rows are refused or wait for an answer. Correct them, answer with --answer, or bring the sheet in the workspace.
console-import-undone = { $kept ->
    [0] The import is undone.
    [one] The import is undone, but for { $kept } record that somebody has changed since.
   *[other] The import is undone, but for { $kept } records that somebody has changed since.
}
