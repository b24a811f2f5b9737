/**
 * What every service does alike with a request: versions, trace ids, JSON rules, internal doors.
 */
@NullMarked
package io.zhenggai.kit.http;

import org.jspecify.annotations.NullMarked;
