package io.zhenggai.kit.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A machine client ({@link Role#SYSTEM}) may call the operation only with this scope in its token; people need none. Without this
 * annotation the role alone decides.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MachineScope {

    /** @return the scope, such as {@code issues:write} */
    String value();
}
