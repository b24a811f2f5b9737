package io.zhenggai.notification.contact;

/** What a contact is to their office, county, zone or unit. */
public enum ContactPost {
    /** 联络人. */
    CONTACT,
    /** 负责人. */
    HEAD,
    /** 指标牵头部门联络人, where the indicator lead of a region is another body than its office. */
    INDICATOR_LEAD
}
