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

[ -e consent.json ] || exit 0
# What the record holds of the text and of the ledger, where it holds any.
has() { ! grep -q "\"$1\"" consent.json || tr -d ' \t\r\n' < consent.json | grep -q "\"$1\":\"$2\""; }
has text_sha256 "$text" || fail "text_sha256 of consent.json"
head=$(tr -d ' \t\r\n' < consent.json | sed -n 's/.*"ledger_head":"\([0-9a-f]*\)".*/\1/p')
if [ -n "$head" ]; then
  while IFS= read -r line; do printf '%s' "$line" | digest; done < ledger.jsonl | grep -qx "$head" || fail "ledger_head of consent.json"
fi
echo "consent.json: names the digest of text.txt, and a head that the ledger had"
