package io.zhenggai.plan.notice;

import io.zhenggai.plan.campaign.PhaseKind;

/** Tells the kind of a phase by its name. */
final class PhaseKinds {

    private PhaseKinds() {}

    /** @return READ when the name has the kind's own word; OTHER is what is left, and PROPOSED */
    static Read<PhaseKind> of(String name, Quote quote) {
        if (name.contains("总结")) {
            return Read.read(PhaseKind.SUMMARY, quote);
        }
        if (name.contains("培训")) {
            return Read.read(PhaseKind.TRAINING, quote);
        }
        if (name.contains("动员") || name.contains("部署")) {
            return Read.read(PhaseKind.MOBILISATION, quote);
        }
        return Read.proposed(PhaseKind.OTHER, quote);
    }
}
