#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a catalogue of a language that nobody speaks: every letter has an accent and every text is
# half as long again, which is longer than any language that Drydock speaks. What a program
# understands (formats, markup, mnemonics) stays. So whatever is shown without an accent was never
# translatable, and what is clipped will be clipped in German.
#
# Usage: pseudo.py TEMPLATE.pot CATALOGUE.po
import re
import sys

PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ODD = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
ACCENTS = str.maketrans(PLAIN, ODD)

# What stays: printf and strftime formats, markup, entities, escapes, names in capitals with "=".
KEPT = re.compile(
    r"%[-+ #0]*(?:\d+\$)?(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]"
    r"|<[^<>]*>|&[a-z]+;|\\."
)


def accent(text):
    parts, end = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[end:kept.start()].translate(ACCENTS), kept.group()]
        end = kept.end()
    return "".join(parts + [text[end:].translate(ACCENTS)])


def is_format_of_dates(text):
    """Such as "%a %-d %b", in which there is nothing to translate but the order."""
    return not re.search("[A-Za-z]", KEPT.sub("", re.sub("%[-_0^#]?[A-Za-z]", "", text)))


def pad(text):
    """A translated text ends as the original does."""
    if is_format_of_dates(text):
        return text
    stem = text.rstrip()
    while stem.endswith("\\n"):
        stem = stem[:-2]
    rest = text[len(stem):]
    return accent(stem) + "·" * (1 + len(stem) // 2) + rest


STRING = re.compile(r'^(msgid|msgid_plural|msgctxt)? ?"(.*)"$')


def read_entries(path):
    entry = {}
    part = None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line == "":
            if "msgid" in entry:
                yield entry
            entry, part = {}, None
        elif line.startswith("#,"):
            entry["flags"] = line
        elif line.startswith("msgstr"):
            part = None
        elif not line.startswith("#"):
            match = STRING.match(line)
            if match.group(1):
                part = match.group(1)
                entry[part] = ""
            if part:
                entry[part] += match.group(2)
    if "msgid" in entry:
        yield entry


HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"
"""


def write_entry(out, entry):
    if "flags" in entry:
        print(entry["flags"], file=out)
    if "msgctxt" in entry:
        print(f'msgctxt "{entry["msgctxt"]}"', file=out)
    print(f'msgid "{entry["msgid"]}"', file=out)
    if "msgid_plural" in entry:
        print(f'msgid_plural "{entry["msgid_plural"]}"', file=out)
        print(f'msgstr[0] "{pad(entry["msgid"])}"', file=out)
        print(f'msgstr[1] "{pad(entry["msgid_plural"])}"\n', file=out)
    else:
        print(f'msgstr "{pad(entry["msgid"])}"\n', file=out)


def main():
    template, catalogue = sys.argv[1:]
    with open(catalogue, "w", encoding="utf-8") as out:
        print(HEADER, file=out)
        for entry in read_entries(template):
            if entry["msgid"]:
                write_entry(out, entry)


main()
