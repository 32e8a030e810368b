"""Holds packages against what their descriptors say, and prints all that is wrong: file, row, column, kind.

validate.py FOLDER...: as the example `validate` of the crate does it for one; several are parted by lines of `--`.
"""

import sys

from frictionless import Package, system

MOST = 1_000_000
OF_ROWS = {"primary-key", "foreign-key", "blank-row"}
# A header's errors name their row as row 1, as a spreadsheet program counts.
OF_HEADINGS = {"blank-label", "duplicate-label", "extra-label", "missing-label", "incorrect-label"}


def lines(folder):
    package = Package(f"{folder}/datapackage.json")
    paths = {resource.name: resource.path for resource in package.resources}
    found = package.validate(limit_errors=MOST)
    rows, told = 0, []
    for error in found.errors:
        told.append(f"package: {error.type}: {error.note}")
    for task in found.tasks:
        rows += task.stats.get("rows") or 0
        for error in task.errors:
            kind = error.type
            row = 1 if kind in OF_HEADINGS else getattr(error, "row_number", 0)
            column = 0 if kind in OF_ROWS else getattr(error, "field_number", 0)
            told.append(f"{paths[task.name]} {row} {column} {kind}")
    print(f"{rows} rows, {len(told)} errors")
    for line in sorted(told):
        print(line)


with system.use_context(trusted=True):
    for at, folder in enumerate(sys.argv[1:]):
        if at:
            print("--")
        lines(folder)
