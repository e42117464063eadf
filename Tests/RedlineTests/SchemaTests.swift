import Foundation
import TestSupport
import Testing

/// The JSON that the built program writes, held against `docs/redline.schema.json` by another's validator.
struct SchemaTests {
    private static let script = """
        import json, os, subprocess, sys, jsonschema
        schema, pairs, program = sys.argv[1:]
        validator = jsonschema.Draft202012Validator(json.load(open(schema)))
        count = 0
        for folder, _, files in sorted(os.walk(pairs)):
            if 'old.md' not in files: continue
            sides = [os.path.join(folder, name) for name in ('old.md', 'new.md')]
            run = subprocess.run([program, 'diff', '--format', 'json'] + sides, capture_output=True, check=False)
            validator.validate(json.loads(run.stdout))
            count += 1
        try:
            validator.validate({'changes': [{'kind': 'rename', 'old': None, 'new': None}], 'summary': {}})
        except jsonschema.ValidationError:
            print(count, 'valid')
        """

    @Test func `the JSON of every pair is what its schema says`() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // The validator may be Debian's while another Python comes first.
        let find =
            "for python in python3 /usr/bin/python3; do $python -c 'import jsonschema' 2>/dev/null && break; done"
        process.arguments = [
            "-c", find + "; exec $python -c \"$@\"", "sh", Self.script,
            Repository.root.appending(path: "docs/redline.schema.json").path, Pairs.folder.path,
            try BuiltProgram().file.path,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text == "\(Pairs.all.count) valid\n")
    }
}
