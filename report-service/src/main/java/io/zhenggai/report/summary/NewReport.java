package io.zhenggai.report.summary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report to draft, of the caller's own region.
 *
 * @param campaignId a published campaign
 * @param content parts may still be empty
 */
@Schema(examples = """
        {"campaignId": "01934f2a-7c1e-7d3a-9b1f-2f6f0c1d2021", "content": {
          "practices": "加强组织领导，建立定期调度机制，整改提升行动有序开展。", "problems": "", "training": "",
          "experience": "推行“一站式”联合验收。", "cases": [{"title": "联合验收一次办", "text": "……"}],
          "nextSteps": "巩固整改成果。", "suggestions": [{"text": "建议加大省级层面数据共享力度"}]}}
        """)
record NewReport(@NotNull UUID campaignId, @NotNull @Valid ReportContent content) {}
