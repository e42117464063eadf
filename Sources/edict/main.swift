import CommandLine

await Edict.run()
