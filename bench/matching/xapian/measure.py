"""Measures Xapian: measure.py CORPUS FOLDER BUDGET_MS. Says what engine.ts calls reports, a line of JSON each."""
import json
import os
import resource
import sys
import time

import xapian

corpus, folder, budget = sys.argv[1], sys.argv[2], float(sys.argv[3]) / 1000
COMPARED, ROUNDS = 50, 3


def say(report):
    print(json.dumps(report), flush=True)


index = os.path.join(folder, "index")
database = xapian.WritableDatabase(index, xapian.DB_CREATE_OR_OVERWRITE)
documents, seconds = 0, 0.0
with open(os.path.join(corpus, "documents.tsv")) as lines:
    for line in lines:
        begun = time.perf_counter()
        side, country, text = line.rstrip("\n").split("\t")
        document = xapian.Document()
        for word in text.split(" "):
            document.add_term(word)
        document.add_boolean_term("XS" + side)
        document.add_boolean_term("XC" + country)
        database.add_document(document)
        documents += 1
        seconds += time.perf_counter() - begun
begun = time.perf_counter()
database.commit()
seconds += time.perf_counter() - begun
database.close()
# A compacted copy is what it searches fastest.
compact = os.path.join(folder, "compact")
writable = xapian.Database(index)
writable.compact(compact)
database = xapian.Database(compact)
size = sum(os.path.getsize(os.path.join(compact, name)) for name in os.listdir(compact))
say({"kind": "index", "version": "Xapian " + xapian.version_string() + " BM25", "documents": documents, "seconds": seconds,
     "bytes": size, "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024})

side, *countries = open(os.path.join(corpus, "filter.txt")).read().split()
wanted = xapian.Query(xapian.Query.OP_AND, xapian.Query("XS" + side),
                      xapian.Query(xapian.Query.OP_OR, ["XC" + country for country in countries]))
enquire = xapian.Enquire(database)
enquire.set_weighting_scheme(xapian.BM25Weight(1.2, 0, 1, 0.75, 0.5))


def search(words, filtered):
    query = xapian.Query(xapian.Query.OP_OR, words)
    if filtered:
        query = xapian.Query(xapian.Query.OP_FILTER, query, wanted)
    enquire.set_query(query)
    return [match.docid - 1 for match in enquire.get_mset(0, 10)]


def measure(queries, filtered):
    best, warmed, until = [], 0, time.perf_counter() + budget
    for words in queries:
        found = search(words, filtered)
        if len(best) < COMPARED:
            best.append(found)
        warmed += 1
        if time.perf_counter() > until:
            break
    times = [[] for _ in range(warmed)]
    until = time.perf_counter() + budget
    for _ in range(ROUNDS):
        for i, taken in enumerate(times):
            begun = time.perf_counter()
            if begun > until:
                break
            search(queries[i], filtered)
            taken.append((time.perf_counter() - begun) * 1000)
    middle = sorted(sorted(taken)[len(taken) // 2] for taken in times if taken)
    return {"p50": middle[len(middle) // 2], "p99": middle[int(len(middle) * 0.99)], "mean": sum(middle) / len(middle),
            "queries": len(middle), "best": best}


for case in ("short", "short filtered", "long", "long filtered"):
    queries = [line.split() for line in open(os.path.join(corpus, case.split()[0] + ".txt"))]
    say({"kind": "case", "case": case, **measure(queries, case.endswith("filtered"))})
