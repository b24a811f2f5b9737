package io.zhenggai.bench.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.bench.ledger.Calls.Call;
import io.zhenggai.bench.stage.Filling;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Files of new issues, and the way of one into a ledger. */
final class Imports {

    private static final String UPLOADS = "/api/v1/issue-imports/uploads?campaignId=" + Filling.CAMPAIGN;
    private static final String HEADER = "问题来源,来源文号,来源条目号,来源日期,所属地区,问题描述,问题类别,严重程度\r\n";
    private static final String ROW =
            "省工作简报,%s,%d,%s,41%02d00,竣工联合验收第%d个项目超过承诺时限，窗口未一次性告知所缺材料，线下另行要求提交纸质图纸两套。,时间,一般\r\n";
    private static final int CITIES = 17;
    private static final long POLL_MILLIS = 20;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Calls calls;

    Imports(Calls calls) {
        this.calls = calls;
    }

    /**
     * @param document that all of them were found in; none may have been there before
     * @return a CSV of so many issues, in one city after the other
     */
    static String file(String document, int rows) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int row = 1; row <= rows; row++) {
            file.append(ROW.formatted(document, row, Filling.DATED, row % CITIES + 1, row));
        }
        return file.toString();
    }

    /** Sends a file, and returns when all of its rows are registered. */
    void carryOut(String file) throws IOException, InterruptedException {
        String id = mapper.readTree(calls.answer(Call.csv(UPLOADS, file)))
                .required("id")
                .asText();
        for (String state = ""; !state.equals("DONE"); ) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            String answer = calls.answer(Call.get("/api/v1/issue-imports/" + id));
            state = mapper.readTree(answer).required("state").asText();
            if (state.equals("REFUSED")) {
                throw new IllegalStateException("the import was refused: " + answer);
            }
        }
    }
}
