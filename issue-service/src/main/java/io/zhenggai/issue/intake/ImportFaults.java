package io.zhenggai.issue.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import io.zhenggai.issue.sheet.RowNote;
import io.zhenggai.kit.json.StoredJson;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/** What is wrong with the rows of an import, read again in their order; one portion of it is held at a time. */
final class ImportFaults implements Iterator<RowNote> {

    private static final TypeReference<List<RowNote>> NOTES = new TypeReference<>() {};

    private final ImportPortions portions;
    private final UUID importId;
    private Iterator<RowNote> held = Collections.emptyIterator();
    private int ordinal;

    ImportFaults(ImportPortions portions, UUID importId) {
        this.portions = portions;
        this.importId = importId;
    }

    /** Stores what is wrong with some rows, behind those before. */
    static void store(ImportPortions portions, UUID importId, int ordinal, List<RowNote> notes) {
        portions.put(
                importId,
                ImportPortions.Kind.FAULTS,
                ordinal,
                StoredJson.write(notes).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean hasNext() {
        while (!held.hasNext()) {
            var portion = portions.get(importId, ImportPortions.Kind.FAULTS, ordinal);
            if (portion.isEmpty()) {
                return false;
            }
            held = StoredJson.read(new String(portion.get(), StandardCharsets.UTF_8), NOTES)
                    .iterator();
            ordinal++;
        }
        return true;
    }

    @Override
    public RowNote next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return held.next();
    }
}
