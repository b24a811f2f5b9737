package io.zhenggai.notification.testsupport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Stands before a real SMTP server and lets mails through, but for those whose recipient says otherwise: {@code refused…@} gets
 * 550, {@code later…@} 451 the first time, {@code never…@} each time, {@code dropped…@} loses the connection the first time before the mail itself, {@code
 * cut…@} the first time when the server has taken the mail over, and {@code gone…@} likewise, and the door falls shut. It can be
 * shut by others too; then nobody gets in.
 */
public final class MailDoor {

    private static final String SHUT = "zhenggai.test.mail-door-shut";

    private final ServerSocket socket;
    private final int serverPort;
    private final Set<String> putOff = new HashSet<>();

    private MailDoor(ServerSocket socket, int serverPort) {
        this.socket = socket;
        this.serverPort = serverPort;
    }

    /** Opens a door on a free port. */
    public static MailDoor before(int serverPort) {
        try {
            MailDoor door = new MailDoor(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort);
            spawn(door::admit);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** From any class loader of this JVM. */
    public static void shut() {
        System.setProperty(SHUT, "true");
    }

    /** From any class loader of this JVM. */
    public static void open() {
        System.clearProperty(SHUT);
    }

    private static boolean isShut() {
        return System.getProperty(SHUT) != null;
    }

    private void admit() throws IOException {
        while (true) {
            Socket client = socket.accept();
            if (isShut()) {
                client.close();
            } else {
                spawn(() -> converse(client));
            }
        }
    }

    private void converse(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            OutputStream toClient = client.getOutputStream();
            OutputStream toServer = server.getOutputStream();
            BufferedReader fromClient = reader(client.getInputStream());
            BufferedReader fromServer = reader(server.getInputStream());
            pass(fromServer, toClient);
            boolean cut = false;
            boolean gone = false;
            String line;
            while ((line = fromClient.readLine()) != null && !isShut()) {
                if (line.startsWith("RCPT TO:<")) {
                    String recipient = line.substring("RCPT TO:<".length());
                    if (recipient.startsWith("refused")) {
                        say(toClient, "550 5.1.1 <" + recipient + " unknown");
                        continue;
                    }
                    if (recipient.startsWith("never") || recipient.startsWith("later") && firstTime(recipient)) {
                        say(toClient, "451 4.3.0 try again later");
                        continue;
                    }
                    if (recipient.startsWith("dropped") && firstTime(recipient)) {
                        return;
                    }
                    gone = recipient.startsWith("gone") && firstTime(recipient);
                    cut = gone || recipient.startsWith("cut") && firstTime(recipient);
                }
                say(toServer, line);
                if (line.equals("DATA") && pass(fromServer, toClient).startsWith("354")) {
                    StringBuilder mail = new StringBuilder();
                    while (!(line = fromClient.readLine()).equals(".")) {
                        mail.append(line).append("\r\n");
                    }
                    say(toServer, mail + ".");
                    String answer = fromServer.readLine();
                    if (gone) {
                        shut();
                    }
                    if (cut) {
                        return;
                    }
                    say(toClient, answer);
                } else if (!line.equals("DATA")) {
                    pass(fromServer, toClient);
                }
            }
        }
    }

    private synchronized boolean firstTime(String recipient) {
        return putOff.add(recipient);
    }

    private static String pass(BufferedReader fromServer, OutputStream toClient) throws IOException {
        String answer;
        do {
            answer = fromServer.readLine();
            if (answer == null) {
                return "";
            }
            say(toClient, answer);
        } while (answer.startsWith("-", 3));
        return answer;
    }

    /** Byte for byte: mails are not text of one encoding. */
    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void spawn(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException gone) {
                        // Somebody hung up; the other side is told by its own end of the line.
                    }
                },
                "mail-door");
        thread.setDaemon(true);
        thread.start();
    }
}
