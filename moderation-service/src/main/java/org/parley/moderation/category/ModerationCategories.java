package org.parley.moderation.category;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.parley.moderation.subject.MessagePlace;
import org.parley.moderation.subject.SocialPlace;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Stores categories. An older version never replaces a newer one. The places of social
 * posts and of messages are categories without events.
 */
@Component
public class ModerationCategories {

	private static final List<ModerationCategory> PLACES = List.of(place(SocialPlace.PUBLIC.id(), Audience.EVERYONE),
			place(SocialPlace.LIMITED.id(), Audience.MODERATORS), place(MessagePlace.ROOMS.id(), Audience.MEMBERS),
			place(MessagePlace.LIMITED_ROOMS.id(), Audience.MODERATORS),
			place(MessagePlace.GROUPS.id(), Audience.MODERATORS), place(MessagePlace.DIRECT.id(), Audience.MODERATORS));

	private final MongoOperations mongo;

	ModerationCategories(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void saveIfNewer(ModerationCategory category) {
		var state = new Update().set("slug", category.slug())
			.set("readers", category.readers())
			.set("readerGroups", category.readerGroups())
			.set("moderators", category.moderators());
		VersionedUpsert.saveIfNewer(this.mongo, ModerationCategory.class, category.id(), category.version(), state);
	}

	/** Whether an event of this category has arrived. */
	public boolean isKnown(String id) {
		return PLACES.stream().anyMatch((place) -> place.id().equals(id))
				|| this.mongo.exists(new Query(Criteria.where("_id").is(id)), ModerationCategory.class);
	}

	/** Finds the categories that rights allow to read. */
	public List<ModerationCategory> findReadable(Rights rights) {
		return findAll().stream().filter(rights::mayRead).toList();
	}

	List<ModerationCategory> findAll() {
		return Stream.concat(PLACES.stream(), this.mongo.findAll(ModerationCategory.class).stream()).toList();
	}

	private static ModerationCategory place(String id, Audience readers) {
		return new ModerationCategory(id, id, readers, Set.of(), List.of(), 0);
	}

	List<ModerationCategory> findByModerator(String accountId) {
		return this.mongo.find(new Query(Criteria.where("moderators").is(accountId)), ModerationCategory.class);
	}

}
