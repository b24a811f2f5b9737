package io.zhenggai.acceptance.replay;

import io.zhenggai.acceptance.client.Client;

/**
 * One of the 18 offices, with two persons: the second one reviews what the first one requests.
 *
 * @param region six-digit code
 * @param name of the region
 */
record Office(String region, String name, Behaviour behaviour, Client first, Client second) {

    /** @return where its contact person receives mail */
    String address() {
        return "contact-" + region + "@offices.example";
    }

    /** @return where the head of the office receives mail */
    String headsAddress() {
        return "head-" + region + "@offices.example";
    }

    /** 济源 has named nobody: its reminders go to the next level. */
    boolean hasContact() {
        return !region.equals("419001");
    }
}
