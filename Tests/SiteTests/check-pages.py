"""Looks at pages of a built site in a browser, as a reader would have them from a host with a strict policy.

Reads {"site", "origin", "mount", "pages", "headers", "check", "browser"} from standard input and writes a list of
{"page", "problem"}. `check` is one of the functions below. No request leaves the machine: the files of the site are the
answers to its own addresses, and any other request is a finding.
"""
import gzip, html.parser, json, pathlib, sys
from playwright.sync_api import TimeoutError, sync_playwright

TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
         ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".png": "image/png", ".jpg": "image/jpeg",
         ".webp": "image/webp", ".svg": "image/svg+xml"}
# Of a legal page with its stylesheet: what a host sends, compressed, and what stands beside the text, as it is.
LEGAL_PAGE = 60 * 1024

work = json.load(sys.stdin)
site = pathlib.Path(work["site"])
base = work["origin"] + work["mount"]
findings = []


def find(page, problem):
    findings.append({"page": page, "problem": problem})


class Text(html.parser.HTMLParser):
    """Counts the bytes of a page that are text."""

    def __init__(self, page):
        super().__init__()
        self.size = 0
        self.feed(page)

    def handle_data(self, data):
        self.size += len(data.encode())


class Visit:
    """A page, open in the browser."""

    def __init__(self, browser, path, width, scheme="light"):
        self.path, self.answers = path, {}
        self.context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme,
                                           reduced_motion="reduce")
        self.page = self.context.new_page()
        self.page.on("console", lambda message: message.type in ("error", "warning")
                     and find(path, f"the browser says: {message.text}"))
        self.page.on("pageerror", lambda error: find(path, f"a script failed: {error}"))
        self.page.route("**/*", self.answer)
        self.page.goto(base + path)

    def answer(self, route):
        url = route.request.url.split("#")[0].split("?")[0]
        file = site / url[len(base):]
        if not url.startswith(base) or not file.is_file():
            # Asked for by the browser, not by the page.
            if not url.endswith("/favicon.ico"):
                find(self.path, f"asks for {url}")
            return route.fulfill(status=404, body="")
        body = file.read_bytes()
        self.answers[url] = body
        route.fulfill(body=body, headers={"Content-Type": TYPES.get(file.suffix, "application/octet-stream"),
                                          **work["headers"]})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


def axe(browser, path):
    """axe-core: WCAG 2.2 AA and what else it holds for good practice, in both themes, on a phone and on a desktop."""
    source = (pathlib.Path(__import__("axe_playwright_python").__file__).parent / "axe.min.js").read_text()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
    for scheme in "light", "dark":
        for width in 360, 1280:
            with Visit(browser, path, width, scheme) as visit:
                visit.page.evaluate(source)
                result = visit.page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", tags)
                if not result["passes"]:
                    find(path, "axe looked at nothing")
                for violation in result["violations"]:
                    where = violation["nodes"][0]
                    find(path, f"{scheme}, {width}: {violation['id']}: {violation['help']}: {where['html'][:200]}"
                               f" ({where.get('failureSummary', '')})")


def narrow(browser, path):
    """At 320 pixels nothing is cut and nothing makes the page scroll sideways."""
    with Visit(browser, path, 320) as visit:
        for problem in visit.page.evaluate("""() => {
            const problems = [];
            const scrolling = document.documentElement.scrollWidth;
            if (scrolling > 320) problems.push(`the page is ${scrolling} pixels wide`);
            const scrolls = element => {
                for (let at = element; at; at = at.parentElement)
                    if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return true;
                return false;
            };
            for (const element of document.body.querySelectorAll('*')) {
                const style = getComputedStyle(element), box = element.getBoundingClientRect();
                if (style.visibility === 'hidden' || style.opacity === '0' || !box.width || element.closest('svg svg, .skip-link')) continue;
                if ((box.right > 320.5 || box.left < -0.5) && !scrolls(element))
                    problems.push(`${element.tagName}.${element.className} reaches from ${box.left} to ${box.right}`);
            }
            return problems.slice(0, 5);
        }"""):
            find(path, problem)


