package io.zhenggai.kit.id;

import java.util.UUID;

/** Gives out new identifiers; a constructor parameter of whoever creates things, so that tests know the ids. */
@FunctionalInterface
public interface Ids {

    /** @return a UUID never given out before */
    UUID next();
}
