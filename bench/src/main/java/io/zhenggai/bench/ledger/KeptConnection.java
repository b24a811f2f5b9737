package io.zhenggai.bench.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection that stays open, of a caller that takes as little of the processor as a client of {@code pgbench} does: it sends bytes as they are, and
 * of an answer reads status and length alone. The client that comes with Java took a sixth of all that a page costs.
 */
final class KeptConnection implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)\r\n", Pattern.CASE_INSENSITIVE);
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int ROOM = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] room = new byte[ROOM];

    private KeptConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** @param url whose host and port are connected to */
    static KeptConnection to(URI url) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        return new KeptConnection(socket);
    }

    /**
     * Sends a request and reads its answer to the end.
     *
     * @throws IllegalStateException when the answer is no success, or does not tell its length
     */
    void carryOut(byte[] request) throws IOException {
        out.write(request);
        int read = more(0);
        int behindHead = behindHead(read);
        while (behindHead < 0) {
            read += more(read);
            behindHead = behindHead(read);
        }
        String head = new String(room, 0, behindHead, ISO_8859_1);
        Matcher length = LENGTH.matcher(head);
        if (!head.startsWith("HTTP/1.1 2") || !length.find()) {
            throw new IllegalStateException("no success of a known length: " + head);
        }
        int left = behindHead + Integer.parseInt(length.group(1)) - read;
        while (left > 0) {
            left -= more(0);
        }
        if (left < 0) {
            throw new IllegalStateException("more came than was told: " + head);
        }
    }

    private int behindHead(int read) {
        int found = new String(room, 0, read, ISO_8859_1).indexOf(END_OF_HEAD);
        return found < 0 ? -1 : found + END_OF_HEAD.length();
    }

    private int more(int from) throws IOException {
        int came = in.read(room, from, room.length - from);
        if (came <= 0) {
            throw new EOFException("the service has hung up, or its head has more than " + room.length + " bytes");
        }
        return came;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
