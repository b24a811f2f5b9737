package io.zhenggai.report.summary;

import com.fasterxml.jackson.core.type.TypeReference;
import io.zhenggai.kit.json.StoredJson;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** The reasons of a return as they stand in the database. */
@Immutable
class StoredReasons implements AttributeConverter<List<ReportReturnReason>, String> {

    private static final TypeReference<List<ReportReturnReason>> REASONS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<ReportReturnReason> reasons) {
        return StoredJson.write(reasons);
    }

    @Override
    public List<ReportReturnReason> convertToEntityAttribute(String json) {
        return StoredJson.read(json, REASONS);
    }
}
