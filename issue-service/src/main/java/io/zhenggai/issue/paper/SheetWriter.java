package io.zhenggai.issue.paper;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Writes a sheet from the top, and holds little of it. */
interface SheetWriter {

    /** The head; once, before everything else, and sent at once: the rows may take their time. */
    void begin(PaperHead head, List<SheetColumn> columns) throws IOException;

    /** One row more. */
    void row(Consumer<SheetRow> cells) throws IOException;

    /** The end of the sheet, and of what is written to. */
    void finish() throws IOException;
}
