package org.parley.forum.subscription;

import org.parley.contracts.LowerCaseName;

/** The notification level of a subscription. */
public enum SubscriptionLevel implements LowerCaseName {

	/** Notifications about all new content. */
	FOLLOWING,
	/** No notifications. */
	MUTED,
	/** The default: only notifications addressed to the member. */
	NONE;

}
