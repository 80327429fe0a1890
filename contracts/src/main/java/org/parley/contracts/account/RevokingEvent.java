package org.parley.contracts.account;

import org.parley.contracts.ParleyEvent;

/** An event that revokes access tokens. */
public sealed interface RevokingEvent extends ParleyEvent
		permits UserRoleChanged, UserGroupsChanged, UserBanned, SessionRevoked {

	TokenRevocation revocation();

}
