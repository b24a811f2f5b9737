package io.zhenggai.plan.plan;

import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.plan.plan.content.PlanContent;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** A plan's content in its column. Immutable: Hibernate compares it as it is and makes no copies of it. */
@Converter
@Immutable
class PlanContentConverter implements AttributeConverter<PlanContent, String> {

    @Override
    public String convertToDatabaseColumn(PlanContent content) {
        return StoredJson.write(content);
    }

    @Override
    public PlanContent convertToEntityAttribute(String json) {
        return StoredJson.read(json, PlanContent.class);
    }
}
