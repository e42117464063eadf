// swift-tools-version: 6.2
import PackageDescription

/// The modules, from the bottom of the house to the top: each names what it may import, so an arrow only points down.
let modules: [Target] = [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "JSON"),
    .target(name: "Diagnostics", dependencies: ["JSON"]),
    .target(name: "Source", dependencies: ["CYaml", "Diagnostics"]),
    .target(name: "HTML"),
    .target(name: "Markdown", dependencies: ["CCmark", "HTML", "Source", "Diagnostics"]),
    .target(
        name: "Templates",
        dependencies: ["HTML", "Source", "Diagnostics"],
        resources: [.embedInCode("Builtin")]),
    .target(name: "Profiles", dependencies: ["Templates", "Markdown", "HTML", "Source", "Diagnostics"]),
    .target(
        name: "Legal",
        dependencies: [
            "Templates", "Markdown", "HTML", "Source", "Diagnostics", "JSON",
            .product(name: "Crypto", package: "swift-crypto"),
        ]),
    .target(
        name: "Project", dependencies: ["Legal", "Profiles", "Templates", "Source", "Diagnostics"],
        resources: [.embedInCode("Starter")]),
    .target(name: "Pages", dependencies: ["Project", "Legal", "Profiles", "Templates", "Source", "Diagnostics"]),
    .target(
        name: "Redline",
        dependencies: ["Legal", "Templates", "Markdown", "HTML", "JSON", "Source", "Diagnostics"]),
    .target(
        name: "Review",
        dependencies: ["Redline", "Project", "Legal", "Profiles", "Templates", "Source", "Diagnostics"]),
    .target(
        name: "Site",
        dependencies: [
            "Review", "Redline",
            "Pages", "Project", "Legal", "Profiles", "Templates", "Markdown", "HTML", "JSON", "Source", "Diagnostics",
        ]),
    .target(
        name: "CommandLine",
        dependencies: [
            "Site", "Review", "Redline", "Pages", "Project", "Profiles", "Legal", "Templates", "HTML", "Source",
            "Diagnostics",
            "JSON",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ]),
    .executableTarget(name: "edict", dependencies: ["CommandLine"]),
    .executableTarget(
        name: "stage-benchmark",
        dependencies: [
            "Site", "Pages", "Review", "Redline", "Project", "Legal", "Profiles", "Markdown", "Templates", "Source",
            "Diagnostics",
        ],
        path: "Benchmarks/Stages"),
]

/// Modules that call C: there every unsafe expression must be marked.
let touchesC: Set = ["Source", "Markdown", "Site", "CommandLine"]

let tests: [Target] = [
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "JSON"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"]),
    .testTarget(
        name: "PagesTests",
        dependencies: ["Pages", "Project", "Legal", "Templates", "Profiles", "Source", "Diagnostics"]),
    .testTarget(name: "ProjectTests", dependencies: ["Project", "Source", "Diagnostics"]),
    .testTarget(
        name: "ProfilesTests", dependencies: ["Profiles", "Templates", "Source", "Diagnostics"],
        exclude: ["Tables"]),
    .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Source", "Diagnostics", "TestSupport"]),
    .testTarget(
        name: "SourceTests",
        dependencies: ["Source", "Diagnostics", "TestSupport"]),
    .testTarget(
        name: "CommandLineTests",
        dependencies: ["CommandLine", "Project", "Legal", "Source", "Diagnostics", "TestSupport"],
        exclude: ["Scenarios", "Services", "Projects"]),
    .testTarget(
        name: "SiteTests", dependencies: ["TestSupport"],
        exclude: ["Sites", "check-filter.py", "check-pages.py"]),
    .testTarget(
        name: "LegalTests", dependencies: ["Legal", "Templates", "JSON", "Source", "Diagnostics", "TestSupport"],
        exclude: [
            "Days", "Diagnostics", "Laws", "References", "Requisites", "Sentences", "Structure", "Terms", "Typography",
        ]),
    .testTarget(
        name: "RedlineTests", dependencies: ["Redline", "Legal", "Templates", "HTML", "Source", "TestSupport"],
        exclude: ["Cases", "Pairs", "make-pairs.py", "score.py"]),
    .testTarget(
        name: "ReviewTests",
        dependencies: [
            "Review", "Redline", "Project", "Legal", "Profiles", "Templates", "Source", "Diagnostics", "TestSupport",
        ],
        exclude: ["Cases", "Silent", "seed.txt"]),
    .testTarget(
        name: "MarkdownTests", dependencies: ["Markdown", "HTML", "Source", "Diagnostics", "TestSupport"],
        exclude: ["Cases"]),
    .testTarget(
        name: "SecurityTests",
        dependencies: [
            "TestSupport", "edict", "Site", "Pages", "Project", "Profiles", "Templates", "Markdown", "Source",
            "Diagnostics",
        ],
        exclude: ["inspect-pages.py"]),
]

let package = Package(
    name: "edict",
    products: [.executable(name: "edict", targets: ["edict"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: modules + tests,
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
    if touchesC.contains(target.name) { target.swiftSettings?.append(.strictMemorySafety()) }
}
