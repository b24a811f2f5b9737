package io.zhenggai.kit.region;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A six-digit region code (GB/T 2260): two digits each for province, city and county. It need not exist; {@link
 * Regions} knows which do. In JSON and as a request parameter it is the six digits.
 *
 * @param value exactly six digits, the first two not 00
 */
public record RegionCode(@JsonValue String value) implements Comparable<RegionCode> {

    private static final Pattern SIX_DIGITS = Pattern.compile("(?!00)[0-9]{6}");
    private static final String DIRECTLY_BELOW_PROVINCE = "90";

    /** @throws IllegalArgumentException when the value is not a code */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegionCode {
        if (!SIX_DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("a region code has six digits and does not begin with 00: " + value);
        }
    }

    /** Whether this is the code of a whole province, such as 410000. */
    public boolean isProvince() {
        return value.endsWith("0000");
    }

    /** The code of the province: 410000 for 410181. */
    public RegionCode provinceCode() {
        return new RegionCode(value.substring(0, 2) + "0000");
    }

    /**
     * The code of the city that this code lies in or is: 410100 for 410181 and for 410100. What is governed directly by
     * the province (third and fourth digit 90, such as 419001 Jiyuan) is its own city. Empty for a province.
     */
    public Optional<RegionCode> cityCode() {
        if (isProvince()) {
            return Optional.empty();
        }
        if (value.startsWith(DIRECTLY_BELOW_PROVINCE, 2)) {
            return Optional.of(this);
        }
        return Optional.of(new RegionCode(value.substring(0, 4) + "00"));
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    /** The six digits. */
    @Override
    public String toString() {
        return value;
    }
}
