package io.zhenggai.report.query;

import com.fasterxml.jackson.core.type.TypeReference;
import io.zhenggai.kit.json.StoredJson;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the events had been read on which an answer stands. With it, whoever reads the topic to the same place finds the
 * same figures.
 *
 * @param topic the topic's name
 * @param next for each partition that was read from, the offset of the first record not counted
 */
public record Standing(String topic, SortedMap<Integer, Long> next) {

    private static final TypeReference<TreeMap<Integer, Long>> OFFSETS = new TypeReference<>() {};

    /**
     * A scalar subquery to stand beside the figures, in one statement with them: one statement sees one moment of the
     * database, two do not.
     *
     * @param topic the topic's name; none of its characters needs quoting
     */
    public static String subquery(String topic) {
        return "(select jsonb_object_agg(partition, next)::text from consumer_offset where topic = '" + topic + "')";
    }

    /** @param column what the subquery answered; null when nothing was read yet */
    public static Standing read(String topic, @Nullable String column) {
        return new Standing(topic, column == null ? new TreeMap<>() : StoredJson.read(column, OFFSETS));
    }
}
