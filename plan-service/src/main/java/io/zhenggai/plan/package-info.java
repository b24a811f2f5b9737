/**
 * The plan service owns the campaigns 整改提升行动, what each office and the province owe in them 应办事项, the rectification plans
 * 整改方案, the training sessions 培训 and the board 进度表. It keeps a projection of the issues, and hears of the summary reports from
 * the report service.
 */
@NullMarked
package io.zhenggai.plan;

import org.jspecify.annotations.NullMarked;
