package org.parley.social.relation.change;

import org.parley.contracts.social.relation.BlockChanged;
import org.parley.contracts.social.relation.FollowChanged;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.relation.Block;
import org.parley.social.relation.Blocks;
import org.parley.social.relation.Follows;
import org.parley.social.relation.PersonPairs;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Blocks people and unblocks them. Repeating a change has no effect. */
@Component
class BlockPerson {

	private final SocialPeople people;

	private final PersonPairs pairs;

	private final Follows follows;

	private final Blocks blocks;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	BlockPerson(SocialPeople people, PersonPairs pairs, Follows follows, Blocks blocks,
			ApplicationEventPublisher publisher, UnitOfWork unitOfWork) {
		this.people = people;
		this.pairs = pairs;
		this.follows = follows;
		this.blocks = blocks;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
	}

	/** Blocks a person, which ends following in both directions. */
	RelationView block(String username, Caller caller) {
		var blocker = this.people.requireWriter(caller);
		return this.unitOfWork.run(() -> {
			var blocked = other(username, blocker);
			var version = this.pairs.touch(blocker.id(), blocked.id());
			if (!this.blocks.exists(blocker.id(), blocked.id())) {
				endFollow(blocker, blocked, version);
				endFollow(blocked, blocker, version);
				this.blocks.insert(Block.of(blocker.id(), blocked.id()));
				this.publisher
					.publishEvent(new BlockChanged("block.started", blocker.reference(), blocked.reference(), version));
			}
			return new RelationView(FollowRelation.NONE, false, true);
		});
	}

	void unblock(String username, Caller caller) {
		var blocker = this.people.requireWriter(caller);
		this.unitOfWork.run(() -> {
			var blocked = other(username, blocker);
			var version = this.pairs.touch(blocker.id(), blocked.id());
			if (this.blocks.remove(blocker.id(), blocked.id())) {
				this.publisher
					.publishEvent(new BlockChanged("block.ended", blocker.reference(), blocked.reference(), version));
			}
		});
	}

	private void endFollow(SocialPerson follower, SocialPerson followee, long version) {
		if (this.follows.remove(follower.id(), followee.id())) {
			this.publisher
				.publishEvent(new FollowChanged("follow.ended", follower.reference(), followee.reference(), version));
		}
	}

	private SocialPerson other(String username, SocialPerson than) {
		return this.people.requireOther(username, than, "block.self", "You cannot block yourself.");
	}

}
