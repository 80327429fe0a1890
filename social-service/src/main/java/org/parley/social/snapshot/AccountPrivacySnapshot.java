package org.parley.social.snapshot;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.social.person.SocialPersonReference;

/**
 * Whether an account is private.
 *
 * @param privateAccount whether it is private
 * @param version increases with every such change of the person
 */
@Publishes("social-account.snapshot")
record AccountPrivacySnapshot(SocialPersonReference person, boolean privateAccount,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

}
