"""Holds the action, the hook and the workflows of docs/ci.md against the schemas of those who read them, and their shell
against bash and shellcheck: check-workflows.py REPOSITORY STARTED, where STARTED is a project that `edict init` wrote."""
import json
import re
import subprocess
import sys

import jsonschema
import yaml

repository, started = sys.argv[1:]
faults = []


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def validate(name, value, schema):
    schema = json.loads(read(f"{repository}/.build-corpora/schemas/{schema}.json"))
    for error in jsonschema.validators.validator_for(schema)(schema).iter_errors(value):
        faults.append(f"{name}: {error.message[:200]}")


def check_shell(name, script):
    for command in (["bash", "-n"], ["shellcheck", "--shell=bash", "--exclude=SC2153", "-"]):
        run = subprocess.run(command, input=script, capture_output=True, text=True)
        if run.returncode:
            faults.append(f"{name}: {run.stdout}{run.stderr}")


def scripts(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "run" and isinstance(inner, str):
                yield re.sub(r"\$\{\{.*?\}\}", "x", inner)
            elif key in ("script", "before_script"):
                yield "\n".join(inner)
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


# YAML 1.1 reads `on` as true.
yaml.SafeLoader.yaml_implicit_resolvers["o"] = []
blocks = re.findall(r"^```yaml\n(# (\S+)\n.*?)^```$", read(f"{repository}/docs/ci.md"), re.MULTILINE | re.DOTALL)
texts = {path: text for text, path in blocks}
schemas = {".github/": "github-workflow", ".gitlab": "gitlab-ci"}
for path, text in texts.items():
    value = yaml.safe_load(text)
    for prefix, schema in schemas.items():
        if path.startswith(prefix):
            validate(path, value, schema)
    for script in scripts(value):
        check_shell(path, script)
action = yaml.safe_load(read(f"{repository}/action.yml"))
validate("action.yml", action, "github-action")
for script in scripts(action):
    check_shell("action.yml", script)
for name in subprocess.run(["ls", f"{repository}/action"], capture_output=True, text=True).stdout.split():
    check_shell(f"action/{name}", read(f"{repository}/action/{name}"))
ours = texts[".github/workflows/site.yml"].split("\n", 1)[1]
if ours != read(f"{started}/.github/workflows/site.yml"):
    faults.append("the workflow that `edict init` writes is not the one of docs/ci.md")
print("\n".join(faults) or f"{len(texts)} workflows are sound")
