package io.zhenggai.issue.sheet;

import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** The rows of a sheet, one after the other, whatever program has saved it. */
public interface Sheet extends AutoCloseable {

    /** The day before day 1 of spreadsheets, moved by the 29 February 1900 that they count and that never was. */
    LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** A header stands in this row or above it, from 1; above it stand titles. */
    int LAST_ROW_FOR_HEADER = 30;

    /**
     * @return the next row that says something; empty behind the last one
     * @throws Refusal 400 when the sheet cannot be read on
     */
    Optional<SheetRow> next();

    /** @return the day from which this sheet counts the days of a date that has no format */
    default LocalDate dayZero() {
        return DAY_ZERO;
    }

    /** Gives back what reading holds. */
    @Override
    void close();
}
