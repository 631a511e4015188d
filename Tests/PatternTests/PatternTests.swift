import Foundation
import Pattern
import Testing

struct PatternTests {
    @Test func `matches the whole text, in any letter case`() throws {
        let pattern = try Pattern(#"adele(\.vance)?@(contoso|fabrikam)\.example"#)
        #expect(pattern.matches("adele@contoso.example"))
        #expect(pattern.matches("Adele.Vance@FABRIKAM.example"))
        #expect(!pattern.matches("x-adele@contoso.example"))
        #expect(!pattern.matches("adele@contoso.example.evil.example"))
        #expect(!pattern.matches("adele@contoso.example\n"))
        #expect(!pattern.matches(""))
    }

    @Test func `an alternative at either end is within the whole`() throws {
        let pattern = try Pattern("a@x|b@x")
        #expect(pattern.matches("a@x"))
        #expect(pattern.matches("b@x"))
        #expect(!pattern.matches("a@xb@x"))
        #expect(!pattern.matches("za@x"))
    }

    @Test func `finds a part of the text where that is asked, and minds the letter case where that counts`() throws {
        let pattern = try Pattern("pay(ment|roll)", .anywhere, letterCase: .counts)
        #expect(pattern.matches("the payroll of May"))
        #expect(!pattern.matches("the Payroll of May"))
        #expect(!pattern.matches("pay"))
    }

    @Test func `an expression that matches nothing at all matches the empty text`() throws {
        #expect(try Pattern("a*").matches(""))
        #expect(try Pattern("a*").matches("aaa"))
        #expect(try !Pattern("a*").matches("aab"))
    }

    @Test func `letters outside ASCII are letters, in either case`() throws {
        #expect(try Pattern("м.рия@пример").matches("МАРИЯ@ПРИМЕР"))
        #expect(try Pattern("^.$").matches("é"))
    }

    @Test(arguments: [
        (#"(a)\1"#, PatternError.backReference), ("(?=a)b", .lookAround), ("(?<!a)b", .lookAround),
        ("", .empty), (String(repeating: "a", count: 1001), .tooLong(bytes: 1001)), ("(a{100}){100}", .tooLarge),
        ("a{50000}", .tooLarge), ("((a{9}){9}){99}", .tooLarge), (#"(\p{L}{1,20}@){40}"#, .tooLarge),
        (#"([_\p{L}]{1,20}@){40}"#, .tooLarge),
    ])
    func `says why an expression is refused`(text: String, reason: PatternError) {
        #expect(throws: reason) { try Pattern(text) }
        #expect(!"\(reason)".contains("\n"))
    }

    @Test(arguments: ["(", "a)|(b", "[a", "*a", "a\u{0}b", "(?x)a #", #"\Qa"#, "(?z)", #"\p{Nonsense}"#])
    func `refuses what is no whole expression`(text: String) {
        #expect(throws: PatternError.self) { try Pattern(text) }
    }

    /// Engines that backtrack need longer than the age of the universe for these; here each is refused, or answered at once.
    @Test(arguments: [
        "(a+)+$", "(a|a)*b", "(a|aa)+b", "(.*a){20}", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*(.*)*(.*)*=",
        #"([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))"#,
    ])
    func `a hostile expression costs time linear in the text`(text: String) {
        guard let pattern = try? Pattern(text, letterCase: .counts) else { return }
        #expect(!pattern.matches(String(repeating: "a", count: 20_000) + "!"))
        // An engine of quadratic time would need hours.
        #expect(!pattern.matches(String(repeating: "a", count: 2_000_000) + "!"))
    }

    /// Two million letters in a moment: an engine of quadratic time would need 4·10¹² steps.
    @Test func `nested quantifiers are compiled and answered, not only refused`() throws {
        let pattern = try Pattern("(a+)+", letterCase: .counts)
        #expect(pattern.matches(String(repeating: "a", count: 2_000_000)))
        #expect(!pattern.matches(String(repeating: "a", count: 2_000_000) + "!"))
    }

    /// Where compiling grew with the square of its size, none of these would end.
    @Test func `the largest expression that is allowed is compiled or refused`() throws {
        for text in ["[a-z]{1,1000}", "([a-z]{1,30}@){30}", "(a{0,30}b?){30}", ".{990}x", #"(\p{L}{1,3}@){4}"#] {
            do throws(PatternError) { _ = try Pattern(text) } catch { #expect(error == .tooLarge, "\(text): \(error)") }
        }
    }

    @Test func `what does not compile in the time it has is refused, however good it is otherwise`() throws {
        let expression = PatternSet.Expression(#"RV-\d{6}"#, letterCase: .counts)
        #expect(PatternSample.trouble(with: expression) == nil)
        let refused = try #require(PatternSample.trouble(with: expression, compilingWithin: 0))
        #expect(refused.contains("to compile"))
    }

    @Test func `threads may ask at the same time`() async throws {
        let pattern = try Pattern(#"[a-z]+\.[a-z]+@(contoso|fabrikam)\.example"#)
        let right = await withTaskGroup(of: Int.self) { tasks in
            for task in 0..<8 {
                tasks.addTask {
                    (0..<2_000).count { number in
                        let isOurs = (number + task) % 2 == 0
                        return pattern.matches("ana.bo@\(isOurs ? "contoso" : "stranger").example") == isOurs
                    }
                }
            }
            return await tasks.reduce(0, +)
        }
        #expect(right == 16_000)
    }
}
