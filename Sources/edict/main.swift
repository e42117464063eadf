print("edict")
