package io.zhenggai.notification.contact;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mail address, in the form in which mail servers take it: ASCII, lower case, at most 254 characters (RFC 5321, 4.5.3.1.3).
 *
 * <p>Lower case throughout: no server that officials use tells Zhang from zhang, and one person in two spellings would get two
 * mails a day.
 */
public record EmailAddress(String value) {

    private static final int MOST_CHARACTERS = 254;
    private static final int MOST_LOCAL_CHARACTERS = 64;
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    /** Two labels at least, the last one not a number: no host of the local net, no IP address. */
    private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+(?!\\d+$)" + LABEL);

    /** @throws IllegalArgumentException when the value is not in that form */
    public EmailAddress {
        if (!isWellFormed(value)) {
            // Without the value: it may be somebody's address all the same, and messages end up in logs.
            throw new IllegalArgumentException("not a mail address in its ASCII form");
        }
    }

    private static boolean isWellFormed(String value) {
        int at = value.lastIndexOf('@');
        return at > 0
                && at <= MOST_LOCAL_CHARACTERS
                && value.length() <= MOST_CHARACTERS
                && LOCAL.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(value.substring(at + 1)).matches();
    }

    /**
     * Reads one plain address: no display name, no second address, no quotes, white space or comments. The domain may have
     * Chinese labels; what stands before the {@code @} may not, since most servers do not take such mail (RFC 6531).
     *
     * @return empty when the text is anything else
     */
    public static Optional<EmailAddress> parse(String text) {
        int at = text.lastIndexOf('@');
        // The bound comes first: what is longer by far need not be converted to be refused.
        if (at < 0 || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        return ascii(text.substring(at + 1))
                .map(domain -> text.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain)
                .filter(EmailAddress::isWellFormed)
                .map(EmailAddress::new);
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    /** @return as people read it: the domain in its own script */
    public String shown() {
        int at = value.lastIndexOf('@');
        return value.substring(0, at + 1) + IDN.toUnicode(value.substring(at + 1));
    }

    /** @return for who may know that there is an address, but not which: {@code z***@example.com} */
    public String masked() {
        return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
    }
}
