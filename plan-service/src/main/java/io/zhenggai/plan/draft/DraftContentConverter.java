package io.zhenggai.plan.draft;

import io.zhenggai.kit.json.StoredJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** A draft's content in its column. Immutable: Hibernate compares it as it is and makes no copies of it. */
@Converter
@Immutable
class DraftContentConverter implements AttributeConverter<DraftContent, String> {

    @Override
    public String convertToDatabaseColumn(DraftContent content) {
        return StoredJson.write(content);
    }

    @Override
    public DraftContent convertToEntityAttribute(String json) {
        return StoredJson.read(json, DraftContent.class);
    }
}
