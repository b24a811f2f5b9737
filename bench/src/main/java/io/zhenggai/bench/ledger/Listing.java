package io.zhenggai.bench.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.bench.ledger.Calls.Call;
import io.zhenggai.bench.stage.Ledger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** One page of twenty issues is listed. */
final class Listing implements Operation {

    private static final String LIST = "/api/v1/issues";
    private static final int LARGEST_PAGE = 200;

    /** Of these each word stands in one at least. */
    private static final int LEAST_ISSUES = 1_000;

    private final String name;
    private final String words;
    private final String query;
    private final boolean deep;
    private final int calls;
    private final Map<Ledger, Call> pages = new HashMap<>();

    /**
     * @param query of the list, in the form of an address; empty for none
     * @param deep whether it is the page in the middle of all
     */
    Listing(String name, String words, String query, boolean deep, int calls) {
        this.name = name;
        this.words = words;
        this.query = query;
        this.deep = deep;
        this.calls = calls;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public double aim() {
        return 0.4;
    }

    @Override
    public int calls() {
        return calls;
    }

    @Override
    public boolean onlyReads() {
        return true;
    }

    @Override
    public List<Call> samples(Ledger ledger, Calls calls) throws Exception {
        pages.put(ledger, deep ? middle(ledger, calls) : Call.get(query.isEmpty() ? LIST : LIST + "?" + query));
        // A page without anything costs nothing: what is listed must be there, in a ledger that is large enough for it.
        boolean isEmpty = new ObjectMapper()
                .readTree(calls.answer(pages.get(ledger)))
                .required("items")
                .isEmpty();
        if (isEmpty && ledger.issues() >= LEAST_ISSUES) {
            throw new IllegalStateException(
                    "nothing is listed by " + pages.get(ledger).path());
        }
        return List.of(pages.get(ledger));
    }

    /** Goes there page by page: a cursor is nobody's to make. */
    private static Call middle(Ledger ledger, Calls calls) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        int limit = Math.min(LARGEST_PAGE, Math.max(ledger.issues() / 4, 1));
        String next = "";
        for (int passed = 0; passed < ledger.issues() / 2; passed += limit) {
            String page = calls.answer(Call.get(LIST + "?limit=" + limit + next));
            next = "&cursor=" + mapper.readTree(page).required("next").asText();
        }
        return Call.get(next.isEmpty() ? LIST : LIST + "?" + next.substring(1));
    }

    @Override
    public PgbenchScript script(Ledger ledger) {
        return new PgbenchScript(List.of(), List.of());
    }

    @Override
    public IntFunction<Call> calls(Ledger ledger, int round) {
        Call page = pages.get(ledger);
        return number -> page;
    }
}
