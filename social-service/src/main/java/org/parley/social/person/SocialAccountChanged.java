package org.parley.social.person;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A person has made their account private or public.
 *
 * @param privateAccount whether it is private
 * @param version increases with every such change of the person
 */
@Publishes("social-account.changed")
record SocialAccountChanged(SocialPersonReference person, boolean privateAccount, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

}
