"""Make `newsgen/importers/html/page/body/model.json` from pages whose bodies are known.

    python tools/train_body_model.py WCXB_FOLDER [--pack PACK.jsonl.gz --pages FOLDER] [--try]

WCXB_FOLDER holds `html/ID.html` and `truth/ID.json`: the article pages of the Web Content Extraction Benchmark
(Murrough Foley 2026; its truth is CC BY 4.0). A pack holds one JSON object a line with `id`, `publisher`, `raw_html`
and `gt.paragraphs`. Only sites whose name has a SHA-256 that three does not divide are read: the others are kept to
measure what the model is worth. `--try` cross-validates in three folds by site and prints the F1 of the words instead
of writing the model. Needs lightgbm 4.7 and numpy; the same versions on the same pages give the same file.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import hashlib
import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import lightgbm
import numpy as np

from newsgen.importers.html.page.blocks.features import NAMES, block_features
from newsgen.importers.html.page.parse import parse_page

MODEL = Path(__file__).parent.parent / "newsgen/importers/html/page/body/model.json"
# Three folds by site. On 2026-11-28 the F1 of mixed pages was 94.3 with 40 trees at a rate of 0.2, and 95.0 with these;
# a second model that sees what the first says of the neighbours added nothing.
FOLDS, TREES, LEAVES, RATE, FEWEST = 3, 120, 16, 0.08, 100
# The pack's pages are all news, and count less than the mixed ones.
PACK_WEIGHT = 0.5
# Letters of a piece by which a block is found in the body.
PIECE = 12


class Case(NamedTuple):
    """A page: its site, the texts, features and labels of its candidates (1: body, 0: not, -1: unknown), its body."""

    site: str
    texts: list[str]
    rows: Any
    labels: Any
    truth: str
    is_mixed: bool


def is_kept_apart(site: str) -> bool:
    """Whether the pages of a site are never trained on."""
    name = site.lower().removeprefix("www.")
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def letters_of(text: str) -> str:
    """The letters and digits of a text in one case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def label_blocks(texts: list[str], truth: str, headline: str) -> list[int]:
    """Of each text whether it is in the body (1), is not (0), or may be by chance (-1)."""
    whole, title = letters_of(truth), letters_of(headline)
    pieces = {whole[at : at + PIECE] for at in range(len(whole) - PIECE + 1)}
    labels = []
    for text in texts:
        here = letters_of(text)
        if not here:
            labels.append(0)
        elif here == title or (len(here) < 4 and here in whole):
            labels.append(-1)
        elif here in whole:
            labels.append(1)
        else:
            known = [here[at : at + PIECE] in pieces for at in range(0, len(here) - PIECE + 1, 3)]
            labels.append(int(len(here) > 60 and sum(known) > 0.7 * len(known)))
    return labels


def make_case(page: bytes, body: str, headline: str, site: str, is_mixed: bool) -> Case | None:
    """The case of a page; None for one without text."""
    blocks = parse_page(page.decode("utf-8", errors="replace")).blocks
    numbers, rows = block_features(blocks)
    if not numbers:
        return None
    texts = [blocks.blocks[number].text for number in numbers]
    labels = np.array(label_blocks(texts, body, headline))
    return Case(site, texts, np.array(rows, dtype=np.float32), labels, body, is_mixed)


def read_cases(asked: argparse.Namespace) -> Iterator[Case]:
    """The cases of the sites to train on."""
    for file in sorted((asked.wcxb / "html").glob("*.html")):
        truth = json.loads((asked.wcxb / "truth" / f"{file.stem}.json").read_text())
        site = urlsplit(truth["url"]).hostname or ""
        if not is_kept_apart(site):
            body, title = truth.get("main_content") or "", truth.get("title") or ""
            case = make_case(file.read_bytes(), body, title, site, True)
            if case:
                yield case
    if asked.pack:
        with gzip.open(asked.pack, "rt") as lines:
            for line in lines:
                found = json.loads(line)
                page = asked.pages / (found.get("raw_html") or "none")
                if found["body_gt"] != "full" or is_kept_apart(found["publisher"]) or not page.is_file():
                    continue
                truth = found["gt"]
                body = "\n".join([*truth["paragraphs"], *(truth.get("subheads") or [])])
                case = make_case(page.read_bytes(), body, truth.get("title") or "", found["publisher"], False)
                if case:
                    yield case


