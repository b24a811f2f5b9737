package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Joined;
import io.zhenggai.plan.notice.text.Line;
import io.zhenggai.plan.notice.text.LineJoiner;
import io.zhenggai.plan.notice.text.Lines;
import io.zhenggai.plan.notice.text.Outline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice taken apart, before any date is understood.
 *
 * @param headLines the lines above the body
 * @param joined the body's lines
 * @param outline the body
 * @param title of the plan; null when there is none
 */
record Sheet(
        List<Line> headLines,
        Head head,
        Foot foot,
        Joined joined,
        Outline outline,
        @Nullable Read<String> title) {

    static Sheet of(String text) {
        List<Line> lines = Lines.of(text);
        Head head = HeadReader.read(lines);
        Foot foot = FootReader.read(lines.subList(head.bodyBegins(), lines.size()));
        Joined joined = LineJoiner.join(foot.body());
        return new Sheet(
                lines.subList(0, head.bodyBegins()),
                head,
                foot,
                joined,
                Outline.of(joined.paragraphs()),
                PlanTitle.find(head.noticeTitle(), joined.paragraphs()).orElse(null));
    }

    /** @return who issued it: by its head, by its signature, or, as a proposal, who printed it */
    @Nullable
    Read<String> issuingBody() {
        if (head.issuingBody() != null) {
            return head.issuingBody();
        }
        if (foot.signer() != null) {
            return foot.signer();
        }
        Read<String> printer = foot.printer();
        // Who prints is as a rule the issuing body's own office, but need not be.
        return printer == null ? null : Read.proposed(printer.value(), new Quote(printer.line(), printer.sentence()));
    }
}
