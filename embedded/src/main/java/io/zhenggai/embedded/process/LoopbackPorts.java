package io.zhenggai.embedded.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of 127.0.0.1, the only address anything here listens on. */
public final class LoopbackPorts {

    public static final String HOST = "127.0.0.1";

    private static final int LOWEST = 10_240;
    private static final int LOWEST_OF_CONNECTIONS = 32_768;
    private static final int MOST_ATTEMPTS = 1_000;

    private LoopbackPorts() {}

    /**
     * A port that nobody listened on a moment ago. Another process can still take it first, but no mere connection does: the system
     * gives those that go out ports from 32768 on (Linux; other systems from 49152), and until a server has started, or while it is
     * started again, such a one could be its.
     *
     * @return from 10240 to 32767, drawn by chance, so that whoever asks at the same moment is given another one
     * @throws IllegalStateException when a thousand in a row were taken
     */
    public static int free() {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_OF_CONNECTIONS);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free below " + LOWEST_OF_CONNECTIONS);
    }

    /** Whether a server could listen on this port now; connections in TIME_WAIT do not hinder it. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
