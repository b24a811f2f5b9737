package io.zhenggai.report.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.report.query.FigureQuery;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An office's plan of one campaign in figures.
 *
 * @param status DRAFT, SUBMITTED, RETURNED or ACCEPTED; absent while there is no plan
 * @param documentNumber absent before its submission
 * @param goals 目标
 * @param tasks 任务
 * @param measures 措施
 * @param firstSubmittedOn absent before it
 * @param returns how often it was returned
 * @param deadline until when it is owed; absent while that is not known here
 * @param late whether the first submission was; absent before it, and while the deadline is not known here
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PlanFigures(
        Optional<String> status,
        Optional<String> documentNumber,
        int goals,
        int tasks,
        int measures,
        Optional<LocalDate> firstSubmittedOn,
        int returns,
        Optional<LocalDate> deadline,
        Optional<Boolean> late,
        FigureQuery query) {}
