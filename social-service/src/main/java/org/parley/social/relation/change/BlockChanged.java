package org.parley.social.relation.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.social.person.SocialPersonReference;

/**
 * A person blocks another, or no longer does.
 *
 * @param version increases with every change between the two
 */
@Publishes({ "block.started", "block.ended" })
record BlockChanged(@JsonIgnore String type, SocialPersonReference blocker, SocialPersonReference blocked,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.blocked.id();
	}

	@Override
	public String partitionKey() {
		return this.blocker.id();
	}

}
