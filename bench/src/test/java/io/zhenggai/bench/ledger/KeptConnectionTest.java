package io.zhenggai.bench.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {

    private static final byte[] REQUEST = "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8);

    private ServerSocket server;

    @BeforeEach
    void listen() throws Exception {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    @Test
    void anAnswerIsReadToItsEndHoweverItComes() throws Exception {
        String body = "整改".repeat(40_000);
        byte[] bytes = body.getBytes(UTF_8);
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body;

        assertThat(taken(answer, 7)).isEqualTo(2);
        assertThat(taken(answer, 100_000)).isEqualTo(2);
        assertThat(taken("HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n", 1))
                .isEqualTo(2);
    }

    @Test
    void whatIsNoSuccessIsToldWithItsHead() {
        assertThatThrownBy(() -> taken("HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\n{}", 100))
                .hasMessageContaining("404 Not Found");
    }

    @Test
    void anAnswerWithoutALengthIsRefused() {
        assertThatThrownBy(() -> taken("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n", 100))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chunked");
    }

    @Test
    void moreThanWasToldIsRefused() {
        assertThatThrownBy(() -> taken("HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n{}", 1))
                .hasMessageContaining("more came");
    }

    @Test
    void aServiceThatHangsUpIsToldOf() {
        assertThatThrownBy(() -> taken("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{}", 100))
                .isInstanceOf(EOFException.class);
    }

    /** @return how often that answer was taken over one connection, of two times */
    private int taken(String answer, int pieces) throws Exception {
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(answer.getBytes(UTF_8), pieces));
        int taken = 0;
        try (KeptConnection connection = KeptConnection.to(URI.create("http://127.0.0.1:" + server.getLocalPort()))) {
            while (taken < 2) {
                connection.carryOut(REQUEST);
                taken++;
            }
        }
        sent.join();
        return taken;
    }

    private void send(byte[] answer, int pieces) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            for (int time = 0; time < 2; time++) {
                if (socket.getInputStream().readNBytes(REQUEST.length).length < REQUEST.length) {
                    return;
                }
                int piece = Math.max(1, answer.length / pieces);
                for (int from = 0; from < answer.length; from += piece) {
                    out.write(answer, from, Math.min(piece, answer.length - from));
                    out.flush();
                }
                if (new String(answer, UTF_8).contains("content-length: 9")) {
                    return;
                }
            }
        } catch (java.io.IOException whoeverCalledHasGone) {
            // What was taken tells it.
        }
    }
}
