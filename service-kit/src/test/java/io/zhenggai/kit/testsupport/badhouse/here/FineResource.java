package io.zhenggai.kit.testsupport.badhouse.here;

import jakarta.ws.rs.core.Response;

/** Keeps the rules: a resource may know HTTP, and so may what stands within it. */
public class FineResource {

    Response answer() {
        return new Body().answer();
    }

    static final class Body {
        Response answer() {
            return Response.ok().build();
        }
    }
}
