package io.zhenggai.kit.http;

import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that an operation does not take, or that are not of their form. Left alone, Jakarta REST passes
 * over a misspelt filter and answers everything, and takes a value that does not parse for an address that is not there.
 */
@Singleton
public class QueryFilter {

    private final Map<Method, QueryRules> rules = new ConcurrentHashMap<>();

    /** Runs when the operation is known and its roles are checked, before its parameters are read. */
    @ServerRequestFilter
    public void refuseStrayParameters(ContainerRequestContext request, ResourceInfo operation) {
        List<Violation> found = rules.computeIfAbsent(operation.getResourceMethod(), QueryRules::of)
                .violations(request.getUriInfo().getQueryParameters());
        if (!found.isEmpty()) {
            throw Refusal.invalid(found);
        }
    }
}
