#!/usr/bin/env python3
"""Times `edict diff` on long texts, the same every time: redline.py EDICT

A text and the same with every twentieth clause edited and every sixtieth moved, of 15,000 and of 60,000 words, and two texts of
60,000 words that have nothing in common. Prints processor seconds, medians of five."""
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

WORDS = """данные согласие цель срок услуга договор запись отзыв обращение ответ способ основание сведения порядок право
обязанность хранение передача уничтожение уведомление стороны исполнение условие случай сообщение адрес""".split()


def clauses(count, numbers, words):
    texts = []
    while count > 0:
        length = numbers.randint(8, 40)
        place = len(texts) + 1
        texts.append(f"{place // 20 + 1}.{place % 20 + 1}. {' '.join(numbers.choices(words, k=length)).capitalize()}.")
        count -= length
    return texts


def edited(texts, numbers):
    texts = list(texts)
    for _ in range(len(texts) // 20):
        place = numbers.randrange(len(texts))
        parts = texts[place].split()
        parts[numbers.randrange(1, len(parts))] = "иначе"
        texts[place] = " ".join(parts)
    for _ in range(len(texts) // 60):
        texts.insert(numbers.randrange(len(texts)), texts.pop(numbers.randrange(len(texts))))
    return texts


def seconds(edict, folder, old, new):
    for name, texts in ("old.md", old), ("new.md", new):
        (folder / name).write_text("\n\n".join(texts), encoding="utf-8")
    runs = []
    for _ in range(5):
        process = subprocess.Popen(
            [edict, "diff", folder / "old.md", folder / "new.md", "--format", "html", "--exit-zero"],
            stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit("edict diff failed")
        runs.append(usage.ru_utime + usage.ru_stime)
    return statistics.median(runs)


def main():
    numbers = random.Random(1)
    others = ["".join(numbers.choices("абвгдежзиклмнопрст", k=numbers.randint(4, 10))) for _ in range(3000)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for count in 15_000, 60_000:
            old = clauses(count, numbers, WORDS)
            print(f"{count:>6} words, edited     {seconds(sys.argv[1], folder, old, edited(old, numbers)):.2f} s", flush=True)
        new = clauses(60_000, numbers, others)
        print(f" 60000 words, unrelated  {seconds(sys.argv[1], folder, old, new):.2f} s")


main()
