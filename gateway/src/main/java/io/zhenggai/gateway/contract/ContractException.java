package io.zhenggai.gateway.contract;

/** The documents of the services do not make one contract; the message names the place and who is concerned. */
public final class ContractException extends RuntimeException {

    ContractException(String message) {
        super(message);
    }
}
