package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an issue as Jackson would by itself, member by member; a page has a thousand. With what Jackson makes of the record, JSON took a sixth of
 * all that a page costs, and with its Blackbird, which asks without reflection, the service was still slower than with this.
 */
final class IssueViewJson extends StdSerializer<IssueView> {

    private static final long serialVersionUID = 1;

    private static final byte[] MOMENT = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.ISO_8859_1);
    private static final long DAY = 86_400;
    private static final long LAST_OF_FOUR_DIGITS =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static final SerializableString ID = new SerializedString("id");
    private static final SerializableString LEDGER_NUMBER = new SerializedString("ledgerNumber");
    private static final SerializableString CAMPAIGN_ID = new SerializedString("campaignId");
    private static final SerializableString CITY = new SerializedString("city");
    private static final SerializableString REGION = new SerializedString("region");
    private static final SerializableString SOURCE = new SerializedString("source");
    private static final SerializableString DESCRIPTION = new SerializedString("description");
    private static final SerializableString CATEGORY = new SerializedString("category");
    private static final SerializableString SEVERITY = new SerializedString("severity");
    private static final SerializableString STATUS = new SerializedString("status");
    private static final SerializableString REGISTERED_AT = new SerializedString("registeredAt");
    private static final SerializableString REGISTERED_UNIT = new SerializedString("registeredUnit");
    private static final SerializableString VERIFIER = new SerializedString("verifier");
    private static final SerializableString ASSIGNED_BY = new SerializedString("assignedBy");
    private static final SerializableString ASSIGNED_AT = new SerializedString("assignedAt");
    private static final SerializableString ACKNOWLEDGE_BY = new SerializedString("acknowledgeBy");
    private static final SerializableString OFFICE_ACKNOWLEDGED_AT = new SerializedString("officeAcknowledgedAt");
    private static final SerializableString ALLOTTED_AT = new SerializedString("allottedAt");
    private static final SerializableString ACKNOWLEDGED_AT = new SerializedString("acknowledgedAt");
    private static final SerializableString CAUSE_ANALYSIS = new SerializedString("causeAnalysis");
    private static final SerializableString RECTIFICATION_GOAL = new SerializedString("rectificationGoal");
    private static final SerializableString LEAD_UNIT = new SerializedString("leadUnit");
    private static final SerializableString COOPERATING_UNITS = new SerializedString("cooperatingUnits");
    private static final SerializableString RESPONSIBLE_PERSON = new SerializedString("responsiblePerson");
    private static final SerializableString DEADLINE = new SerializedString("deadline");
    private static final SerializableString DUE_ON = new SerializedString("dueOn");
    private static final SerializableString PROGRESS = new SerializedString("progress");
    private static final SerializableString PROGRESS_AT = new SerializedString("progressAt");
    private static final SerializableString RESULT = new SerializedString("result");
    private static final SerializableString LASTING_MECHANISM = new SerializedString("lastingMechanism");
    private static final SerializableString CLOSE_OUT_REQUESTED_AT = new SerializedString("closeOutRequestedAt");
    private static final SerializableString FIRST_REVIEWED_AT = new SerializedString("firstReviewedAt");
    private static final SerializableString CLOSED_AT = new SerializedString("closedAt");
    private static final SerializableString VERIFIED_BY = new SerializedString("verifiedBy");
    private static final SerializableString STAGE_GOAL = new SerializedString("stageGoal");
    private static final SerializableString STAGE_REVIEW_ON = new SerializedString("stageReviewOn");
    private static final SerializableString MERGED_INTO = new SerializedString("mergedInto");
    private static final SerializableString RECURRENCE_OF = new SerializedString("recurrenceOf");
    private static final SerializableString SPLIT_FROM = new SerializedString("splitFrom");
    private static final SerializableString CARRIED_OVER_FROM = new SerializedString("carriedOverFrom");
    private static final SerializableString RETURNS = new SerializedString("returns");
    private static final SerializableString EXTENSIONS = new SerializedString("extensions");
    private static final SerializableString REVOCATIONS = new SerializedString("revocations");
    private static final SerializableString PENDING_REQUESTS = new SerializedString("pendingRequests");
    private static final SerializableString ANSWERS_OWED = new SerializedString("answersOwed");
    private static final SerializableString ANSWER_DUE_ON = new SerializedString("answerDueOn");
    private static final SerializableString EVIDENCE_COUNT = new SerializedString("evidenceCount");
    private static final SerializableString VERSION = new SerializedString("version");
    private static final SerializableString LIGHT = new SerializedString("light");
    private static final SerializableString LEGAL_MOVES = new SerializedString("legalMoves");
    private static final SerializableString GOES_ON_AS = new SerializedString("goesOnAs");
    private static final SerializableString SOURCE_ITEMS = new SerializedString("sourceItems");
    private static final SerializableString WAITING_FOR = new SerializedString("waitingFor");

    IssueViewJson() {
        super(IssueView.class);
    }

    @Override
    public void serialize(IssueView issue, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject(issue);
        write(issue.fields(), json);
        number(json, VERSION, issue.version());
        text(json, LIGHT, name(issue.light()));
        texts(json, LEGAL_MOVES, issue.legalMoves());
        other(json, GOES_ON_AS, issue.goesOnAs(), provider);
        other(json, SOURCE_ITEMS, issue.sourceItems(), provider);
        texts(json, WAITING_FOR, issue.waitingFor());
        json.writeEndObject();
    }

    private static void write(IssueFields fields, JsonGenerator json) throws IOException {
        text(json, ID, plain(fields.id()));
        text(json, LEDGER_NUMBER, fields.ledgerNumber());
        text(json, CAMPAIGN_ID, plain(fields.campaignId()));
        text(json, CITY, fields.city());
        text(json, REGION, fields.region());
        text(json, SOURCE, name(fields.source()));
        text(json, DESCRIPTION, fields.description());
        text(json, CATEGORY, name(fields.category()));
        text(json, SEVERITY, name(fields.severity()));
        text(json, STATUS, name(fields.status()));
        text(json, REGISTERED_AT, moment(fields.registeredAt()));
        text(json, REGISTERED_UNIT, fields.registeredUnit());
        text(json, VERIFIER, name(fields.verifier()));
        text(json, ASSIGNED_BY, name(fields.assignedBy()));
        text(json, ASSIGNED_AT, moment(fields.assignedAt()));
        text(json, ACKNOWLEDGE_BY, plain(fields.acknowledgeBy()));
        text(json, OFFICE_ACKNOWLEDGED_AT, moment(fields.officeAcknowledgedAt()));
        text(json, ALLOTTED_AT, moment(fields.allottedAt()));
        text(json, ACKNOWLEDGED_AT, moment(fields.acknowledgedAt()));
        text(json, CAUSE_ANALYSIS, fields.causeAnalysis());
        text(json, RECTIFICATION_GOAL, fields.rectificationGoal());
        text(json, LEAD_UNIT, fields.leadUnit());
        texts(json, COOPERATING_UNITS, fields.cooperatingUnits());
        text(json, RESPONSIBLE_PERSON, fields.responsiblePerson());
        text(json, DEADLINE, plain(fields.deadline()));
        text(json, DUE_ON, plain(fields.dueOn()));
        text(json, PROGRESS, fields.progress());
        text(json, PROGRESS_AT, moment(fields.progressAt()));
        text(json, RESULT, fields.result());
        text(json, LASTING_MECHANISM, fields.lastingMechanism());
        text(json, CLOSE_OUT_REQUESTED_AT, moment(fields.closeOutRequestedAt()));
        text(json, FIRST_REVIEWED_AT, moment(fields.firstReviewedAt()));
        text(json, CLOSED_AT, moment(fields.closedAt()));
        text(json, VERIFIED_BY, fields.verifiedBy());
        text(json, STAGE_GOAL, fields.stageGoal());
        text(json, STAGE_REVIEW_ON, plain(fields.stageReviewOn()));
        text(json, MERGED_INTO, plain(fields.mergedInto()));
        text(json, RECURRENCE_OF, plain(fields.recurrenceOf()));
        text(json, SPLIT_FROM, plain(fields.splitFrom()));
        text(json, CARRIED_OVER_FROM, plain(fields.carriedOverFrom()));
        number(json, RETURNS, fields.returns());
        number(json, EXTENSIONS, fields.extensions());
        number(json, REVOCATIONS, fields.revocations());
        texts(json, PENDING_REQUESTS, names(fields.pendingRequests()));
        number(json, ANSWERS_OWED, fields.answersOwed());
        text(json, ANSWER_DUE_ON, plain(fields.answerDueOn()));
        number(json, EVIDENCE_COUNT, fields.evidenceCount());
    }

    private static void text(JsonGenerator json, SerializableString name, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeFieldName(name);
            json.writeString(text);
        }
    }

    private static void texts(JsonGenerator json, SerializableString name, @Nullable List<String> texts)
            throws IOException {
        if (texts != null) {
            json.writeFieldName(name);
            json.writeStartArray(texts, texts.size());
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    private static void number(JsonGenerator json, SerializableString name, long number) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(number);
    }

    private static void other(
            JsonGenerator json, SerializableString name, @Nullable Object other, SerializerProvider provider)
            throws IOException {
        if (other != null) {
            json.writeFieldName(name);
            provider.defaultSerializeValue(other, json);
        }
    }

    /** Of an id or a day: as ISO 8601 has it. */
    private static @Nullable String plain(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** As the moment tells itself, which takes a general formatter to it: with seconds always, and with 3 or 6 digits behind them or none. */
    private static @Nullable String moment(@Nullable Instant moment) {
        if (moment == null) {
            return null;
        }
        long seconds = moment.getEpochSecond();
        int micros = moment.getNano() / 1_000;
        if (seconds < 0 || seconds > LAST_OF_FOUR_DIGITS || moment.getNano() % 1_000 != 0) {
            return moment.toString();
        }
        LocalDate day = LocalDate.ofEpochDay(seconds / DAY);
        int ofDay = (int) (seconds % DAY);
        byte[] text = MOMENT.clone();
        digits(text, 0, 4, day.getYear());
        digits(text, 5, 2, day.getMonthValue());
        digits(text, 8, 2, day.getDayOfMonth());
        digits(text, 11, 2, ofDay / 3_600);
        digits(text, 14, 2, ofDay / 60 % 60);
        digits(text, 17, 2, ofDay % 60);
        int end = 19;
        if (micros != 0) {
            int behind = micros % 1_000 == 0 ? 3 : 6;
            text[end] = '.';
            digits(text, end + 1, behind, behind == 3 ? micros / 1_000 : micros);
            end += behind + 1;
        }
        text[end] = 'Z';
        return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] text, int from, int count, int number) {
        int rest = number;
        for (int place = from + count - 1; place >= from; place--) {
            text[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().<String>map(Enum::name).toList();
    }
}
