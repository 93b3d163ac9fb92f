#!/usr/bin/env python3
"""The WSUK2024 scheme marked to its end by a simulated panel, computed from the workbook alone: nothing of src is used.

usage: simulated_panel.py WORKBOOK > simulated_panel.csv

All marks are invented by a formula; RealSchemeTests gives the same marks through the marks' endpoint and compares what the
board says with this sheet. Competitors are numbered from 1, aspects from 0 in the order of the workbook, judges from 0.

  h(e, a, j) = (31 e + 17 a + 7 j + 3 e a) mod 101
  not attempted    where h(e, a, 0) mod 29 = 0: no points
  measurement      the full mark * (h(e, a, 0) mod 5) / 4, rounded down to hundredths; no aspect of it names a calculation
  judgement        judge j gives min(3, h(e, a, 0) mod 4 + (e + a + j) mod 2); max * mean / 3
Every aspect mark is rounded half-up to two places, from 0 to the full mark; a total is the sum of rounded marks.
The module counts 70 % of the event's total, rounded half-up to two places.
"""
import re
import sys
import zipfile
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from xml.etree import ElementTree

COMPETITORS, JUDGES = 8, 3
CENT = Decimal("0.01")
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells(book, sheet):
    """Rows of a sheet as {column letter: text}."""
    strings = ["".join(t.text or "" for t in s.iter(NS + "t")) for s in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
    for row in ElementTree.fromstring(book.read(f"xl/worksheets/{sheet}.xml")).find(NS + "sheetData"):
        found = {}
        for cell in row:
            value = cell.find(NS + "v")
            if value is not None:
                text = strings[int(value.text)] if cell.get("t") == "s" else value.text
                if text.strip():
                    found[re.match("[A-Z]+", cell.get("r"))[0]] = text.strip()
        yield found


def read(path):
    book = zipfile.ZipFile(path)
    aspects, begun = [], False
    for row in cells(book, "sheet1"):
        begun = begun or row.get("D", "").startswith("Aspect")
        if begun and row.get("D") in ("M", "J"):
            if "J" in row:
                raise SystemExit("no rule for a calculation")
            aspects.append((row["D"], Decimal(row["K"]).quantize(Decimal("0.0001"), ROUND_HALF_UP).normalize()))
    return aspects


def points(entry, aspect, kind, most):
    def h(judge):
        return (31 * entry + 17 * aspect + 7 * judge + 3 * entry * aspect) % 101

    if h(0) % 29 == 0:
        return Decimal(0)
    if kind == "J":
        given = [min(3, h(0) % 4 + (entry + aspect + judge) % 2) for judge in range(JUDGES)]
        reached = most * sum(given) / (3 * JUDGES)
    else:
        reached = (most * (h(0) % 5) / 4).quantize(CENT, ROUND_DOWN)
    return reached.quantize(CENT, ROUND_HALF_UP)


def main(path):
    aspects = read(path)
    rows = []
    for entry in range(1, COMPETITORS + 1):
        module = sum((points(entry, a, *aspect) for a, aspect in enumerate(aspects)), Decimal(0))
        full = sum(most for _, most in aspects)
        rows.append((entry, module, (module * 100 / full * Decimal("0.7")).quantize(CENT, ROUND_HALF_UP)))
    print("number,module,total,rank")
    for entry, module, total in rows:
        print(f"{entry:03},{module},{total},{1 + sum(other > total for _, _, other in rows)}")


main(sys.argv[1])
