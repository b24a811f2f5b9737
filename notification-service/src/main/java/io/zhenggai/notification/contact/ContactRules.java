package io.zhenggai.notification.contact;

import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.RegionLevel;
import io.zhenggai.kit.region.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must be so of a contact before it is stored. */
final class ContactRules {

    private final Regions regions;

    ContactRules(Regions regions) {
        this.regions = regions;
    }

    /** @throws Refusal 400 naming what is not of its form */
    EmailAddress requireForm(NewContact contact) {
        List<Violation> wrong = new ArrayList<>();
        if (contact.name().codePoints().anyMatch(Character::isISOControl)) {
            wrong.add(Violation.of("name", "姓名须为一行文字", "must be one line"));
        }
        if (contact.unitOrOffice().codePoints().anyMatch(Character::isISOControl)) {
            wrong.add(Violation.of("unit", "单位名称须为一行文字", "must be one line"));
        }
        Optional<EmailAddress> email = EmailAddress.parse(contact.email());
        if (email.isEmpty()) {
            wrong.add(Violation.of(
                    "email",
                    "须为一个邮箱地址，例如 zhang@example.com；“@”之前只能用英文字母、数字和常用符号，全长不超过 254 个字符",
                    "must be one plain address such as zhang@example.com, ASCII before the @, at most 254 characters"));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        return email.orElseThrow();
    }

    /**
     * @return the region
     * @throws Refusal 422 when there is none such within the scope, or the post is none of it
     */
    Region requireRegion(NewContact contact, RegionScope scope) {
        Region region = code(contact.region())
                .flatMap(regions::find)
                .filter(found -> scope.covers(cityOf(found), found.code().value()))
                .orElseThrow(() -> Refusal.unprocessable("region", "没有该地区", "there is no such region"));
        if (contact.post() == ContactPost.INDICATOR_LEAD
                && (region.level() != RegionLevel.CITY
                        || !contact.unitOrOffice().isEmpty())) {
            throw Refusal.unprocessable(
                    "post",
                    "指标牵头部门联络人只能登记在省辖市、济源示范区本级，不填写单位",
                    "an indicator lead is named for a city itself, without a unit");
        }
        return region;
    }

    private static Optional<RegionCode> code(String text) {
        return text.startsWith("00") ? Optional.empty() : Optional.of(new RegionCode(text));
    }

    /** The code of the city that the region lies in or is; the province's own for the province. */
    static String cityOf(Region region) {
        return region.code().cityCode().orElse(region.code()).value();
    }
}
