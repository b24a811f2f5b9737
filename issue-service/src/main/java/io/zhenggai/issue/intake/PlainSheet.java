package io.zhenggai.issue.intake;

import io.zhenggai.issue.sheet.Sheet;
import io.zhenggai.issue.sheet.SheetRow;
import io.zhenggai.kit.text.Harmless;
import java.time.LocalDate;
import java.util.Optional;

/** A CSV that this ledger may have exported: without the apostrophes before what begins like a formula. */
final class PlainSheet implements Sheet {

    private final Sheet sheet;

    PlainSheet(Sheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public Optional<SheetRow> next() {
        return sheet.next()
                .map(row -> new SheetRow(
                        row.number(), row.cells().stream().map(Harmless::plain).toList()));
    }

    @Override
    public LocalDate dayZero() {
        return sheet.dayZero();
    }

    @Override
    public void close() {
        sheet.close();
    }
}
