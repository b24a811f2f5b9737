package io.zhenggai.notification.contact;

import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is to hold a post.
 *
 * @param region six-digit code: 410000 for the province, a city's for its office, a county's or zone's own
 * @param post what they are to it
 * @param unit the unit of that region, such as 住建局; absent: the office, county or zone itself
 * @param name of the person, as others call them in office
 * @param email one plain address
 */
@Schema(example = """
                {"region": "410100", "post": "CONTACT", "name": "张联络", "email": "zhang@zhengzhou.example.cn"}""")
record NewContact(
        @NotNull @RegionCodeText String region,
        @NotNull ContactPost post,
        @Nullable @Text(max = 100) String unit,
        @NotBlank @Text(max = 50) String name,
        @NotNull String email) {

    /** The unit without blanks around it; empty for the office, county or zone itself. */
    String unitOrOffice() {
        return Optional.ofNullable(unit).map(String::strip).orElse("");
    }
}
