package io.zhenggai.embedded.audit;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Whether the columns beside a text say what it says. */
final class RepeatedColumns {

    private static final String MOMENT = "at";

    private RepeatedColumns() {}

    /**
     * @param entry as stored, whatever somebody has made of it
     * @param columns JSON of the database's own making
     */
    static boolean agree(String entry, String columns) {
        try {
            Map<String, Object> said = JSONObjectUtils.parse(entry);
            if (said == null) {
                return false;
            }
            for (Map.Entry<String, Object> column :
                    JSONObjectUtils.parse(columns).entrySet()) {
                if (!agree(column.getKey(), said.get(column.getKey()), column.getValue())) {
                    return false;
                }
            }
            return true;
        } catch (ParseException | DateTimeException noEntry) {
            return false;
        }
    }

    private static boolean agree(String name, Object said, Object column) {
        return name.equals(MOMENT)
                ? Instant.parse(String.valueOf(said)).equals(Instant.parse(String.valueOf(column)))
                : Objects.equals(said, column);
    }
}
