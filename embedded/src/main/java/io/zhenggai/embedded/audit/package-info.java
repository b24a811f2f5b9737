/**
 * Holds what is on record in a service's database against its chains and seals. Shares no code with what writes them: all it takes for granted
 * is how the tables are described (decision 13).
 */
@NullMarked
package io.zhenggai.embedded.audit;

import org.jspecify.annotations.NullMarked;
