package io.zhenggai.notification.planning;

/** What somebody is to a party. */
public enum PostRole {
    /** The contact person 联络人. */
    CONTACT,
    /** The head of the office or unit 负责人. */
    HEAD,
    /** The contact of the region's indicator lead 指标牵头部门, where that is another body than the office. */
    INDICATOR_LEAD
}
