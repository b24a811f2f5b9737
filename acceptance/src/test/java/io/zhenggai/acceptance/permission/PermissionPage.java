package io.zhenggai.acceptance.permission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code docs/permissions.md}, as people read it.
 *
 * @param operations by name, such as {@code GET /api/v1/issues/{}}: which role has which mark, none where it may not
 */
record PermissionPage(Map<String, Map<String, String>> operations) {

    private static final int FIRST_ROLE = 2;

    static PermissionPage read() {
        try {
            List<List<String>> rows = Files.readAllLines(Path.of("..", "docs", "permissions.md")).stream()
                    .filter(line -> line.startsWith("| 操作") || line.matches("\\| `[A-Z]+ /.*"))
                    .map(PermissionPage::cells)
                    .toList();
            List<String> head = rows.get(0);
            Map<String, Map<String, String>> operations = new LinkedHashMap<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                Map<String, String> marks = new LinkedHashMap<>();
                IntStream.range(FIRST_ROLE, head.size())
                        .filter(column -> !row.get(column).isEmpty())
                        .forEach(column -> marks.put(head.get(column), row.get(column)));
                operations.put(row.get(0).replace("`", "").replaceAll("\\{[^}]+}", "{}"), marks);
            }
            return new PermissionPage(operations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String row) {
        String[] cells = row.split("\\|", -1);
        return Arrays.stream(cells, 1, cells.length - 1).map(String::strip).toList();
    }
}
