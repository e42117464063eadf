extension String {
    /// Text for a terminal: control and invisible characters, which could rewrite what is read there, become `?`.
    package var visible: String { visibleText(unicodeScalars) }
}

func visibleText(_ text: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: result.append("?")
        default: result.append(scalar)
        }
    }
    return String(result)
}
