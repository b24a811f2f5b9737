package io.zhenggai.report.ranking;

import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ranking to publish, as it stands now.
 *
 * @param title such as 11月整改情况排名
 * @param withSelfInspection whether issues found by self-inspection count
 * @param addressees codes of the offices it is for; of all where none is named
 */
@Schema(examples = """
        {"campaignId": "01934f2a-7c1e-7d3a-9b1f-2f6f0c1d2021", "title": "2021年11月整改情况排名", "addressees": ["410100", "410300"]}
        """)
record NewRanking(
        @NotNull UUID campaignId,
        @NotBlank @Text(max = 100) String title,
        boolean withSelfInspection,
        @Size(max = 100) List<@NotNull @RegionCodeText String> addressees) {

    /** What is absent is empty. */
    @SuppressWarnings("ConstantValue")
    NewRanking {
        addressees = addressees == null ? List.of() : addressees;
    }
}
