import TestSupport
import Testing

/// Whatever outsiders and authors write stays text: nothing in the page becomes active.
struct InjectionTests {
    enum Source: String, CaseIterable {
        case generated, naughtyStrings

        var payloads: [[UInt8]] {
            switch self {
            case .generated: Payloads.generated
            case .naughtyStrings: Payloads.naughtyStrings
            }
        }
    }

    @Test func `the naughty strings are there`() {
        #expect(Payloads.naughtyStrings.count >= 136, "run Tests/fetch-corpora")
    }

    @Test(arguments: Source.allCases) func `a payload in a value stays text`(source: Source) async throws {
        try await Injection.asValues(source.payloads)
    }

    @Test(arguments: Source.allCases) func `a payload in a profile's fields stays text`(source: Source) async throws {
        try await Injection.asProfileFields(source.payloads)
    }

    @Test(arguments: Source.allCases) func `a payload as an address for booking runs nothing`(source: Source)
        async throws
    {
        try await Injection.asBooking(source.payloads)
    }

    @Test(arguments: Source.allCases) func `a payload in a profile's text runs nothing`(source: Source) async throws {
        try await Injection.asProfileText(source.payloads)
    }

    @Test(arguments: Source.allCases) func `a payload in a legal text runs nothing`(source: Source) async throws {
        try await Injection.asLegalText(source.payloads)
    }
}

/// An inspector that finds nothing proves nothing.
struct PageInspectorTests {
    private static let active = [
        "<script>1</script>", "<script type=application/ld+json>{</script>", "<ScRipt/src=//e.example>",
        "<style>p{}</style>",
        "<svg/onload=alert(1)>", "<math><mi//xlink:href='data:x,1'>", "<iframe srcdoc=x>", "<object data=x>",
        "<embed src=x>",
        "<form action=x>", "<base href=/>", "<img src=x onerror=alert(1)>", "<p style=color:red>",
        "<p ONCLICK=alert(1)>",
        "<a href=javascript:alert(1)>", "<a href=' java\nscript:alert(1)'>", "<a href='java&Tab;script:alert(1)'>",
        "<a href='&#1;javascript&colon;alert(1)'>", "<a href=data:text/html,x>", "<a href=//e.example>",
        "<a href='/\\e.example'>",
        "<meta http-equiv=refresh content=0>", "<link rel=import href=x>", "<!-- x -->", "<template>x</template>",
        "<input>",
    ]

    @Test(arguments: active) func `what is active in a page is found`(html: String) async throws {
        var inspector = try PageInspector()
        try inspector.add("page", Array("<!DOCTYPE html><title>x</title><p>\(html)".utf8))
        #expect(try await inspector.inspect().findings.count > 0)
    }

    @Test func `a page that differs from a harmless one is found`() async throws {
        var inspector = try PageInspector()
        let like = try inspector.keep("like", Array("<!DOCTYPE html><title>x</title><p>x</p>".utf8))
        try inspector.add("more", Array("<!DOCTYPE html><title>x</title><p>x</p><p>x</p>".utf8)) { $0.like = like }
        try inspector.add("other", Array("<!DOCTYPE html><title>x</title><p id=a>x</p>".utf8)) { $0.within = [like] }
        try inspector.add("text", Array("<!DOCTYPE html><title>x</title><p>x</p>".utf8)) { $0.texts = ["y"] }
        try inspector.add("same", Array("<!DOCTYPE html><title>y</title><p>z</p>".utf8)) {
            $0.like = like; $0.texts = ["z"]
        }
        #expect(
            Set(try await inspector.inspect().findings.map { String($0.file.split(separator: "/").last ?? "") }) == [
                "more", "other", "text",
            ])
    }
}

/// The same for the lines of a public collection, where a machine has it.
@Suite(
    .enabled(
        if: Repository.has(Payloads.xssFile), "there is no ../shared/corpus/xss-payloads.txt beside this repository"))
struct XSSPayloadTests {
    @Test func `a line of the collection in a value stays text`() async throws {
        try await Injection.asValues(Payloads.xss)
    }

    @Test func `a line of the collection in a profile's fields stays text`() async throws {
        try await Injection.asProfileFields(Payloads.xss)
    }

    @Test func `a line of the collection as an address for booking runs nothing`() async throws {
        try await Injection.asBooking(Payloads.xss)
    }

    @Test func `a line of the collection in a profile's text runs nothing`() async throws {
        try await Injection.asProfileText(Payloads.xss)
    }

    @Test func `a line of the collection in a legal text runs nothing`() async throws {
        try await Injection.asLegalText(Payloads.xss)
    }
}
