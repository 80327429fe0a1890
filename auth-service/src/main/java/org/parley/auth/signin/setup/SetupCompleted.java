package org.parley.auth.signin.setup;

import java.util.List;

import org.parley.auth.user.event.UserReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A new installation has been set up.
 *
 * @param forum the forum
 * @param categories first categories, in order
 * @param by first administrator
 */
@Publishes("setup.completed")
record SetupCompleted(Forum forum, List<FirstCategory> categories, UserReference by) implements ParleyEvent {

	/** The administrator, so that the event follows those of their account. */
	@Override
	public String subject() {
		return this.by.id();
	}

	/**
	 * The forum.
	 *
	 * @param name of the forum
	 */
	record Forum(String name) {
	}

}
