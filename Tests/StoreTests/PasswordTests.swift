import Foundation
import Testing

@testable import Store

struct PasswordTests {
    @Test func `a hash matches its password and no other`() throws {
        let hash = try PasswordHash(of: "correct horse", cost: AccountFixture.cheap)
        #expect(try hash.matches("correct horse"))
        #expect(try !hash.matches("correct horse "))
        #expect(try !hash.matches(""))
        #expect(try PasswordHash(of: "correct horse", cost: AccountFixture.cheap).text != hash.text, "salted")
    }

    @Test func `a hash comes back from its text, and shows nothing of itself`() throws {
        let hash = try PasswordHash(of: "zoë", cost: .init(logRounds: 4, blockSize: 2, parallelism: 3))
        #expect(hash.text.hasPrefix("$scrypt$ln=4,r=2,p=3$"))
        let read = try #require(PasswordHash(text: hash.text))
        #expect(try read.matches("zoe\u{308}"), "typed in other code points")
        #expect("\(hash)" == "(password hash)")
    }

    @Test(arguments: [
        "", "$scrypt$", "$scrypt$ln=40,r=8,p=1$AAAA$AAAA", "$argon2id$ln=4,r=2,p=3$AAAA$AAAA",
        "$scrypt$ln=20,r=8,p=1$AAAA$" + Data(count: 32).base64EncodedString(), "$scrypt$ln=4,r=2,p=3$AAAA$AAAA",
    ])
    func `a text that is no hash, or would exhaust the machine, is none`(text: String) {
        #expect(PasswordHash(text: text) == nil)
    }

    /// RFC 7914 §12, the third vector; the first half of its 64 bytes is what 32 bytes come to (RFC 8018 §5.2).
    @Test func `it is scrypt as the RFC has it`() throws {
        let salt = Data("SodiumChloride".utf8).base64EncodedString()
        let hash = "cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI="
        let read = try #require(PasswordHash(text: "$scrypt$ln=14,r=8,p=1$\(salt)$\(hash)"))
        #expect(try read.matches("pleaseletmein"))
        #expect(try !read.matches("pleaseletmeout"))
    }

    @Test(arguments: [
        "a few words in a row", "Tr0ub4dor&3-and-more", "xkqzmwvbnphdrtf", "пароль который длинный", "🐎🔋📎✅🐎🔋📎✅🐎🔋📎✅🌙⭐️🌲",
        "the june bug sleeps", "my cat hates mondays a lot",
    ])
    func `a long password that is nobody else's is taken`(password: String) {
        #expect(PasswordRule.objection(to: password, of: "ana") == nil)
    }

    @Test(arguments: [
        "", "short", "elevenchars", "aaaaaaaaaaaa", "abababababab", "123456789012", "210987654321", "Password1234",
        "P@ssw0rd12345", "passwordpassword", "administrator1", "qwertyuiop123", "Welcome2026!!", "letmein!!!!!!!!",
        "correct horse battery staple", "ReeveAdmin2026", "Microsoft365!", "September2026", "poiuytrewq0987654321",
    ])
    func `a password that is tried first is refused`(password: String) {
        #expect(PasswordRule.objection(to: password, of: "ana") != nil)
    }

    @Test func `a password that is the name is refused`() {
        #expect(PasswordRule.objection(to: "magdalena.okafor1", of: "Magdalena.Okafor@contoso.com") != nil)
        #expect(PasswordRule.objection(to: "magdalena rides at dawn", of: "magdalena") == nil)
    }

    @Test func `a password has an end`() {
        #expect(PasswordRule.objection(to: String(repeating: "abc def ", count: 32), of: "a") == nil)
        #expect(PasswordRule.objection(to: String(repeating: "abc def ", count: 33), of: "a") != nil)
        #expect(PasswordRule.objection(to: "e" + String(repeating: "\u{301}", count: 100_000), of: "a") != nil)
    }
}
