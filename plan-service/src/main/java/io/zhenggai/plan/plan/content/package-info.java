/**
 * What a plan says: goals 目标 → tasks 任务 → measures 措施, the issues that these answer, and those that are left out with a
 * reason. Plain rules, without framework.
 */
@NullMarked
package io.zhenggai.plan.plan.content;

import org.jspecify.annotations.NullMarked;
