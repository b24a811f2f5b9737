package io.zhenggai.kit.idempotency;

import io.zhenggai.kit.problem.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * By what a client knows one of its requests again, best a UUID of its own.
 *
 * @param value 1 to 200 visible ASCII characters; quotes, as the draft of the header's standard has them, are part of it
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    /** @throws Refusal 400 */
    IdempotencyKey {
        if (!value.matches("[!-~]{1,200}")) {
            throw Refusal.invalid(HEADER, "应为 1 至 200 个可见的 ASCII 字符，不含空格", "must be 1 to 200 visible ASCII characters");
        }
    }

    /**
     * @param sent the header as often as it was sent
     * @return the key; empty when none was sent
     * @throws Refusal 400 when it is none, or there are several
     */
    static Optional<IdempotencyKey> of(List<String> sent) {
        if (sent.size() > 1) {
            throw Refusal.invalid(HEADER, "只能出现一次", "must be sent once");
        }
        return sent.stream().findFirst().map(IdempotencyKey::new);
    }
}
