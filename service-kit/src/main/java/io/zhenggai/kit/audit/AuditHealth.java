package io.zhenggai.kit.audit;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether what is on record is being sealed, with the reason in words where it is not; a group of its own, not part of readiness. */
@HealthGroup("audit")
@ApplicationScoped
class AuditHealth implements HealthCheck {

    private final Sealing sealing;

    AuditHealth(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("audit")
                .status(sealing.trouble().isEmpty())
                .withData("sealing", sealing.trouble().orElse("in order"))
                .build();
    }
}
