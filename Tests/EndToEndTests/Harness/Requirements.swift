import Foundation
import Testing

/// What some tests need and not every machine has.
enum Requirements {
    static let isRoot = geteuid() == 0
    static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// The Python of the test tools (`scripts/install-test-tools`), where there are any.
    static let toolsPython: String? = ProcessInfo.processInfo.environment["REEVE_TEST_TOOLS"].map {
        $0 + "/bin/python3"
    }
    .flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil }

    /// The root of the checkout, by the place of this file.
    static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let graphLint = checkout.deletingLastPathComponent().appendingPathComponent("shared/tools/graph_lint.py")
        .path

    static func tool(_ name: String) -> String { checkout.appendingPathComponent("Tests/Tools/\(name)").path }
}

extension Trait where Self == ConditionTrait {
    static var needsPython: Self { .enabled(if: Requirements.python != nil, "needs python3") }
    static var needsTools: Self {
        .enabled(if: Requirements.toolsPython != nil, "needs REEVE_TEST_TOOLS (scripts/install-test-tools)")
    }
    static var needsBrowser: Self {
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium"), "needs chromium")
    }
    static var needsRoot: Self { .enabled(if: Requirements.isRoot, "needs root") }
    static var needsGraphLint: Self {
        .enabled(
            if: Requirements.python != nil && FileManager.default.fileExists(atPath: Requirements.graphLint),
            "needs ../shared")
    }
}
