package import Diagnostics

extension SourceFile {
    /// The file with some of its bytes mended. Of mends that overlap the first and then the longest holds; the others are left out.
    package func applying(_ mends: [Mend]) -> SourceFile {
        var mended: [UInt8] = []
        var end = 0
        for mend in mends.sorted(by: { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
        )
        where mend.range.lowerBound >= end && mend.range.upperBound <= bytes.count {
            mended += bytes[end..<mend.range.lowerBound]
            mended += mend.replacement.utf8
            end = mend.range.upperBound
        }
        return SourceFile(path: path, bytes: mended + bytes[end...])
    }
}
