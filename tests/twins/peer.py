"""Doubles found by recordlinkage, for the benchmark: peer.py FILE.

The file is what `twins make` writes. Pairs that share a telephone number, a postal code or a page, or that are neighbours by name, are compared in
six ways, and the classifier of expectation and maximization, which needs no examples, says which of them are of one thing.
"""

import re
import sys
import unicodedata
import warnings

warnings.filterwarnings("ignore")

import pandas
import recordlinkage


def fold(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", plain).split())


def of_one_thing(truth):
    sizes = truth.value_counts()
    return int((sizes * (sizes - 1) // 2).sum())


records = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
records["name"] = records["name"].map(fold)
records["street"] = records["street"].map(fold).str.replace(r"^(unit|suite)? *\d+ +(?=\d)", "", regex=True)
records["phone"] = records["phone"].str.replace(r"\D", "", regex=True).str[-10:]
records["postal"] = records["postal"].str.replace(" ", "")
records["city"] = records["city"].str.lower()
records = records.replace("", None)

index = recordlinkage.Index()
for column in ("phone", "postal", "web"):
    index.block(column)
index.sortedneighbourhood("name", window=5)
pairs = index.index(records)

compare = recordlinkage.Compare()
for column in ("name", "street"):
    compare.string(column, column, method="jarowinkler", threshold=0.88, label=column)
for column in ("phone", "postal", "web", "city"):
    compare.exact(column, column, label=column)
found = recordlinkage.ECMClassifier().fit_predict(compare.compute(pairs, records))

truth = records["truth"]
right = sum(truth[one] == truth[other] for one, other in found)
print("meant", of_one_thing(truth), "found", len(found), "right", right)
