/**
 * What failures of the database mean: to who calls, and to who reads events. Migrations that need what it does not have.
 */
@NullMarked
package io.zhenggai.kit.database;

import org.jspecify.annotations.NullMarked;
