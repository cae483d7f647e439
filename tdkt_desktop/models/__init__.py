"""What the school knows: mapped classes and the store.

| module | what is in it |
|---|---|
| `store` | `Store`: open, read, transaction, undo, back up, restore; start reading there |
| `tables` | all mapped classes; they live in `school`, `plan`, `register`, `library`, … |
| `base` | `Record`, the ground of every table of people's data, and the kinds of columns |
| `changes` | `Change`, what an act touched |
| `removal` | `remove_for_good`, for what leaves the bin |
| `attachments` | kept files by fingerprint |
| `backups`, `backup_facts`, `restoring` | shelves of back-ups; need no SQLAlchemy |
| `failures` | the errors of a store that cannot be opened or written |
| `opening`, `database`, `migrate`, `migrations` | the file: check, make, bring up to date |
| `recorder`, `images`, `undo` | how acts are recorded and replayed |
| `lock`, `location` | who has the store open, and where it is |

A new table: a class deriving from `Record` (and `Binned` if it has a bin) in a module of its own,
its name in `tables`, a step in `migrations`, and a dump of the schema before it for the tests. Its
columns hold JSON-able values, dates and moments only; files go to the attachments. References to
other tables are plain `ForeignKey` columns without `ondelete`, since what SQLite deletes by itself
leaves no image.
"""
