package org.parley.social.snapshot;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.social.relation.BlockChanged;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.social.relation.PersonPairs;
import org.parley.social.relation.RelationPages;

import org.springframework.stereotype.Component;

/** Publishes all blocks, and that others do not exist that may have ended. */
@Component
class BlockSnapshots implements Snapshot {

	private final RelationPages relations;

	BlockSnapshots(RelationPages relations) {
		this.relations = relations;
	}

	@Override
	public String type() {
		return "block.snapshot";
	}

	@Override
	public List<BlockChanged> after(@Nullable String pairId, int limit) {
		return this.relations.after(pairId, limit, (relation) -> relation.blocks() || relation.changed())
			.stream()
			.map((relation) -> new BlockChanged(type(), relation.from(), relation.to(), relation.version(),
					relation.blocks()))
			.toList();
	}

	@Override
	public String position(ParleyEvent event) {
		var change = (BlockChanged) event;
		return PersonPairs.id(change.blocker().id(), change.blocked().id());
	}

}
