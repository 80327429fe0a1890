package org.parley.webhook.visibility;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;

import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.relation.PersonRelations;
import org.parley.webhook.owner.SubscriptionOwner;
import org.parley.webhook.owner.SubscriptionOwners;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Decides what the owner of a subscription may read, from events in any order. Outdated
 * events are ignored.
 */
@Component
public class MessageVisibility {

	private final MongoOperations mongo;

	private final SubscriptionOwners owners;

	private final PersonRelations relations;

	private final InstantSource clock;

	MessageVisibility(MongoOperations mongo, SubscriptionOwners owners, PersonRelations relations,
			InstantSource clock) {
		this.mongo = mongo;
		this.owners = owners;
		this.relations = relations;
		this.clock = clock;
	}

	public void saveCategory(String id, String readers, long version) {
		saveIfNewer(id, version, new Update().set("readers", readers), PublicCategory.class);
	}

	/** Marks a category as removed for good. */
	public void removeCategory(String id) {
		saveIfNewer(id, Long.MAX_VALUE, new Update().set("readers", PublicCategory.NOBODY), PublicCategory.class);
	}

	public void saveThread(String id, String category, String status, long version) {
		saveIfNewer(id, version, new Update().set("category", category).set("status", status), PublicThread.class);
	}

	/** Stores whether a post, or anything else with an id of its own, is shown. */
	public void saveItem(String id, boolean readable, long version) {
		saveIfNewer(id, version, new Update().set("readable", readable).set("at", this.clock.instant()),
				PublicItem.class);
	}

	/** Returns who may read the subject now, without what separates single people. */
	public Readership of(MessageSubject subject) {
		return switch (subject.source()) {
			case NONE -> Readership.of(Audience.EVERYONE);
			case STAFF -> Readership.of(Audience.ADMINS);
			case FORUM -> ofForum(subject, subject.category());
			case SOCIAL, ROOM -> isAnyHidden(subject) ? Readership.HIDDEN : Readership.of(Audience.EVERYONE);
		};
	}

	/** Whether the owner of a subscription may read the subject now. */
	public Visibility of(MessageSubject subject, String owner) {
		var person = this.owners.find(owner);
		if (!person.map(SubscriptionOwner::isActive).orElse(true)) {
			return Visibility.HIDDEN;
		}
		var visibility = of(subject).to(person.map(SubscriptionOwner::audience).orElse(Audience.EVERYONE));
		return (visibility == Visibility.READABLE && isSeparated(subject, owner)) ? Visibility.HIDDEN : visibility;
	}

	/**
	 * A block hides the posts of the blocked person in the forum, and elsewhere also
	 * those of the person who blocks.
	 */
	private boolean isSeparated(MessageSubject subject, String owner) {
		if (!subject.content() || subject.authors().isEmpty()) {
			return false;
		}
		return !((subject.source() == MessageSource.FORUM) ? this.relations.blockedBy(owner, subject.authors())
				: this.relations.separatedFrom(owner, subject.authors()))
			.isEmpty();
	}

	private Readership ofForum(MessageSubject subject, @Nullable String originalCategory) {
		var thread = find(subject.thread(), PublicThread.class);
		var category = find((thread != null) ? thread.category() : originalCategory, PublicCategory.class);
		if (category == null) {
			return Readership.UNKNOWN;
		}
		return (subject.content() && isContentHidden(subject, thread)) ? Readership.HIDDEN : category.readership();
	}

	private boolean isContentHidden(MessageSubject subject, @Nullable PublicThread thread) {
		var post = find(subject.post(), PublicItem.class);
		return (thread != null && !thread.isReadable()) || (post != null && !post.readable());
	}

	/** Whether the item, its place or, in the feed, one of its authors is hidden. */
	private boolean isAnyHidden(MessageSubject subject) {
		if (!subject.content()) {
			return false;
		}
		var ids = new HashSet<String>();
		add(subject.thread(), ids);
		add(subject.post(), ids);
		if (subject.source() == MessageSource.SOCIAL) {
			ids.addAll(subject.authors());
		}
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), PublicItem.class)
			.stream()
			.anyMatch((item) -> !item.readable());
	}

	private static void add(@Nullable String id, Collection<String> ids) {
		if (id != null) {
			ids.add(id);
		}
	}

	private <T> @Nullable T find(@Nullable String id, Class<T> type) {
		return (id != null) ? this.mongo.findById(id, type) : null;
	}

	private void saveIfNewer(String id, long version, Update state, Class<?> type) {
		VersionedUpsert.saveIfNewer(this.mongo, type, id, version, state);
	}

}
