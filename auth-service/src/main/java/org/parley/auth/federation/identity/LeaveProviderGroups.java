package org.parley.auth.federation.identity;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

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
	 * the caller's transaction, after the identity is deleted and before the user is read
	 * to change them.
	 */
	void leave(LinkedIdentity identity) {
		var left = groups(identity.issuer());
		for (var other : this.identities.findByUserIdOrderById(identity.userId())) {
			left.removeAll(groups(other.issuer()));
		}
		if (!left.isEmpty()) {
			this.changeMembership.removeFrom(left, identity.userId(), identity.issuer());
		}
	}

	private Set<String> groups(String issuer) {
		return this.providers.findAll()
			.stream()
			.map((provider) -> provider.terms())
			.filter((terms) -> terms.issuer().equals(issuer) && terms.groupsClaim() != null)
			.flatMap((terms) -> terms.groupRules().stream())
			.map(GroupRule::group)
			.collect(Collectors.toCollection(HashSet::new));
	}

}
