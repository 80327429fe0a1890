package org.parley.contracts.account;

import java.util.List;

import org.parley.contracts.ParleyEvent;

/** An event with the current state of an account. */
public sealed interface AccountEvent extends ParleyEvent permits UserRegistered, UserProfileChanged, UserRoleChanged,
		UserGroupsChanged, UserVerified, UserBanned, UserUnbanned, UserSnapshot {

	AccountData user();

	/** The role and the roles that it includes. */
	List<String> roles();

	long version();

	@Override
	default String subject() {
		return user().id();
	}

}
