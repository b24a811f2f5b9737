package io.zhenggai.kit.testsupport;

import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request body with a field of every kind that the services' bodies have. */
public record Probe(
        @Text(max = 5) @Nullable String text,
        @Nullable Integer number,
        @Nullable Long large,
        @Nullable Boolean flag,
        @Nullable Colour colour,
        @Nullable LocalDate date,
        @Nullable Instant moment,
        @Nullable UUID id,
        @RegionCodeText @Nullable String region,
        @Size(max = 2) @Nullable List<@Text(max = 5) String> names,
        @Nullable List<@Valid Probe> parts) {

    /** Legal values of an enum. */
    public enum Colour {
        RED,
        GREEN
    }
}
