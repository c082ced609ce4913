#!/usr/bin/env bash
# Prints the figures of docs/quality.md: docs/measure.sh EVAL [SECTION ...]
# EVAL holds the public gold data and their scorers, one folder a stage. Sections: sentences attribution values
# checkworthy nonclaim matching stories (all without arguments).
set -euo pipefail
eval_dir=${1:?usage: docs/measure.sh EVAL [SECTION ...]}
shift
sections=${*:-sentences attribution values checkworthy nonclaim matching stories}
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cargo build --quiet --release --features json --examples
target=${CARGO_TARGET_DIR:-target}/release/examples
predict() { "$target/predict" "$1" < "$2" > "$out/pred"; }

for section in $sections; do
  printf '\n== %s\n' "$section"
  case $section in
    sentences)
      for gold in "$eval_dir"/sentences/*.jsonl; do
        predict sentences "$gold"
        printf '%-24s ' "$(basename "$gold" .jsonl)"
        python3 "$eval_dir/sentences/score.py" "$gold" "$out/pred" | tail -n 1
      done ;;
    attribution)
      for set in polnear_train polnear_dev gum_news_dev; do
        predict attribution "$eval_dir/attribution/$set.jsonl"
        printf -- '-- %s\n' "$set"
        python3 "$eval_dir/attribution/score.py" "$eval_dir/attribution/$set.jsonl" "$out/pred" --outlets
      done ;;
    values)
      for set in modality negation quantities dates propositions speakers; do
        predict values "$eval_dir/values/$set.jsonl"
        cp "$out/pred" "$out/$set.jsonl"
      done
      python3 "$eval_dir/values/score.py" all "$out" ;;
    checkworthy)
      for set in ct19_dev ct24_dev; do
        predict checkworthy "$eval_dir/checkworthy/$set.jsonl"
        printf -- '-- %s\n' "$set"
        python3 "$eval_dir/checkworthy/score.py" "$eval_dir/checkworthy/$set.jsonl" "$out/pred" --bin
      done ;;
    nonclaim)
      predict boilerplate "$eval_dir/nonclaim/boilerplate_dev.jsonl"
      predict_file="$out/pred" python3 - "$eval_dir/nonclaim/boilerplate_dev.jsonl" <<'PY'
import json, os, sys
pred = [json.loads(line)["boilerplate"] for line in open(os.environ["predict_file"])]
gold = [json.loads(line) for line in open(sys.argv[1])]
pairs = list(zip(pred, gold, strict=True))
boiler = [p for p, g in pairs if g["label"] == "boilerplate"]
text = [p for p, g in pairs if g["label"] == "text"]
said = [p for p, g in pairs if g["label"] == "text" and g.get("has_attribution")]
print(f"boilerplate recall {sum(boiler)}/{len(boiler)}; good paragraphs lost {sum(text)}/{len(text)}, with attribution {sum(said)}/{len(said)}")
PY
      predict sentence_type "$eval_dir/nonclaim/sentence_type_dev.jsonl"
      predict_file="$out/pred" python3 - "$eval_dir/nonclaim/sentence_type_dev.jsonl" <<'PY'
import json, os, sys
pred = [json.loads(line)["statement"] for line in open(os.environ["predict_file"])]
gold = [json.loads(line) for line in open(sys.argv[1])]
right = sum(p == (g["type"] == "decl") for p, g in zip(pred, gold, strict=True))
print(f"statement or not {right}/{len(gold)}")
PY
      ;;
    matching)
      for set in ecb sts-headlines contrast; do
        predict pairs "$eval_dir/matching/pairs-$set.jsonl"
        printf 'pairs %-14s ' "$set"
        python3 "$eval_dir/matching/score.py" pairs "$eval_dir/matching/pairs-$set.jsonl" "$out/pred"
      done
      for set in superpal ecb; do
        predict groups "$eval_dir/matching/groups-$set.jsonl"
        printf 'groups %-13s ' "$set"
        python3 "$eval_dir/matching/score.py" groups "$eval_dir/matching/groups-$set.jsonl" "$out/pred"
      done
      predict retrieval "$eval_dir/matching/retrieval-clef2020.json"
      printf 'retrieval clef2020   '
      python3 "$eval_dir/matching/score.py" retrieval "$eval_dir/matching/retrieval-clef2020.json" "$out/pred" ;;
    stories)
      for story in fixtures/reports fixtures/stories/*/; do
        "$target/cross_reference" "$story" --format json > "$out/pred"
        printf '%-24s ' "$story"
        python3 "$eval_dir/stories/score.py" "$story" "$out/pred"
      done ;;
    *) echo "no section $section" >&2; exit 2 ;;
  esac
done
