package org.parley.realtime.access.social;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.parley.contracts.social.relation.BlockChanged;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.realtime.coverage.CoverageRestored;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The blocks between people. All instances write the same state. */
@Component
public class RoomBlocks {

	private static final long MAX_CACHED = 1_000_000;

	private final MongoOperations mongo;

	/** Each comment needs those whom a block separates from its author. */
	private final LoadingCache<String, Set<String>> separated = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(10))
		.maximumWeight(MAX_CACHED)
		.weigher((String _, Set<String> some) -> some.size() + 1)
		.build(this::load);

	RoomBlocks(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Stores that a block has started or ended. */
	public void save(BlockChanged event) {
		var blocker = event.blocker().id();
		var blocked = event.blocked().id();
		VersionedUpsert.saveIfNewer(this.mongo, RoomBlock.class, RoomBlock.id(blocker, blocked), event.version(),
				new Update().set("blockerId", blocker).set("blockedId", blocked).set("present", event.isPresent()));
		this.separated.invalidateAll(List.of(blocker, blocked));
	}

	/** Checks whether a block separates two people, either way. */
	boolean separate(String one, String other) {
		var ids = List.of(RoomBlock.id(one, other), RoomBlock.id(other, one));
		return this.mongo.find(Query.query(Criteria.where("_id").in(ids)), RoomBlock.class)
			.stream()
			.anyMatch(RoomBlock::present);
	}

	/** Returns those whom a block separates from a person, either way. */
	public Set<String> separatedFrom(String personId) {
		return this.separated.get(personId);
	}

	/** This instance may have missed changes. */
	@EventListener(CoverageRestored.class)
	void forget() {
		this.separated.invalidateAll();
	}

	private Set<String> load(String personId) {
		return Stream.concat(find("blockerId", personId), find("blockedId", personId))
			.map((block) -> block.blockerId().equals(personId) ? block.blockedId() : block.blockerId())
			.collect(Collectors.toUnmodifiableSet());
	}

	private Stream<RoomBlock> find(String side, String personId) {
		return this.mongo.find(Query.query(Criteria.where(side).is(personId).and("present").is(true)), RoomBlock.class)
			.stream();
	}

}
