package io.zhenggai.issue.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhenggai.kit.identity.Caller;
import java.util.List;

/**
 * A supervision as it is shown. Who is addressed sees of issues and addressees their own; a circular names the others in its text.
 *
 * @param version counts the changes, from 0; what {@code If-Match} is compared with
 * @param legalMoves what may be done with it now, whoever may do it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SupervisionView(@JsonUnwrapped SupervisionFields fields, long version, List<String> legalMoves) {

    static SupervisionView of(Supervision supervision, Caller caller) {
        SupervisionFields fields = supervision.fields();
        List<String> moves = SupervisionMove.legal(fields.status());
        return new SupervisionView(shown(fields, caller), supervision.version(), moves);
    }

    private static SupervisionFields shown(SupervisionFields fields, Caller caller) {
        if (SupervisionRepository.isOfIssuer(caller.scope(), fields.issuer())) {
            return fields;
        }
        return new SupervisionFields(
                fields.id(),
                fields.kind(),
                fields.status(),
                fields.issuer(),
                fields.cause(),
                fields.since(),
                fields.proposedAt(),
                fields.proposedBy(),
                fields.body(),
                fields.replyWithin(),
                fields.number(),
                fields.signedAt(),
                fields.signedBy(),
                fields.replyBy(),
                fields.droppedAt(),
                fields.droppedBy(),
                fields.reason(),
                fields.combinedInto(),
                fields.issues().stream()
                        .filter(issue -> caller.scope().covers(issue.city(), issue.region()))
                        .toList(),
                fields.addressees().stream()
                        .filter(one -> caller.scope().covers(one.city(), one.region()))
                        .filter(one -> caller.scope().unit().isEmpty()
                                || caller.scope()
                                        .unit()
                                        .filter(unit -> unit.equals(one.unit()))
                                        .isPresent())
                        .toList());
    }
}