def fit(cases: list[Case]) -> lightgbm.LGBMClassifier:
    """The model of some cases: every page counts alike, whatever its length."""
    rows, labels, weights = [], [], []
    for case in cases:
        sizes = np.clip(case.rows[:, 0], 20, 600)
        rows.append(case.rows)
        labels.append(case.labels)
        weights.append(sizes / (case.rows[:, 0].sum() / 1000 + 3) * (1 if case.is_mixed else PACK_WEIGHT))
    all_rows, all_labels, all_weights = map(np.concatenate, (rows, labels, weights))
    known = all_labels >= 0
    model = lightgbm.LGBMClassifier(
        n_estimators=TREES,
        num_leaves=LEAVES,
        learning_rate=RATE,
        subsample=0.8,
        subsample_freq=1,
        colsample_bytree=0.5,
        min_child_samples=FEWEST,
        random_state=1,
        deterministic=True,
        force_row_wise=True,
        n_jobs=1,
        verbose=-1,
    )
    return model.fit(all_rows[known], all_labels[known], sample_weight=all_weights[known])


def score(cases: list[Case], chances: list[Any], least: float) -> list[float]:
    """F1, precision and recall of the words, as means over pages in percent."""
    figures = []
    for case, chance in zip(cases, chances, strict=True):
        given = count_words("\n".join(text for text, share in zip(case.texts, chance, strict=True) if share > least))
        wanted = count_words(case.truth)
        hit = sum((wanted & given).values())
        precision, recall = hit / max(1, sum(given.values())), hit / max(1, sum(wanted.values()))
        figures.append((2 * precision * recall / max(1e-9, precision + recall), precision, recall))
    return [round(float(100 * value), 2) for value in np.mean(figures, 0)]


def count_words(text: str) -> collections.Counter[str]:
    """The words of a text with their numbers."""
    return collections.Counter(re.findall(r"\w+", text.lower()))


def export(model: lightgbm.LGBMClassifier) -> list[dict[str, list[float]]]:
    """The trees of a model as plain numbers."""
    trees = []
    for info in model.booster_.dump_model()["tree_info"]:
        tree: dict[str, list[float]] = {name: [] for name in ("features", "thresholds", "left", "right", "leaves")}

        def add(node: dict[str, Any], tree: dict[str, list[float]] = tree) -> int:
            if "leaf_value" in node:
                tree["leaves"].append(round(node["leaf_value"], 5))
                return -len(tree["leaves"])
            number = len(tree["features"])
            tree["features"].append(node["split_feature"])
            tree["thresholds"].append(float(f"{node['threshold']:.6g}"))
            tree["left"].append(0)
            tree["right"].append(0)
            tree["left"][number] = add(node["left_child"])
            tree["right"][number] = add(node["right_child"])
            return number

        add(info["tree_structure"])
        trees.append(tree)
    return trees


def predict_apart(cases: list[Case]) -> list[Any]:
    """The probabilities of each case's blocks by a model of the other folds."""
    chances: list[Any] = [None] * len(cases)
    folds = [zlib.crc32(case.site.encode()) % FOLDS for case in cases]
    for fold in range(FOLDS):
        model = fit([case for case, own in zip(cases, folds, strict=True) if own != fold])
        for number, own in enumerate(folds):
            if own == fold:
                chances[number] = model.predict_proba(cases[number].rows)[:, 1]
    return chances


def main() -> None:
    """Write the model, or print what a model is worth."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("wcxb", type=Path)
    parser.add_argument("--pack", type=Path)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--try", dest="is_trial", action="store_true")
    asked = parser.parse_args()
    cases = list(read_cases(asked))
    if not asked.is_trial:
        lines = [json.dumps(tree) for tree in export(fit(cases))]
        MODEL.write_text(f'{{"features": {json.dumps(NAMES)},\n"trees": [\n' + ",\n".join(lines) + "\n]}\n")
        return
    chances = predict_apart(cases)
    for is_mixed in (True, False):
        chosen = [number for number, case in enumerate(cases) if case.is_mixed == is_mixed]
        for least in (0.4, 0.45, 0.5, 0.6) if chosen else ():
            figures = score([cases[number] for number in chosen], [chances[number] for number in chosen], least)
            print("mixed" if is_mixed else "news", least, "F1, precision, recall:", *figures)


if __name__ == "__main__":
    main()
