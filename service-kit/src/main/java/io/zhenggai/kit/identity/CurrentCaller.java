package io.zhenggai.kit.identity;

/** The caller of the request at hand, for resources to hand on; never kept beyond the request. */
@FunctionalInterface
public interface CurrentCaller {

    /**
     * @return who calls
     * @throws io.quarkus.security.AuthenticationFailedException when the token lacks a role or region of this system
     */
    Caller get();
}
