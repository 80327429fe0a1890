package org.parley.contracts.social;

import org.parley.contracts.EventType;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A person has made their account private or public.
 *
 * @param version increases with every such change of the person
 */
@Publishes({ "social-account.changed", "social-account.snapshot" })
public record SocialAccountChanged(@EventType String type, PersonReference person, boolean privateAccount,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

}
