/**
 * What is asked for in figures over HTTP: counts, comparisons, rankings and trends, answered as JSON or as a table in Chinese that
 * office programs open.
 */
@NullMarked
package io.zhenggai.report.question;

import org.jspecify.annotations.NullMarked;
