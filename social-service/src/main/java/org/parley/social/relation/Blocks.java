package org.parley.social.relation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.social.page.ListRange;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored blocks. */
@Component
public class Blocks {

	private final MongoOperations mongo;

	Blocks(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Whether a person blocks another. */
	public boolean exists(String blockerId, String blockedId) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(Block.id(blockerId, blockedId))), Block.class);
	}

	public void insert(Block block) {
		this.mongo.insert(block);
	}

	/** Removes a block; returns whether it existed. */
	public boolean remove(String blockerId, String blockedId) {
		var same = new Query(Criteria.where("_id").is(Block.id(blockerId, blockedId)));
		return this.mongo.remove(same, Block.class).getDeletedCount() > 0;
	}

	/** Returns the given people whom a block separates from a person, either way. */
	public Set<String> separatedAmong(String personId, Collection<String> people) {
		var ids = people.stream().flatMap((id) -> Stream.of(Block.id(personId, id), Block.id(id, personId))).toList();
		return ids.isEmpty() ? Set.of()
				: this.mongo.find(new Query(Criteria.where("_id").in(ids)), Block.class)
					.stream()
					.map((block) -> block.blockerId().equals(personId) ? block.blockedId() : block.blockerId())
					.collect(Collectors.toUnmodifiableSet());
	}

	/** Returns those of some ids that are ids of blocks. */
	Set<String> among(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Block.class)
			.stream()
			.map(Block::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Finds the blocks of a person, latest first. */
	public List<Block> of(String blockerId, ListRange range) {
		return this.mongo.find(range.query(Criteria.where("blockerId").is(blockerId), "seq", Direction.DESC),
				Block.class);
	}

}
