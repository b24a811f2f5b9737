package io.zhenggai.embedded.identity;

/** There is no such demonstration account. */
public final class UnknownAccountException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnknownAccountException(String account, String reason) {
        super("There is no account \"" + account + "\": " + reason + ".");
    }
}
