#!/usr/bin/env python3
"""Generates a project of published editions, the same for the same numbers: editions.py DOCUMENTS EDITIONS CLAUSES FOLDER EDICT

Each edition changes some clauses of the one before; the program EDICT publishes them, all documents' first editions on one
day, their second ones a week later, and so on."""
import datetime
import pathlib
import random
import subprocess
import sys

WORDS = """данные согласие цель срок услуга договор запись отзыв обращение ответ способ основание сведения порядок право
обязанность хранение передача уничтожение уведомление стороны исполнение условие случай сообщение адрес""".split()
FIRST = datetime.date(2020, 1, 1)


def sentence(numbers):
    return " ".join(numbers.choices(WORDS, k=numbers.randint(8, 25))).capitalize() + "."


def text(clauses):
    sections = [clauses[start : start + 10] for start in range(0, len(clauses), 10)]
    lines = ["# Правила сервиса"]
    for number, section in enumerate(sections, 1):
        lines.append(f"{number}. Раздел о том, что {section[0].split()[0].lower()}")
        lines += [f"{number}.{place}. {clause}" for place, clause in enumerate(section, 1)]
    return "\n\n".join(lines) + "\n"


def main():
    documents, editions, clauses, folder, edict = *map(int, sys.argv[1:4]), pathlib.Path(sys.argv[4]), sys.argv[5]
    folder.mkdir(parents=True)
    (folder / "edict.yml").write_text("title: Bench\nurl: https://example.org\ntimezone: Europe/Moscow\n")
    bodies = {}
    for number in range(documents):
        numbers = random.Random(number)
        place = folder / "content/legal" / f"rules-{number:04}"
        place.mkdir(parents=True)
        (place / "document.yml").write_text(f"title: Правила {number}\nkind: agreement\nlanguage: ru\n")
        bodies[place] = numbers, [sentence(numbers) for _ in range(clauses)]
    for edition in range(editions):
        day = FIRST + datetime.timedelta(weeks=edition)
        for place, (numbers, body) in bodies.items():
            for _ in range(1 + clauses // 20 if edition else 0):
                body[numbers.randrange(clauses)] = sentence(numbers)
            head = f'---\nversion: "{edition + 1}.0"\ndate: {day}\neffective: {day}\nsummary: Изменены условия.\n---\n\n'
            (place / f"{edition + 1}.0.md").write_text(head + text(body), encoding="utf-8")
        names = [f"{place.name}@{edition + 1}.0" for place in bodies]
        command = [edict, "publish", "-q", "-C", folder, "--as-of", str(day), *names]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


main()
