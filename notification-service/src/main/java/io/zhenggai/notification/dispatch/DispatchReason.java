package io.zhenggai.notification.dispatch;

/** Why a message was not sent. */
public enum DispatchReason {
    /** The server refused it for good; its answer says why. */
    REFUSED_BY_SERVER,
    /** When its turn came, nothing that it reminds of was owed any more, or others owed it. */
    NO_LONGER_OWED,
    /** When its turn came, nobody held a post that it is for at that address any more. */
    NOBODY_AT_ADDRESS,
    /** It did not get away on its day; what it brings is planned anew. */
    DAY_WENT_BY,
    /** It may have arrived, and the server has not said so for days; its address gets others again. */
    FATE_UNKNOWN
}
