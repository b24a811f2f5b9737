package io.zhenggai.kit.paging;

import io.zhenggai.kit.identity.RegionScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The conditions of one query, each with its parameter. It starts with the caller's scope and cannot be made without one
 * (decision 9); what is absent adds no condition, so that the database plans each question by itself.
 */
public final class Conditions {

    /** Never true: a unit has a name. Written so that the database knows the parameter's type. */
    private static final String NO_UNITS_ROW = "'' = :scopeUnit";

    private final StringBuilder hql = new StringBuilder("1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();

    private Conditions() {}

    /**
     * @param cityField where rows hold the city's code
     * @param regionField where rows hold the region's own code
     * @param unitCondition what makes a row the unit's, with the parameter {@code :scopeUnit}
     */
    public static Conditions inScope(RegionScope scope, String cityField, String regionField, String unitCondition) {
        return new Conditions()
                .and(cityField + " = :scopeCity", "scopeCity", scope.city())
                .and(regionField + " = :scopeRegion", "scopeRegion", scope.county())
                .and(unitCondition, "scopeUnit", scope.unit());
    }

    /** The same for rows that belong to a region as a whole and to no unit: whoever is narrowed to one sees none of them. */
    public static Conditions inScope(RegionScope scope, String cityField, String regionField) {
        return inScope(scope, cityField, regionField, NO_UNITS_ROW);
    }

    /** Adds a condition when there is a value for its one parameter. */
    public Conditions and(String condition, String parameter, Optional<?> value) {
        value.ifPresent(present -> and(condition).with(parameter, present));
        return this;
    }

    /** Adds a condition whose parameters, if it has any, are given by {@link #with}. */
    public Conditions and(String condition) {
        hql.append(" and (").append(condition).append(')');
        return this;
    }

    /** Gives the value of a parameter. */
    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** @return the conditions, joined by "and" */
    public String hql() {
        return hql.toString();
    }

    /** @return the values by name */
    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
