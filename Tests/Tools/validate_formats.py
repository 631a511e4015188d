#!/usr/bin/env python3
"""Validates report files against the published schemas of their formats.

    validate_formats.py [--sarif-schema FILE] [--ocsf-schema DIRECTORY] FILE...

What a file is, its name says: *.sarif is SARIF 2.1.0; *ocsf*.jsonl is OCSF, one event a line; other *.json and *.jsonl have to be JSON; *.csv has to
have as many fields in each record as in its header; *.html must balance its tags.

Needs the packages of requirements.txt, and `ocsf-lib` for --ocsf-schema. The schemas themselves are not part of this repository:
--sarif-schema is sarif-schema-2.1.0.json of github.com/oasis-tcs/sarif-spec, --ocsf-schema a checkout of github.com/ocsf/ocsf-schema. Without
them SARIF is held against the models of sarif-pydantic, OCSF against those of py-ocsf-models.

Exit status: 0 all valid, 1 something is not, 2 a validator is missing.
"""
import argparse
import csv
import html.parser
import json
import pathlib
import re
import sys


def sarif_schema_problems(log, schema_path):
    import jsonschema

    schema = json.loads(pathlib.Path(schema_path).read_text())
    kind = jsonschema.validators.validator_for(schema)
    checker = kind.FORMAT_CHECKER
    for error in kind(schema, format_checker=checker).iter_errors(log):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def sarif_model_problems(log):
    import pydantic
    import sarif_pydantic

    try:
        read = sarif_pydantic.Sarif.model_validate(log)
    except pydantic.ValidationError as error:
        for problem in error.errors():
            yield f"{'/'.join(map(str, problem['loc']))}: {problem['msg']}"
        return
    yield from unknown_properties(read, "")


# Properties of SARIF 2.1.0 that the models lack.
NOT_IN_THE_MODELS = {"$schema", "columnKind", "toolExecutionNotifications", "occurrenceCount"}


def unknown_properties(model, place):
    """Paths of properties that a model keeps and does not know."""
    import pydantic

    if isinstance(model, pydantic.BaseModel):
        yield from (f"{place}/{name}: not a property of SARIF" for name in model.model_extra or {} if name not in NOT_IN_THE_MODELS)
        for name in type(model).model_fields:
            yield from unknown_properties(getattr(model, name), f"{place}/{name}")
    elif isinstance(model, list):
        for number, one in enumerate(model):
            yield from unknown_properties(one, f"{place}/{number}")


def sarif_problems(path, schema_path):
    log = json.loads(path.read_text(encoding="utf-8"))
    if log.get("version") != "2.1.0":
        yield f"version is {log.get('version')!r}"
    yield from sarif_schema_problems(log, schema_path) if schema_path else sarif_model_problems(log)
    for run in log["runs"]:
        rules = run["tool"]["driver"].get("rules", [])
        if len({rule["id"] for rule in rules}) != len(rules):
            yield "a rule stands twice"
        for place, result in enumerate(run.get("results", [])):
            index = result.get("ruleIndex")
            if index is not None and rules[index]["id"] != result["ruleId"]:
                yield f"results/{place}: ruleIndex points at another rule"


def ocsf_model_problems(event):
    import pydantic
    from py_ocsf_models.events.findings.compliance_finding import ComplianceFinding

    try:
        ComplianceFinding.model_validate(event)
    except pydantic.ValidationError as error:
        for problem in error.errors():
            yield f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"


