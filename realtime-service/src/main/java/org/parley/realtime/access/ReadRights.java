package org.parley.realtime.access;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.CategoryData;
import org.parley.contracts.forum.ThreadData;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.realtime.kind.RoomKind;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Stores who may read which thread and category. All instances write the same state, so
 * an update with an older version than the stored one has no effect.
 */
@Component
public class ReadRights implements RoomRule {

	private final MongoOperations mongo;

	ReadRights(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public RoomKind kind() {
		return RoomKind.THREAD;
	}

	@Override
	public ReadPermission permission(String threadId, @Nullable Caller caller) {
		var thread = this.mongo.findById(threadId, RoomThread.class);
		if (thread == null) {
			return ReadPermission.UNKNOWN;
		}
		var category = this.mongo.findById(thread.categoryId(), RoomCategory.class);
		return (category != null) ? Reader.of(caller).readPermission(thread, category) : ReadPermission.UNKNOWN;
	}

	/**
	 * Checks whether a caller may read a category now, or could when it was removed; null
	 * is a guest.
	 */
	public ReadPermission categoryPermission(String categoryId, @Nullable Caller caller) {
		var category = this.mongo.findById(categoryId, RoomCategory.class);
		return (category != null) ? Reader.of(caller).readPermission(category) : ReadPermission.UNKNOWN;
	}

	/**
	 * Returns the check whether callers have the {@link #categoryPermission}, which reads
	 * the category once.
	 */
	public Predicate<Caller> categoryReaders(String categoryId) {
		var category = category(categoryId);
		return (caller) -> category.map(Reader.of(caller)::readPermission)
			.filter(ReadPermission.GRANTED::equals)
			.isPresent();
	}

	@Override
	public List<String> dependingOn(String categoryId, Collection<String> threadIds) {
		var query = Query.query(Criteria.where("_id").in(threadIds).and("categoryId").is(categoryId));
		return this.mongo.find(query, RoomThread.class).stream().map(RoomThread::id).toList();
	}

	Optional<RoomCategory> category(String categoryId) {
		return Optional.ofNullable(this.mongo.findById(categoryId, RoomCategory.class));
	}

	/** Stores the readers and moderators of a category. */
	public void update(CategoryData category) {
		VersionedUpsert.saveIfNewer(this.mongo, RoomCategory.class, category.id(), category.version(),
				new Update().set("readers", Audience.ofReaders(category.readers()))
					.set("readerGroups", category.readerGroups())
					.set("moderators", Set.copyOf(Objects.requireNonNullElse(category.moderators(), List.of())))
					.setOnInsert("removed", false));
	}

	/** Marks a category as removed. */
	public void remove(String categoryId) {
		this.mongo.upsert(Query.query(Criteria.where("_id").is(categoryId)),
				new Update().set("removed", true)
					.setOnInsert("readers", Audience.ADMINS)
					.setOnInsert("moderators", Set.of())
					.setOnInsert("version", 0L),
				RoomCategory.class);
	}

	/** Stores the category and the visibility of a thread. */
	public void update(ThreadData thread) {
		VersionedUpsert.saveIfNewer(this.mongo, RoomThread.class, thread.id(), thread.version(),
				new Update().set("categoryId", thread.category().id()).set("listed", !thread.gone()));
	}

	/**
	 * The properties of a socket's user that decide what the user may read.
	 *
	 * @param rights the rights that the role, scopes and groups grant in every category
	 * @param userId the user's id if the token allows moderating assigned categories,
	 * otherwise null
	 */
	public record Reader(Rights rights, @Nullable String userId) {

		/** Creates the reader of a caller; a null caller is a guest. */
		public static Reader of(@Nullable Caller caller) {
			var rights = Rights.of(caller);
			if (caller == null || rights.everywhere() != Audience.MEMBERS || !caller.covers("moderation")) {
				return new Reader(rights, null);
			}
			return new Reader(rights, caller.id());
		}

		/** Checks whether this reader may read a thread of a category. */
		ReadPermission readPermission(RoomThread thread, RoomCategory category) {
			var permission = category.removed() ? ReadPermission.UNKNOWN : readPermission(category);
			if (permission != ReadPermission.GRANTED || thread.listed() || rightsIn(category).mayModerate(category)) {
				return permission;
			}
			return ReadPermission.UNKNOWN;
		}

		/** Checks whether this reader may read a category, removed or not. */
		ReadPermission readPermission(RoomCategory category) {
			return rightsIn(category).mayRead(category) ? ReadPermission.GRANTED : ReadPermission.FORBIDDEN;
		}

		private Rights rightsIn(RoomCategory category) {
			var moderates = this.userId != null && category.isModeratedBy(this.userId);
			return moderates ? this.rights.moderating(Set.of(category.id())) : this.rights;
		}

	}

}
