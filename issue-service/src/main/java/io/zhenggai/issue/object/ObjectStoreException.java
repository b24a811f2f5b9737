package io.zhenggai.issue.object;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import org.jboss.logging.Logger;

/** The object store cannot be used for the moment: 503 to who called. The cause stands in the log, never in the answer. */
public final class ObjectStoreException extends Refusal {

    private static final Logger LOG = Logger.getLogger(ObjectStoreException.class);

    ObjectStoreException(String what, Exception cause) {
        super(
                ProblemType.SERVICE_UNAVAILABLE,
                "文件存储暂不可用，请稍后重试；本次没有保存任何内容。",
                "The store of files cannot be used for the moment; try again later. Nothing was stored.");
        initCause(cause);
        LOG.errorf(cause, "the object store failed: %s", what);
    }
}
