package org.parley.moderation.category;

import java.util.List;
import java.util.stream.Stream;

import org.parley.moderation.subject.SocialPlace;
import org.parley.platform.events.projection.VersionedUpsert;
import org.parley.platform.security.category.Audience;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Stores categories. An older version never replaces a newer one. The places of social
 * posts are categories without events.
 */
@Component
public class ModerationCategories implements InitializingBean {

	private static final List<ModerationCategory> SOCIAL = List.of(
			new ModerationCategory(SocialPlace.PUBLIC.id(), Audience.EVERYONE, List.of(), 0),
			new ModerationCategory(SocialPlace.LIMITED.id(), Audience.MODERATORS, List.of(), 0));

	private final MongoOperations mongo;

	ModerationCategories(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(ModerationCategory.class).createIndex(new Index("moderators", Direction.ASC));
	}

	void saveIfNewer(ModerationCategory category) {
		var state = new Update().set("readers", category.readers()).set("moderators", category.moderators());
		VersionedUpsert.saveIfNewer(this.mongo, ModerationCategory.class, category.id(), category.version(), state);
	}

	/** Whether an event of this category has arrived. */
	public boolean isKnown(String id) {
		return SOCIAL.stream().anyMatch((place) -> place.id().equals(id))
				|| this.mongo.exists(new Query(Criteria.where("_id").is(id)), ModerationCategory.class);
	}

	/** Finds the ids of the categories that an audience can read. */
	public List<String> findReadable(Audience audience) {
		return findAll().stream()
			.filter((category) -> audience.includes(category.readers()))
			.map(ModerationCategory::id)
			.toList();
	}

	List<ModerationCategory> findAll() {
		return Stream.concat(SOCIAL.stream(), this.mongo.findAll(ModerationCategory.class).stream()).toList();
	}

	List<ModerationCategory> findByModerator(String accountId) {
		return this.mongo.find(new Query(Criteria.where("moderators").is(accountId)), ModerationCategory.class);
	}

}
