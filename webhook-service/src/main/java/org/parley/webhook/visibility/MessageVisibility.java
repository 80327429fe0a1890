package org.parley.webhook.visibility;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.readmodels.relation.PersonRelations;
import org.parley.webhook.owner.SubscriptionOwner;
import org.parley.webhook.owner.SubscriptionOwners;
import org.parley.webhook.visibility.PublicCategory.ReadersBefore;
import org.parley.webhook.visibility.PublicItem.ItemPlace;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Decides what the owner of a subscription may read, from events in any order. Outdated
 * events are ignored.
 */
@Component
public class MessageVisibility {

	private static final Rights GUEST = Rights.of(Audience.EVERYONE);

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

	/**
	 * Stores the readers of a category.
	 * @return those before that change, as far as they are known; empty for an outdated
	 * one
	 */
	public Optional<Readership> saveCategory(String id, String readers, Collection<String> groups, long version) {
		var before = Optional.ofNullable(this.mongo.findById(id, PublicCategory.class))
			.flatMap((known) -> known.readersBefore(version));
		saveIfNewer(id, version,
				new Update().set("readers", readers).set("readerGroups", groups).set("before", before.orElse(null)),
				PublicCategory.class);
		return before.map(ReadersBefore::readership);
	}

	/** Whether guests may read a category, as far as it is known. */
	public boolean isPublicCategory(String id) {
		var category = this.mongo.findById(id, PublicCategory.class);
		return category != null && category.readership().isPublic();
	}

	/** Marks a category as removed for good. */
	public void removeCategory(String id) {
		saveIfNewer(id, Long.MAX_VALUE, new Update().set("readers", PublicCategory.NOBODY), PublicCategory.class);
	}

	public void saveThread(String id, String category, String status, Collection<String> tags, long version) {
		saveIfNewer(id, version, thread(category, status, tags), PublicThread.class);
	}

	/**
	 * Stores an edited thread.
	 * @return the keys of its tags before that edit, as far as they are known; empty for
	 * an outdated one
	 */
	public Set<String> saveEditedThread(String id, String category, String status, Collection<String> tags,
			long version) {
		var known = this.mongo.findById(id, PublicThread.class);
		var before = (known != null) ? known.tagsBefore(version) : Set.<String>of();
		saveIfNewer(id, version,
				thread(category, status, tags).set("tagsBefore", new PublicThread.TagsBefore(before, version)),
				PublicThread.class);
		return before;
	}

	private static Update thread(String category, String status, Collection<String> tags) {
		return new Update().set("category", category).set("status", status).set("tags", tags);
	}

	/** Stores whether a post, or anything else with an id of its own, is shown. */
	public void saveItem(String id, boolean readable, long version) {
		saveEdited(id, readable, null, version);
	}

	/**
	 * Stores whether something with a new text is shown. Messages with texts that
	 * moderation has replaced are withheld.
	 * @param replaced true if moderation has written the text
	 */
	public void saveEdited(String id, boolean readable, @Nullable Boolean replaced, long version) {
		var update = new Update().set("readable", readable).set("at", this.clock.instant());
		saveIfNewer(id, version, Boolean.TRUE.equals(replaced) ? update.set("textVersion", version) : update,
				PublicItem.class);
	}

	/** Stores where a post was moved, and whether it is shown there. */
	public void saveMoved(String id, String thread, String category, boolean readable, long version) {
		saveIfNewer(id, version,
				new Update().set("readable", readable)
					.set("moved", new ItemPlace(thread, category))
					.set("at", this.clock.instant()),
				PublicItem.class);
	}

	/** Returns who may read the subject now, without what separates single people. */
	public Readership of(MessageSubject subject) {
		return KnownPlaces.load(this.mongo, List.of(subject)).readership(subject);
	}

	/** Whether the owner of a subscription may read the subject now. */
	public Visibility of(VisibilityQuery reading) {
		return of(List.of(reading)).getFirst();
	}

	/**
	 * Whether owners may read subjects now, in the same order, with one query for each
	 * kind of thing.
	 */
	public List<Visibility> of(List<VisibilityQuery> readings) {
		var people = this.owners.findAll(readings.stream().map(VisibilityQuery::owner).distinct().toList());
		var places = KnownPlaces.load(this.mongo, readings.stream().map(VisibilityQuery::subject).toList());
		var separated = separatedAuthors(readings);
		return readings.stream().map((reading) -> {
			var person = Optional.ofNullable(people.get(reading.owner()));
			if (!person.map(SubscriptionOwner::isActive).orElse(true) || separated.isSeparated(reading)) {
				return Visibility.HIDDEN;
			}
			return places.readership(reading.subject())
				.to(Subscriber.limited(person.map(SubscriptionOwner::rights).orElse(GUEST), reading.limit()));
		}).toList();
	}

	/**
	 * A block hides the posts of the blocked person in the forum, and elsewhere also
	 * those of the person who blocks.
	 */
	private Separations separatedAuthors(List<VisibilityQuery> readings) {
		var forum = authorsByOwner(readings, (source) -> source == MessageSource.FORUM);
		var elsewhere = authorsByOwner(readings, (source) -> source != MessageSource.FORUM);
		return new Separations(this.relations.blockedByEach(forum), this.relations.separatedFromEach(elsewhere));
	}

	private static Map<String, Set<String>> authorsByOwner(List<VisibilityQuery> readings,
			Predicate<MessageSource> wanted) {
		var authors = new HashMap<String, Set<String>>();
		readings.stream()
			.filter((reading) -> reading.subject().content() && wanted.test(reading.subject().source()))
			.forEach((reading) -> authors.computeIfAbsent(reading.owner(), (_) -> new HashSet<>())
				.addAll(reading.subject().authors()));
		return authors;
	}

	private void saveIfNewer(String id, long version, Update state, Class<?> type) {
		VersionedUpsert.saveIfNewer(this.mongo, type, id, version, state);
	}

	/**
	 * What the owner of a subscription wants to read.
	 *
	 * @param owner the id of the owner
	 * @param limit whose rights are used at most
	 */
	public record VisibilityQuery(MessageSubject subject, String owner, Audience limit) {
	}

	/**
	 * The authors whose texts owners do not see.
	 *
	 * @param forum those in the forum, by owner
	 * @param elsewhere those in the feed and in rooms, by owner
	 */
	private record Separations(Map<String, Set<String>> forum, Map<String, Set<String>> elsewhere) {

		boolean isSeparated(VisibilityQuery reading) {
			var subject = reading.subject();
			var hidden = (subject.source() == MessageSource.FORUM) ? this.forum : this.elsewhere;
			return subject.content()
					&& !Collections.disjoint(hidden.getOrDefault(reading.owner(), Set.of()), subject.authors());
		}
	}

}
