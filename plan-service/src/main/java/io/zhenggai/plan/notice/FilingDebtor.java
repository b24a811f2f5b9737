package io.zhenggai.plan.notice;

/** Who is told to file. */
enum FilingDebtor {
    /** The regional offices, or nobody else is named. */
    OFFICES,
    /** Departments, counties, or who is named last in another clause: that offices owe it is only implied. */
    PERHAPS_OFFICES,
    /** The province itself, its departments, or counties to their city. */
    OTHERS
}
