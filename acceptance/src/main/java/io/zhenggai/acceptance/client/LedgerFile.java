package io.zhenggai.acceptance.client;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A ledger as people keep it: in CSV, with Chinese column titles. */
public final class LedgerFile {

    public static final List<String> COLUMNS =
            List.of("序号", "问题来源", "来源文号", "来源条目号", "来源日期", "所属地区", "问题描述", "问题类别", "严重程度");

    private LedgerFile() {}

    /** @return a file of so many issues of a region, none of which was registered before */
    public static String of(String region, int issues) {
        return String.join(",", COLUMNS)
                + IntStream.rangeClosed(1, issues)
                        .mapToObj(row -> "\r\n" + String.join(",", row(region, row)))
                        .collect(Collectors.joining())
                + "\r\n";
    }

    /** @return the cells of one issue, in the order of the columns */
    public static List<String> row(String region, int number) {
        return List.of(
                Integer.toString(number),
                "自查发现",
                "自查" + UUID.randomUUID(),
                Integer.toString(number),
                "2021-10-12",
                region,
                "联合验收未实现统一受理",
                "环节",
                "一般");
    }
}
