// Times the stages of a build, or each rule of review:
//
//     swift run -c release stage-benchmark [rules]

if CommandLine.arguments.dropFirst().first == "rules" { timeRules() } else { try await timeStages() }
