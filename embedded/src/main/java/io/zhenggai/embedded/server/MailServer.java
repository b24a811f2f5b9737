package io.zhenggai.embedded.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zhenggai.embedded.process.LoopbackPorts;
import java.nio.file.Path;

/**
 * An SMTP server that takes every mail for anybody, without authentication, and keeps it as a file.
 *
 * <p>A mail is on disk before the client reads "250 OK". There is one {@code .eml} file per mail, whatever its number of
 * recipients; names sort in order of arrival. Files that were there before stay and are counted.
 */
public final class MailServer implements AutoCloseable {

    private final GreenMail server;
    private final MailDirectory directory;

    private MailServer(GreenMail server, MailDirectory directory) {
        this.server = server;
        this.directory = directory;
    }

    /**
     * Starts the server and returns when it serves.
     *
     * @param directory where the mails go; made when absent
     * @param port the port on 127.0.0.1
     */
    public static MailServer start(Path directory, int port) {
        MailDirectory mails = MailDirectory.open(directory);
        GreenMail server = new GreenMail(new ServerSetup(port, LoopbackPorts.HOST, ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setAuthRequired(false);
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> mails);
        server.start();
        return new MailServer(server, mails);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    public Path directory() {
        return directory.path();
    }

    /** How many mails lie in the directory. */
    public int receivedCount() {
        return directory.count();
    }

    @Override
    public void close() {
        server.stop();
    }
}
