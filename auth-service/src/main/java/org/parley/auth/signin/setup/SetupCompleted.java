package org.parley.auth.signin.setup;

import java.util.List;

import org.parley.auth.user.event.UserReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A new installation is set up.
 *
 * @param forum what it is called
 * @param categories what it begins with, in their order
 * @param by its first administrator
 */
@Publishes("setup.completed")
record SetupCompleted(Forum forum, List<FirstCategory> categories, UserReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.by.id();
	}

	/** After the account of the administrator. */
	@Override
	public String partitionKey() {
		return this.by.id();
	}

	/**
	 * The forum.
	 *
	 * @param name shown to everybody
	 */
	record Forum(String name) {
	}

}
