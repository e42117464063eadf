"""Runs a composite action as GitHub would: run-action.py ACTION [KEY=VALUE …], in the checked-out repository.

KEY is an input, or `github.event_name` and the like. Steps that use another action are only named. Of expressions it knows
names, strings, ==, !=, &&, || and !cancelled(). Ends with the exit code of the first step that failed.
"""
import os
import re
import subprocess
import sys
import tempfile

import yaml

folder = os.path.realpath(sys.argv[1])
with open(f"{folder}/action.yml", encoding="utf-8") as file:
    action = yaml.safe_load(file)
given = dict(argument.split("=", 1) for argument in sys.argv[2:])
context = {"github.token": "secret", "runner.os": "Linux", "runner.arch": "X64"}
context |= {key: value for key, value in given.items() if "." in key}


def value(expression, failed=False):
    def name(match):
        return match[0] if match[0].startswith("'") else repr(context.get(match[0], ""))

    text = re.sub(r"'[^']*'|[a-z_]+(?:\.[a-z_-]+)+", name, expression)
    text = text.replace("!cancelled()", "True").replace("&&", " and ").replace("||", " or ")
    return eval(text, {"__builtins__": {}})


def filled(text):
    return re.sub(r"\$\{\{(.*?)\}\}", lambda match: str(value(match[1].strip())), text)


for key, declared in action["inputs"].items():
    context[f"inputs.{key}"] = given.get(key, filled(str(declared.get("default", ""))))
unknown = [key for key in given if "." not in key and key not in action["inputs"]]
assert not unknown, unknown

code = 0
path = os.environ["PATH"]
with tempfile.TemporaryDirectory() as work:
    for step in action["runs"]["steps"]:
        condition = re.sub(r"^\$\{\{|\}\}$", "", step.get("if", "!cancelled()" if not code else "")).strip()
        name = step.get("name") or step.get("id")
        if (code and "cancelled" not in condition) or not value(condition):
            continue
        if "uses" in step:
            print(f"== {step['uses']}: {filled(str(step['with']['path']))}", flush=True)
            continue
        print(f"== {name}", flush=True)
        files = {key: f"{work}/{key}" for key in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            open(file, "a").close()
        environment = os.environ | files | {"PATH": path, "GITHUB_ACTION_PATH": folder}
        environment |= {key: filled(text) for key, text in step.get("env", {}).items()}
        run = subprocess.run(["bash", "-eo", "pipefail", "-c", filled(step["run"])], env=environment)
        code = code or run.returncode
        with open(files["GITHUB_PATH"]) as file:
            path = ":".join([*reversed(file.read().split()), os.environ["PATH"]])
        with open(files["GITHUB_OUTPUT"]) as file:
            for line in file:
                key, _, text = line.rstrip("\n").partition("=")
                context[f"steps.{step.get('id')}.outputs.{key}"] = text
    for key, output in action["outputs"].items():
        print(f"== {key} = {filled(output['value'])!r}")
    if "GITHUB_STEP_SUMMARY_COPY" in os.environ:
        with open(files["GITHUB_STEP_SUMMARY"]) as source, open(os.environ["GITHUB_STEP_SUMMARY_COPY"], "w") as copy:
            copy.write(source.read())
sys.exit(code)
