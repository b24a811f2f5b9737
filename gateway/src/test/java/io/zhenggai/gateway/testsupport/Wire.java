package io.zhenggai.gateway.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** One connection on which a test says exactly the bytes it means to say. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    public Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends text; each line must bring its own {@code \r\n}. */
    public Wire say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends a text again and again beside whatever else is done, until the other side has closed. */
    public void keepSaying(String text) {
        CompletableFuture.runAsync(() -> {
            try {
                while (!socket.isClosed()) {
                    say(text);
                }
            } catch (IOException closed) {
                // As it must come.
            }
        });
    }

    /** @return what comes until the other side closes */
    public String hearToTheEnd() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(heard);
        return heard.toString(StandardCharsets.UTF_8);
    }

    /** @return what comes up to and with this text */
    public String hearUntil(String text) throws IOException {
        StringBuilder heard = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (heard.indexOf(text) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + heard);
            }
            heard.append((char) next);
        }
        return heard.toString();
    }

    /** @return whether the other side says nothing and does not close within the time */
    public boolean isSilentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
