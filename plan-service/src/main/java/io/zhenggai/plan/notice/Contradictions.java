package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.misprint.Misprint;
import io.zhenggai.plan.notice.misprint.MisprintKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds statements of one notice that cannot both be true. */
final class Contradictions {

    private Contradictions() {}

    static List<Misprint> find(
            @Nullable Read<String> noticeTitle,
            @Nullable Read<String> title,
            Optional<PhaseAnnouncement> announced,
            List<ReadPhase> phases) {
        List<Misprint> found = new ArrayList<>();
        titles(noticeTitle, title).ifPresent(found::add);
        announced
                .filter(said -> !phases.isEmpty() && said.count() != phases.size())
                .ifPresent(said -> found.add(count(said, phases.size())));
        for (ReadPhase phase : phases) {
            phase.demands().forEach(demand -> late(phase, demand).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<Misprint> titles(@Nullable Read<String> noticeTitle, @Nullable Read<String> title) {
        if (noticeTitle == null || title == null || title.mark() != Mark.READ) {
            return Optional.empty();
        }
        return PlanTitle.issuedBy(noticeTitle.value())
                .filter(issued -> !issued.equals(title.value()))
                .map(issued -> Misprint.of(
                        MisprintKind.CONTRADICTION,
                        title.line(),
                        title.value(),
                        "正文标题与通知标题所印发的文件名称“" + issued + "”不一致",
                        "differs from what the notice's title says is issued: " + issued));
    }

    private static Misprint count(PhaseAnnouncement said, int described) {
        return Misprint.of(
                MisprintKind.CONTRADICTION,
                said.quote().line(),
                said.quote().sentence(),
                "此处说有 " + said.count() + " 个阶段，从文中识别出 " + described + " 个",
                "speaks of " + said.count() + " phases, " + described + " were recognised");
    }

    private static Optional<Misprint> late(ReadPhase phase, ReadDemand demand) {
        ReadDate own = demand.deadline();
        ReadDate end = phase.deadline();
        if (own == null || end == null || own.value() == null || end.value() == null) {
            return Optional.empty();
        }
        return own.value().isAfter(end.value())
                ? Optional.of(Misprint.of(
                        MisprintKind.CONTRADICTION,
                        demand.line(),
                        own.words(),
                        "“" + demand.title() + "”的报送时间晚于第 " + phase.ordinal() + " 阶段的时间节点（" + end.words() + "）",
                        demand.title() + " is due after the end of phase " + phase.ordinal() + ", " + end.words()))
                : Optional.empty();
    }
}
