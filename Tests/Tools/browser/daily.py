"""What comes up on other days: another administrator's consent, the search, a domain asked again, an app, a session that ended while typing."""
import re

from walk import must, press, text

PASSWORD = "a heron counts seven lanterns"
BRANCH = "Branch office"


def consent_link(board):
    """Who connects may not consent: somebody else follows a link, in a browser that Reeve does not know."""
    page = board.open("/settings/directories/add")
    page.fill("#name", BRANCH)
    press(page, "main button:has-text('Make a link')")
    page.wait_for_selector("#consent-link")
    board.look("consent-link")
    link = page.inner_text("#consent-link").strip()
    other = board.visitor()
    other.goto(link)
    other.click("button[value=accept]")
    other.wait_for_selector("h1:has-text('Consent given, thank you')")
    must(BRANCH not in other.content(), "the page of a stranger names the directory")
    board.look_at(other, "consent-given")
    other.goto(other.url)
    must("Nobody waits for this answer" in other.inner_text("main"), "a used link is taken again")
    board.look_at(other, "consent-over")
    other.context.close()
    page.wait_for_selector("main button:has-text('Save')", timeout=30_000)
    must("by your link" in text(page), "the panel does not say how the consent came")
    board.look("consent-arrived")
    press(page, "main a:has-text('Cancel')")


def search(board):
    page = board.open("/")
    page.keyboard.press("/")
    page.keyboard.type("emily")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search\?q=emily"))
    must("Emily Braun" in text(page), "a person is not found")
    board.look("search")
    board.open("/search?q=nothing+is+called+so")
    board.look("search-empty")
    plain = board.visitor(scripts=False)
    sign_in(plain, "/search")
    plain.fill("#sq", "forecast")
    plain.click("main form.filter button")
    plain.wait_for_load_state()
    must(plain.locator("main a[href^='/instances/']").count() > 0, "no file is found without scripts")
    plain.context.close()


def sign_in(page, path):
    page.goto(path)
    page.fill("#name", "ana")
    page.fill("#password", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_load_state()


def ask_dns(board):
    page = board.open("/domains")
    press(page, "main button:has-text('Ask DNS again')")
    must("Asked Today" in text(page), "the domain does not say when it was asked")
    board.look("domain-asked")


def app(board):
    page = board.open("/apps?integration=contoso")
    press(page, "main table tbody a.t")
    link = page.get_attribute("main a:has-text('Open in Entra')", "href")
    must("ManagedAppMenuBlade" in link, f"the app leads to {link}")
    board.look("app")


def audit(board):
    page = board.open("/settings/audit?text=severity")
    must("changed the severity of" in text(page), "the log does not say in words what was done")
    board.look("audit")


def typed_again(board):
    """The session ends while somebody types: after the sign-in the form is as it was."""
    page = board.open("/policies/add")
    page.fill("#pattern", "typed@before.example")
    page.fill("#comment", "two minutes of thought")
    page.context.clear_cookies()
    press(page, "main form button:has-text('Save')")
    must("session has ended" in text(page), f"an ended session says {text(page)[:200]}")
    board.look("session-ended")
    press(page, "main a:has-text('Sign in again')")
    page.fill("#name", "ana")
    page.fill("#password", PASSWORD)
    press(page, "main button[type=submit]")
    must(page.url.endswith("/policies/add"), f"the sign-in leads to {page.url}")
    must(page.input_value("#pattern") == "typed@before.example", "what was typed is lost")
    must(page.input_value("#comment") == "two minutes of thought", "a second field is lost")
    must("What you typed is here again" in text(page), "nobody says where the words in the form come from")
    must("typed@before.example" not in page.request.get("/policies").text(), "the form was sent by itself")


def settings(board):
    """What the server was started with, and where each setting comes from."""
    page = board.open("/settings")
    row = page.locator("tr", has=page.locator("th", has_text=re.compile("^data folder$"))).inner_text()
    must("REEVE_HOME" in row, f"the data folder comes from {row}")
    must("idleMinutes" in text(page), "the length of sessions is not told")
    board.look("settings")


def news_is_told(board):
    """What a screen reader says when a run ends: one sentence, on any page."""
    page = board.open("/coverage")
    other = page.context.new_page()
    other.goto("/integrations/contoso")
    press(other, "main button:has-text('Sync now')")
    # Not by a function: the page's policy forbids what Playwright would evaluate again and again.
    page.wait_for_selector("#news:has-text('Sync of contoso finished')", state="attached", timeout=120_000)
    other.close()


def walk(board):
    consent_link(board)
    search(board)
    ask_dns(board)
    app(board)
    audit(board)
    settings(board)
    news_is_told(board)
    typed_again(board)
