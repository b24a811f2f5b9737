/**
 * Where files lie: in a directory, or in a store that speaks S3. What is put stays as it is until it is deleted; each object has a key of
 * its own, which only a row of the database knows (decision 16).
 */
@NullMarked
package io.zhenggai.issue.object;

import org.jspecify.annotations.NullMarked;
