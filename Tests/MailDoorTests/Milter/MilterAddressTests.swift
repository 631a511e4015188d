import Testing

@testable import MailDoor

struct MilterAddressTests {
    @Test func `reads what --listen takes`() {
        #expect(MilterAddress("127.0.0.1:8891") == .tcp(host: "127.0.0.1", port: 8891))
        #expect(MilterAddress("[::1]:8891") == .tcp(host: "::1", port: 8891))
        #expect(MilterAddress("localhost:0") == .tcp(host: "localhost", port: 0))
        #expect(MilterAddress("unix:/run/reeve/milter.sock") == .unix(path: "/run/reeve/milter.sock", mode: 0o660))
    }

    @Test(arguments: [
        "", ":", ":25", "host", "host:", "host:70000", "host:-1", "::1:25", "[]:25", "unix:",
        "unix:" + String(repeating: "a", count: 108),
    ])
    func `reads nothing else`(text: String) { #expect(MilterAddress(text) == nil) }

    @Test(arguments: ["127.0.0.1:8891", "[::1]:8891", "unix:/run/m"])
    func `is written as it is read`(text: String) { #expect(MilterAddress(text)?.description == text) }

    @Test(arguments: ["accept", "tag", "tag-subject", "quarantine", "reject", "discard", "redirect:s@y.test"])
    func `an action is written as it is read`(text: String) { #expect(MilterPolicy.Action(text)?.description == text) }

    @Test(arguments: [
        "", "Tag", "redirect", "redirect:", "redirect:a", "redirect:a@b@c", "redirect:a b@c", "redirect:<a@b>",
        "redirect:a@b\r\n", "redirect:a@b,c@d",
    ])
    func `an unknown action or an address that is none is refused`(text: String) {
        #expect(MilterPolicy.Action(text) == nil)
    }
}
