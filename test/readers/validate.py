"""Validates data packages, one address per line, and prints the faults that frictionless finds: one JSON list per line."""

import json
import sys

import frictionless

for line in sys.stdin:
    report = frictionless.validate(line.strip(), type="package")
    faults = [error.message for task in report.tasks for error in task.errors]
    faults += [error.message for error in report.errors]
    if not report.valid and not faults:
        faults = ["not valid"]
    if len(report.tasks) == 0:
        faults.append("no table")
    print(json.dumps(faults))
