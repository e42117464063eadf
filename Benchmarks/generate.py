"""Generates a project with COUNT profiles into FOLDER, the same for the same COUNT: generate.py COUNT FOLDER"""
import pathlib
import random
import sys

NAMES = ["Анна", "Вера", "Дмитрий", "Елена", "Иван", "Мария", "Ольга", "Павел"]
SURNAMES = ["Белова", "Воронина", "Громова", "Зуева", "Климова", "Ларина", "Мельник", "Орлова"]
PROFESSIONS = ["Психолог", "Коуч", "Семейный психолог", "Карьерный консультант"]
TOPICS = ["тревога", "выгорание", "отношения", "горе", "самооценка", "смена профессии", "переезд", "сон"]
METHODS = ["когнитивный подход", "схема-терапия", "системный подход", "коучинг"]
CITIES = ["Москва", "Казань", "Омск", "Тула", "Пермь"]
WORDS = "работаю помогаю встреча разговор внимание решение время человек семья опыт вопрос шаг цель путь день".split()


def profile(random, number):
    def some(values, most):
        return ", ".join(random.sample(values, random.randint(1, most)))

    def sentence():
        return " ".join(random.choices(WORDS, k=random.randint(6, 14))).capitalize() + "."

    body = "\n\n".join(" ".join(sentence() for _ in range(random.randint(2, 5))) for _ in range(random.randint(2, 5)))
    items = "\n".join(f"- {sentence()}" for _ in range(3))
    return f"""---
name: {random.choice(NAMES)} {random.choice(SURNAMES)}
profession: {random.choice(PROFESSIONS)}
published: true
publication_consent:
  date: 2026-01-15
city: {random.choice(CITIES)}
formats: [online, in-person]
languages: [ru, en]
topics: [{some(TOPICS, 5)}]
methods: [{some(METHODS, 3)}]
education:
  - year: {random.randint(1990, 2020)}
    place: Университет
    title: психология
practising_since: {random.randint(2000, 2024)}
services:
  - name: Консультация
    minutes: {random.choice([50, 60, 90])}
    price: {random.randint(10, 90) * 100}
schedule:
  - day: mon
    from: "10:00"
    to: "18:00"
booking: https://example.org/book/{number}
---

{body}

## Как проходит встреча

{sentence()} **{sentence()}** [{sentence()}](https://example.org/{number})

{items}
"""


def main():
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    specialists = folder / "content" / "specialists"
    specialists.mkdir(parents=True)
    (folder / "edict.yml").write_text("title: Bench\nurl: https://example.org\ntimezone: Europe/Moscow\n")
    for number in range(count):
        text = profile(random.Random(number), number)
        (specialists / f"specialist-{number:06}.md").write_text(text, encoding="utf-8")


main()
