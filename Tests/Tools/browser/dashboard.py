"""A real browser on the dashboard: pages, what axe-core says of them, and pictures."""
import json
import pathlib
import re
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


class Complaint(Exception):
    """What a page does that it must not."""


class Dashboard:
    """One browser, one visitor. Remembers everything that went wrong, so that one run tells it all."""

    def __init__(self, playwright, url, pictures=None):
        self.url = url.rstrip("/")
        self.pictures = pathlib.Path(pictures) if pictures else None
        self.browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        self.complaints = []
        self.page = self.visitor()
        self.axe = Axe()

    def visitor(self, scripts=True):
        """A page of a browser that knows no cookie yet."""
        context = self.browser.new_context(viewport=WIDE, java_script_enabled=scripts, base_url=self.url)
        page = context.new_page()
        page.on("console", lambda message: self.heard(page, message))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: script error: {error}"))
        page.on("request", lambda request: self.asked(page, request))
        return page

    def heard(self, page, message):
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(f"{page.url}: console: {message.text}")

    def asked(self, page, request):
        host = urllib.parse.urlsplit(request.url).netloc
        ours = urllib.parse.urlsplit(self.url).netloc
        there = urllib.parse.urlsplit(page.url).netloc
        if host and there == ours and host != ours and not request.is_navigation_request():
            self.complaints.append(f"{page.url}: asked another host: {request.url}")

    def open(self, path):
        """Goes to a page; anything but a good answer is a complaint."""
        answer = self.page.goto(path)
        if answer and answer.status >= 400:
            self.complaints.append(f"{path}: status {answer.status}")
        return self.page

    def look(self, name):
        """What axe-core and the width of a phone say of the page that is shown, in both themes; and its pictures."""
        self.look_at(self.page, name)

    def look_at(self, page, name):
        """The same of a page in another browser."""
        for theme in ["light", "dark"]:
            page.emulate_media(color_scheme=theme)
            for size in [WIDE, PHONE]:
                page.set_viewport_size(size)
                self.judge(page, name, theme, size)
                if self.pictures:
                    kind = theme if size is WIDE else f"phone-{theme}"
                    page.screenshot(path=self.pictures / f"{name}-{kind}.png", full_page=True)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(WIDE)

    def judge(self, page, name, theme, size):
        # What the bar on top hides of a page that is scrolled is no mistake of the page.
        page.evaluate("window.scrollTo(0, 0)")
        result = self.axe.run(
            page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
        for violation in result.response["violations"]:
            where = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
            self.complaints.append(f"{name} ({theme}, {size['width']}): {violation['id']}: {violation['help']}: {where}")
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            self.complaints.append(f"{name} ({size['width']}): scrolls sideways by {wider} px")

    def links(self):
        """The pages of this server that the page leads to."""
        found = self.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        return [link.split("#")[0] for link in found if link.startswith(self.url + "/") or link == self.url]

    def crawl(self, start="/", most=150):
        """Follows every link that leads to a page; each must answer. Links that differ in data alone are followed once."""
        seen, waiting, opened = set(), [self.url + start], 0
        while waiting and opened < most:
            link = waiting.pop(0)
            kind = shape(link)
            if kind in seen or re.search(r"/(sign-out|assets|api|export)\b|format=", link):
                continue
            seen.add(kind)
            opened += 1
            answer = self.page.goto(link)
            if answer and answer.status >= 400:
                self.complaints.append(f"{link}: status {answer.status}")
                continue
            waiting += self.links()
        return opened

    def close(self):
        self.browser.close()
        if self.complaints:
            raise Complaint("\n".join(dict.fromkeys(self.complaints)))


def shape(link):
    """The link without what differs between rows: long ids, cursors, names in queries."""
    parts = urllib.parse.urlsplit(link)
    path = re.sub(r"/[0-9a-f]{16,}|/[0-9a-f-]{36}", "/*", parts.path)
    names = sorted(urllib.parse.parse_qs(parts.query))
    return path + "?" + "&".join(names)


def with_dashboard(url, pictures, body):
    with sync_playwright() as playwright:
        dashboard = Dashboard(playwright, url, pictures)
        try:
            body(dashboard)
        except Exception as error:
            dashboard.complaints.append(f"{dashboard.page.url}: {error}")
            if dashboard.pictures:
                dashboard.page.screenshot(path=dashboard.pictures / "stopped-here.png", full_page=True)
        dashboard.close()
