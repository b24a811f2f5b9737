package io.zhenggai.acceptance.event;

import static io.restassured.RestAssured.given;

import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.embedded.system.LocalService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service says of the events that it has read since it was started. */
final class EventCounts {

    private final Stage stage;

    EventCounts(Stage stage) {
        this.stage = stage;
    }

    /** @return how many events had their effect in the service, of one aggregate type */
    long applied(LocalService service, String aggregateType) {
        return sum(service, "zhenggai_events_applied_total\\{[^}]*aggregateType=\"" + aggregateType + "\"[^}]*}");
    }

    /** @return how many events of any type it passed over as unknown to it */
    long skipped(LocalService service) {
        return sum(service, "zhenggai_events_skipped_total\\{[^}]*}");
    }

    private long sum(LocalService service, String series) {
        Matcher line = Pattern.compile("(?m)^" + series + " (\\S+)$")
                .matcher(given().get(stage.system().serviceUrl(service) + "/q/metrics")
                        .asString());
        double sum = 0;
        while (line.find()) {
            sum += Double.parseDouble(line.group(1));
        }
        return Math.round(sum);
    }
}
