package org.parley.contracts.social.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.contracts.EventType;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A person blocks another, or no longer does.
 *
 * @param version increases with every change between the two
 */
@Publishes({ "block.started", "block.ended", "block.snapshot" })
public record BlockChanged(@EventType String type, PersonReference blocker, PersonReference blocked,
		long version) implements ParleyEvent {

	/** Whether the block holds. */
	@JsonIgnore
	public boolean isPresent() {
		return !this.type.equals("block.ended");
	}

	@Override
	public String subject() {
		return this.type.equals("block.snapshot") ? this.blocker.id() : this.blocked.id();
	}

	@Override
	public String partitionKey() {
		return this.blocker.id();
	}

}
