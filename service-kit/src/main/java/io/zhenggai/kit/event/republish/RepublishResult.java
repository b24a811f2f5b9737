package io.zhenggai.kit.event.republish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was told again.
 *
 * @param published how many aggregates; their snapshots are on their way to the topic
 * @param next the id to go on from; absent when all of the range was published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RepublishResult(int published, @Nullable UUID next) {}
