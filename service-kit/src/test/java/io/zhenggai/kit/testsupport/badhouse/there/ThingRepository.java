package io.zhenggai.kit.testsupport.badhouse.there;

import io.zhenggai.kit.testsupport.badhouse.here.Meddler;

/** Belongs to its own feature only, and closes a circle. */
public class ThingRepository {

    Meddler meddler() {
        return new Meddler();
    }
}
