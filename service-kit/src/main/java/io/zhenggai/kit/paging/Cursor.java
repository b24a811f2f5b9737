package io.zhenggai.kit.paging;

import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.text.Characters;
import io.zhenggai.kit.text.ValueForm;
import io.zhenggai.kit.time.DateBounds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a page ended: the sort key of its last row, and the question that it belongs to. Opaque on the wire.
 *
 * @param keys the sort key's values as text, the tie-breaking id last; none holds a line break
 * @param question the filters and the order in words; a cursor of another question is refused
 */
public record Cursor(List<String> keys, String question) {

    private static final int MOST_CHARACTERS = 2_000;
    private static final Pattern LINE = Pattern.compile("\n");

    /** Keeps its own copy of the keys. */
    public Cursor {
        keys = List.copyOf(keys);
    }

    /** @return the text to hand out */
    public String encoded() {
        String text = Integer.toHexString(question.hashCode()) + "\n" + String.join("\n", keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param text what the caller sent
     * @param question the question that is asked now
     * @param keyCount how many values the sort key has
     * @throws Refusal 400 when the text is no cursor of this question
     */
    public static Cursor decoded(String text, String question, int keyCount) {
        if (text.length() > MOST_CHARACTERS) {
            throw refused();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = LINE.splitAsStream(plain).toList();
            if (parts.size() != keyCount + 1 || !parts.get(0).equals(Integer.toHexString(question.hashCode()))) {
                throw refused();
            }
            Cursor cursor = new Cursor(parts.subList(1, parts.size()), question);
            if (!cursor.keys.stream().allMatch(Characters::areStorable)) {
                throw refused();
            }
            return cursor;
        } catch (IllegalArgumentException noBase64) {
            throw refused();
        }
    }

    /**
     * @return a key as an id
     * @throws Refusal 400 when it is none: anybody can write a cursor
     */
    public UUID id(int position) {
        return key(position, ValueForm.ID);
    }

    /**
     * @return a key as a date
     * @throws Refusal 400 when it is none
     */
    public LocalDate date(int position) {
        return key(position, ValueForm.DATE);
    }

    /** @return a moment as a key: in microseconds since 1970, finer than which the database has none; a date's form took longer to read */
    public static String key(Instant moment) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
    }

    /**
     * @return a key as a moment
     * @throws Refusal 400 when it is none
     */
    public Instant moment(int position) {
        Instant moment = Instant.EPOCH.plus(number(position), ChronoUnit.MICROS);
        if (!DateBounds.hold(moment)) {
            throw refused();
        }
        return moment;
    }

    /**
     * @return a key as a whole number
     * @throws Refusal 400 when it is none
     */
    public long number(int position) {
        return key(position, ValueForm.LONG);
    }

    private <T> T key(int position, ValueForm<T> form) {
        return form.value(keys.get(position)).orElseThrow(Cursor::refused);
    }

    /** @return 400: it is no cursor of the question */
    public static Refusal refused() {
        return Refusal.invalid(
                "cursor", "游标无效，或筛选条件已改变，请从第一页重新查询", "not a cursor of this question; start again at the first page");
    }
}
