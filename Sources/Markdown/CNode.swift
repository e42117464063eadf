internal import CCmark
internal import Glibc

/// One node of cmark's tree: the only place where cmark's C functions on nodes are called.
@safe struct CNode: Hashable {
    let pointer: OpaquePointer

    init?(_ pointer: OpaquePointer?) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.pointer = pointer
    }

    /// A new node of a kind that carries no data yet.
    static func make(_ type: cmark_node_type) -> CNode {
        guard let node = unsafe CNode(cmark_node_new(type)) else {
            preconditionFailure("cmark's allocator ends the program rather than return nothing")
        }
        return node
    }

    static func == (left: CNode, right: CNode) -> Bool { unsafe left.pointer == right.pointer }
    func hash(into hasher: inout Hasher) { unsafe hasher.combine(pointer) }

    var type: cmark_node_type { unsafe cmark_node_get_type(pointer) }
    var parent: CNode? { unsafe CNode(cmark_node_parent(pointer)) }
    var next: CNode? { unsafe CNode(cmark_node_next(pointer)) }
    var previous: CNode? { unsafe CNode(cmark_node_previous(pointer)) }
    var firstChild: CNode? { unsafe CNode(cmark_node_first_child(pointer)) }
    var lastChild: CNode? { unsafe CNode(cmark_node_last_child(pointer)) }

    // MARK: Where cmark says the node is

    var startLine: Int { Int(unsafe cmark_node_get_start_line(pointer)) }
    var startColumn: Int { Int(unsafe cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(unsafe cmark_node_get_end_line(pointer)) }

    // MARK: Data

    var literal: [UInt8] {
        get { unsafe Self.bytes(cmark_node_get_literal(pointer)) }
        nonmutating set { unsafe Self.set(newValue) { unsafe cmark_node_set_literal(pointer, $0) } }
    }

    var url: [UInt8] {
        get { unsafe Self.bytes(cmark_node_get_url(pointer)) }
        nonmutating set { unsafe Self.set(newValue) { unsafe cmark_node_set_url(pointer, $0) } }
    }

    var title: [UInt8] {
        get { unsafe Self.bytes(cmark_node_get_title(pointer)) }
        nonmutating set { unsafe Self.set(newValue) { unsafe cmark_node_set_title(pointer, $0) } }
    }

    var fenceInfo: [UInt8] { unsafe Self.bytes(cmark_node_get_fence_info(pointer)) }

    var onEnter: [UInt8] {
        get { unsafe Self.bytes(cmark_node_get_on_enter(pointer)) }
        nonmutating set { unsafe Self.set(newValue) { unsafe cmark_node_set_on_enter(pointer, $0) } }
    }

    var onExit: [UInt8] {
        get { unsafe Self.bytes(cmark_node_get_on_exit(pointer)) }
        nonmutating set { unsafe Self.set(newValue) { unsafe cmark_node_set_on_exit(pointer, $0) } }
    }

    var headingLevel: Int {
        get { Int(unsafe cmark_node_get_heading_level(pointer)) }
        nonmutating set { _ = unsafe cmark_node_set_heading_level(pointer, CInt(min(max(1, newValue), 6))) }
    }

    /// The list of an item, or the list itself.
    private var list: CNode { type == CMARK_NODE_ITEM ? parent ?? self : self }
    var isOrderedList: Bool { unsafe cmark_node_get_list_type(list.pointer) == CMARK_ORDERED_LIST }
    var hasParenthesis: Bool { unsafe cmark_node_get_list_delim(list.pointer) == CMARK_PAREN_DELIM }
    var listStart: Int { Int(unsafe cmark_node_get_list_start(list.pointer)) }
    var isTight: Bool {
        get { unsafe cmark_node_get_list_tight(list.pointer) != 0 }
        nonmutating set { _ = unsafe cmark_node_set_list_tight(list.pointer, newValue ? 1 : 0) }
    }

    /// A number that the tree keeps with a node: 0 where none was set. cmark itself never reads it.
    var tag: Int {
        get { unsafe Int(bitPattern: cmark_node_get_user_data(pointer)) }
        nonmutating set { _ = unsafe cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: newValue)) }
    }

    // MARK: Structure

    func unlink() { unsafe cmark_node_unlink(pointer) }
    func append(_ child: CNode) -> Bool { unsafe cmark_node_append_child(pointer, child.pointer) != 0 }
    func insertBefore(_ sibling: CNode) -> Bool { unsafe cmark_node_insert_before(pointer, sibling.pointer) != 0 }
    func insertAfter(_ sibling: CNode) -> Bool { unsafe cmark_node_insert_after(pointer, sibling.pointer) != 0 }
    func free() { unsafe cmark_node_free(pointer) }

    /// Parses `markdown`, whose size `Limits` has looked at.
    static func parse(_ markdown: ArraySlice<UInt8>) -> CNode {
        let parsed: CNode? = unsafe markdown.withUnsafeBytes { buffer in
            guard let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return nil }
            return unsafe CNode(cmark_parse_document(start, buffer.count, CMARK_OPT_DEFAULT))
        }
        return parsed ?? make(CMARK_NODE_DOCUMENT)
    }

    /// The subtree as HTML, in cmark's safe mode.
    func html() -> [UInt8] {
        guard let text = unsafe cmark_render_html(pointer, CMARK_OPT_DEFAULT) else { return [] }
        defer { unsafe Glibc.free(text) }
        return unsafe Self.bytes(text)
    }

    // MARK: C strings

    private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard let text = unsafe text else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    private static func bytes(_ text: UnsafeMutablePointer<CChar>) -> [UInt8] {
        unsafe bytes(UnsafePointer(text))
    }

    /// Hands over `bytes` as a C string. A C string ends at its first zero, so zeros become U+FFFD, as in cmark's own input.
    private static func set(_ bytes: [UInt8], by setter: (UnsafePointer<CChar>) -> CInt) {
        var text = bytes.contains(0) ? bytes.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] } : bytes
        text.append(0)
        unsafe text.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return }
            _ = unsafe setter(start.assumingMemoryBound(to: CChar.self))
        }
    }
}

/// Goes through a tree in document order without recursion.
@safe final class Walk: Sequence, IteratorProtocol {
    private let iterator: OpaquePointer?

    init(_ root: CNode) {
        unsafe iterator = cmark_iter_new(root.pointer)
    }

    deinit {
        if let iterator = unsafe iterator { unsafe cmark_iter_free(iterator) }
    }

    /// Leaves are entered and not left, as in cmark. The node that was left, or a leaf that was entered, may be unlinked.
    func next() -> (isEntered: Bool, node: CNode)? {
        guard let iterator = unsafe iterator else { return nil }
        let event = unsafe cmark_iter_next(iterator)
        guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT,
            let node = unsafe CNode(cmark_iter_get_node(iterator))
        else { return nil }
        return (event == CMARK_EVENT_ENTER, node)
    }
}
