package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.client.result.UpdateResult;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.ThreadData;
import org.parley.contracts.forum.ThreadReference;
import org.parley.contracts.forum.category.SubscriptionChanged.Target;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.news.PlacedPost;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.MongoDueRecords;
import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The posts and threads known from recent events. */
@Component
class KnownPosts extends MongoDueRecords<ThreadRecord> {

	/** Longer than a concurrent transaction may take. */
	private static final Duration CHECK_DELAY = Duration.ofSeconds(10);

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final UnitOfWork unitOfWork;

	private final ObjectProvider<ClusterLoop> relocationLoop;

	KnownPosts(MongoOperations mongo, InstantSource clock, UnitOfWork unitOfWork,
			@Qualifier("relocationLoop") ObjectProvider<ClusterLoop> relocationLoop) {
		super(mongo, ThreadRecord.class, "checkAt", clock);
		this.mongo = mongo;
		this.clock = clock;
		this.unitOfWork = unitOfWork;
		this.relocationLoop = relocationLoop;
	}

	/** Stores a post unless it is outdated. Returns it as it was before. */
	Optional<PostRecord> savePost(PlacedPost event) {
		return VersionedUpsert.replaceOlder(this.mongo, record(event), PostRecord.class);
	}

	/** Stores a post that readers do not see. Returns it as it was before. */
	Optional<PostRecord> saveInvisible(String id, int number, ThreadReference thread, long version) {
		return VersionedUpsert.replaceOlder(this.mongo, record(id, null, number, thread, Set.of(), false, version),
				PostRecord.class);
	}

	/**
	 * Stores the posts of events, each a different one, unless they are outdated. A
	 * concurrent transaction that writes one of them is retried, or this one.
	 * @return the events whose posts were not outdated, in order
	 */
	List<NewerPost> savePosts(List<PlacedPost> events) {
		return (events.size() == 1) ? saveAlone(events.getFirst()) : saveTogether(events);
	}

	private List<NewerPost> saveAlone(PlacedPost event) {
		return Stream.of(new NewerPost(event, savePost(event).orElse(null))).filter(NewerPost::isNewer).toList();
	}

	private List<NewerPost> saveTogether(List<PlacedPost> events) {
		var ids = events.stream().map((event) -> event.post().id()).toList();
		var known = this.mongo.find(new Query(Criteria.where("_id").in(ids)), PostRecord.class)
			.stream()
			.collect(Collectors.toMap(PostRecord::id, Function.identity()));
		var newer = events.stream()
			.map((event) -> new NewerPost(event, known.get(event.post().id())))
			.filter(NewerPost::isNewer)
			.toList();
		var added = newer.stream()
			.filter((one) -> one.before() == null)
			.map(NewerPost::event)
			.map(this::record)
			.toList();
		ContendedUpsert.write(() -> this.mongo.insert(added, PostRecord.class));
		newer.stream()
			.filter((one) -> one.before() != null)
			.map(NewerPost::event)
			.map(this::record)
			.forEach(this.mongo::save);
		return newer;
	}

	private PostRecord record(PlacedPost event) {
		var post = event.post();
		return record(post.id(), post.author().id(), post.number(), event.thread(), event.mentionedUsernames(),
				post.status().isShown(), post.version());
	}

	private PostRecord record(String id, @Nullable String authorId, int number, ThreadReference thread,
			Set<String> mentions, boolean visible, long version) {
		return new PostRecord(id, authorId, thread.id(), number, thread.title(), thread.category().id(),
				NotificationPlace.of(thread).tags(), mentions, visible, version, this.clock.instant());
	}

