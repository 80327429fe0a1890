package org.parley.contracts.social.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A person blocks another, or no longer does.
 *
 * @param version increases with every change between the two
 * @param active whether it exists; only in a snapshot
 */
@Publishes({ "block.started", "block.ended", "block.snapshot" })
public record BlockChanged(@EventType String type, PersonReference blocker, PersonReference blocked, long version,
		@OptionalValue @Nullable Boolean active) implements ParleyEvent {

	/** A block that has started or ended. */
	public BlockChanged(String type, PersonReference blocker, PersonReference blocked, long version) {
		this(type, blocker, blocked, version, null);
	}

	/** Whether the block holds. */
	@JsonIgnore
	public boolean isPresent() {
		return this.type.equals("block.started") || Boolean.TRUE.equals(this.active);
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
