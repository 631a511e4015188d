"""The administrator's story in a real browser: first start, findings, decisions, settings. Ends with 1 and the list of what is wrong.

Usage: story.py URL FIRST_START_LINK [--pictures FOLDER]
"""
import argparse
import sys
import urllib.parse

import daily
import walk
from dashboard import Complaint, with_dashboard

PASSWORD = "a heron counts seven lanterns"


def first_start(board, link):
    page = board.page
    page.goto(link)
    board.look("first-start")
    page.fill("#name", "ana")
    page.fill("#password", PASSWORD)
    page.fill("#again", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_load_state()
    if "signed in as ana" not in page.inner_text("main"):
        raise Complaint(f"the first administrator was not let in: {page.inner_text('main')[:300]}")
    board.look("first-steps")


def sign_in_again(board):
    """Somebody else's browser: the same account, without scripts."""
    page = board.visitor(scripts=False)
    page.goto("/findings")
    if "/sign-in" not in page.url:
        raise Complaint("/findings is shown to a stranger")
    page.fill("#name", "ana")
    page.fill("#password", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_load_state()
    if urllib.parse.urlsplit(page.url).path != "/findings":
        raise Complaint(f"the sign-in does not lead to the page that was asked for: {page.url}")
    page.context.close()


def look_at_everything(board):
    """Every entry of the side bar, by axe-core, in both themes, on a phone."""
    board.open("/")
    entries = board.page.eval_on_selector_all("nav.side a[href^='/']", "links => links.map(a => a.getAttribute('href'))")
    if len(entries) < 4:
        raise Complaint(f"the side bar has {len(entries)} entries")
    for path in dict.fromkeys(entries + ["/profile"]):
        board.open(path)
        board.look(path.strip("/").replace("/", "-") or "overview")


def look_at_details(board):
    page = board.open("/findings")
    first = page.locator("main table tbody a.t").first
    first.click()
    page.wait_for_load_state()
    board.look("finding")
    instance = page.locator("main tbody a.t[href^='/instances/']").first
    instance.click()
    page.wait_for_load_state()
    board.look("instance")


def go_everywhere(board):
    opened = board.crawl()
    if opened < 10:
        raise Complaint(f"only {opened} pages could be reached")
    print(f"{opened} pages opened")


def story(board, link):
    first_start(board, link)
    walk.walk(board)
    daily.walk(board)
    look_at_everything(board)
    look_at_details(board)
    go_everywhere(board)
    sign_in_again(board)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("link")
    parser.add_argument("--pictures")
    options = parser.parse_args()
    try:
        with_dashboard(options.url, options.pictures, lambda board: story(board, options.link))
    except Complaint as complaint:
        print(complaint)
        sys.exit(1)
