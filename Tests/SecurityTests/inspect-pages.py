"""Reads pages as a browser does and tells what in them is active or not Edict's own.

Standard input: JSON, {"pages": [{"file", "like"?, "within"?, "hrefs"?, "texts"?, "title"?, "description"?, "person"?, "absent"?}]}.

    like        a page with harmless content: this one must have the same elements with the same attributes, in the same order
    within      pages with harmless content: this one may have only elements and attributes that stand in them
    hrefs       the schemes that links may have (default: http, https, mailto, tel), none at all included
    texts       each must be found in the text of the page
    title, description, person        what <title>, the description and the person of the JSON-LD must hold

Standard output: JSON, {"findings": [{"file", "problem"}], "elements": how many were looked at}.
"""

import concurrent.futures
import json
import os
import re
import sys

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"
ACTIVE = set(
    "script style iframe frame frameset object embed applet form input button select textarea isindex base svg math template "
    "noscript portal audio video source track marquee animate set noembed noframes plaintext xmp keygen dialog".split()
)
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "ping", "cite", "longdesc"}
LINKS = {"canonical", "stylesheet", "prev", "next"}
# The two scripts of the site's own.
OWN_SCRIPT = re.compile(r"(\.\./)*assets/(?:specialists|terms)\.[0-9a-f]{10}\.js")
METAS = {"viewport", "color-scheme", "format-detection", "description", "robots"}
SCHEMES = ("http", "https", "mailto", "tel")
WHITE = re.compile(r"[\s\u00a0]+")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")


def plain(text):
    """What two texts have in common that read the same: one space for white space, no control characters."""
    return WHITE.sub(" ", CONTROL.sub("", text)).strip()


def scheme(address):
    """The scheme that a browser finds (URL Standard): '' for none, '//' for another host without one."""
    address = re.sub("[\t\n\r]", "", address.strip("".join(map(chr, range(0x21)))))
    found = re.match(r"([A-Za-z][A-Za-z0-9+.\-]*):", address)
    if found:
        return found[1].lower()
    return "//" if re.match(r"[/\\]{2}", address) else ""


def local(name):
    if not isinstance(name, str):
        return "#comment"
    return name[len(XHTML) :] if name.startswith(XHTML) else name


def attribute(name):
    return re.sub(r"^\{http://www\.w3\.org/1999/xlink\}", "xlink:", name)


class Page:
    def __init__(self, file):
        with open(file, "rb") as stream:
            root = html5lib.parse(stream.read(), transport_encoding="utf-8")
        self.elements = []
        self.texts = []
        self.walk(root)

    def walk(self, root):
        stack = [root]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                self.texts.append(node)
                continue
            self.elements.append((local(node.tag), {attribute(k): v for k, v in node.attrib.items()}, node))
            children = [node.text or ""]
            for child in node:
                children += [child, child.tail or ""]
            stack += reversed(children)

    def skeleton(self):
        return [(tag, tuple(sorted(attributes))) for tag, attributes, _ in self.elements]

    def names(self):
        # What cmark leaves for raw HTML is looked at by itself.
        elements = [(tag, attributes) for tag, attributes, _ in self.elements if tag != "#comment"]
        return {(tag, name) for tag, attributes in elements for name in ["", *attributes]}

    def first(self, tag, **wanted):
        for found, attributes, node in self.elements:
            if found == tag and all(attributes.get(k) == v for k, v in wanted.items()):
                return attributes, "".join(node.itertext())
        return {}, ""


