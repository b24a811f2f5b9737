package io.zhenggai.kit.http;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import io.zhenggai.kit.identity.Role;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a machine client that lacks the scope of an operation. */
@Singleton
public class MachineScopeFilter {

    /** 403 comes before whatever is wrong with a parameter. */
    private static final int BEFORE_PARAMETERS = Priorities.AUTHORIZATION;

    private final CurrentCaller current;

    MachineScopeFilter(CurrentCaller current) {
        this.current = current;
    }

    /** Runs when the operation is known and its roles are checked, before its parameters are read. */
    @ServerRequestFilter(priority = BEFORE_PARAMETERS)
    public void refuseWithoutScope(ResourceInfo operation) {
        MachineScope needed = operation.getResourceMethod().getAnnotation(MachineScope.class);
        if (needed == null) {
            return;
        }
        Caller caller = current.get();
        if (caller.role() == Role.SYSTEM) {
            caller.requirePermission(needed.value());
        }
    }
}
