import Foundation

/// A random number generator that does the same again for the same seed: SplitMix64 (Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of the elements.
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: choices.indices, using: &self)]
    }

    /// True once in so many times.
    mutating func once(in times: Int) -> Bool {
        Int.random(in: 0..<times, using: &self) == 0
    }

    /// `EDICT_TEST_SEED` where it is set, to run again what failed; else another seed in every run. Printed.
    static let seed: UInt64 = {
        let seed =
            ProcessInfo.processInfo.environment["EDICT_TEST_SEED"].flatMap { UInt64($0) } ?? .random(in: 0..<1 << 32)
        print("the seed of generated inputs is \(seed): EDICT_TEST_SEED=\(seed) runs them again")
        return seed
    }()
}
