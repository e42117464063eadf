#!/usr/bin/env python3
"""Recomputes the SHA-256 of an edition's plain text from its page: check-edition.py PAGE.html"""
import hashlib, html.parser, re, sys
class Text(html.parser.HTMLParser):
    blocks, voids, stack, out = set("article section div p li ul ol h1 h2 h3 h4 h5 h6 table thead tbody tr th td blockquote pre".split()), {"br", "img", "hr"}, [], []
    def handle_starttag(self, tag, attributes):
        inside = bool(self.stack) or any(name == "data-edition" for name, _ in attributes)
        if tag in self.blocks or tag == "br": self.out.append("\n" if tag in self.blocks else " ")
        if inside and tag not in self.voids: self.stack.append((tag, any(name == "data-note" for name, _ in attributes)))
    def handle_endtag(self, tag):
        if self.stack and tag not in self.voids: self.stack.pop()
        if tag in self.blocks: self.out.append("\n")
    def handle_data(self, data):
        if self.stack and not any(note for _, note in self.stack): self.out.append(re.sub(r"\s", " ", data))
text = Text(); text.feed(open(sys.argv[1], encoding="utf-8").read())
lines = (re.sub(" +", " ", line).strip() for line in "".join(text.out).split("\n"))
print(hashlib.sha256("\n".join(line for line in lines if line).encode()).hexdigest())
