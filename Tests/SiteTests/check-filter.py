"""Uses the filter of a list of specialists in a browser, as a reader does: with the keyboard, from a host with a strict policy,
from the disk, and without scripts.

Reads {"site", "browser"} from standard input: the site of 130 specialists that FilterTests.swift makes. Writes a list of what is
not as it should be.
"""
import json, pathlib, sys
from playwright.sync_api import sync_playwright

TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
         ".png": "image/png"}
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'none'"
ORIGIN = "https://example.org/docs/"

work = json.load(sys.stdin)
site = pathlib.Path(work["site"])
findings = []


def expect(what, actual, expected):
    if actual != expected:
        findings.append(f"{what}: {actual!r} where {expected!r} is expected")


def answer(route):
    url = route.request.url.split("#")[0].split("?")[0]
    file = site / url[len(ORIGIN):]
    if not url.startswith(ORIGIN) or not file.is_file():
        if not url.endswith("/favicon.ico"):
            findings.append(f"asked for {url}")
        return route.fulfill(status=404, body="")
    route.fulfill(body=file.read_bytes(), headers={"Content-Type": TYPES[file.suffix], "Content-Security-Policy": POLICY})


def open_page(browser, address, scripts=True, refused=()):
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    page.set_default_timeout(20000)
    page.on("console", lambda message: message.type in ("error", "warning")
            and not any(word in message.text for word in refused) and findings.append(f"the browser says: {message.text}"))
    page.on("pageerror", lambda error: findings.append(f"a script failed: {error}"))
    if address.startswith("https:"):
        page.route("**/*", answer)
    page.goto(address)
    return page


def names(page):
    return page.locator(".card h2").all_inner_texts()


def status(page):
    return page.locator("[role=status]").inner_text().replace("\u00a0", " ")


def settle(page):
    page.wait_for_function("document.querySelector('[role=status]').textContent !== 'Загружаем список…'")


def several_pages(browser):
    page = open_page(browser, ORIGIN + "specialists/index.html")
    first = names(page)
    expect("the first page", len(first), 60)
    expect("before anybody asks", status(page), "")
    search = page.get_by_role("searchbox", name="Поиск")
    search.focus()
    settle(page)
    page.keyboard.type("  ИМЯ 127  ")
    expect("found on another page", names(page), ["Имя 127"])
    expect("what is told", status(page), "Найден 1 специалист")
    expect("the other pages", page.locator(".pagination").is_visible(), False)
    target = page.locator(".card a").first.get_attribute("href")
    expect("its link", target, ORIGIN + "specialists/p127/index.html")
    expect("its photo", page.locator(".card img").first.evaluate("img => img.decode().then(() => img.naturalWidth)"), 3)
    page.locator(".card a").first.click()
    page.wait_for_url(target, wait_until="load")
    expect("where it leads", page.locator("h1").inner_text(), "Имя 127")
    page.go_back(wait_until="load")
    settle(page)
    page.wait_for_selector(".card")
    expect("the way back", names(page), ["Имя 127"])

    page.get_by_role("button", name="Сбросить").press("Enter")
    expect("after the reset", names(page), first)
    expect("what is told after it", status(page), "")
    expect("where the focus is", page.evaluate("document.activeElement.name"), "q")

    page.get_by_role("combobox", name="Тема").select_option("ёлки".replace("ё", "е"))
    expect("by topic", status(page), "Найдено 65 специалистов")
    expect("as many as a page has", len(names(page)), 60)
    page.get_by_role("button", name="Показать ещё").press("Enter")
    expect("and the rest", len(names(page)), 65)
    expect("the focus goes on", page.evaluate("document.activeElement.textContent"), names(page)[60])
    page.get_by_role("combobox", name="Город").select_option("казань")
    expect("by topic and city", status(page), "Найден 21 специалист")
    page.get_by_role("searchbox", name="Поиск").fill("никто")
    expect("nobody", status(page), "Никого не нашлось. Попробуйте убрать одно из условий.")
    expect("nobody's cards", names(page), [])
    expect("as it is announced", page.locator("[role=status]").get_attribute("aria-live"), "polite")


def facet(browser):
    page = open_page(browser, ORIGIN + "specialists/topics/elki/index.html")
    expect("a topic's own choice", page.get_by_role("combobox", name="Тема").count(), 0)
    page.get_by_role("searchbox", name="Поиск").focus()
    settle(page)
    page.keyboard.type("имя 12")
    expect("within a topic", sorted(names(page)), ["Имя 112", "Имя 12", "Имя 120", "Имя 122", "Имя 124", "Имя 126", "Имя 128"])


def from_the_disk(browser):
    page = open_page(browser, (site / "specialists/page/3/index.html").as_uri(), refused=["CORS", "ERR_FAILED"])
    shown = names(page)
    expect("the last page", len(shown), 10)
    page.get_by_role("searchbox", name="Поиск").focus()
    settle(page)
    page.keyboard.type(shown[3])
    expect("from the disk", names(page), [shown[3]])
    expect("told from the disk", status(page), "Найден 1 специалист")


def without_scripts(browser):
    page = open_page(browser, ORIGIN + "specialists/index.html", scripts=False)
    expect("without scripts", len(names(page)), 60)
    expect("no form that does nothing", page.locator("form").count(), 0)
    page.get_by_role("link", name="Следующая").click()
    page.wait_for_url(ORIGIN + "specialists/page/2/index.html", wait_until="load")
    expect("the second page", len(names(page)), 60)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=work["browser"], args=["--no-sandbox"])
    for check in several_pages, facet, from_the_disk, without_scripts:
        try:
            check(browser)
        except Exception as error:
            findings.append(f"{check.__name__}: {error}")
    browser.close()
json.dump(findings, sys.stdout, ensure_ascii=False)
