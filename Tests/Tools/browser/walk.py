"""What an administrator does on the first day, click by click: connect, protect, scan, decide, export, test a message."""
import csv
import re

import dlp
from dashboard import Complaint

DIRECTORY = "Head office"
GROUP = "Accounts Payable"
SECONDARY = "emily.braun@home.example"
FORGED = """From: "{name}" <boss.of@gmail.example>
To: accounts@contoso.example
Subject: Are you at your desk?
Date: Fri, 20 Nov 2026 09:00:00 +0000
Message-ID: <walk@gmail.example>

I need a payment made today. Answer quickly.
"""


def must(condition, words):
    if not condition:
        raise Complaint(words)


def press(page, selector):
    """Presses it and waits for the page that answers."""
    with page.expect_navigation():
        page.locator(selector).first.click()
    page.wait_for_load_state()


def text(page):
    return page.inner_text("main")


def flash(page):
    """What the page says of the change that was just made."""
    return page.inner_text("main .flash-ok p")


def add_directory(board):
    """Settings > Directories > Add Directory; a refusal first, then Microsoft's two pages, back, Save."""
    page = board.open("/settings/directories")
    press(page, "main a:has-text('Add Directory')")
    board.look("directory-add")
    page.fill("#name", DIRECTORY)
    page.select_option("#frequency", label="Every 15 minutes")
    leave_for_microsoft(page)
    page.click("button[value=cancel]")
    page.wait_for_selector("text=Not authorized")
    must(page.input_value("#name") == DIRECTORY, "what was typed is lost after a refusal")
    board.look("directory-refused")
    leave_for_microsoft(page)
    page.click("button[value=accept]")
    page.wait_for_url(re.compile("adminconsent"))
    page.click("button[value=accept]")
    page.wait_for_selector("main button:has-text('Save')")
    board.look("directory-authorized")
    must(DIRECTORY not in directories(page), "consent alone made a directory")
    press(page, "main button:has-text('Save')")
    must(DIRECTORY in text(page), "the directory is not in the table")


def leave_for_microsoft(page):
    page.click("main button:has-text('Authorize')")
    page.wait_for_url(re.compile("/oauth2/v2.0/authorize"))


def directories(page):
    """The configured directories, read beside what the page shows."""
    return page.request.get("/settings/directories").text()


def first_sync(board):
    """The first sync and scan run in the background, and the page shows them without being loaded again."""
    page = board.page
    page.evaluate("window.isSamePage = true")
    row = f"main tr:has-text('{DIRECTORY}')"
    page.wait_for_selector(f"{row} >> text=42", timeout=60_000)
    page.mouse.move(0, 0)
    page.wait_for_selector(f"{row} >> text=In step", timeout=120_000)
    must(page.evaluate("window.isSamePage === true"), "the page was loaded again to show the first sync")
    board.look("directories")


def findings_come_by_themselves(board):
    """A list of findings that is open shows what somebody else decides, and what a scan finds, without being loaded again."""
    page = board.open("/findings?integration=contoso")
    page.evaluate("window.isSamePage = true")
    page.mouse.move(0, 0)
    other = page.context.new_page()
    other.goto("/findings/calendar-shared-externally?integration=contoso")
    press(other, "main a:has-text('Change severity')")
    other.check("input[name=severity][value=medium]")
    press(other, "main form button:has-text('Change severity')")
    page.wait_for_selector("main tr:has-text('Calendar shared externally') >> text=Medium", timeout=30_000)
    must(page.evaluate("window.isSamePage === true"), "the list was loaded again to show what was decided")
    other.close()


def many_pages(board):
    """More pages than a browser keeps connections to a host can be used at once."""
    pages = [board.page.context.new_page() for _ in range(8)]
    for page in pages:
        page.goto("/findings?integration=contoso", timeout=10_000)
    for page in pages:
        page.close()


def protect_group(board):
    page = board.open("/settings/directories/contoso")
    page.select_option("#dk", label="Groups")
    page.wait_for_url(re.compile("kind=groups"))
    group = f"main tbody tr:has-text('{GROUP}')"
    page.click(f"{group} a.twist")
    page.wait_for_selector("main tbody >> text=Emily Braun")
    press(page, f"{group} button:has-text('Protect')")
    must("protected" in flash(page), "nothing says that the group is protected now")
    must(page.locator("main tbody tr:has-text('Emily Braun') >> text=Protected").count() == 1, "a member has no marker")
    board.look("directory")
    press(page, ".flash button:has-text('Undo')")
    must(page.locator("main >> text=by group").count() == 0, "Undo does not take the protection back")
    press(page, f"{group} button:has-text('Protect')")


def second_email(board):
    page = board.open("/protected?text=emily")
    press(page, "main tbody a:has-text('Edit')")
    page.fill("#secondary", "no address")
    press(page, "main button:has-text('Save')")
    must(page.locator("#form-error").count() == 1, "a line that is no address is taken")
    must("no address" in page.input_value("#secondary"), "what was typed is lost")
    board.look("protected-refused")
    page.fill("#secondary", SECONDARY)
    press(page, "main button:has-text('Save')")
    must(SECONDARY in page.input_value("#secondary"), "the secondary email is not kept")
    board.look("protected-person")
    board.open("/protected")
    board.look("protected-people")


