package org.parley.webhook.owner;

import java.util.List;

import org.parley.platform.readmodels.account.AccountStatus;
import org.parley.platform.readmodels.category.Audience;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person who can own subscriptions.
 *
 * @param roles all roles; empty if the account is deleted
 * @param verified whether the email address is verified
 */
@Document(SubscriptionOwners.COLLECTION)
public record SubscriptionOwner(@Id String id, List<String> roles, AccountStatus status, boolean verified,
		long version) {

	/** Whether messages are sent to this person at all. */
	public boolean isActive() {
		return this.status == AccountStatus.ACTIVE && !this.roles.isEmpty();
	}

	public Audience audience() {
		return Audience.ofRoles(this.roles);
	}
}
