package io.zhenggai.issue.ledger;

import io.zhenggai.kit.identity.Caller;
import java.time.Instant;
import java.util.Optional;

/** Who acts, by which way, when by the business clock, and why. */
record Act(Caller by, Channel channel, Instant at, Optional<String> reason) {}
