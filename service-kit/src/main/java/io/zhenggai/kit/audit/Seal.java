package io.zhenggai.kit.audit;

import java.time.Instant;

/**
 * A seal over the last entries of all chains that had grown since the one before.
 *
 * @param number from 1, without gaps
 * @param at by the database's clock
 * @param heads how many chains it seals
 * @param hash of this seal and all before it, 64 hexadecimal digits; whoever keeps it elsewhere can tell whether anything before it
 *     was changed
 */
record Seal(long number, Instant at, long heads, String hash) {}
