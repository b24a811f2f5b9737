package io.zhenggai.acceptance.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in an event that is not as the contract says. */
@Order(22)
class EventSchemasTest {

    private final EventSchemas schemas = new EventSchemas(EventContract.published());
    private final SentEvent closed = EventSamples.read().get("issue.closed.v1");

    @Test
    void findsNothingInWhatIsRight() {
        assertThat(schemas.violations(closed)).isEmpty();
        assertThat(schemas.violations(closed.ofNewAggregate())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/state", "/change", ""})
    void findsWhatTheContractDoesNotName(String place) {
        assertThat(inData(data -> data.withObject(place).put("responsiblePerson", "张建设")))
                .singleElement()
                .asString()
                .contains("responsiblePerson");
        assertThat(inHeaders(headers -> headers.put("ce_person", "张建设")))
                .singleElement()
                .asString()
                .contains("ce_person");
    }

    @Test
    void findsWhatIsMissing() {
        assertThat(inData(data -> data.withObject("/state").remove("closedOn"))).hasSize(1);
        assertThat(inData(data -> data.remove("change"))).hasSize(1);
        assertThat(inHeaders(headers -> headers.remove("ce_time"))).hasSize(1);
    }

    @Test
    void findsWhatIsOfAnotherForm() {
        assertThat(inData(data -> data.withObject("/state").put("deadline", "2021-12-32")))
                .hasSize(1);
        assertThat(inData(data -> data.withObject("/state").put("campaignId", "1")))
                .hasSize(1);
        assertThat(inData(data -> data.withObject("/state").put("region", "41010")))
                .hasSize(1);
        assertThat(inData(data -> data.withObject("/state").put("ledgerNumber", "ZG2021-410100-1")))
                .hasSize(1);
        assertThat(inData(data -> data.withObject("/state").put("severity", "GRAVE")))
                .hasSize(1);
        assertThat(inHeaders(headers -> headers.put("ce_time", "2021-11-19"))).hasSize(1);
        assertThat(inHeaders(headers -> headers.put("ce_aggregateversion", "0")))
                .hasSize(1);
    }

    @Test
    void findsWhatDoesNotBelongTogether() {
        assertThat(inData(data -> data.withObject("/state").put("status", "ASSIGNED")))
                .hasSize(1);
        assertThat(inHeaders(headers -> headers.put("ce_source", "plan-service")))
                .hasSize(1);
        assertThat(inHeaders(headers -> headers.put(
                        "ce_subject", closed.data().at("/state/campaignId").asText())))
                .containsExactly("key, ce_subject and state.id are not one id");
        assertThat(schemas.violations(new SentEvent("zhenggai.plan", closed.key(), closed.headers(), closed.data())))
                .containsExactly("topic: zhenggai.plan instead of zhenggai.issue");
        assertThat(inHeaders(headers -> headers.put("ce_type", "issue.lost.v1")))
                .containsExactly("the contract knows no issue.lost.v1");
    }

    private List<String> inData(Consumer<ObjectNode> change) {
        ObjectNode changed = closed.data().deepCopy();
        change.accept(changed);
        return schemas.violations(new SentEvent(closed.topic(), closed.key(), closed.headers(), changed));
    }

    private List<String> inHeaders(Consumer<ObjectNode> change) {
        ObjectNode changed = closed.headers().deepCopy();
        change.accept(changed);
        return schemas.violations(new SentEvent(closed.topic(), closed.key(), changed, closed.data()));
    }
}
