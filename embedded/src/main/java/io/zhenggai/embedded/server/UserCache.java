package io.zhenggai.embedded.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where files of this user that can be made again may lie. */
final class UserCache {

    private UserCache() {}

    /** A directory of this user alone where there is a home; an account without one gets a place beside temporary files. */
    static Path directory() {
        String configured = System.getenv("XDG_CACHE_HOME");
        if (configured != null && Path.of(configured).isAbsolute()) {
            return Path.of(configured, "zhenggai");
        }
        Path home = Path.of(System.getProperty("user.home"));
        if (Files.isWritable(home)) {
            return home.resolve(".cache").resolve("zhenggai");
        }
        return Path.of(System.getProperty("java.io.tmpdir"), "zhenggai-" + System.getProperty("user.name"));
    }
}
