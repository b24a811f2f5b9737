package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes an issue as Jackson would by itself, member by member; a page has a thousand. With what Jackson makes of the record, JSON took a sixth of
 * all that a page costs, and with its Blackbird, which asks without reflection, the service was still slower than with this.
 */
final class IssueViewJson extends StdSerializer<IssueView> {

    private static final long serialVersionUID = 1;

    private static final List<Member<IssueFields>> FIELDS = List.of(
            text("id", issue -> plain(issue.id())),
            text("ledgerNumber", IssueFields::ledgerNumber),
            text("campaignId", issue -> plain(issue.campaignId())),
            text("city", IssueFields::city),
            text("region", IssueFields::region),
            text("source", issue -> name(issue.source())),
            text("description", IssueFields::description),
            text("category", issue -> name(issue.category())),
            text("severity", issue -> name(issue.severity())),
            text("status", issue -> name(issue.status())),
            text("registeredAt", issue -> plain(issue.registeredAt())),
            text("registeredUnit", IssueFields::registeredUnit),
            text("verifier", issue -> name(issue.verifier())),
            text("assignedBy", issue -> name(issue.assignedBy())),
            text("assignedAt", issue -> plain(issue.assignedAt())),
            text("acknowledgeBy", issue -> plain(issue.acknowledgeBy())),
            text("officeAcknowledgedAt", issue -> plain(issue.officeAcknowledgedAt())),
            text("allottedAt", issue -> plain(issue.allottedAt())),
            text("acknowledgedAt", issue -> plain(issue.acknowledgedAt())),
            text("causeAnalysis", IssueFields::causeAnalysis),
            text("rectificationGoal", IssueFields::rectificationGoal),
            text("leadUnit", IssueFields::leadUnit),
            texts("cooperatingUnits", IssueFields::cooperatingUnits),
            text("responsiblePerson", IssueFields::responsiblePerson),
            text("deadline", issue -> plain(issue.deadline())),
            text("dueOn", issue -> plain(issue.dueOn())),
            text("progress", IssueFields::progress),
            text("progressAt", issue -> plain(issue.progressAt())),
            text("result", IssueFields::result),
            text("lastingMechanism", IssueFields::lastingMechanism),
            text("closeOutRequestedAt", issue -> plain(issue.closeOutRequestedAt())),
            text("firstReviewedAt", issue -> plain(issue.firstReviewedAt())),
            text("closedAt", issue -> plain(issue.closedAt())),
            text("verifiedBy", IssueFields::verifiedBy),
            text("stageGoal", IssueFields::stageGoal),
            text("stageReviewOn", issue -> plain(issue.stageReviewOn())),
            text("mergedInto", issue -> plain(issue.mergedInto())),
            text("recurrenceOf", issue -> plain(issue.recurrenceOf())),
            text("splitFrom", issue -> plain(issue.splitFrom())),
            text("carriedOverFrom", issue -> plain(issue.carriedOverFrom())),
            number("returns", IssueFields::returns),
            number("extensions", IssueFields::extensions),
            number("revocations", IssueFields::revocations),
            texts("pendingRequests", issue -> names(issue.pendingRequests())),
            number("answersOwed", IssueFields::answersOwed),
            text("answerDueOn", issue -> plain(issue.answerDueOn())),
            number("evidenceCount", IssueFields::evidenceCount));

    private static final List<Member<IssueView>> MEMBERS = List.of(
            number("version", IssueView::version),
            text("light", issue -> name(issue.light())),
            texts("legalMoves", IssueView::legalMoves),
            other("goesOnAs", IssueView::goesOnAs),
            other("sourceItems", IssueView::sourceItems),
            texts("waitingFor", IssueView::waitingFor));

    IssueViewJson() {
        super(IssueView.class);
    }

    @Override
    public void serialize(IssueView issue, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject(issue);
        for (Member<IssueFields> field : FIELDS) {
            field.write(issue.fields(), json, provider);
        }
        for (Member<IssueView> member : MEMBERS) {
            member.write(issue, json, provider);
        }
        json.writeEndObject();
    }

    /** Writes name and value of one member; nothing where it is absent. */
    private interface Member<T> {

        void write(T of, JsonGenerator json, SerializerProvider provider) throws IOException;
    }

    private static <T> Member<T> text(String name, Function<T, @Nullable String> value) {
        SerializableString key = new SerializedString(name);
        return (of, json, provider) -> {
            String text = value.apply(of);
            if (text != null) {
                json.writeFieldName(key);
                json.writeString(text);
            }
        };
    }

    private static <T> Member<T> texts(String name, Function<T, @Nullable List<String>> value) {
        SerializableString key = new SerializedString(name);
        return (of, json, provider) -> {
            List<String> texts = value.apply(of);
            if (texts != null) {
                json.writeFieldName(key);
                json.writeStartArray(texts, texts.size());
                for (String text : texts) {
                    json.writeString(text);
                }
                json.writeEndArray();
            }
        };
    }

    private static <T> Member<T> number(String name, ToLongFunction<T> value) {
        SerializableString key = new SerializedString(name);
        return (of, json, provider) -> {
            json.writeFieldName(key);
            json.writeNumber(value.applyAsLong(of));
        };
    }

    private static <T> Member<T> other(String name, Function<T, @Nullable Object> value) {
        SerializableString key = new SerializedString(name);
        return (of, json, provider) -> {
            Object other = value.apply(of);
            if (other != null) {
                json.writeFieldName(key);
                provider.defaultSerializeValue(other, json);
            }
        };
    }

    /** Of an id, a day or a moment: as ISO 8601 has them. */
    private static @Nullable String plain(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().<String>map(Enum::name).toList();
    }
}
