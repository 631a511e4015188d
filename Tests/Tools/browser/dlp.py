"""Data loss prevention in a real browser: a profile is made, tried, changed and used; labels are looked at."""
from dashboard import Complaint


def expect(page, words, what):
    text = page.inner_text("main")
    if words not in text:
        raise Complaint(f"{what}: \"{words}\" is not on {page.url}: {text[:300]}")


def walk_dlp(page, look=lambda name: None):
    """The part of an administrator who is signed in and has one integration, contoso.

    look: called with the name of each screen as it is reached.
    """
    make_entry(page, look)
    make_profile(page, look)
    try_profile(page, look)
    use_profile(page, look)
    look_at_labels(page, look)
    remove_profile(page, look)


def make_entry(page, look):
    page.goto("/dlp/entries")
    page.click("text=Add entry…")
    page.fill("#name", "Personnel number")
    page.fill("#expression", "P-[0-9]{6}")
    page.fill("#sample", "the number P-204117")
    page.click("main button[value=try]")
    expect(page, "1 match", "an expression is tried on a sample")
    look("dlp-entry-form")
    page.click("text=Save entry")
    expect(page, "Personnel number is saved", "an entry is made")
    look("dlp-entries")
    page.goto("/dlp/add-entry?kind=dataset")
    look("dlp-entry-table")


def make_profile(page, look):
    page.goto("/dlp/profiles")
    expect(page, "Financial Information", "the predefined profiles")
    look("dlp-profiles")
    page.click("text=Add profile…")
    page.fill("#name", "Falcon")
    for title in ["Visa card number", "Mastercard number"]:
        page.check(f"label:has-text('{title}') >> xpath=../input")
    page.click("summary:has-text('Your own')")
    page.check("label:has-text('Personnel number') >> xpath=../input")
    page.select_option("#minimum", "low")
    look("dlp-profile-form")
    page.click("text=Save profile")
    expect(page, "Falcon is saved", "a profile is made")
    page.goto("/dlp/profile?name=Financial%20Information")
    look("dlp-profile")


def try_profile(page, look):
    page.goto("/dlp/test?profile=Falcon")
    page.fill("#text", "card number 5500-0055-5555-5559, P-204117\nIBAN DE89 3704 0044 0532 0130 00")
    page.click("main form button:has-text('Test')")
    expect(page, "Mastercard number", "a text is tried")
    expect(page, "Personnel number", "an entry of one's own is found")
    if "IBAN" in page.inner_text("#found >> xpath=../.."):
        raise Complaint("the profile Falcon tells of an IBAN, which it does not name")
    look("dlp-test")


def use_profile(page, look):
    page.goto("/integrations/contoso")
    page.check("label:has-text('Falcon') >> xpath=../input")
    page.click("text=Save DLP profiles")
    expect(page, "contoso uses", "an integration uses a profile")
    look("dlp-integration")


def look_at_labels(page, look):
    page.goto("/dlp/labels")
    expect(page, "Confidential \\ Board Only", "the tree of labels")
    look("dlp-labels")
    page.click("text=Open the profile")
    page.uncheck("label:has-text('General') >> xpath=../input")
    page.click("text=Save entries")
    expect(page, "4 of 5 entries", "a label is switched off")
    look("dlp-labels-profile")


def remove_profile(page, look):
    page.goto("/integrations/contoso")
    page.uncheck("label:has-text('Falcon') >> xpath=../input")
    page.click("text=Save DLP profiles")
    page.goto("/dlp/profile?name=Falcon")
    page.click("main a:has-text('Remove…')")
    page.click("main button:has-text('Remove')")
    expect(page, "Falcon is removed", "a profile is removed")
    page.goto("/dlp/entries")
    page.click("main a:has-text('Remove…')")
    page.click("main button:has-text('Remove')")
    expect(page, "Personnel number is removed", "an entry is removed")
