package org.parley.social.snapshot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.relation.BlockChanged;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.relation.Block;
import org.parley.social.relation.Blocks;
import org.parley.social.relation.PersonPairs;

import org.springframework.stereotype.Component;

/**
 * Publishes all blocks, each with the version of the two people. Both are read in one
 * transaction: a later version of a state that has ended since would bring it back.
 */
@Component
class BlockSnapshots implements Snapshot {

	private final Blocks blocks;

	private final PersonPairs pairs;

	private final SocialPeople people;

	private final UnitOfWork unitOfWork;

	BlockSnapshots(Blocks blocks, PersonPairs pairs, SocialPeople people, UnitOfWork unitOfWork) {
		this.blocks = blocks;
		this.pairs = pairs;
		this.people = people;
		this.unitOfWork = unitOfWork;
	}

	@Override
	public String type() {
		return "block.snapshot";
	}

	@Override
	public List<BlockChanged> after(@Nullable String blockerId, int limit) {
		return this.unitOfWork.run(() -> snapshots(this.blocks.after(blockerId, limit)));
	}

	private List<BlockChanged> snapshots(List<Block> page) {
		var versions = this.pairs
			.versions(page.stream().map((block) -> PersonPairs.id(block.blockerId(), block.blockedId())).toList());
		var known = this.people.find(page.stream()
			.flatMap((block) -> Stream.of(block.blockerId(), block.blockedId()))
			.collect(Collectors.toSet()));
		return page.stream()
			.map((block) -> new BlockChanged(type(), SocialPerson.reference(block.blockerId(), known),
					SocialPerson.reference(block.blockedId(), known),
					versions.getOrDefault(PersonPairs.id(block.blockerId(), block.blockedId()), 0L)))
			.toList();
	}

}
