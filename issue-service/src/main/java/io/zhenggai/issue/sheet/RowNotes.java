package io.zhenggai.issue.sheet;

import java.util.Iterator;
import java.util.Optional;

/** Notes in the order of their rows, as those are come by. */
final class RowNotes {

    private final Iterator<RowNote> notes;
    private Optional<RowNote> next;

    RowNotes(Iterator<RowNote> notes) {
        this.notes = notes;
        this.next = following();
    }

    private Optional<RowNote> following() {
        return notes.hasNext() ? Optional.of(notes.next()) : Optional.empty();
    }

    /** @return the note of that row; rows are asked for in their order */
    Optional<String> of(int row) {
        while (next.isPresent() && next.get().row() < row) {
            next = following();
        }
        return next.filter(note -> note.row() == row).map(RowNote::text);
    }
}
