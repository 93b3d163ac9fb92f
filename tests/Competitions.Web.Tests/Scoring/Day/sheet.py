"""The expected sheet of the whole day: from marks.csv, by the rules as the rule books state them, with nothing of the program.

theory     mean of three judges (fewer than five: nobody is dropped), two places half-up; 30 %, pass from 60
practical  a scheme of 20.00 taken to 100; each aspect rounded to two places half-up before they are added; 70 %, pass from 60
total      two places half-up; equal totals: practical, then the shorter time, then theory; 1-2-2-4
prizes     10 / 20 / 30 % of the field, half-up
"""
import csv
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal as D
from pathlib import Path

HERE = Path(__file__).parent


def half_up(value, places="0.01"):
    return value.quantize(D(places), ROUND_HALF_UP)


def aspect(code, values):
    last = values[-1]
    if code == "A1.M1":  # pass or fail
        return D(2) * last
    if code == "A1.M2":  # eight to complete
        return half_up(D(3) * last / 8)
    if code == "A1.M3":  # 0.40 off for every whole 0.50 away from 50
        return max(D(0), D(4) - D("0.4") * (abs(last - 50) / D("0.5")).to_integral_value(ROUND_FLOOR))
    if code == "B1.M1":  # a choice of three
        return D(2) - {1: D(0), 2: D("0.5"), 3: D("1.5")}[int(last)]
    if code == "B1.M2":  # ranges: to 0.10 nothing is lost, to 0.20 one mark, to 0.30 two, beyond all
        return next(D(3) - lost for most, lost in ((D("0.10"), 0), (D("0.20"), 1), (D("0.30"), 2), (D(99), 3)) if last <= most)
    return half_up(D(3) * sum(values) / (3 * len(values)))  # judged 0 to 3


def rows():
    given = {}
    for line in csv.DictReader((HERE / "marks.csv").open(encoding="utf-8")):
        given.setdefault(line["competitor"], {}).setdefault(line["item"], []).append(D(line["value"]))
    for competitor, items in given.items():
        theory = half_up(sum(items["theory"]) / len(items["theory"]))
        practical = sum(aspect(code, values) for code, values in items.items() if code not in ("theory", "time"))
        of_hundred = practical * 100 / 20
        total = half_up(theory * D("0.30") + of_hundred * D("0.70"))
        yield {"competitor": competitor, "theory": theory, "practical": half_up(practical), "total": total,
               "passed": "yes" if theory >= 60 and of_hundred >= 60 else "no", "time": items["time"][-1]}


def ranked():
    field = sorted(rows(), key=lambda r: (-r["total"], -r["practical"], r["time"], -r["theory"]))
    same = lambda one, other: all(one[k] == other[k] for k in ("total", "practical", "time", "theory"))
    counts = [int(half_up(D(len(field)) * share / 100, "1")) for share in (10, 20, 30)]
    for place, row in enumerate(field):
        row["rank"] = field[place - 1]["rank"] if place and same(field[place - 1], row) else place + 1
        row["prize"] = next((n for n, upto in zip(("一等奖", "二等奖", "三等奖"), (counts[0], sum(counts[:2]), sum(counts))) if place < upto), "")
    return field


if __name__ == "__main__":
    with (HERE / "expected.csv").open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, lineterminator="\n")
        names = ("rank", "competitor", "theory", "practical", "total", "passed", "prize")
        sheet.writerow(names)
        sheet.writerows([row[n] for n in names] for row in ranked())
