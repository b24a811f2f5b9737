package io.zhenggai.report.question;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.report.figures.FigureFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers figures in the format asked for. */
@ApplicationScoped
class FigureAnswers {

    static final String CSV = "text/csv";

    private final SheetAbout about;

    FigureAnswers(SheetAbout about) {
        this.about = about;
    }

    /**
     * @param figures what is told
     * @param filter which issues were counted
     * @param today the day of the figures
     * @param sheet makes a table of them
     * @return the figures themselves, or the table as a file to be saved
     */
    <T> RestResponse<Object> of(
            Caller caller,
            T figures,
            FigureFilter filter,
            LocalDate today,
            Function<T, FigureSheet> sheet,
            AnswerFormat format) {
        return switch (format) {
            case JSON -> ResponseBuilder.<Object>ok(figures, "application/json").build();
            case CSV -> file(SheetCsv.of(sheet.apply(figures), about.words(caller, filter, today)), today);
        };
    }

    private static RestResponse<Object> file(String csv, LocalDate today) {
        return ResponseBuilder.<Object>ok(csv, CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"figures-" + today + ".csv\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