def keyboard(browser, path):
    """The skip link comes first and leads to the content; whatever has the focus shows it; headings are in order."""
    with Visit(browser, path, 1280) as visit:
        visit.page.keyboard.press("Tab")
        shown = visit.page.evaluate("""() => {
            const link = document.activeElement, box = link.getBoundingClientRect();
            return [link.getAttribute('href'), box.top >= 0 && box.left >= 0 && box.width > 20 && box.height > 10];
        }""")
        if shown != ["#content", True]:
            find(path, f"the first Tab leads to {shown}, not to a skip link that is seen")
        visit.page.keyboard.press("Enter")
        visit.page.keyboard.press("Tab")
        if not visit.page.evaluate("""() => {
            const focused = document.activeElement, content = document.getElementById('content');
            return focused === document.body || content.contains(focused)
                || Boolean(content.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING);
        }"""):
            find(path, "the skip link does not skip to the content")
        for problem in visit.page.evaluate("""() => {
            const problems = [];
            for (const element of document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')) {
                if (!element.checkVisibility()) continue;
                element.focus({focusVisible: true});
                if (document.activeElement !== element) { problems.push(`${element.outerHTML} takes no focus`); continue; }
                const shows = ['', '::after', '::before'].some(part => {
                    const style = getComputedStyle(element, part || null);
                    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                });
                if (!shows) problems.push(`nothing shows the focus of ${element.outerHTML}`);
                if (getComputedStyle(element).opacity === '0') problems.push(`${element.outerHTML} has the focus unseen`);
            }
            let level = 0;
            for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
                if (!heading.checkVisibility()) continue;
                const next = Number(heading.tagName[1]);
                if (next > level + 1) problems.push(`a heading of level ${next} after level ${level}: ${heading.textContent}`);
                level = next;
            }
            return problems.slice(0, 5);
        }"""):
            find(path, problem)


def delivery(browser, path):
    """Under a strict Content-Security-Policy nothing is refused, nothing is asked of another host, and a legal page is light."""
    with Visit(browser, path, 1280) as visit:
        visit.page.wait_for_load_state("networkidle")
        if path.startswith(("legal/", "drafts/")):
            sent = sum(len(gzip.compress(body)) for body in visit.answers.values())
            text = Text(visit.answers[base + path].decode()).size
            beside = sum(len(body) for body in visit.answers.values()) - text
            # A comparison marks every word of two editions.
            limit = 2 * LEGAL_PAGE if "/changes/" in path else LEGAL_PAGE
            if sent > LEGAL_PAGE or beside > limit:
                find(path, f"weighs {sent} bytes as it is sent, and {beside} without its text")
        if not visit.page.evaluate("() => document.styleSheets.length > 0 && document.styleSheets[0].cssRules.length > 0"):
            find(path, "has no stylesheet")


def terms(browser, path):
    """The definition of a term shows while the pointer or the focus is on it, hides none of it, and goes at Escape."""
    with Visit(browser, path, 1280) as visit:
        page = visit.page
        count = page.locator("a.term").count()
        if not count:
            return
        shown = "() => [...document.querySelectorAll('.definitions > p')].filter(p => getComputedStyle(p).visibility === 'visible').length"

        def shows(number):
            """How many show, once the browser has drawn what the pointer and the keys did."""
            try:
                page.wait_for_function(f"({shown})() === {number}", timeout=10000)
            except TimeoutError:
                pass
            return page.evaluate(shown)

        for reach in "hover", "focus":
            term = page.locator("a.term").nth(count - 1)
            if reach == "hover":
                term.hover()
            else:
                page.locator("a.term").nth(max(0, count - 2)).focus()
                while not term.evaluate("term => document.activeElement === term"):
                    page.keyboard.press("Tab")
            if (number := shows(1)) != 1:
                find(path, f"{reach} shows {number} definitions")
            hidden = term.evaluate("""term => {
                const panel = [...document.querySelectorAll('.definitions > p')].find(p => getComputedStyle(p).visibility === 'visible');
                return !panel || panel.getBoundingClientRect().top < term.getBoundingClientRect().bottom;
            }""")
            if hidden:
                find(path, f"the definition hides its term at {reach}")
            page.keyboard.press("Escape")
            if shows(0):
                find(path, f"Escape does not hide the definition after {reach}")
            page.mouse.move(0, 0)
        for problem in page.evaluate("""() => [...document.querySelectorAll('a.term')].filter(
            term => !document.getElementById(decodeURIComponent(term.hash.slice(1)))).map(term => term.outerHTML)"""):
            find(path, f"{problem} leads nowhere")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=work["browser"], args=["--no-sandbox"])
    for path in work["pages"]:
        {"axe": axe, "narrow": narrow, "keyboard": keyboard, "delivery": delivery, "terms": terms}[work["check"]](browser, path)
    browser.close()
json.dump(findings, sys.stdout, ensure_ascii=False)
