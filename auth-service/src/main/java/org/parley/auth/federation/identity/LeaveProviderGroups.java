package org.parley.auth.federation.identity;

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

	private final ChangeMembership changeMembership;

	LeaveProviderGroups(IdentityProviders providers, ChangeMembership changeMembership) {
		this.providers = providers;
		this.changeMembership = changeMembership;
	}

	/** Part of the caller's transaction, before it reads the user to change them. */
	void leave(LinkedIdentity identity) {
		var groups = this.providers.findAll()
			.stream()
			.map((provider) -> provider.terms())
			.filter((terms) -> terms.issuer().equals(identity.issuer()) && terms.groupsClaim() != null)
			.flatMap((terms) -> terms.groupRules().stream())
			.map(GroupRule::group)
			.collect(Collectors.toSet());
		if (!groups.isEmpty()) {
			this.changeMembership.removeFrom(groups, identity.userId(), identity.issuer());
		}
	}

}
