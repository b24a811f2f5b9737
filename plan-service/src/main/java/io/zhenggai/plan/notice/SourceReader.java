package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Outline;
import io.zhenggai.plan.notice.text.Paragraph;
import io.zhenggai.plan.notice.text.Section;
import io.zhenggai.plan.notice.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads where issues may come from: the entries of the section on what is to be rectified 整改内容. An entry that names two
 * sources becomes two; one that names no known source stays, without a code. That issues are also found by surveys and
 * supervision is implied when the notice announces them elsewhere.
 */
final class SourceReader {

    private static final List<String> HEADINGS = List.of("整改内容", "整改范围", "整改问题", "问题来源", "问题线索", "线索来源", "整治内容");
    private static final int LONGEST_ENTRY = 500;
    private static final int MOST_ENTRIES = 50;
    private static final String ENDS = "；;。.，, ";

    private final List<ReadSource> sources = new ArrayList<>();
    private final Set<SourceCode> codes = EnumSet.noneOf(SourceCode.class);

    private SourceReader() {}

    static List<ReadSource> read(Outline outline) {
        SourceReader reader = new SourceReader();
        outline.all()
                .filter(section -> HEADINGS.stream().anyMatch(section.heading().text()::contains))
                .findFirst()
                .ifPresent(section -> {
                    entries(section).limit(MOST_ENTRIES).forEach(reader::readEntry);
                    reader.proposeSupervision(outline);
                });
        return reader.sources;
    }

    private static Stream<Span> entries(Section section) {
        if (!section.children().isEmpty()) {
            return section.children().stream()
                    .flatMap(child -> child.leaves().stream())
                    .map(Section::text);
        }
        // A list without numbers: what stands between semicolons, behind the colon that announces it.
        return Stream.concat(Stream.of(section.text()), section.body().stream().map(Paragraph::all))
                .flatMap(text -> listed(text).stream());
    }

    private static List<Span> listed(Span text) {
        int colon = text.text().indexOf('：');
        Span list = text.part(colon + 1, text.end() - text.begin());
        List<Span> entries = list.sentences();
        return colon >= 0 || entries.size() > 2 ? entries : List.of();
    }

    private void readEntry(Span entry) {
        Span first = entry.sentences().isEmpty() ? entry : entry.sentences().get(0);
        Span name = first.part(0, Math.min(LONGEST_ENTRY, first.end() - first.begin()));
        String text = name.text();
        List<SourceCode> named = Stream.of(SourceCode.values())
                .filter(code -> code.find(text) >= 0)
                .sorted(Comparator.comparingInt(code -> code.find(text)))
                .toList();
        if (named.isEmpty()) {
            add(null, trimmed(text), Mark.READ, Quote.of(first));
            return;
        }
        int begin = 0;
        for (int i = 0; i < named.size(); i++) {
            int end = i + 1 < named.size() ? conjunction(text, named.get(i), named.get(i + 1)) : text.length();
            // Where nothing parts them, both are called by the whole entry.
            String part = end < 0 ? text : text.substring(begin, end);
            addOnce(named.get(i), trimmed(part), Quote.of(first));
            begin = end < 0 ? begin : end + 1;
        }
    }

    private static int conjunction(String text, SourceCode one, SourceCode other) {
        for (int at = other.find(text) - 1; at > one.find(text); at--) {
            if ("和及与、，".indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private void addOnce(SourceCode code, String name, Quote quote) {
        if (codes.add(code)) {
            add(code, name, Mark.READ, quote);
        }
    }

    private void add(@Nullable SourceCode code, String name, Mark mark, Quote quote) {
        sources.add(new ReadSource(code, name, mark, quote.line(), quote.sentence()));
    }

    private void proposeSupervision(Outline outline) {
        if (codes.contains(SourceCode.OTHER_SUPERVISION)) {
            return;
        }
        outline.paragraphs().stream()
                .flatMap(paragraph -> paragraph.all().sentences().stream())
                .filter(sentence -> sentence.end() - sentence.begin() <= LONGEST_ENTRY)
                .filter(sentence -> isSupervision(sentence.text()))
                .findFirst()
                .ifPresent(
                        sentence -> add(SourceCode.OTHER_SUPERVISION, "调研督导发现的问题", Mark.PROPOSED, Quote.of(sentence)));
    }

    /** Surveys or supervision that go out to the cities, not a word in a list of aims. */
    private static boolean isSupervision(String text) {
        return (text.contains("开展") || text.contains("组织") || text.contains("进行"))
                && Stream.of("专题调研", "实地调研", "调研督导", "督导检查", "专项督查", "明察暗访", "督导调研", "实地督导")
                        .anyMatch(text::contains);
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && ENDS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end).strip();
    }
}
