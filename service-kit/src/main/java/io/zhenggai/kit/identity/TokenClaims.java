package io.zhenggai.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a checked token must say for its bearer to be a caller of this system. */
final class TokenClaims {

    /**
     * Units are told apart by their names alone, and a member unit sees the whole province: under the name of a city's
     * department, such as 住建局, it would see what the departments of that name in all cities handle.
     */
    private static final Predicate<String> OF_THE_PROVINCE =
            Pattern.compile("^(?:河南)?省.+").asMatchPredicate();

    /** Not as a department is called, whose issues in all cities it would see. */
    private static final Predicate<String> OF_A_MACHINE =
            Pattern.compile("^[a-z0-9-]{1,50}$").asMatchPredicate();

    private static final Predicate<String> OF_HENAN =
            Pattern.compile("41\\d{4}").asMatchPredicate();

    private TokenClaims() {}

    /**
     * @param roles the words in {@code roles}; those of other systems are passed over
     * @param names what the other claims are called
     * @param claims the other claims by name
     * @throws AuthenticationFailedException when the token names nobody, no region, no unit where the role belongs to one, another than the
     *     province's for a member unit of it, for a machine client another region than the province or a unit of other than lower-case
     *     letters, digits and hyphens, no role of this system, or several: which of them counts would be chance
     */
    static Caller caller(Set<String> roles, ClaimNames names, Function<String, @Nullable Object> claims) {
        List<Role> ours =
                roles.stream().flatMap(word -> Role.ofClaim(word).stream()).toList();
        if (ours.size() != 1) {
            throw new AuthenticationFailedException("the token names " + ours.size() + " roles of this system");
        }
        String person = text(claims, names.person())
                .orElseThrow(() -> new AuthenticationFailedException("the token names nobody"));
        String region = text(claims, names.region())
                .filter(OF_HENAN)
                .orElseThrow(() -> new AuthenticationFailedException("the token names no region"));
        Optional<String> unit = text(claims, names.unit());
        if (unit.isEmpty() && ours.get(0).belongsToOneUnit()) {
            throw new AuthenticationFailedException("the token names no unit");
        }
        if (ours.get(0) == Role.MEMBER_UNIT && unit.filter(OF_THE_PROVINCE).isEmpty()) {
            throw new AuthenticationFailedException("the token names no unit of the province");
        }
        if (ours.get(0) == Role.SYSTEM
                && !(region.equals(RegionScope.PROVINCE_CODE)
                        && unit.filter(OF_A_MACHINE).isPresent())) {
            throw new AuthenticationFailedException("the token names no machine client of the province");
        }
        return new Caller(
                person,
                text(claims, names.name()).orElse(person),
                ours.get(0),
                region,
                unit,
                permissions(text(claims, names.scopes())));
    }

    private static Set<String> permissions(Optional<String> scopes) {
        return Arrays.stream(scopes.orElse("").split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Optional<String> text(Function<String, @Nullable Object> claims, String name) {
        return Optional.ofNullable(claims.apply(name)).map(Object::toString).filter(value -> !value.isBlank());
    }
}
