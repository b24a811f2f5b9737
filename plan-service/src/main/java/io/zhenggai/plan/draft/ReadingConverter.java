package io.zhenggai.plan.draft;

import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.plan.notice.NoticeReading;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** A reading in its column, as it was read at the time: a reader that learns more later does not change it. */
@Converter
@Immutable
class ReadingConverter implements AttributeConverter<NoticeReading, String> {

    @Override
    public String convertToDatabaseColumn(NoticeReading reading) {
        return StoredJson.write(reading);
    }

    @Override
    public NoticeReading convertToEntityAttribute(String json) {
        return StoredJson.read(json, NoticeReading.class);
    }
}
