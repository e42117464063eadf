extension MarkdownTree {
    /// Goes over what cmark parsed: positions, definitions, tables, checks.
    func read() {}
}
