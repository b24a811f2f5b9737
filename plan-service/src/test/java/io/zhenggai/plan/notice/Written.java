package io.zhenggai.plan.notice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A reading as text, complete, to be laid beside the notice by a person and compared by a test. */
final class Written {

    private final StringBuilder out = new StringBuilder();

    private Written() {}

    static String of(NoticeReading reading) {
        Written written = new Written();
        written.head(reading);
        written.phases(reading.phases());
        reading.demandsOutsidePhases().forEach(demand -> written.demand("demandOutsidePhases", demand));
        reading.sources().forEach(written::source);
        reading.joinedLines()
                .forEach(joined -> written.line("joined " + joined.line() + "+" + joined.nextLine() + " "
                        + joined.before() + "|" + joined.after()));
        reading.suspectedMisprints()
                .forEach(misprint -> written.line("misprint " + misprint.kind() + " " + misprint.line() + ": "
                        + misprint.text() + " (" + misprint.message().zh() + ")"));
        reading.notFound()
                .forEach(missing -> written.line(
                        "notFound " + missing.field() + ": " + missing.message().zh()));
        return written.out.toString();
    }

    private void head(NoticeReading reading) {
        text("documentNumber", reading.documentNumber());
        text("noticeTitle", reading.noticeTitle());
        text("title", reading.title());
        text("issuingBody", reading.issuingBody());
        reading.addressees().forEach(addressee -> text("addressee", addressee));
        if (reading.offices() != null) {
            line("offices " + reading.offices().mark() + " "
                    + String.join(" ", reading.offices().value()));
        }
        reading.copies().forEach(copy -> text("copy", copy));
        date("printedOn", reading.printedOn());
        date("start", reading.start());
        date("end", reading.end());
    }

    private void phases(List<ReadPhase> phases) {
        for (ReadPhase phase : phases) {
            line("phase " + phase.ordinal() + " " + phase.kind().value() + " "
                    + phase.kind().mark());
            text("  name", phase.name());
            date("  from", phase.from());
            date("  deadline", phase.deadline());
            phase.demands().forEach(demand -> demand("  demand", demand));
        }
    }

    private void demand(String name, ReadDemand demand) {
        line(name + " " + demand.mark() + " " + demand.code() + " " + demand.kind() + " " + demand.title() + " owed by "
                + demand.owedBy());
        quote(demand.line(), demand.sentence());
        date("    by", demand.deadline());
    }

    private void source(ReadSource source) {
        line("source " + source.mark() + " " + source.code() + " " + source.name());
        quote(source.line(), source.sentence());
    }

    private void text(String name, Read<String> read) {
        if (read != null) {
            line(name + " " + read.mark() + " " + read.value());
            quote(read.line(), read.sentence());
        }
    }

    private void date(String name, ReadDate date) {
        if (date != null) {
            line(name + " " + date.mark() + " " + (date.value() == null ? date.unknown() : date.value()) + " ‹"
                    + date.words() + "› year from " + date.yearFrom());
            quote(date.line(), date.sentence());
        }
    }

    private void quote(int line, String sentence) {
        line("        " + line + ": " + sentence);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** @return a text with its lines numbered, for messages */
    static String numbered(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (i + 1) + ": " + lines.get(i))
                .collect(Collectors.joining("\n"));
    }
}
