struct PipeTable { init?(in content: BlockContent, of node: CNode) { return nil } }
