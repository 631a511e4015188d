// swift-tools-version: 6.2
import PackageDescription

// The arrows of docs/understand/architecture.md, readable as a table: a target may import what stands on its line, nothing else.

// Warnings are errors in CI only: a user with next year's compiler must still be able to build.
let strict: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + strict

// The pull parser is the hot path of every sync: tests run it at release speed.
let fast = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let http: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let jwt: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let x509: Target.Dependency = .product(name: "X509", package: "swift-certificates")
let asn1: Target.Dependency = .product(name: "SwiftASN1", package: "swift-asn1")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let log: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let compression: Target.Dependency = .product(name: "NIOHTTPCompression", package: "swift-nio-extras")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "reeve",
    products: [
        .executable(name: "reeve", targets: ["reeve"]),
        .executable(name: "reeve-extract", targets: ["reeve-extract"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: [
        .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
        .systemLibrary(name: "CCAres", pkgConfig: "libcares", providers: [.apt(["libc-ares-dev"])]),
        .systemLibrary(name: "CHyperscan", pkgConfig: "libhs", providers: [.apt(["libhyperscan-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
        .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "CBytes", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
        .systemLibrary(name: "CSpawn"),
        .systemLibrary(name: "CSandbox", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),

        .target(name: "Model", swiftSettings: settings),
        .target(name: "JSONPull", swiftSettings: fast),
        .target(name: "Mail", dependencies: ["Model", "CPSL"], swiftSettings: fast),
        .target(
            name: "Extract", dependencies: ["Model", "Mail", "CZlib", "CExpat", "CArchive", "CQPDF", "CUchardet"],
            swiftSettings: fast),
        .target(name: "Workers", dependencies: ["Model", "CBytes", "CSpawn"], swiftSettings: settings),
        .executableTarget(
            name: "reeve-extract", dependencies: ["Extract", "Model", "CSandbox", "CSpawn"], swiftSettings: settings),
        .target(name: "Pattern", dependencies: ["CHyperscan"], swiftSettings: settings),
        .target(name: "DLP", dependencies: ["CBytes", "Model", "Pattern", crypto], swiftSettings: fast),
        .target(name: "Posture", dependencies: ["Model", "Mail"], swiftSettings: settings),
        .target(name: "BEC", dependencies: ["Model", "Mail"], swiftSettings: fast),
        .target(name: "DNS", dependencies: ["Model", "CCAres"], swiftSettings: settings),
        .target(
            name: "Graph",
            dependencies: [
                "Model", "JSONPull", httpTypes, http, jwt, x509, asn1, crypto, cryptoExtras, nio, nioHTTP1, compression,
            ],
            swiftSettings: settings),
        .target(
            name: "Store", dependencies: ["Model", "JSONPull", "CSQLite", grdb, sqlite, crypto, cryptoExtras],
            swiftSettings: settings),
        .target(name: "Report", dependencies: ["Model", "Posture", mustache], swiftSettings: settings),
        .target(
            name: "SimulatedTenant", dependencies: [httpTypes, x509, asn1, crypto, cryptoExtras, nio, nioPosix],
            swiftSettings: settings),
        .target(name: "MailDoor", dependencies: ["Model", nio, nioPosix, crypto], swiftSettings: settings),
        .target(
            name: "Flows",
            dependencies: [
                "Model", "JSONPull", "Mail", "BEC", "DLP", "Pattern", "Posture", "Graph", "DNS", "Store", "Workers",
                log,
            ],
            swiftSettings: settings),
        .target(
            name: "Web",
            dependencies: [
                "Model", "Mail", "BEC", "Posture", "Store", "Report", "Flows", "JSONPull", hummingbird, hummingbirdCore,
                mustache,
                crypto,
                httpTypes, nio, nioHTTP1, nioHTTPTypes, log,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "reeve",
            dependencies: [
                "Model", "Mail", "BEC", "DLP", "Posture", "Graph", "DNS", "Store", "Report", "Flows", "SimulatedTenant",
                "Web",
                "MailDoor", "Pattern", httpTypes,
                arguments, yaml,
                log, hummingbird, lifecycle, signals, nio, crypto,
            ],
            swiftSettings: settings),

        .testTarget(name: "PostureTests", dependencies: ["Posture", "Model"], swiftSettings: settings),
        .testTarget(name: "BECTests", dependencies: ["BEC", "Mail", "Model"], swiftSettings: settings),
        .testTarget(name: "DLPTests", dependencies: ["DLP", "Model", "Pattern"], swiftSettings: settings),
        .testTarget(
            name: "ExtractTests", dependencies: ["Extract", "Workers", "Model", "CZlib", "reeve-extract"],
            swiftSettings: settings),
        .testTarget(name: "PatternTests", dependencies: ["Pattern"], swiftSettings: settings),
        .testTarget(name: "MailTests", dependencies: ["Mail", "Model"], swiftSettings: settings),
        .testTarget(
            name: "MailDoorTests", dependencies: ["MailDoor", "Model", nio, nioPosix, crypto], exclude: ["Scripts"],
            swiftSettings: settings),
        .testTarget(name: "DNSTests", dependencies: ["DNS", "Model", "Mail", "Flows"], swiftSettings: settings),
        .testTarget(
            name: "FlowsTests",
            dependencies: ["Flows", "Model", "BEC", "Posture", "Graph", "Store", "SimulatedTenant", httpTypes],
            swiftSettings: settings),
        .testTarget(name: "JSONPullTests", dependencies: ["JSONPull"], swiftSettings: settings),
        .testTarget(
            name: "GraphTests",
            dependencies: ["Graph", "JSONPull", "Model", httpTypes, x509, asn1, crypto, cryptoExtras, nio, nioPosix],
            swiftSettings: settings),
        .testTarget(
            name: "SimulatedTenantTests",
            dependencies: ["SimulatedTenant", httpTypes, x509, asn1, crypto, cryptoExtras, nio, nioPosix],
            swiftSettings: settings),
        .testTarget(name: "EndToEndTests", swiftSettings: settings),
        .testTarget(
            name: "ReportTests", dependencies: ["Report", "Model", "Posture"], exclude: ["Golden"],
            swiftSettings: settings),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Model", "Mail", "BEC", "Store", "Report", "Flows", "Graph", "SimulatedTenant", hummingbird,
                hummingbirdCore, hummingbirdTesting,
                httpTypes, nio, nioEmbedded,
                nioHTTPTypes,
                log,
            ],
            swiftSettings: settings),
        .testTarget(name: "StoreTests", dependencies: ["JSONPull", "Store", "Model", grdb], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
