package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.text.LineShape;
import io.zhenggai.plan.notice.text.Marker;
import io.zhenggai.plan.notice.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a phase's heading, whatever the order of its parts: 动员部署阶段（2021年3月—4月）; （3月1日—31日）为动员部署阶段; ：动员部署, and
 * 第一阶段 before each of them.
 */
final class PhaseHeading {

    private static final int LONGEST = 120;
    private static final int LONGEST_NAME = 30;
    private static final String LEADING = " ：:，,、．.—-";
    private static final String NAME_ENDS = "（(：:，,。；;";
    private static final List<String> SMALL_WORDS = List.of("为", "是");

    private final Span text;
    private final List<DatedWords> dates;
    private final String characters;
    private int at;
    private @Nullable Integer ordinal;
    private @Nullable Span name;
    private @Nullable DatedWords period;

    private PhaseHeading(Span text, List<DatedWords> dates) {
        this.dates = dates;
        Span first = text.sentences().isEmpty() ? text : text.sentences().get(0);
        this.text = first.part(0, Math.min(LONGEST, first.end() - first.begin()));
        this.characters = this.text.text();
    }

    /**
     * @param text what stands behind the number
     * @param dates those of its paragraph
     */
    static PhaseHeading of(Span text, List<DatedWords> dates) {
        PhaseHeading heading = new PhaseHeading(text, dates);
        heading.read();
        return heading;
    }

    /** The n of 第n阶段. */
    Optional<Integer> ordinal() {
        return Optional.ofNullable(ordinal);
    }

    Optional<Span> name() {
        return Optional.ofNullable(name);
    }

    /** When the phase is, as far as its heading says so. */
    Optional<DatedWords> period() {
        return Optional.ofNullable(period);
    }

    boolean isPhase() {
        return ordinal != null
                || name().filter(found -> found.text().endsWith("阶段")).isPresent();
    }

    private void read() {
        while (at < characters.length() && name == null && skip()) {
            // Each round takes one part of what may stand before the name.
        }
        skipPeriod();
    }

    /** Takes a bracket, a date, 第n阶段 or the name; false when there is none of them. */
    private boolean skip() {
        skipLeading();
        return at < characters.length() && (takeBracket() || takeDate() || takeMarker() || takeName());
    }

    private void skipPeriod() {
        skipLeading();
        if (period == null && at < characters.length() && !takeBracket()) {
            takeDate();
        }
    }

    private void skipLeading() {
        while (at < characters.length() && LEADING.indexOf(characters.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean takeBracket() {
        if ("（(".indexOf(characters.charAt(at)) < 0) {
            return false;
        }
        int close = at;
        while (close < characters.length() && "）)".indexOf(characters.charAt(close)) < 0) {
            close++;
        }
        if (period == null) {
            period = dateWithin(at, close);
        }
        at = Math.min(close + 1, characters.length());
        return true;
    }

    private boolean takeDate() {
        for (String word : List.of("从", "自", "即日", "")) {
            DatedWords date = characters.startsWith(word, at) ? dateAt(at + word.length()) : null;
            if (date != null) {
                period = period == null ? date : period;
                at = Math.min(date.words().end() - text.begin(), characters.length());
                return true;
            }
        }
        return false;
    }

    private boolean takeMarker() {
        Optional<Marker> marker =
                Marker.at(characters, at).filter(found -> found.kind() == Marker.Kind.PHASE && ordinal == null);
        marker.ifPresent(found -> {
            ordinal = found.ordinal();
            at = found.end();
        });
        return marker.isPresent();
    }

    private boolean takeName() {
        int begin = at;
        for (String word : SMALL_WORDS) {
            begin = characters.startsWith(word, begin) ? begin + word.length() : begin;
        }
        int end = begin;
        while (end < characters.length() && NAME_ENDS.indexOf(characters.charAt(end)) < 0 && dateAt(end) == null) {
            end++;
        }
        at = end;
        Span found = text.part(begin, end);
        boolean named = end - begin >= 2 && end - begin <= LONGEST_NAME && LineShape.label(found.text() + "：") == 0;
        if (named) {
            name = found;
        }
        return named;
    }

    private @Nullable DatedWords dateAt(int place) {
        int begin = text.begin() + place;
        return dates.stream()
                .filter(date -> date.words().begin() == begin)
                .findFirst()
                .orElse(null);
    }

    private @Nullable DatedWords dateWithin(int begin, int end) {
        return dates.stream()
                .filter(date -> date.isWithin(text.begin() + begin, text.begin() + end))
                .findFirst()
                .orElse(null);
    }
}
