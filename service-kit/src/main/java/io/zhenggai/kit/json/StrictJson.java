package io.zhenggai.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.zhenggai.kit.text.ValueForm;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Requests mean what they say or are refused: nothing is coerced, nothing is guessed, nothing is passed over. */
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 100;

    /** After the modules of the platform, whose readers of dates and ids are more lenient. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation")
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        // The builder that Jackson recommends instead makes mappers; this one is made by the platform.
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setAcceptBlankAsEmpty(false);
        mapper.registerModule(forms());
    }

    private static SimpleModule forms() {
        return new SimpleModule("zhenggai-forms")
                .addDeserializer(String.class, new TextDeserializer())
                .addKeyDeserializer(String.class, new TextKeyDeserializer())
                .addDeserializer(LocalDate.class, new ParsedDeserializer<>(ValueForm.DATE))
                .addDeserializer(Instant.class, new ParsedDeserializer<>(ValueForm.MOMENT))
                .addDeserializer(OffsetDateTime.class, new ParsedDeserializer<>(ValueForm.ZONED_MOMENT))
                .addDeserializer(UUID.class, new ParsedDeserializer<>(ValueForm.ID));
    }
}
