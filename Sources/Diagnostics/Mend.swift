/// Some bytes of a diagnostic's file and what belongs in their place: a mend that nobody has to think about.
package struct Mend: Sendable, Hashable {
    package let range: Range<Int>
    package let replacement: String

    package init(_ range: Range<Int>, replacement: String) {
        (self.range, self.replacement) = (range, replacement)
    }
}
