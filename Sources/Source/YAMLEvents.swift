internal import CYaml
internal import Diagnostics

/// libyaml's parser as a sequence of events. What C allocates is freed here: the parser in `deinit`, each event as soon as
/// it was read.
@safe final class YAMLEvents {
    struct Event {
        enum Kind {
            case streamStart, streamEnd, documentStart, documentEnd
            case scalar(YAML.Scalar)
            case sequenceStart, mappingStart, end
        }

        let kind: Kind
        let range: Range<Int>
    }

    private let file: SourceFile
    private let firstLine: Int
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The place that was worked out last: the next one is mostly behind it, and in a long line not counted from its start.
    private var last = (line: -1, column: 0, offset: 0)

    init(file: SourceFile, range: Range<Int>) {
        self.file = file
        firstLine = file.line(at: range.lowerBound)
        unsafe input = .allocate(capacity: range.count)
        _ = unsafe input.initialize(from: file.bytes[range])
        unsafe parser = .allocate(capacity: 1)
        unsafe yaml_parser_initialize(parser)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe input.deallocate()
    }

    /// The next event; after the end of the stream, that end again.
    func next() throws(YAMLError) -> Event {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
        defer { unsafe yaml_event_delete(&event) }
        let start = unsafe offset(of: event.start_mark)
        let range = start..<max(start, unsafe offset(of: event.end_mark))
        return Event(kind: try unsafe kind(of: event, range: range), range: range)
    }

    private func kind(of event: yaml_event_t, range: Range<Int>) throws(YAMLError) -> Event.Kind {
        switch unsafe event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            try unsafe refuse(anchor: unsafe scalar.anchor, tag: unsafe scalar.tag, range)
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let text = unsafe String(decoding: bytes, as: UTF8.self)
            return .scalar(
                YAML.Scalar(
                    text: text,
                    isQuoted: unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE, range: range))
        case YAML_SEQUENCE_START_EVENT:
            let sequence = unsafe event.data.sequence_start
            try unsafe refuse(anchor: unsafe sequence.anchor, tag: unsafe sequence.tag, range)
            return .sequenceStart
        case YAML_MAPPING_START_EVENT:
            let mapping = unsafe event.data.mapping_start
            try unsafe refuse(anchor: unsafe mapping.anchor, tag: unsafe mapping.tag, range)
            return .mappingStart
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
        case YAML_ALIAS_EVENT:
            throw YAMLError(
                rule: "yaml-feature", range: range, message: "an alias (`*name`)",
                hint: "write the value out, or quote it")
        default: return .streamEnd
        }
    }

    private func refuse(
        anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, _ range: Range<Int>
    ) throws(YAMLError) {
        if unsafe anchor != nil {
            throw YAMLError(
                rule: "yaml-feature", range: range, message: "an anchor (`&name`)",
                hint: "write the value out, or quote it")
        }
        if unsafe tag != nil {
            throw YAMLError(
                rule: "yaml-feature", range: range, message: "a tag (`!name`)", hint: "take it out, or quote the value")
        }
    }

    private func syntaxError() -> YAMLError {
        let mark = unsafe parser.pointee.problem_mark
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "cannot be read"
        let offset = offset(of: mark)
        return YAMLError(rule: "yaml-syntax", range: offset..<offset + 1, message: "not YAML: \(problem)")
    }

    /// Marks count lines and characters; the file counts bytes.
    private func offset(of mark: yaml_mark_t) -> Int {
        let (number, target) = (Int(clamping: mark.line), Int(clamping: mark.column))
        let line = file.range(ofLine: firstLine + number)
        var (column, offset) = (0, line.lowerBound)
        if last.line == number, last.column <= target { (column, offset) = (last.column, last.offset) }
        while column < target, offset < line.upperBound {
            offset += 1
            while offset < line.upperBound, file.bytes[offset] & 0b1100_0000 == 0b1000_0000 { offset += 1 }
            column += 1
        }
        last = (number, column, offset)
        return offset
    }
}
