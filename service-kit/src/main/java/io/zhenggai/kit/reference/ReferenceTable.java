package io.zhenggai.kit.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A reference table as it stands in a file: UTF-8, a header line, one row per line, fields parted by commas.
 *
 * <p>Quotes are not part of the form: these tables hold codes, dates and short names, none of which needs one.
 */
public final class ReferenceTable {

    private final List<ReferenceRow> rows;

    private ReferenceTable(List<ReferenceRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a table that lies beside a class on the class path.
     *
     * @throws IllegalArgumentException when the resource is missing or a line is wrong, naming the line
     */
    public static ReferenceTable ofResource(String resource, String... columns) {
        InputStream stream = ReferenceTable.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalArgumentException(resource + ": not on the class path");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return ofLines(resource, reader.lines().toList(), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table from its lines.
     *
     * @param source what to call the table in messages
     * @param columns the header, in order
     * @throws IllegalArgumentException when the header differs or a row has more or fewer fields, naming the line
     */
    public static ReferenceTable ofLines(String source, List<String> lines, String... columns) {
        List<String> header = List.of(columns);
        if (lines.isEmpty() || !header.equals(List.of(lines.get(0).split(",", -1)))) {
            throw new IllegalArgumentException(source + " line 1: the header must be " + String.join(",", columns));
        }
        return new ReferenceTable(IntStream.range(1, lines.size())
                .mapToObj(index -> new ReferenceRow(source, index + 1, header, fieldsOf(lines.get(index))))
                .toList());
    }

    /** All rows, in the order of the file. */
    public List<ReferenceRow> rows() {
        return rows;
    }

    private static List<String> fieldsOf(String line) {
        return List.of(line.split(",", -1));
    }
}
