package io.zhenggai.issue.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks as a clamd does: takes INSTREAM, knows one virus, and has a limit. */
public final class Clamd implements AutoCloseable {

    /** The test file on which all scanners have agreed, in two parts, so that none finds it here. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket server;
    private final int limit;
    private volatile boolean silent;
    private volatile int scanned;

    private Clamd(ServerSocket server, int limit) {
        this.server = server;
        this.limit = limit;
    }

    /** @param limit how many bytes it takes of one file */
    public static Clamd start(int limit) {
        try {
            return start(0, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Clamd start(int port, int limit) throws IOException {
        Clamd clamd = new Clamd(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), limit);
        Thread thread = new Thread(clamd::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
        return clamd;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on it takes what comes and says nothing. */
    public void fallSilent() {
        silent = true;
    }

    /** How many files it has given a verdict on. */
    public int scanned() {
        return scanned;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // The other side has hung up, or we have.
                continue;
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String command = line(in);
        if (!command.equals("zINSTREAM")) {
            say(socket, "UNKNOWN COMMAND");
            return;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (content.size() + length > limit) {
                say(socket, "INSTREAM size limit exceeded. ERROR");
                return;
            }
            content.write(in.readNBytes(length));
        }
        if (silent) {
            in.read();
            return;
        }
        boolean infected = content.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
        scanned++;
        say(socket, infected ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int value = in.read(); value > 0; value = in.read()) {
            line.append((char) value);
        }
        return line.toString();
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write((words + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
