#!/usr/bin/env python3
"""Makes marks.csv and expected.csv beside this file. It uses nothing of src: rules as they are written in the rule book
(theory 30 %, practical 70 % by five judges, one highest and one lowest dropped, half-up at two places, practical then less
time then theory, 1-2-2-4, prizes 10/20/30 % half-up with a tie widening, 60 to pass each part, the first three who passed
have the title, the first 20 % who passed rise to level 5 and others who passed to level 4, never to what they have;
place points 10 9 8 7 6 5 4 4 4 4 1 for units, ties by the number of better places).

    python3 make.py
"""
import csv
import os
from collections import Counter, defaultdict
from decimal import Decimal as D, ROUND_HALF_UP

HERE = os.path.dirname(os.path.abspath(__file__))
CENT = D("0.01")


def chance(seed):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed >> 33


def half_up(value):
    return value.quantize(CENT, ROUND_HALF_UP)


def marks():
    dice = chance(20261121)
    rows = []
    for n in range(1, 38):
        theory = D(45 + next(dice) % 110) / 2 + 20 if n % 9 else D(90)
        theory = min(theory, D(100))
        base = 55 + next(dice) % 40
        judges = [D(base) + D(next(dice) % 21 - 10) / 2 for _ in range(5)]
        if n % 6 == 0:
            theory, judges = D(80), [D(80)] * 5  # equals to the end, unless time parts them
        judges = [min(max(j, D(0)), D(100)) for j in judges]
        seconds = 7200 + 60 * (next(dice) % 10) if n % 12 else 7200
        deducted = D(next(dice) % 5) if n % 7 == 0 else D(0)
        rows.append(dict(entry=n, unit=n % 5, theory=theory, judges=judges, seconds=seconds, deducted=deducted, level=next(dice) % 4 + 2, holds=int(n % 4 == 0)))
    return rows


def result(rows):
    for r in rows:
        kept = sorted(r["judges"])[1:-1]
        raw = half_up(sum(kept) / len(kept))
        r["practical"] = max(D(0), raw - r["deducted"])
        r["total"] = half_up(r["theory"] * D("0.3") + r["practical"] * D("0.7"))
        r["passed"] = r["theory"] >= 60 and r["practical"] >= 60
        r["key"] = (-r["total"], -r["practical"], r["seconds"], -r["theory"])
    rows.sort(key=lambda r: (r["key"], r["entry"]))
    for i, r in enumerate(rows):
        r["rank"] = rows[i - 1]["rank"] if i and rows[i - 1]["key"] == r["key"] else i + 1
    n = len(rows)
    border, done = 0, 0
    for prize, share in (("first", "0.1"), ("second", "0.2"), ("third", "0.3")):
        border += int((D(n) * D(share)).quantize(D(1), ROUND_HALF_UP))
        end = max(done, widened(rows, border))
        for r in rows[done:end]:
            r["prize"] = prize
        done = end
    for i, r in enumerate(rows):
        r["title"] = int(i < widened(rows, 3) and r["passed"] and not r["holds"])
        rises = 0
        if r["passed"]:
            fifth = int((D(n) * D("0.2")).quantize(D(1), ROUND_HALF_UP))
            rises = max([4 if r["level"] < 4 else 0] + ([5 if r["level"] < 5 else r["level"] + 1] if i < widened(rows, fifth) else []))
        r["rises"] = rises
    return rows


def widened(rows, border):
    while 0 < border < len(rows) and rows[border]["rank"] == rows[border - 1]["rank"]:
        border += 1
    return border


def teams(rows):
    points, places = defaultdict(D), defaultdict(Counter)
    table = [10, 9, 8, 7, 6, 5, 4, 4, 4, 4, 1]
    for r in rows:
        points[r["unit"]] += table[min(r["rank"], len(table)) - 1]
        places[r["unit"]][r["rank"]] += 1
    order = sorted(points, key=lambda u: (-points[u], [-places[u][p] for p in range(1, 11)]))
    return [(u, points[u]) for u in order]


def main():
    rows = marks()
    with open(os.path.join(HERE, "marks.csv"), "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["entry", "unit", "theory", "j1", "j2", "j3", "j4", "j5", "seconds", "deducted", "level", "holds"])
        for r in rows:
            out.writerow([r["entry"], r["unit"], r["theory"], *r["judges"], r["seconds"], r["deducted"], r["level"], r["holds"]])
    rows = result(rows)
    with open(os.path.join(HERE, "expected.csv"), "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["rank", "entry", "practical", "total", "passed", "prize", "title", "rises"])
        for r in rows:
            out.writerow([r["rank"], r["entry"], half_up(r["practical"]), r["total"], int(r["passed"]), r.get("prize", ""), r["title"], r["rises"]])
    with open(os.path.join(HERE, "teams.csv"), "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["unit", "points"])
        out.writerows(teams(rows))


main()
