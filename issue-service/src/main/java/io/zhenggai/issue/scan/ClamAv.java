package io.zhenggai.issue.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Speaks with a clamd: one connection for each file, the command INSTREAM in its form that ends with a zero byte. */
final class ClamAv {

    private static final Logger LOG = Logger.getLogger(ClamAv.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    /** A verdict is a line. */
    private static final int LONGEST_VERDICT = 1024;

    private static final String START = "stream: ";
    private static final String CLEAN = START + "OK";
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final Duration connectTimeout;
    private final Duration timeout;

    ClamAv(String host, int port, Duration connectTimeout, Duration timeout) {
        this.host = host;
        this.port = port;
        this.connectTimeout = connectTimeout;
        this.timeout = timeout;
    }

    /**
     * @return the name of what was found; empty when the file is clean
     * @throws IOException when there is no verdict: nobody listens, it takes too long, or the scanner says that it has failed
     */
    Optional<String> scan(Path file) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(connectTimeout.toMillis()));
            // A write has no time-out of its own: one that goes on is ended from outside.
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> close(socket));
            IOException brokenOff = send(file, socket);
            String verdict = verdict(socket.getInputStream());
            if (verdict.equals(CLEAN) && brokenOff == null) {
                return Optional.empty();
            }
            if (verdict.startsWith(START) && verdict.endsWith(FOUND)) {
                return Optional.of(verdict.substring(START.length(), verdict.length() - FOUND.length()));
            }
            throw new IOException("the scanner said: " + verdict, brokenOff);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debugf(e, "a connection to the scanner could not be closed");
        }
    }

    /** @return why it could not be sent whole: the scanner hangs up when it has enough, and says why before; null when it could */
    private static @Nullable IOException send(Path file, Socket socket) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        byte[] buffer = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            out.write(COMMAND);
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                out.writeInt(read);
                out.write(buffer, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return null;
        } catch (SocketException e) {
            return e;
        }
    }

    private static String verdict(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int value = in.read(); value > 0; value = in.read()) {
            line.write(value);
            if (line.size() > LONGEST_VERDICT) {
                throw new IOException("the scanner says more than a verdict");
            }
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }
}
