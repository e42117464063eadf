package import Diagnostics
package import Source
package import Templates

/// Profiles in a CSV file, a row each: the columns are the fields of a profile, `slug` its address, `text` its words.
package struct ProfileTable: Sendable {
    package static let largestFile = 256 << 20

    /// What a column holds.
    enum Column: Sendable, Equatable {
        case slug, text
        case scalar(String)
        /// Texts, apart by `;` or line ends.
        case list(String)
        /// Entries, apart by `;` or line ends, of named parts, apart by `|`; so many of them must be there.
        case entries(String, parts: [String], required: Int)
        case schedule
        /// A field of `publication_consent`.
        indirect case consent(Column)

        static let all: [String: Column] = {
            let scalars = [
                "name", "profession", "published", "language", "photo", "city", "practising_since", "currency",
                "booking",
            ]
            let lists = ["formats", "languages", "methods", "topics", "not_working_with", "audience"]
            let courses = ["year", "place", "title"]
            var columns: [String: Column] = [
                "slug": .slug, "text": .text, "schedule": .schedule,
                "education": .entries("education", parts: courses, required: 3),
                "training": .entries("training", parts: courses, required: 3),
                "services": .entries("services", parts: ["name", "minutes", "price", "currency"], required: 3),
                "publication_consent.date": .consent(.scalar("date")),
                "publication_consent.until": .consent(.scalar("until")),
                "publication_consent.fields": .consent(.list("fields")),
            ]
            for name in scalars { columns[name] = .scalar(name) }
            for name in lists { columns[name] = .list(name) }
            return columns
        }()
    }

    package struct Row: Sendable {
        let slug: String
        let row: CSV.Row
    }

    package let rows: [Row]
    private let table: CSV?
    /// The column of each cell; nil for one that is not known.
    private let columns: [Column?]

    /// Reads the head of the table and the addresses of its rows.
    package init(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) {
        guard file.bytes.count <= Self.largestFile else {
            diagnostics.append(
                Diagnostic(
                    .error, "file-too-large", at: file.location, "more than \(Self.largestFile >> 20) MB of profiles"))
            (rows, table, columns) = ([], nil, [])
            return
        }
        let table = CSV(file, &diagnostics)
        self.table = table
        guard let table, let head = table.rows.first else {
            if table != nil {
                diagnostics.append(
                    Diagnostic(
                        .error, "missing-field", at: file.location, "no row of column names",
                        hint: "begin the file with: slug,name,profession"))
            }
            (rows, columns) = ([], [])
            return
        }
        columns = Self.columns(head, of: table, &diagnostics)
        rows = Self.rows(of: table, columns, &diagnostics)
    }

    private static func columns(_ head: CSV.Row, of table: CSV, _ diagnostics: inout [Diagnostic]) -> [Column?] {
        var columns: [Column?] = []
        for cell in head.cells {
            let name = String(decoding: table.content(of: cell).text.bytes, as: UTF8.self)
            let column = Column.all[name]
            let place = table.file.location(of: cell.range)
            if column == nil {
                diagnostics.append(
                    Diagnostic(
                        .error, "unknown-field", at: place, "unknown column '\(name)'",
                        hint: suggestion(for: name, in: Column.all.keys)
                            ?? "known here: \(Column.all.keys.sorted().joined(separator: ", "))"))
            } else if columns.contains(column) {
                diagnostics.append(Diagnostic(.error, "duplicate-key", at: place, "column '\(name)' stands here twice"))
            }
            columns.append(columns.contains(column) ? nil : column)
        }
        for (name, column) in [("slug", Column.slug), ("name", .scalar("name")), ("profession", .scalar("profession"))]
        where !columns.contains(column) {
            diagnostics.append(
                Diagnostic(
                    .error, "missing-field", at: table.file.location(of: head.range), "column '\(name)' is missing"))
        }
        return columns
    }

    /// The rows that have as many cells as the head and an address of their own.
    private static func rows(of table: CSV, _ columns: [Column?], _ diagnostics: inout [Diagnostic]) -> [Row] {
        guard let slugIndex = columns.firstIndex(of: .slug), columns.contains(.scalar("name")),
            columns.contains(.scalar("profession"))
        else { return [] }
        var lines: [String: Int] = [:]
        return table.rows.dropFirst().compactMap { row in
            guard row.cells.count == columns.count else {
                diagnostics.append(
                    Diagnostic(
                        .error, "csv-cells", at: table.file.location(of: row.range),
                        "\(row.cells.count) cells where the first row has \(columns.count)",
                        hint: "a separator within a cell needs quotation marks around the cell"))
                return nil
            }
            let cell = row.cells[slugIndex]
            let slug = String(decoding: table.content(of: cell).text.bytes, as: UTF8.self)
            let place = table.file.location(of: cell.range)
            if let fault = Profile.fault(ofSlug: slug, at: place) {
                diagnostics.append(fault)
                return nil
            }
            if let line = lines[slug] {
                diagnostics.append(
                    Diagnostic(
                        .error, "duplicate-address", at: place,
                        "'\(slug)' is the address of the profile in line \(line) already"))
                return nil
            }
            lines[slug] = table.file.line(at: row.range.lowerBound)
            return Row(slug: slug, row: row)
        }
    }

    /// The profile in a row; nil where too little of it could be understood to go on.
    ///
    /// - Parameter photo: looks at the picture that the profile names.
    package func profile<Failure: Error>(
        of row: Row, defaultLanguage: Language, _ diagnostics: inout [Diagnostic],
        photo: (Located<String>) throws(Failure) -> Profile.Photo?
    ) throws(Failure) -> Profile? {
        guard let table, let reader = self.reader(of: row) else { return nil }
        diagnostics += reader.diagnostics
        let text = reader.text ?? SourceFile(path: table.file.path, bytes: [])
        var fields = FieldReader(reader.mapping(row.row.range), of: table.file)
        defer { diagnostics += fields.diagnostics }
        return try Profile(
            slug: row.slug, file: table.file, location: table.file.location(of: row.row.range), text: text,
            body: 0..<text.bytes.count, extent: row.row.range,
            writtenFields: { self.reader(of: row)?.mapping(row.row.range) }, &fields, defaultLanguage,
            photo: photo)
    }

    private func reader(of row: Row) -> RowReader? {
        guard let table else { return nil }
        var reader = RowReader(table: table)
        for (cell, column) in zip(row.row.cells, columns) { reader.take(cell, as: column) }
        return reader
    }
}
