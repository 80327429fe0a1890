package org.parley.auth.federation.identity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviderTerms.GroupRule;
import org.parley.auth.federation.provider.IdentityProviders;
import org.parley.auth.user.group.ChangeMembership;

import org.springframework.stereotype.Component;

/**
 * Ends the membership in groups on which a provider decides, as no further sign-in with
 * the unlinked identity can end it.
 */
@Component
class LeaveProviderGroups {

	private final IdentityProviders providers;

	private final LinkedIdentities identities;

	private final ChangeMembership changeMembership;

	LeaveProviderGroups(IdentityProviders providers, LinkedIdentities identities, ChangeMembership changeMembership) {
		this.providers = providers;
		this.identities = identities;
		this.changeMembership = changeMembership;
	}

	/**
	 * Leaves the groups on which no other identity of the person decides, too. Part of
	 * the caller's transaction, after the identities of one person are deleted and before
	 * the user is read to change them.
	 */
	void leave(List<LinkedIdentity> unlinked) {
		if (unlinked.isEmpty()) {
			return;
		}
		var deciding = this.providers.findAll().stream().filter((one) -> one.terms().groupsClaim() != null).toList();
		var userId = unlinked.getFirst().userId();
		var kept = this.identities.findByUserIdOrderById(userId)
			.stream()
			.flatMap((other) -> groups(deciding, other.issuer()))
			.collect(Collectors.toUnmodifiableSet());
		for (var identity : unlinked) {
			var left = groups(deciding, identity.issuer()).filter((group) -> !kept.contains(group))
				.collect(Collectors.toUnmodifiableSet());
			if (!left.isEmpty()) {
				this.changeMembership.removeFrom(left, userId, identity.issuer());
			}
		}
	}

	private static Stream<String> groups(List<IdentityProvider> providers, String issuer) {
		return providers.stream()
			.filter((provider) -> provider.terms().issuer().equals(issuer))
			.flatMap((provider) -> provider.terms().groupRules().stream())
			.map(GroupRule::group);
	}

}
