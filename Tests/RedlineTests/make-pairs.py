#!/usr/bin/env python3
"""Makes pairs of editions whose true changes are known by construction, harder than those in Pairs/, for score.py.

    make-pairs.py EDITION.md FOLDER COUNT

Each pair is a number of random operations on the text of an edition: clauses and sections come, go, move, swap, split, merge,
are reworded by up to a half or repeated with a few words changed; numbers and references follow. The seed of a pair is its name.
A pair is left out where as few words could have moved the other way round: no reader could tell what "moved" there."""
import copy
import itertools
import json
import pathlib
import random
import re
import sys

WORD = re.compile(r"[^\W_]+(?:[-@.][^\W_]+)*|[^\w\s]|_")  # as score.py reads words
WORDS = """уполномоченный реестр регламент инцидент журнал канал сертификат процедура мониторинг резервный аудит порог
    протокол комиссия график шаблон архив носитель ключевой дубликат плановый срочный внешний постоянный разовый""".split()
CLAUSES = [
    "Плановый аудит защищённости проводит раз в год комиссия, состав которой утверждает руководитель.",
    "Записи разговоров не ведутся и не хранятся ни при каких обстоятельствах.",
    "Часовой пояс, в котором показано расписание, каждый выбирает сам в своём кабинете.",
    "Платёж возвращается на ту карту, с которой он был совершён, не позднее десяти банковских дней.",
    "Несовершеннолетних записывает на приём только их законный представитель.",
    "Решения, от которых зависят чьи-либо права, машина не принимает.",
]
TITLES = ["Записи несовершеннолетних", "Решения без участия человека", "Возврат платежей", "Порядок рассмотрения жалоб"]
OPERATIONS = {
    "edit": 4, "reword": 1, "insert": 2, "repeat": 1, "insert section": 1, "delete": 1, "delete section": 1, "move": 2,
    "move edited": 2, "move section": 1, "move section edited": 1, "swap": 1, "split": 2, "merge": 1,
    "insert item": 1, "delete item": 1, "edit item": 1,
}  # fmt: skip


class Token:
    def __init__(self, text, gap, origin=None):
        """`gap` is what stands before it; `origin` the token of the old edition it is."""
        self.text, self.gap, self.origin, self.state = text, gap, origin, "keep"


class Block:
    names = itertools.count(1)

    def __init__(self, kind, text, label=""):
        self.kind, self.label, self.moved, self.tokens = kind, label, False, []
        self.name = f"b{next(Block.names):04}"
        end = 0
        for match in WORD.finditer(text):
            self.tokens.append(Token(match[0], text[end : match.start()]))
            end = match.end()
        self.tail = text[end:]
        self.sources = []

    def copy(self, name=None):
        other = copy.copy(self)
        other.name = name or self.name
        other.sources = [] if name else [self.name]
        other.tokens = [Token(token.text, token.gap, None if name else token) for token in self.tokens]
        return other

    def text(self):
        text = "".join(token.gap + token.text for token in self.tokens).lstrip() + self.tail
        mark = {"title": "# ", "heading": "## ", "item": "- "}.get(self.kind, "")
        return mark + (self.label + ". " if self.label else "") + text


def read(edition):
    """The sections of an edition, each a list of blocks of which the first is its heading; tables are left out."""
    text = re.sub(r"\A---\n.*?\n---\n", "", edition, flags=re.S)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text.replace("{{", "").replace("}}", "").replace("_", "-"))
    text = re.sub(r"[*`]|\{#.*?\}", "", text)
    sections = [[]]
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in part.split("\n")]
        if lines[0].startswith("|"):
            continue
        for line in lines if lines[0].startswith("- ") else [" ".join(lines).lstrip("# ")]:
            label = re.match(r"(\d+(?:\.\d+)?)\. ", line)
            body = line[label.end() :] if label else line.removeprefix("- ")
            if label and "." not in label[1]:
                sections.append([Block("heading", body, label[1])])
            elif label:
                sections[-1].append(Block("clause", body, label[1]))
            else:
                kind = "item" if line.startswith("- ") else "paragraph" if sections[-1] else "title"
                sections[-1].append(Block(kind, body))
    return sections


def number(sections):
    for place, section in enumerate(sections[1:], 1):
        section[0].label = str(place)
        for order, clause in enumerate([block for block in section if block.kind == "clause"], 1):
            clause.label = f"{place}.{order}"


def blocks(sections):
    return [block for section in sections for block in section]


