"""Draws a layer again, from its secret alone: what the tests beside this expect was computed by it.

    python3 code_book.py
"""
import hashlib
import struct

LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ"


def sha(text):
    return hashlib.sha256(text.encode()).digest()


def stream(secret):
    n = 0
    while True:
        block = sha(f"{secret}:{n}")
        for at in range(0, 32, 8):
            yield struct.unpack(">Q", block[at:at + 8])[0]
        n += 1


def below(chance, bound):
    top = 2 ** 64 - 1
    fair = top - top % bound
    while True:
        number = next(chance)
        if number < fair:
            return number % bound


def order(secret, count):
    lots, chance = list(range(count)), stream(f"order\n{secret}")
    for i in range(count - 1, 0, -1):
        other = below(chance, i + 1)
        lots[i], lots[other] = lots[other], lots[i]
    return lots


def codes(layer, secret, count):
    if layer < 3:
        return [f"{n:03}" if layer == 1 else f"{n:02}" for n in range(1, count + 1)]
    chance = stream(f"works\n{secret}")
    return ["".join(LETTERS[below(chance, 29)] for _ in range(10)) for _ in range(count)]


def text(place, layer, attempt, seed, salt, word, pairs):
    return "\n".join(["competitions.code-book.1", "WELD", place, str(layer), str(attempt), seed, salt, word] + [f"{a}\t{b}" for a, b in pairs])


def draw(place, layer, attempt, seed, salt, word, before):
    before = sorted(before)
    promise = sha(text(place, layer, attempt, seed, salt, "", [(f, "") for f in before])).hex()
    secret = f"{seed}\n{word}"
    given, lots = codes(layer, secret, len(before)), order(secret, len(before))
    pairs = [(f, given[lots[i]]) for i, f in enumerate(before)]
    return promise, sha(text(place, layer, attempt, seed, salt, word, pairs)).hex(), pairs


def tag(module, result):
    chance = stream(f"tag\n{module}\n{result}")
    return "".join(LETTERS[below(chance, 29)] for _ in range(4))


if __name__ == "__main__":
    seed, salt = bytes(range(32)).hex(), bytes(range(32, 48)).hex()
    for layer, place, before in [(1, "@final", ["14", "9", "11", "12", "103"]), (2, "practical", ["001", "002", "003", "004", "005"]), (3, "practical", ["01", "02", "03", "04", "05"])]:
        promise, result, pairs = draw(place, layer, 1, seed, salt, "三月七", before)
        print(layer, promise, result, pairs, tag("practical", result))
