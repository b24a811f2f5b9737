package io.zhenggai.report.summary;

import com.fasterxml.jackson.core.type.TypeReference;
import io.zhenggai.kit.json.StoredJson;
import jakarta.persistence.AttributeConverter;
import org.hibernate.annotations.Immutable;

/** A report's content as it stands in the database. */
@Immutable
class StoredContent implements AttributeConverter<ReportContent, String> {

    private static final TypeReference<ReportContent> CONTENT = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(ReportContent content) {
        return StoredJson.write(content);
    }

    @Override
    public ReportContent convertToEntityAttribute(String json) {
        return StoredJson.read(json, CONTENT);
    }
}