def weight(some):
    return sum(len(block.tokens) + 1 for block in some)


class Editor:
    def __init__(self, sections, chance):
        self.sections, self.chance = sections, chance
        self.touched = set()

    def clauses(self):
        """(section, start, end) of each clause with all that belongs to it, if nothing was done to it yet."""
        found = []
        for section in self.sections[1:]:
            starts = [place for place, block in enumerate(section) if block.kind == "clause"] + [len(section)]
            for start, end in zip(starts, starts[1:]):
                span = section[start:end]
                if len(span[0].tokens) >= 6 and not any(block.name in self.touched for block in span):
                    found.append((section, start, end))
        return found

    def touch(self, some):
        self.touched |= {block.name for block in some}

    def reword(self, block, count):
        places = [place for place, token in enumerate(block.tokens) if len(token.text) >= 4 and token.text.isalpha()]
        for place in sorted(self.chance.sample(places, min(count, len(places))), reverse=True):
            match self.chance.choice(["replace", "replace", "delete", "insert"]):
                case "replace":
                    block.tokens[place] = Token(self.chance.choice(WORDS), block.tokens[place].gap)
                case "insert":
                    block.tokens.insert(place + 1, Token(self.chance.choice(WORDS), " "))
                case "delete" if place > 0 and len(block.tokens) > 6:
                    del block.tokens[place]
        self.touch([block])

    def new_clause(self):
        return Block("clause", self.chance.choice(CLAUSES), "new")

    def perform(self, operation):
        clauses = self.clauses()
        if not clauses:
            return
        section, start, end = self.chance.choice(clauses)
        clause, span = section[start], section[start:end]
        size = len(clause.tokens)
        following = [other for other in clauses if other[0] is section and other[1] == end]
        match operation.split():
            case ["edit"]:
                self.reword(clause, self.chance.randint(1, 4))
            case ["reword"]:
                self.reword(clause, round(size * self.chance.uniform(0.25, 0.5)))
            case ["insert"]:
                section.insert(start, self.new_clause())
                self.touch([section[start], clause])
            case ["repeat"]:
                other, _, place = self.chance.choice(clauses)
                twin = clause.copy(name=f"b{next(Block.names):04}")
                self.reword(twin, self.chance.randint(2, 4))
                other.insert(place, twin)
                self.touch([clause])
            case ["insert", "section"]:
                added = [Block("heading", self.chance.choice(TITLES), "new"), self.new_clause(), self.new_clause()]
                self.sections.insert(self.chance.randrange(2, len(self.sections)), added)
                self.touch(added)
            case ["delete"] if sum(other[0] is section for other in clauses) > 1:
                del section[start:end]
            case ["delete", "section"] if weight(section) < 200 and not any(b.name in self.touched for b in section):
                self.sections[:] = [other for other in self.sections if other is not section]
            case ["move", *edited] if edited in ([], ["edited"]):
                targets = [other for other in clauses if other[0] is not section]
                if not targets or sum(other[0] is section for other in clauses) < 2:
                    return
                target, place, _ = self.chance.choice(targets)
                del section[start:end]
                target[place:place] = span
                self.settle(span)
                if edited:
                    self.reword(clause, round(size * self.chance.uniform(0.1, 0.3)))
            case ["move", "section", *edited]:
                if any(block.moved for block in section):
                    return
                self.sections[:] = [other for other in self.sections if other is not section]
                self.sections.insert(self.chance.randrange(1, len(self.sections)), section)
                self.settle(section)
                for block in section[1:] if edited else []:
                    if self.chance.random() < 0.5 and block.tokens:
                        self.reword(block, self.chance.randint(1, 3))
            case ["swap"] if following:
                _, middle, last = following[0]
                pair = (section[start:end], section[middle:last])
                section[start:last] = pair[1] + pair[0]
                self.settle(min(pair, key=weight))
                self.touch(pair[0] + pair[1])
            case ["split"]:
                self.split(section, start)
            case ["merge"] if following and end - start == 1:
                other = section.pop(end)
                other.tokens[0].gap = " "
                clause.tokens += other.tokens
                clause.tail = other.tail
                self.touch([clause])
            case [verb, "item"]:
                self.change_item(verb)

    def settle(self, some):
        for block in some:
            block.moved = bool(block.sources)
        self.touch(some)

    def split(self, section, place):
        clause = section[place]
        ends = [i for i in range(4, len(clause.tokens) - 4) if clause.tokens[i - 1].text == "." and clause.tokens[i].text.istitle()]
        if not ends:
            return
        rest = Block(*self.chance.choice([("clause", "", "new"), ("paragraph", "")]))
        rest.tokens, rest.tail = clause.tokens[ends[0] :], clause.tail
        rest.tokens[0].gap = ""
        clause.tokens, clause.tail = clause.tokens[: ends[0]], ""
        section.insert(place + 1, rest)
        self.touch([clause, rest])

    def change_item(self, verb):
        inner = [
            (section, place)
            for section in self.sections
            for place in range(1, len(section) - 1)
            if all(section[place + step].kind == "item" for step in (-1, 0, 1)) and section[place].name not in self.touched
        ]
        if not inner:
            return
        section, place = self.chance.choice(inner)
        if verb == "insert":
            section.insert(place, Block("item", " ".join(self.chance.sample(WORDS, 3)) + ";"))
            self.touch([section[place]])
        elif verb == "edit":
            self.reword(section[place], 1)
        else:
            del section[place]