	/**
	 * Stores a thread that was moved, hidden, removed, restored or merged.
	 * @param into the target of a merge; null for other changes
	 * @return the stored thread, empty if the same or a newer version was stored
	 */
	Optional<ThreadRecord> saveThreadIfNewer(ThreadData thread, @Nullable NotificationPlace into) {
		var now = this.clock.instant();
		var categoryId = (into != null) ? into.categoryId() : thread.category().id();
		var gone = into == null && thread.gone();
		var newer = new ThreadRecord(thread.id(), thread.title(), thread.author().id(), categoryId, gone,
				thread.version(), now, now.plus(CHECK_DELAY), into);
		var isOutdated = VersionedUpsert.replaceOlder(this.mongo, newer, ThreadRecord.class)
			.filter((known) -> known.version() >= newer.version())
			.isPresent();
		this.unitOfWork.afterCommit(() -> this.relocationLoop.getObject().signal());
		return isOutdated ? Optional.empty() : Optional.of(newer);
	}

	Optional<PostRecord> findPost(String id) {
		return Optional.ofNullable(this.mongo.findById(id, PostRecord.class));
	}

	Optional<PostRecord> findOpeningPost(String threadId) {
		var first = Criteria.where("threadId").is(threadId).and("number").is(1);
		return Optional.ofNullable(this.mongo.findOne(new Query(first), PostRecord.class));
	}

	/**
	 * The visible posts since a time of which followers of a target are notified: replies
	 * in a thread, threads in a category or with a tag.
	 */
	List<PostRecord> findNewsOf(Target target, Instant since, int limit) {
		var news = switch (target.kind()) {
			case "thread" -> Criteria.where("threadId").is(target.id()).and("number").gt(1);
			case "category" -> Criteria.where("categoryId").is(target.id()).and("number").is(1);
			default -> Criteria.where("tags").is(target.id()).and("number").is(1);
		};
		return this.mongo
			.find(new Query(news.and("visible").is(true).and("at").gt(since)).limit(limit), PostRecord.class)
			.stream()
			.filter((post) -> Ids.timeOf(post.id()).filter((created) -> created.isAfter(since)).isPresent())
			.toList();
	}

	/** The numbers of the latest visible posts of threads. */
	Map<String, Integer> countPosts(Collection<String> threadIds) {
		var ofThreads = Criteria.where("threadId").in(threadIds).and("visible").is(true);
		var latest = Aggregation.newAggregation(Aggregation.match(ofThreads),
				Aggregation.group("threadId").max("number").as("number"));
		return this.mongo.aggregate(latest, PostRecord.class, LatestPost.class)
			.getMappedResults()
			.stream()
			.collect(Collectors.toMap(LatestPost::id, LatestPost::number));
	}

	private record LatestPost(String id, int number) {
	}

	/** The threads with these ids and those into which they were merged in the end. */
	MergedThreads findThreads(Collection<String> ids) {
		var all = new HashMap<String, ThreadRecord>();
		for (var wanted = Set.copyOf(ids); !wanted.isEmpty();) {
			var found = findRecords(wanted);
			found.forEach((thread) -> all.put(thread.id(), thread));
			wanted = found.stream()
				.flatMap((thread) -> Stream.ofNullable(thread.into()))
				.map(NotificationPlace::threadId)
				.filter((target) -> !all.containsKey(target))
				.collect(Collectors.toUnmodifiableSet());
		}
		return new MergedThreads(all);
	}

	private List<ThreadRecord> findRecords(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), ThreadRecord.class);
	}

	Optional<ThreadRecord> findThread(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ThreadRecord.class));
	}

	@Override
	public void postpone(ThreadRecord thread) {
		update(thread, Update.update("checkAt", this.clock.instant().plus(CHECK_DELAY)));
	}

	/** Ends the follow-up of a thread; false if the thread has changed meanwhile. */
	boolean markChecked(ThreadRecord thread) {
		return update(thread, new Update().unset("checkAt")).getModifiedCount() > 0;
	}

	private UpdateResult update(ThreadRecord thread, Update update) {
		return this.mongo.updateFirst(
				new Query(Criteria.where("_id").is(thread.id()).and("version").is(thread.version())), update,
				ThreadRecord.class);
	}

	/**
	 * An event whose post is newer than the stored one.
	 *
	 * @param before the stored post; null for a new post
	 */
	record NewerPost(PlacedPost event, @Nullable PostRecord before) {

		private boolean isNewer() {
			return this.before == null || this.before.version() < this.event.post().version();
		}

	}

}