def problems_of_element(tag, attributes, node, hrefs):
    if tag == "script":
        if set(attributes) == {"src", "defer"} and OWN_SCRIPT.fullmatch(attributes["src"]):
            if "".join(node.itertext()):
                yield "text in our own script element"
        elif attributes != {"type": "application/ld+json"}:
            yield f"a script {attributes}"
        else:
            try:
                json.loads("".join(node.itertext()))
            except ValueError as error:
                yield f"JSON-LD that is none: {error}"
    elif tag == "#comment":
        if "raw HTML omitted" not in node.text:
            yield f"a comment '{node.text[:60]}'"
    elif tag in ACTIVE or "{" in tag:
        yield f"an element <{tag}>"
    if tag == "meta" and not (
        set(attributes) == {"charset"}
        or set(attributes) == {"name", "content"} and attributes["name"] in METAS
        or set(attributes) == {"property", "content"} and attributes["property"].startswith("og:")
    ):
        yield f"a meta element {attributes}"
    is_feed = tag == "link" and attributes.get("rel") == "alternate"
    expected = {"rel", "href", "type", "title"} if is_feed else {"rel", "href"}
    if tag == "link" and (set(attributes) != expected or not is_feed and attributes["rel"] not in LINKS):
        yield f"a link element {attributes}"
    for name, value in attributes.items():
        if name.startswith("on") or name in ("style", "srcdoc", "srcset", "is", "nonce"):
            yield f"an attribute {name} on <{tag}>: '{value[:60]}'"
        if name in ADDRESSES and scheme(value) not in hrefs:
            yield f"{name} on <{tag}> leads to '{scheme(value)}': '{value[:80]}'"


def problems(page, cache):
    def parsed(file):
        if file not in cache:
            cache[file] = Page(file)
        return cache[file]

    found = Page(page["file"])
    hrefs = set(page.get("hrefs", SCHEMES)) | {""}
    for tag, attributes, node in found.elements:
        yield from problems_of_element(tag, attributes, node, hrefs)
    if "like" in page:
        pairs = zip(found.skeleton() + [None], parsed(page["like"]).skeleton() + [None])
        for index, (ours, theirs) in enumerate(pairs):
            if ours != theirs:
                before = " ".join(tag for tag, _, _ in found.elements[max(0, index - 4) : index])
                yield f"after {before}: {ours} where a harmless page has {theirs}"
                break
    if "within" in page:
        allowed = set().union(*(parsed(file).names() for file in page["within"]))
        for tag, name in sorted(found.names() - allowed):
            yield f"<{tag} {name}>, which no harmless page has"
    text = plain("".join(found.texts))
    for wanted in page.get("texts", []):
        if plain(wanted) not in text:
            yield f"the text does not hold '{wanted[:200]}'"
    for absent in page.get("absent", []):
        if absent in text:
            yield f"the text holds '{absent[:200]}'"
    if "title" in page and plain(page["title"]) not in plain(found.first("title")[1]):
        yield f"<title> is '{found.first('title')[1][:200]}'"
    if "description" in page:
        if plain(page["description"]) not in plain(found.first("meta", name="description")[0].get("content", "")):
            yield f"the description is '{found.first('meta', name='description')[0]}'"
    if "person" in page:
        person = json.loads(found.first("script")[1])["mainEntity"]
        for key, value in page["person"].items():
            if person.get(key) != value:
                yield f"JSON-LD has {key} {json.dumps(person.get(key))[:200]}, not {json.dumps(value)[:200]}"
    yield len(found.elements)


def inspect(pages):
    cache, findings, elements = {}, [], 0
    for page in pages:
        try:
            for problem in problems(page, cache):
                if isinstance(problem, int):
                    elements += problem
                else:
                    findings.append({"file": page["file"], "problem": problem})
        except Exception as error:
            findings.append({"file": page["file"], "problem": f"cannot be read: {error!r}"})
    return findings, elements


if __name__ == "__main__":
    pages = json.load(sys.stdin)["pages"]
    cores = min(4, os.cpu_count() or 1)
    with concurrent.futures.ProcessPoolExecutor(cores) as pool:
        results = list(pool.map(inspect, [pages[start::cores] for start in range(cores)]))
    json.dump(
        {
            "findings": [finding for findings, _ in results for finding in findings],
            "elements": sum(elements for _, elements in results),
        },
        sys.stdout,
    )
