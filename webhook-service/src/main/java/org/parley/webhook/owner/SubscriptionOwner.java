package org.parley.webhook.owner;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.parley.platform.readmodels.account.AccountStatus;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person who can own subscriptions.
 *
 * @param roles all roles; empty if the account is deleted
 * @param groups the ids of their groups
 * @param verified whether the email address is verified
 */
@Document(SubscriptionOwners.COLLECTION)
public record SubscriptionOwner(@Id String id, List<String> roles, List<String> groups, AccountStatus status,
		boolean verified, long version) {

	/** Old documents have no groups. */
	public SubscriptionOwner {
		groups = Objects.requireNonNullElse(groups, List.of());
	}

	/** Whether messages are sent to this person at all. */
	public boolean isActive() {
		return this.status == AccountStatus.ACTIVE && !this.roles.isEmpty();
	}

	/** The rights by role and groups. */
	public Rights rights() {
		return new Rights(Audience.ofRoles(this.roles), Set.copyOf(this.groups), Set.of());
	}
}
