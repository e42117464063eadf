import Markdown
import Testing

struct LinkDestinationTests {
    @Test(arguments: [
        "", "#5.2", "?q=1", "/legal/", "../privacy/2.0/", "text.txt", "a%20b/c", "https://example.org",
        "HTTPS://Example.org/a?b:c#d", "http://example.org:8080/", "mailto:info@example.org", "tel:+74951234567",
        "/a:b", "./a:b", "#a:b", "/страница", "https://пример.рф/путь", "{{SITE}}", "a//b", "100%25",
    ])
    func `what may be linked is allowed`(destination: String) {
        #expect(LinkDestination.refusal(of: destination.utf8) == nil)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "blob:https://a/b",
        "intent://x#Intent;end", "view-source:https://example.org", "ftp://example.org", "ws://a", "about:blank", "x:y",
        ":x",
        "//example.org", "///example.org", "\\\\example.org", "/\\example.org", "\\/example.org",
        "https:\\\\example.org",
        "java\tscript:x", "java\nscript:x", " javascript:x", "\u{1}javascript:x", "javascript\u{0}:x", "a b",
        "https://a b",
        "javascript\u{200B}:x", "\u{202E}x", "\u{A0}x", "\u{2028}", "javascript%3Aalert(1)", "javascript%253Aalert(1)",
        "%6Aavascript%3a", "%2F%2Fexample.org", "%5c%5cexample.org", "https:example.org", "https:/example.org",
        "https://",
        "http:///x", "mailto:", "tel:", "ｊavascript:x",
    ])
    func `what may not be linked is refused`(destination: String) {
        #expect(LinkDestination.refusal(of: destination.utf8) != nil)
    }
}
