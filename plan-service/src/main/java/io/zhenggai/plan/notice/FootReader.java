package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DateScanner;
import io.zhenggai.plan.notice.date.DateWords;
import io.zhenggai.plan.notice.text.Blanks;
import io.zhenggai.plan.notice.text.Line;
import io.zhenggai.plan.notice.text.LineShape;
import io.zhenggai.plan.notice.text.Marker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands below the last sentence: copies 抄送, who printed it and when 印发, signature and date 落款. A plan may follow
 * behind it, so these lines are looked for everywhere below the head and taken out.
 */
final class FootReader {

    private static final int LONGEST = 120;

    private final List<Line> lines;
    private final List<Line> body = new ArrayList<>();
    private final List<Read<String>> copies = new ArrayList<>();
    private @Nullable Line printing;
    private @Nullable Read<String> printer;
    private @Nullable Line signing;
    private @Nullable Read<String> signer;

    private FootReader(List<Line> lines) {
        this.lines = lines;
    }

    /** @param lines those below the head */
    static Foot read(List<Line> lines) {
        return new FootReader(lines).read();
    }

    private Foot read() {
        int at = 0;
        while (at < lines.size()) {
            String text = lines.get(at).text();
            if (text.startsWith("抄送") && LineShape.label(text) > 0 && copies.isEmpty()) {
                at = readCopies(at);
            } else if (isPrinting(text)) {
                readPrinting(lines.get(at));
                at++;
            } else {
                if (LineShape.isDate(text) && signing == null) {
                    readSigning(lines.get(at));
                }
                body.add(lines.get(at));
                at++;
            }
        }
        readUndatedSigner();
        return new Foot(copies, printing, printer, signing, signer, body);
    }

    /** The list goes on until its full stop, or until a line that is something else. */
    private int readCopies(int begin) {
        StringBuilder text = new StringBuilder();
        int at = begin;
        do {
            text.append(lines.get(at).text()).append(' ');
            at++;
        } while (at < lines.size()
                && !text.toString().stripTrailing().endsWith("。")
                && !LineShape.standsAlone(lines.get(at).text())
                && !isPrinting(lines.get(at).text())
                && text.length() < LONGEST * 5
                && Marker.at(lines.get(at).text(), 0).isEmpty());
        String list = Blanks.closed(text.toString());
        Quote quote = new Quote(lines.get(begin).number(), text.toString().strip());
        Bodies.split(list.substring(LineShape.label(list))).forEach(entry -> copies.add(Read.read(entry, quote)));
        return at;
    }

    private static boolean isPrinting(String text) {
        return text.endsWith("印发")
                && text.length() <= LONGEST
                && DateScanner.scan(text).size() == 1
                && text.indexOf('。') < 0;
    }

    private void readPrinting(Line line) {
        DateWords date = DateScanner.scan(line.text()).get(0);
        printing = line;
        String before = line.text().substring(0, date.begin()).strip();
        if (!before.isEmpty()) {
            printer = Read.read(before, new Quote(line.number(), line.text()));
        } else if (!body.isEmpty() && Bodies.isBody(body.get(body.size() - 1).text())) {
            Line above = body.remove(body.size() - 1);
            printer = Read.read(above.text(), new Quote(above.number(), above.text()));
        }
    }

    /** A notice that nobody dated is signed in its last line. */
    private void readUndatedSigner() {
        Line last = body.isEmpty() ? null : body.get(body.size() - 1);
        if (signer == null && last != null && Bodies.isBody(last.text())) {
            signer = Read.read(last.text(), new Quote(last.number(), last.text()));
        }
    }

    private void readSigning(Line line) {
        signing = line;
        if (!body.isEmpty() && Bodies.isBody(body.get(body.size() - 1).text())) {
            Line above = body.get(body.size() - 1);
            signer = Read.read(above.text(), new Quote(above.number(), above.text()));
        }
    }
}
