import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.queries.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.*;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.Version;

/** Measures Lucene: Measure CORPUS FOLDER BUDGET_MS. Says what engine.ts calls reports, a line of JSON each. */
public final class Measure {
    private static final int COMPARED = 50;
    private static final int ROUNDS = 3;
    private static IndexSearcher searcher;
    private static NumericDocValues[] numbers;
    private static FixedBitSet[] wanted;

    public static void main(String[] args) throws Exception {
        Path corpus = Paths.get(args[0]);
        Directory directory = new MMapDirectory(new File(args[1], "index"));
        long budget = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[2]));
        IndexWriterConfig config = new IndexWriterConfig(Version.LATEST, new WhitespaceAnalyzer());
        config.setRAMBufferSizeMB(256);
        config.setSimilarity(new BM25Similarity());
        long nanos = 0;
        int documents = 0;
        try (IndexWriter writer = new IndexWriter(directory, config);
             BufferedReader lines = Files.newBufferedReader(corpus.resolve("documents.tsv"), StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long begun = System.nanoTime();
                int first = line.indexOf('\t');
                int second = line.indexOf('\t', first + 1);
                Document document = new Document();
                document.add(new NumericDocValuesField("number", documents++));
                document.add(new StringField("side", line.substring(0, first), Field.Store.NO));
                document.add(new StringField("country", line.substring(first + 1, second), Field.Store.NO));
                document.add(new Field("text", line.substring(second + 1), TEXT));
                writer.addDocument(document);
                nanos += System.nanoTime() - begun;
            }
            long begun = System.nanoTime();
            writer.commit();
            writer.waitForMerges();
            nanos += System.nanoTime() - begun;
            // One segment is what it searches fastest; the time for that is not counted.
            writer.forceMerge(1);
        }
        long bytes = 0;
        for (String file : directory.listAll()) bytes += directory.fileLength(file);
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "{\"kind\":\"index\",\"version\":\"Lucene %s\",\"documents\":%d,\"seconds\":%f,\"bytes\":%d,\"rss\":%d}%n",
            Version.LATEST, documents, nanos / 1e9, bytes, runtime.totalMemory() - runtime.freeMemory());

        DirectoryReader reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity());
        numbers = new NumericDocValues[reader.leaves().size()];
        for (AtomicReaderContext leaf : reader.leaves()) numbers[leaf.ord] = leaf.reader().getNumericDocValues("number");
        String[] asked = Files.readString(corpus.resolve("filter.txt")).trim().split(" ");
        List<Term> countries = new ArrayList<>();
        for (int i = 1; i < asked.length; i++) countries.add(new Term("country", asked[i]));
        BooleanFilter both = new BooleanFilter();
        both.add(new TermFilter(new Term("side", asked[0])), BooleanClause.Occur.MUST);
        both.add(new TermsFilter(countries), BooleanClause.Occur.MUST);
        // Worked out once and kept as plain bits, which is what its scorers read fastest.
        wanted = new FixedBitSet[reader.leaves().size()];
        for (AtomicReaderContext leaf : reader.leaves()) {
            wanted[leaf.ord] = new FixedBitSet(leaf.reader().maxDoc());
            DocIdSet found = both.getDocIdSet(leaf, leaf.reader().getLiveDocs());
            if (found != null) wanted[leaf.ord].or(found.iterator());
        }
        for (String name : new String[] {"short", "short filtered", "long", "long filtered"}) {
            List<String[]> queries = new ArrayList<>();
            for (String line : Files.readAllLines(corpus.resolve(name.split(" ")[0] + ".txt"))) queries.add(line.split(" "));
            measure(name, queries, name.endsWith("filtered"), budget);
        }
    }

    private static final FieldType TEXT = new FieldType();
    static {
        TEXT.setIndexed(true);
        TEXT.setTokenized(true);
        TEXT.setIndexOptions(FieldInfo.IndexOptions.DOCS_AND_FREQS);
        TEXT.freeze();
    }

    private static TopDocs search(String[] words, boolean filtered) throws IOException {
        BooleanQuery query = new BooleanQuery(true);
        for (String word : words) query.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
        if (!filtered) return searcher.search(query, 10);
        // As `search` does it, with the filter handed down to the scorer that collects whole blocks at once.
        Weight weight = searcher.createNormalizedWeight(query);
        TopScoreDocCollector collector = TopScoreDocCollector.create(10, !weight.scoresDocsOutOfOrder());
        for (AtomicReaderContext leaf : searcher.getIndexReader().leaves()) {
            collector.setNextReader(leaf);
            BulkScorer scorer = weight.bulkScorer(leaf, !collector.acceptsDocsOutOfOrder(), wanted[leaf.ord]);
            if (scorer != null) scorer.score(collector);
        }
        return collector.topDocs();
    }

    private static void measure(String name, List<String[]> queries, boolean filtered, long budget) throws IOException {
        StringBuilder best = new StringBuilder();
        long until = System.nanoTime() + budget;
        int warmed = 0;
        while (warmed < queries.size() && (warmed == 0 || System.nanoTime() < until)) {
            TopDocs found = search(queries.get(warmed), filtered);
            if (warmed++ < COMPARED) best.append(best.length() > 0 ? "," : "").append(numbersOf(found));
        }
        double[][] times = new double[warmed][ROUNDS];
        int[] taken = new int[warmed];
        until = System.nanoTime() + budget;
        for (int round = 0; round < ROUNDS; round++)
            for (int i = 0; i < warmed; i++) {
                long begun = System.nanoTime();
                if (begun > until) break;
                search(queries.get(i), filtered);
                times[i][taken[i]++] = (System.nanoTime() - begun) / 1e6;
            }
        int measured = 0;
        double sum = 0;
        double[] middle = new double[warmed];
        for (int i = 0; i < warmed; i++) {
            if (taken[i] == 0) continue;
            Arrays.sort(times[i], 0, taken[i]);
            middle[measured++] = times[i][taken[i] / 2];
            sum += middle[measured - 1];
        }
        Arrays.sort(middle, 0, measured);
        System.out.printf(Locale.ROOT, "{\"kind\":\"case\",\"case\":\"%s\",\"p50\":%f,\"p99\":%f,\"mean\":%f,\"queries\":%d,\"best\":[%s]}%n",
            name, middle[measured / 2], middle[(int) (measured * 0.99)], sum / measured, measured, best);
    }

    private static String numbersOf(TopDocs found) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        for (ScoreDoc one : found.scoreDocs) {
            int leaf = ReaderUtil.subIndex(one.doc, searcher.getIndexReader().leaves());
            list.add(Long.toString(numbers[leaf].get(one.doc - searcher.getIndexReader().leaves().get(leaf).docBase)));
        }
        return list.toString();
    }
}
