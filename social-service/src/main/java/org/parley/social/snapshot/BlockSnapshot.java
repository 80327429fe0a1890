package org.parley.social.snapshot;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.social.person.SocialPersonReference;

/**
 * A person blocks another.
 *
 * @param version increases with every change between the two
 */
@Publishes("block.snapshot")
record BlockSnapshot(SocialPersonReference blocker, SocialPersonReference blocked,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.blocker.id();
	}

}
