package io.zhenggai.kit.identity;

import java.util.Arrays;
import java.util.Optional;

/** The roles of the domain, as they stand in the {@code roles} claim of a token. */
public enum Role {
    /** 省工改办. */
    PROVINCE("province"),
    /** 省级成员单位. */
    MEMBER_UNIT("member-unit"),
    /** 省辖市、济源示范区工改办. */
    OFFICE("office"),
    /** 指标牵头部门. */
    INDICATOR_LEAD("indicator-lead"),
    /** 县(市、区)、开发区. */
    COUNTY("county"),
    /** 成员单位、配合部门. */
    DEPARTMENT("department"),
    /** 领导: reads within its scope. */
    LEADER("leader"),
    /** 督查: reads within its scope. */
    AUDITOR("auditor"),
    /** Another system: a machine client with scopes. */
    SYSTEM("system");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** @return the word in a token */
    public String claim() {
        return claim;
    }

    /** @return whether its bearers act for one unit and see what is that unit's only: a token of theirs must name it */
    boolean belongsToOneUnit() {
        return this == MEMBER_UNIT || this == DEPARTMENT || this == SYSTEM;
    }

    /** @return the role of that word; empty for a word that is none of ours */
    public static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }

    /** The words as constants, for {@code @RolesAllowed}. */
    public static final class Claim {
        /** {@link Role#PROVINCE}. */
        public static final String PROVINCE = "province";
        /** {@link Role#MEMBER_UNIT}. */
        public static final String MEMBER_UNIT = "member-unit";
        /** {@link Role#OFFICE}. */
        public static final String OFFICE = "office";
        /** {@link Role#INDICATOR_LEAD}. */
        public static final String INDICATOR_LEAD = "indicator-lead";
        /** {@link Role#COUNTY}. */
        public static final String COUNTY = "county";
        /** {@link Role#DEPARTMENT}. */
        public static final String DEPARTMENT = "department";
        /** {@link Role#LEADER}. */
        public static final String LEADER = "leader";
        /** {@link Role#AUDITOR}. */
        public static final String AUDITOR = "auditor";
        /** {@link Role#SYSTEM}. */
        public static final String SYSTEM = "system";

        private Claim() {}
    }
}
