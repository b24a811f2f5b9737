package io.zhenggai.gateway.routing;

import io.zhenggai.gateway.problem.Words;
import java.util.Arrays;
import java.util.Optional;

/** The services behind the gateway. */
public enum Service {
    ISSUE("issue-service", "整改台账服务", "The issue service"),
    PLAN("plan-service", "整改方案服务", "The plan service"),
    REPORT("report-service", "总结报告服务", "The report service"),
    NOTIFICATION("notification-service", "通知提醒服务", "The notification service");

    private final String id;
    private final Words name;

    Service(String id, String zh, String en) {
        this.id = id;
        this.name = new Words(zh, en);
    }

    /** @return the name that operators know, such as {@code issue-service} */
    public String id() {
        return id;
    }

    /** @return what callers are told */
    public Words displayName() {
        return name;
    }

    /** @return the service that operators know by this name */
    public static Optional<Service> of(String id) {
        return Arrays.stream(values()).filter(service -> service.id.equals(id)).findFirst();
    }
}
