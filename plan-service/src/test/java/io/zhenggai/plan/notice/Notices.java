package io.zhenggai.plan.notice;

import io.zhenggai.kit.region.Regions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The notices of the tests: the one of 2021, and those written for the tests in other layouts by bodies that do not exist. */
public final class Notices {

    /** All of them, by their resources. */
    public static final List<String> ALL = List.of(
            "/notice-2021-7.txt",
            "/notices/jiangdong-2022-3.txt",
            "/notices/yunling-special-rectification.txt",
            "/notices/haixi-two-years.txt",
            "/notices/beishan-phases-to-follow.txt",
            "/notices/nanhu-no-phases.txt",
            "/notices/xiling-parts-of-months.txt",
            "/notices/dongze-no-year.txt",
            "/notices/zhongyuan-misprints.txt");

    private static final NoticeReader READER = new NoticeReader(Regions.ofHenan());

    private Notices() {}

    /** The text of a notice, or what a test expects to be read from it. */
    public static String text(String resource) {
        try (InputStream in = Notices.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The notice of 2021. */
    public static String of2021() {
        return text("/notice-2021-7.txt");
    }

    static NoticeReading read(String text) {
        return READER.read(text);
    }

    static NoticeReading readResource(String resource) {
        return read(text(resource));
    }
}
