package org.parley.auth.federation.protocol;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.IdentityProviderTerms;
import org.parley.auth.federation.provider.IdentityProviderTerms.GroupRule;
import org.parley.auth.user.User;

/**
 * The groups that a provider decides on, by the rules for its claim. A newcomer's browser
 * keeps them in a cookie, which has no place for the other groups of the rules.
 *
 * @param joined ids of the groups that the person belongs to, at most as many as a person
 * may have
 */
public record ProviderGroups(Set<String> joined) {

	/**
	 * Reads the claim; null if the provider decides on no groups, or has left out their
	 * list because it is too long.
	 */
	static @Nullable ProviderGroups of(IdentityProviderTerms terms, Map<String, Object> claims) {
		var name = terms.groupsClaim();
		if (name == null || isElsewhere(name, claims)) {
			return null;
		}
		var values = values(find(name, claims)).collect(Collectors.toUnmodifiableSet());
		return new ProviderGroups(terms.groupRules()
			.stream()
			.filter((rule) -> values.contains(rule.value()))
			.map(GroupRule::group)
			.distinct()
			.limit(User.MAX_GROUPS)
			.collect(Collectors.toUnmodifiableSet()));
	}

	/** Ids of the other groups of the rules, to which the person does not belong. */
	public Set<String> left(IdentityProviderTerms terms) {
		return terms.groupRules()
			.stream()
			.map(GroupRule::group)
			.filter((group) -> !this.joined.contains(group))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether claims contain the one that decides on groups. */
	static boolean areIn(IdentityProviderTerms terms, Map<String, Object> claims) {
		return terms.groupsClaim() == null || find(terms.groupsClaim(), claims) != null;
	}

	/**
	 * Entra ID leaves long lists out of tokens.
	 *
	 * @see <a href=
	 * "https://openid.net/specs/openid-connect-core-1_0.html#AggregatedDistributedClaims">OpenID
	 * Connect Core, 5.6.2</a>
	 */
	private static boolean isElsewhere(String name, Map<String, Object> claims) {
		return claims.get("_claim_names") instanceof Map<?, ?> names && names.containsKey(name);
	}

	/**
	 * A claim by its name, or by a path through objects, as {@code realm_access.roles}.
	 */
	private static @Nullable Object find(String name, Map<?, ?> claims) {
		if (claims.containsKey(name)) {
			return claims.get(name);
		}
		return Arrays.stream(name.split("\\.", 2))
			.findFirst()
			.filter((first) -> first.length() < name.length())
			.map((first) -> (claims.get(first) instanceof Map<?, ?> inner)
					? find(name.substring(first.length() + 1), inner) : null)
			.orElse(null);
	}

	private static Stream<String> values(@Nullable Object claim) {
		return switch (claim) {
			case String text -> Stream.of(text);
			case Collection<?> all -> all.stream().filter(String.class::isInstance).map(String.class::cast);
			case null, default -> Stream.empty();
		};
	}

}
