package io.zhenggai.kit.testsupport.badhouse.here;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.kit.testsupport.badhouse.there.ThingRepository;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Does all that it must not. */
public class Meddler {

    @Inject
    ThingRepository things;

    Response answer() {
        return QuarkusTransaction.requiringNew().call(() -> Response.ok(things).build());
    }

    Supplier<Instant> time() {
        return Instant::now;
    }

    LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }
}
