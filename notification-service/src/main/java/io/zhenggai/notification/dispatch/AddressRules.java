package io.zhenggai.notification.dispatch;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;

/** Who may read addresses: the province, and the offices, of what their scope shows them. */
public final class AddressRules {

    private AddressRules() {}

    /** @return whether the caller sees addresses as they are; everybody else sees them masked */
    public static boolean mayRead(Caller caller) {
        return caller.role() == Role.PROVINCE || caller.role() == Role.OFFICE;
    }
}
