/**
 * Dates as notices write them. Finding what is written as a date and saying which day it means are two things: the second needs
 * a year, and a year is taken from the document only, never from today.
 */
@NullMarked
package io.zhenggai.plan.notice.date;

import org.jspecify.annotations.NullMarked;
