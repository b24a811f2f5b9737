package io.zhenggai.issue.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes the cells of one row, from the left; what is not there is an empty cell. */
interface SheetRow {

    void number(int number);

    void text(@Nullable String text);

    void day(@Nullable LocalDate day);
}
