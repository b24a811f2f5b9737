package io.zhenggai.plan.notice.misprint;

import io.zhenggai.plan.notice.text.Marker;
import io.zhenggai.plan.notice.text.Outline;
import io.zhenggai.plan.notice.text.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Numbers left out or given twice among parts of one level. A number that begins anew with 1 belongs to another list. */
final class Numbering {

    private Numbering() {}

    static List<Misprint> find(Outline outline) {
        List<Misprint> found = new ArrayList<>();
        Stream.concat(Stream.of(outline.sections()), outline.all().map(Section::children))
                .forEach(siblings -> find(siblings, found));
        return found;
    }

    private static void find(List<Section> siblings, List<Misprint> found) {
        for (int i = 0; i < siblings.size(); i++) {
            Marker marker = siblings.get(i).marker();
            int before = i > 0 && siblings.get(i - 1).marker().kind() == marker.kind()
                    ? siblings.get(i - 1).marker().ordinal()
                    : firstBefore(marker);
            if (marker.ordinal() > before + 1 || (marker.ordinal() == before && before > 1)) {
                found.add(misprint(siblings.get(i), before));
            }
        }
    }

    /** Phases begin with the first; other lists may go on from elsewhere. */
    private static int firstBefore(Marker marker) {
        return marker.kind() == Marker.Kind.PHASE ? 0 : marker.ordinal() - 1;
    }

    private static Misprint misprint(Section section, int before) {
        String text = section.paragraph().text();
        int end = section.marker().end();
        boolean twice = section.marker().ordinal() == before;
        return Misprint.of(
                MisprintKind.NUMBERING,
                section.paragraph().lineAt(0),
                Excerpt.of(text, 0, end),
                twice ? "序号与前一项重复" : "序号不连续，前一项的序号为 " + before,
                twice ? "has the number of the entry before" : "a number is left out: the entry before has " + before);
    }
}
