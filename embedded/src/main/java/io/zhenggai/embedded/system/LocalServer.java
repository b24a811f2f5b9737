package io.zhenggai.embedded.system;

/** What the services stand on and that runs as a process of its own. */
public enum LocalServer {
    POSTGRES,
    KAFKA
}
