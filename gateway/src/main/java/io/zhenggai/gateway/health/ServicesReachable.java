package io.zhenggai.gateway.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.HealthGroup;
import io.smallrye.mutiny.Uni;
import io.zhenggai.gateway.proxy.Origins;
import io.zhenggai.gateway.routing.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** {@code /q/health/group/services}: which services answer. A gateway without services is still ready: it says so to callers. */
@HealthGroup("services")
@ApplicationScoped
class ServicesReachable implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Origins origins;

    ServicesReachable(Origins origins) {
        this.origins = origins;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        List<Uni<Finding>> findings =
                Arrays.stream(Service.values()).map(this::ask).toList();
        return Uni.join().all(findings).andCollectFailures().map(ServicesReachable::response);
    }

    private Uni<Finding> ask(Service service) {
        return Uni.createFrom()
                .completionStage(
                        () -> origins.get(service, "/q/health/ready", PATIENCE).toCompletionStage())
                .map(status -> new Finding(service, status == 200, status == 200 ? "ready" : "answers " + status))
                .onFailure()
                .recoverWithItem(new Finding(service, false, "does not answer"));
    }

    private static HealthCheckResponse response(List<Finding> findings) {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("services").status(findings.stream().allMatch(Finding::good));
        findings.forEach(finding -> response.withData(finding.service().id(), finding.words()));
        return response.build();
    }

    private record Finding(Service service, boolean good, String words) {}
}
