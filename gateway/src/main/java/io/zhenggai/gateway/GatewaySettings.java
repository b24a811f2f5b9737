package io.zhenggai.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What an operator may set. The addresses of the services have no default: without them the gateway does not start. */
@ConfigMapping(prefix = "zhenggai.gateway")
public interface GatewaySettings {

    /** Scheme, host and port of issue-service, such as {@code http://127.0.0.1:8081}. */
    URI issueServiceUrl();

    /** Scheme, host and port of plan-service. */
    URI planServiceUrl();

    /** Scheme, host and port of report-service. */
    URI reportServiceUrl();

    /** Scheme, host and port of notification-service. */
    URI notificationServiceUrl();

    /** The server named in the contract; the default means: where the contract was read from. */
    @WithDefault("/")
    String publicUrl();

    Login login();

    SwaggerUi swaggerUi();

    Limits limits();

    Origin origin();

    /** Where a browser signs in. */
    interface Login {
        /** The provider's authorization endpoint, as a browser reaches it. */
        URI authorizationUrl();

        /** The provider's token endpoint, as a browser reaches it. */
        URI tokenUrl();
    }

    /** What the pages of the Swagger UI are made of. */
    interface SwaggerUi {
        /** The hashes of their inline scripts, as a Content-Security-Policy writes them; fixed when the application is built. */
        String scriptHashes();
    }

    /** What one request may bring along. The HTTP decoder's own bounds in application.properties are wider. */
    interface Limits {
        /** The body of an ordinary request, inclusive. */
        @WithDefault("1M")
        MemorySize body();

        /** One file that is kept as it is, where the routing table allows it, inclusive. */
        @WithDefault("50M")
        MemorySize file();

        /** A table that is read through, or a form with files, where the routing table allows them, inclusive. */
        @WithDefault("64M")
        MemorySize upload();

        /** How long a body may take for each {@link #bodyPace()} of it, while its service could take more. */
        @WithDefault("30S")
        Duration bodyWindow();

        /** What must come of a body in each {@link #bodyWindow()}; a shorter one must come whole in the first. */
        @WithDefault("16K")
        MemorySize bodyPace();

        /** How long the whole of a body may take, while its service could take more. */
        @WithDefault("15M")
        Duration bodyLongest();

        /** The request target in bytes, inclusive; with method and version it fits into the 4096 that a service reads. */
        @WithDefault("4000")
        int uri();

        /** Names and values of all header fields together in bytes, inclusive; a service reads 20 KiB. */
        @WithDefault("16384")
        int headers();
    }

    /** How the gateway speaks with a service. */
    interface Origin {
        /** Until a connection stands, waiting for a free one included. */
        @WithDefault("2S")
        Duration connectTimeout();

        /** From the end of the request until the head of the answer. */
        @WithDefault("30S")
        Duration answerTimeout();

        /** Silence within a body after which the connection is given up; longer than the answer time-out. */
        @WithDefault("60S")
        Duration idleTimeout();

        /** How long an unused connection is kept; shorter than the services keep theirs. */
        @WithDefault("30S")
        Duration keepAlive();

        /** Connections to each service. */
        @WithDefault("64")
        int connections();

        /** Requests that may wait for a connection to one service; further ones are refused at once. */
        @WithDefault("256")
        int waiting();

        /** What {@code Retry-After} tells a caller while a service cannot be reached. */
        @WithDefault("5S")
        Duration retryAfter();
    }
}
