package io.zhenggai.issue.scan;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Shows files to the scanner, where it is switched on. */
@Singleton
public class VirusScan {

    private static final Logger LOG = Logger.getLogger(VirusScan.class);

    private final Optional<ClamAv> scanner;

    VirusScan(VirusScanSettings settings) {
        this.scanner = settings.enabled()
                ? Optional.of(
                        new ClamAv(settings.host(), settings.port(), settings.connectTimeout(), settings.timeout()))
                : Optional.empty();
    }

    /**
     * @param sha256 of the file, by which the log names it
     * @throws Refusal 422 that names what was found; 503 when the scanner does not answer, so that nobody knows
     */
    public void refuseInfected(Path file, String sha256) {
        if (scanner.isEmpty()) {
            return;
        }
        Optional<String> found = found(scanner.get(), file);
        found.ifPresent(signature -> {
            LOG.warnf("a file was refused, in which the scanner found %s: SHA-256 %s", signature, sha256);
            throw Refusal.unprocessable(
                    "content",
                    "文件中查出病毒（" + signature + "），没有保存；请杀毒后重新上传",
                    "the virus scanner found " + signature + " in it; nothing was stored");
        });
    }

    private static Optional<String> found(ClamAv scanner, Path file) {
        try {
            return scanner.scan(file);
        } catch (IOException e) {
            LOG.errorf(e, "the virus scanner gave no verdict");
            throw new Refusal(
                    ProblemType.SERVICE_UNAVAILABLE,
                    "病毒查杀服务暂不可用，未经查杀的文件不予保存，请稍后重试。",
                    "The virus scanner cannot be used for the moment, and nothing is stored unscanned; try again later.");
        }
    }
}
