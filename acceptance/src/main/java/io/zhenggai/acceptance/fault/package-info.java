/**
 * Faults: two replicas of every service do their work while parts of the system are killed, frozen, cut off or fed with rubbish.
 * Afterwards what was committed, counted by triggers of the databases and not by the services, is held against the topics and
 * against every effect.
 */
@NullMarked
package io.zhenggai.acceptance.fault;

import org.jspecify.annotations.NullMarked;