def follow(old, new):
    """References go where their clauses went."""
    names = {block.label: block.name for block in blocks(old) if block.kind == "clause"}
    labels = {block.name: block.label for block in blocks(new)}
    for block in blocks(new):
        for before, token in zip(block.tokens, block.tokens[1:]):
            label = labels.get(names.get(token.text))
            if token.origin and label and label != token.text and re.match(r"пункт|п$", before.text):
                token.text = label
                token.state = token.origin.state = "xref"


def moved_too_much(old, new):
    """Whether as few words could have been called moved: what stays is not the heaviest chain, or hardly."""
    places = {block.name: place for place, block in enumerate(blocks(old))}
    kept = [block for block in blocks(new) if block.sources]
    best = []
    for index, block in enumerate(kept):
        before = [best[i] for i in range(index) if places[kept[i].name] < places[block.name]]
        best.append(max(before, default=0) + weight([block]) * (1.1 if block.moved else 1))
    return sum(weight([block]) for block in kept if not block.moved) < max(best)


def side(sections, other, gone=None):
    """What score.py is to find: the words of each block and what became of them."""
    labels = {block.name: block.label for block in blocks(other)}
    result = []
    for block in blocks(sections):
        words = []
        if block.label:
            state = "chg" if block.name not in labels else "keep" if labels[block.name] == block.label else "lab"
            words = [[block.label, state], [".", "opt" if state == "lab" else state]]
        result.append([block.name, words + [[t.text, "chg" if gone and gone(t) else t.state] for t in block.tokens]])
    return result


def make(edition, seed):
    chance = random.Random(seed)
    Block.names = itertools.count(1)
    old = read(edition)
    new = [[block.copy() for block in section] for section in old]
    editor = Editor(new, chance)
    done = chance.choices(list(OPERATIONS), list(OPERATIONS.values()), k=chance.randint(4, 14))
    for operation in done:
        editor.perform(operation)
    number(old)
    number(new)
    if moved_too_much(old, new):
        return None
    follow(old, new)
    kept = set()
    for block in blocks(new):
        for token in block.tokens:
            if token.origin is None:
                token.state = "chg"
            else:
                kept.add(token.origin)
                if block.moved and token.state == "keep":
                    token.state = token.origin.state = "mov"
    before = {block.name: block.label for block in blocks(old)}
    renumbered = [
        [before[block.name], block.label]
        for block in blocks(new)
        if block.label and before.get(block.name, block.label) != block.label
    ]
    truth = {
        "name": str(seed),
        "desc": ", ".join(done),
        "old": side(old, new, lambda token: token not in kept),
        "new": side(new, old),
        "renumber": renumbered,
        "new_blocks": [[b.name, b.kind, b.label, b.sources, b.moved] for b in blocks(new)],
    }
    return ["\n\n".join(block.text() for block in blocks(text)) + "\n" for text in (old, new)], truth


def main():
    edition, folder, count = sys.argv[1:]
    text = pathlib.Path(edition).read_text(encoding="utf-8")
    for seed in range(int(count)):
        if pair := make(text, seed):
            target = pathlib.Path(folder) / f"{seed:03}"
            target.mkdir(parents=True)
            for name, content in zip(("old.md", "new.md"), pair[0]):
                (target / name).write_text(content, encoding="utf-8")
            (target / "truth.json").write_text(json.dumps(pair[1], ensure_ascii=False), encoding="utf-8")


main()
