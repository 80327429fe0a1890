package org.parley.auth.federation.join;

import org.parley.auth.federation.protocol.ProviderAccount;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.user.group.ChangeMembership;
import org.parley.platform.domain.RefusalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Changes the membership in groups as a provider says. A group that is full keeps nobody
 * from signing in.
 */
@Component
class ApplyProviderGroups {

	private static final Logger log = LoggerFactory.getLogger(ApplyProviderGroups.class);

	private final ChangeMembership changeMembership;

	ApplyProviderGroups(ChangeMembership changeMembership) {
		this.changeMembership = changeMembership;
	}

	void apply(String userId, IdentityProvider provider, ProviderAccount account) {
		var groups = account.groups();
		if (groups == null) {
			return;
		}
		var left = groups.left(provider.terms());
		if (!left.isEmpty()) {
			this.changeMembership.removeFrom(left, userId, account.issuer());
		}
		for (var group : groups.joined()) {
			try {
				this.changeMembership.add(group, userId, account.issuer());
			}
			catch (RefusalException ex) {
				log.atWarn()
					.addKeyValue("group", group)
					.addKeyValue("code", ex.code())
					.log("The group of an identity provider was not joined");
			}
		}
	}

}