def scan(board):
    page = board.open("/integrations/contoso")
    press(page, "main button:has-text('Scan now')")
    page.wait_for_selector("main .flash")
    page.mouse.move(0, 0)
    press_when(page, "main button:has-text('Pause')")
    must("aused" in text(page), "the integration is not paused")
    board.look("integration-paused")
    press(page, "main button:has-text('Resume')")


def press_when(page, selector):
    page.wait_for_selector(selector, timeout=120_000)
    press(page, selector)


def filter_findings(board):
    page = board.open("/findings")
    page.select_option("#sv", "critical")
    page.wait_for_url(re.compile("severity=critical"))
    words = page.locator("main tbody td.first").all_inner_texts()
    must(words and all("Critical" in word for word in words), f"the filter shows {words}")
    board.look("findings-critical")
    board.open("/findings?q=nothing+is+called+so")
    board.look("findings-empty")


def hide(board):
    page = board.open("/instances?severity=low")
    boxes = page.locator("td.ck input")
    boxes.nth(0).check()
    boxes.nth(1).check()
    must("2 selected" in page.inner_text(".bulk"), "the bulk bar does not count")
    press(page, ".bulk button:has-text('Hide')")
    board.look("hide")
    page.fill("input[name=reason]", "Accepted for now")
    page.fill("textarea[name=comment]", "Known, ends with the project")
    page.fill("input[name=owner]", "ana")
    page.fill("input[name=until]", "2030-01-31")
    press(page, "main button:has-text('Hide 2 instances')")
    must("2 instances" in flash(page), f"the page says {flash(page)}")
    board.open("/instances?status=hidden")
    must(page.locator("main tbody tr").count() >= 2, "the hidden instances are not on their tab")
    board.look("instances-hidden")


def change_severity(board):
    page = board.open("/findings/user-disabled?integration=contoso")
    press(page, "main a:has-text('Change severity')")
    page.check("input[name=severity][value=high]")
    press(page, "main form button:has-text('Change severity')")
    must("High" in page.inner_text("main .meta"), "the severity is not changed")


def ignore(board):
    page = board.open("/findings/user-proxy-addresses?integration=contoso")
    press(page, "main a:has-text('Ignore finding')")
    board.look("ignore")
    page.fill("input[name=reason]", "Not a problem here")
    page.fill("textarea[name=comment]", "Proxy addresses are how we work")
    press(page, "main form button:has-text('Ignore')")
    board.open("/findings?tab=ignored")
    must("user-proxy-addresses" in text(page), "the ignored finding is not on its tab")
    board.look("findings-ignored")
    board.open("/findings/user-proxy-addresses?integration=contoso")
    press(page, "main a:has-text('Activate')")
    press(page, "main form button:has-text('Activate')")
    must("Ignore finding" in text(page), "the finding is not active again")


def export(board):
    page = board.open("/findings")
    page.click("main details.drop summary:has-text('Export')")
    with page.expect_download() as waiting:
        page.click("main .drop-body a:has-text('CSV')")
    with open(waiting.value.path(), newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    must(len(rows) > 50, f"the export has {len(rows)} rows")


def content_findings(board):
    """What stands in files: masked samples with their place, and who can reach the file."""
    page = board.open("/findings?tab=content&integration=contoso")
    must(page.locator("main table tbody tr").count() >= 4, "the content findings are not on their tab")
    board.look("findings-content")
    page.locator("main table tbody a.t").first.click()
    page.wait_for_load_state()
    page.locator("main tbody a.t[href^='/instances/']").first.click()
    page.wait_for_load_state()
    must("•" in text(page), "no masked sample is shown")
    board.look("instance-content")


def test_mail(board):
    page = board.open("/mail/test")
    page.fill("#text", FORGED.format(name="Emily Braun"))
    press(page, "main button:has-text('Test')")
    said = page.inner_text("main h1")
    must(said == "Protected Name Emily Braun should not appear as boss.of@gmail.example", f"the verdict is {said}")
    board.look("verdict")
    page = board.open("/mail/test")
    page.fill("#text", FORGED.format(name="Emily Braun").replace("boss.of@gmail.example", SECONDARY))
    press(page, "main button:has-text('Test')")
    must("should not appear" not in text(page), "mail from the secondary email is a detection")


def remove(board):
    page = board.open(f"/integrations/{DIRECTORY}")
    board.look("integration")
    press(page, "main a:has-text('Remove')")
    board.look("integration-remove")
    page.fill("main form input.input", DIRECTORY)
    press(page, "main form button:has-text('Remove')")
    board.open("/settings/directories")
    must(DIRECTORY not in text(page), "the directory is still there")


def walk(board):
    add_directory(board)
    first_sync(board)
    findings_come_by_themselves(board)
    many_pages(board)
    protect_group(board)
    second_email(board)
    scan(board)
    filter_findings(board)
    hide(board)
    change_severity(board)
    ignore(board)
    export(board)
    content_findings(board)
    dlp.walk_dlp(board.page, board.look)
    test_mail(board)
    remove(board)
