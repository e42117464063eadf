#!/bin/sh
# Checks an evidence bundle without Edict: sh check.sh
set -eu
cd "$(dirname "$0")"
digest() { sha256sum | cut -d ' ' -f 1; }
fail() { echo "NOT as recorded: $1"; exit 1; }

previous=$(printf '' | digest)
while IFS= read -r line; do
  case "$line" in *"\"previous\":\"$previous\""*) ;; *) fail "the chain of ledger.jsonl" ;; esac
  own=$(printf '%s' "$line" | sed 's/.*,"sha256":"\([0-9a-f]*\)"}$/\1/')
  [ "$(printf '%s' "$line" | sed 's/,"sha256":"[0-9a-f]*"}$/}/' | digest)" = "$own" ] || fail "a line of ledger.jsonl"
  previous=$(printf '%s' "$line" | digest)
done < ledger.jsonl
echo "ledger.jsonl: the chain is whole; its head is $previous"

text=$(digest < text.txt)
grep -q "\"source_sha256\":\"$(digest < source.md)\".*\"text_sha256\":\"$text\"" ledger.jsonl || fail "source.md or text.txt"
echo "source.md, text.txt: as recorded"
[ "$(python3 check-edition.py edition.html)" = "$text" ] || fail "edition.html"
echo "edition.html: says what text.txt says"
