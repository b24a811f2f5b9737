/** Nobody sees or changes what belongs to another region, in no operation of the contract and in no mail. */
@NullMarked
package io.zhenggai.acceptance.isolation;

import org.jspecify.annotations.NullMarked;