class OCSFSchema:
    """The compiled schema: attributes, requirements, types and enumerations of every class and object."""

    def __init__(self, folder):
        from ocsf.compile import Compilation
        from ocsf.repository import read_repo

        self.schema = Compilation(read_repo(folder)).build()

    def event_problems(self, event):
        found = [c for c in self.schema.classes.values() if c.uid == event["class_uid"]]
        if not found:
            yield f"no class {event['class_uid']}"
            return
        yield from self.problems(event, found[0], found[0].name, profiles=event.get("metadata", {}).get("profiles", []))

    def problems(self, value, definition, path, profiles):
        attributes = {
            name: a for name, a in definition.attributes.items()
            if not getattr(a, "profile", None) or a.profile in profiles
        }
        for name, attribute in attributes.items():
            if attribute.requirement == "required" and name not in value:
                yield f"{path}.{name}: required, and missing"
        constraints = getattr(definition, "constraints", None) or {}
        at_least_one = constraints.get("at_least_one", [])
        if at_least_one and not any(name in value for name in at_least_one):
            yield f"{path}: none of {at_least_one}"
        just_one = constraints.get("just_one", [])
        if just_one and sum(name in value for name in just_one) != 1:
            yield f"{path}: not exactly one of {just_one}"
        for name, item in value.items():
            if name not in attributes:
                yield f"{path}.{name}: not an attribute"
                continue
            attribute = attributes[name]
            if getattr(attribute, "deprecated", None):
                yield f"{path}.{name}: deprecated"
            if attribute.is_array != isinstance(item, list):
                yield f"{path}.{name}: {'is' if attribute.is_array else 'is no'} array in the schema"
                continue
            for part in item if isinstance(item, list) else [item]:
                yield from self.item_problems(part, attribute, f"{path}.{name}", profiles)

    def item_problems(self, item, attribute, path, profiles):
        name = attribute.object_type or attribute.type
        if name in self.schema.objects:
            if not isinstance(item, dict):
                yield f"{path}: not an object"
                return
            yield from self.problems(item, self.schema.objects[name], path, profiles)
            return
        enum = getattr(attribute, "enum", None)
        if enum and str(item) not in enum:
            yield f"{path}: {item!r} is not one of {list(enum)}"
        base = attribute.type
        if base in ("integer_t", "long_t", "timestamp_t", "port_t") and (not isinstance(item, int) or isinstance(item, bool)):
            yield f"{path}: not a whole number"
        if base == "boolean_t" and not isinstance(item, bool):
            yield f"{path}: not true or false"
        if base in ("string_t", "url_t", "datetime_t", "uuid_t") and not isinstance(item, str):
            yield f"{path}: not a text"


def json_lines(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line:
            yield number, json.loads(line)


def csv_problems(path):
    with path.open(newline="", encoding="utf-8") as file:
        records = list(csv.reader(file, strict=True))
    for number, record in enumerate(records, 1):
        if len(record) != len(records[0]):
            yield f"record {number}: {len(record)} fields instead of {len(records[0])}"
        for field in record:
            if re.match(r"\s*[=+\-@]", field):
                yield f"record {number}: a spreadsheet would run {field[:40]!r}"


class Balance(html.parser.HTMLParser):
    """Tags that must be closed are closed in order; no script, no handler."""

    def __init__(self):
        super().__init__()
        self.open, self.problems = [], []

    def handle_starttag(self, tag, attributes):
        if tag == "script" or any(name.startswith("on") for name, _ in attributes):
            self.problems.append(f"line {self.getpos()[0]}: <{tag}> runs something: {attributes}")
        if tag not in ("meta", "link", "br", "hr", "img", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"line {self.getpos()[0]}: </{tag}> closes nothing")


def html_problems(path):
    page = Balance()
    page.feed(path.read_text(encoding="utf-8"))
    yield from page.problems
    if page.open:
        yield f"left open: {page.open}"


def problems(path, arguments, ocsf):
    if path.suffix == ".sarif":
        yield from sarif_problems(path, arguments.sarif_schema)
    elif path.suffix == ".jsonl":
        for number, event in json_lines(path):
            if "ocsf" in path.name:
                found = list(ocsf_model_problems(event)) + (list(ocsf.event_problems(event)) if ocsf else [])
                yield from (f"line {number}: {problem}" for problem in found)
    elif path.suffix == ".json":
        json.loads(path.read_text(encoding="utf-8"))
    elif path.suffix == ".csv":
        yield from csv_problems(path)
    elif path.suffix == ".html":
        yield from html_problems(path)
    else:
        print(f"{path.name}: a format without rules, nothing checked")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sarif-schema", type=pathlib.Path)
    parser.add_argument("--ocsf-schema", type=pathlib.Path)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    bad = False
    try:
        ocsf = OCSFSchema(arguments.ocsf_schema) if arguments.ocsf_schema else None
        for path in arguments.files:
            try:
                found = list(problems(path, arguments, ocsf))
            except (ValueError, csv.Error, OSError) as error:
                found = [str(error)]
            for problem in found[:50]:
                print(f"{path.name}: {problem}")
            bad = bad or bool(found)
            print(f"{path.name}: {'NOT VALID' if found else 'valid'}")
    except ImportError as error:
        print(f"{error}; see requirements.txt", file=sys.stderr)
        return 2
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
