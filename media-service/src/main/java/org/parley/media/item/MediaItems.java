package org.parley.media.item;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.platform.readmodels.media.MediaState;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.NewestFirst;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored media. */
@Component
@EnableConfigurationProperties(MediaRetentionSettings.class)
public class MediaItems {

	private static final String ID = "_id";

	private static final String OWNER = "ownerId";

	private static final String STATE = "state";

	private static final String DUE = "dueAt";

	private static final String CLEAN = "cleanAt";

	private static final String TURN = "turn";

	private static final String ATTEMPTS = "attempts";

	private static final String FAILURES = "failures";

	private static final FindAndModifyOptions CHANGED = FindAndModifyOptions.options().returnNew(true);

	private final MongoOperations mongo;

	private final StorageQuotas quotas;

	private final InstantSource clock;

	private final WorkerSignal workerSignal;

	MediaItems(MongoOperations mongo, StorageQuotas quotas, InstantSource clock, WorkerSignal workerSignal) {
		this.mongo = mongo;
		this.quotas = quotas;
		this.clock = clock;
		this.workerSignal = workerSignal;
	}

	public void insert(MediaItem item) {
		this.mongo.insert(item);
	}

	/** Finds a medium of a person. */
	public Optional<MediaItem> find(String id, String ownerId) {
		return find(id).filter((item) -> item.belongsTo(ownerId));
	}

	public Optional<MediaItem> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, MediaItem.class));
	}

	/**
	 * Finds a medium of a person.
	 * @throws MediaNotFoundException if there is none, or it belongs to another person
	 */
	public MediaItem require(String id, String ownerId) {
		return find(id, ownerId).orElseThrow(MediaNotFoundException::new);
	}

	/** Returns the ready media that follow an id, or the first ones, ordered by id. */
	public List<MediaItem> readyAfter(@Nullable String id, int limit) {
		var ready = Criteria.where(STATE).is(MediaState.READY);
		var query = new Query((id != null) ? ready.and(ID).gt(id) : ready);
		return this.mongo.find(query.with(Sort.by(ID)).limit(limit), MediaItem.class);
	}

	/** Finds a page of the media of a person, newest first. */
	public List<MediaItem> page(String ownerId, NewestFirst page) {
		var own = Criteria.where(OWNER).is(ownerId).and(STATE).ne(MediaState.REMOVED);
		return this.mongo.find(page.of(new Query(own)), MediaItem.class);
	}

	/**
	 * Completes a pending upload.
	 * @param item the pending medium
	 * @param original the key of the file that the worker reads
	 * @param dueAt when a worker looks for it even without an event
	 * @return the medium after the change; empty if it was not pending
	 */
	public Optional<MediaItem> complete(MediaItem item, String original, Instant dueAt) {
		var pending = Criteria.where(ID).is(item.id()).and(STATE).is(MediaState.PENDING);
		var turn = this.quotas.takeTurn(item.ownerId(), WorkLane.of(item), this.clock.instant());
		var completed = change(pending,
				changed().set(STATE, MediaState.PROCESSING)
					.set("original", original)
					.set(DUE, dueAt)
					.set(TURN, turn)
					.unset(CLEAN));
		completed.ifPresent((_) -> this.workerSignal.afterCommit());
		return completed;
	}

	/** Changes the alternative text, if the medium has a version. */
	public Optional<MediaItem> describe(MediaItem before, @Nullable String alt) {
		var same = Criteria.where(ID).is(before.id()).and("version").is(before.version());
		return change(same, changed().set("alt", alt));
	}

	/**
	 * Marks a medium as removed, so that a worker deletes its files when no other one may
	 * still be writing them, and its part of the quota is released with it. Those that a
	 * case of moderation uses stay as long.
	 * @return the removed medium; empty if its state was another
	 */
	public Optional<MediaItem> remove(MediaItem before) {
		var same = Criteria.where(ID).is(before.id()).and(STATE).is(before.state()).and("version").is(before.version());
		var removed = change(same, before.useCounts().isEvidence() ? keepingRemoval() : removal(this.clock.instant()));
		removed.ifPresent((_) -> this.workerSignal.afterCommit());
		return removed;
	}

	/** The change that removes a medium: its files go when its claim has expired. */
	public static Update removal(Instant now) {
		return keepingRemoval().max(DUE, now).max(TURN, now);
	}

	private static Update keepingRemoval() {
		return changed().set(STATE, MediaState.REMOVED).set("isPublic", false).unset(CLEAN).unset("alt");
	}

	/** Lets a worker delete the files of a medium that was kept for a case. */
	public void deleteKept(MediaItem kept) {
		change(Criteria.where(ID).is(kept.id()).and(STATE).is(MediaState.REMOVED), removal(this.clock.instant()))
			.ifPresent((_) -> this.workerSignal.afterCommit());
	}

	/**
	 * Changes the number of uses of a person's medium that is ready, or kept for a case,
	 * within the caller's transaction.
	 * @return the medium after the change; empty if it is removed
	 */
	public Optional<MediaItem> countUses(String id, String ownerId, MediaUseCounts change) {
		var own = Criteria.where(ID)
			.is(id)
			.and(OWNER)
			.is(ownerId)
			.and(STATE)
			.in(MediaState.READY, MediaState.REMOVED)
			.and(DUE)
			.is(null);
		return change(own,
				new Update().inc("uses.all", change.all())
					.inc("uses.everyone", change.everyone())
					.inc("uses.account", change.account())
					.inc("uses.cases", Objects.requireNonNullElse(change.cases(), 0)));
	}

	/**
	 * Applies the number of uses of a medium that was counted in the same transaction.
	 * @param cleanAt when it is removed if nothing uses it
	 */
	public MediaItem settle(MediaItem counted, Instant cleanAt) {
		var counts = counted.useCounts();
		var settled = changed().set("isPublic", counts.isPublic());
		return change(Criteria.where(ID).is(counted.id()),
				(counts.all() > 0) ? settled.unset(CLEAN) : settled.set(CLEAN, cleanAt))
			.orElseThrow(() -> new OptimisticLockingFailureException("The counted medium is gone"));
	}

	/**
	 * Deletes a removed medium whose files are deleted, if its claim is still held, and
	 * releases its part of the quota, within the caller's transaction.
	 */
	public Optional<MediaItem> delete(MediaItem item) {
		var deleted = Optional.ofNullable(this.mongo.findAndRemove(new Query(claimed(item)), MediaItem.class));
		deleted.ifPresent((_) -> this.quotas.release(item.ownerId(), item.charged()));
		return deleted;
	}

	/**
	 * Releases the part of the quota of a refused medium, if its claim is still held,
	 * within the caller's transaction.
	 */
	public Optional<MediaItem> releaseQuota(MediaItem item) {
		var released = change(claimed(item), new Update().set("charged", 0L).unset(DUE).unset(TURN));
		released.ifPresent((_) -> this.quotas.release(item.ownerId(), item.charged()));
		return released;
	}

	/**
	 * Makes a completed upload due and wakes the workers, because its event has arrived.
	 */
	public void makeDue(String id) {
		var now = this.clock.instant();
		var waiting = Criteria.where(ID)
			.is(id)
			.and(STATE)
			.is(MediaState.PROCESSING)
			.and(ATTEMPTS)
			.is(0)
			.and(DUE)
			.gt(now);
		this.mongo.updateFirst(new Query(waiting), Update.update(DUE, now), MediaItem.class);
		this.workerSignal.afterCommit();
	}

	/**
	 * Claims the due medium of a lane whose turn it is. The attempt counts as failed
	 * until its end is stored, since a medium may end the worker's process.
	 */
	public Optional<MediaItem> claim(WorkLane lane) {
		while (true) {
			var next = findNext(lane);
			var claimed = next.flatMap((due) -> claim(due, lane.claimDuration()));
			if (next.isEmpty() || claimed.isPresent()) {
				return claimed;
			}
		}
	}

	/** The hint keeps the server from sorting all that is due; changes take none. */
	private Optional<MediaItem> findNext(WorkLane lane) {
		var due = in(lane, Criteria.where(DUE).gt(Instant.EPOCH).lte(this.clock.instant()));
		return Optional
			.ofNullable(this.mongo.findOne(new Query(due).with(Sort.by(TURN)).withHint("turns"), MediaItem.class));
	}

	private Optional<MediaItem> claim(MediaItem due, Duration duration) {
		var unclaimed = Criteria.where(ID).is(due.id()).and(DUE).is(due.dueAt()).and(ATTEMPTS).is(due.attempts());
		return change(unclaimed,
				new Update().set(DUE, this.clock.instant().plus(duration)).inc(ATTEMPTS, 1).inc(FAILURES, 1));
	}

	/** Releases a medium whose attempt failed, if its claim is still held. */
	public void release(MediaItem item, Duration delay) {
		release(item, Update.update(DUE, this.clock.instant().plus(delay)));
	}

	/**
	 * Releases a medium whose attempt failed for another reason than the medium, if its
	 * claim is still held.
	 */
	public void postpone(MediaItem item, Duration delay) {
		release(item, Update.update(DUE, this.clock.instant().plus(delay)).inc(FAILURES, -1));
	}

	private void release(MediaItem item, Update released) {
		this.mongo.updateFirst(new Query(claimed(item)), released, MediaItem.class);
	}

	/** Lets a medium wait until its upload is over, if its claim is still held. */
	public void waitForUpload(MediaItem item) {
		change(claimed(item), Update.update(DUE, item.uploadUntil()));
	}

	/**
	 * Gives a video that was declared as a picture to the workers of videos, if its claim
	 * is still held.
	 */
	public void moveToVideos(MediaItem item) {
		change(claimed(item),
				changed().set("contentType", "video/mp4").set(DUE, this.clock.instant()).inc(FAILURES, -1))
			.ifPresent((_) -> this.workerSignal.afterCommit());
	}

	/**
	 * Stores what the worker found, if its claim is still held, within the caller's
	 * transaction.
	 */
	public Optional<MediaItem> makeReady(MediaItem item, MediaContent content, Instant cleanAt) {
		return change(claimed(item),
				changed().set(STATE, MediaState.READY)
					.set("content", content)
					.set(CLEAN, cleanAt)
					.unset("original")
					.unset(DUE)
					.unset(TURN));
	}

	/**
	 * Stores why the worker refuses a medium, if its claim is still held, within the
	 * caller's transaction. Its part of the quota is released when the upload is over.
	 */
	public Optional<MediaItem> refuse(MediaItem item, String refusal, Instant cleanAt) {
		var uploadUntil = item.uploadUntil();
		return change(claimed(item),
				changed().set(STATE, MediaState.REFUSED)
					.set("refusal", refusal)
					.set(CLEAN, cleanAt)
					.set(DUE, (uploadUntil != null) ? uploadUntil : this.clock.instant())
					.unset("original"));
	}

	/** Finds the next medium of a lane with work. */
	public Optional<MediaItem> findOldestDue(WorkLane lane) {
		var due = new Query(in(lane, Criteria.where(DUE).gt(Instant.EPOCH))).with(Sort.by(DUE)).limit(1);
		return Optional.ofNullable(this.mongo.findOne(due, MediaItem.class));
	}

	/** Finds media that nobody has completed or used in time. */
	public Stream<MediaItem> streamAbandoned() {
		var late = Criteria.where(CLEAN).gt(Instant.EPOCH).lte(this.clock.instant());
		return this.mongo.stream(new Query(late).with(Sort.by(CLEAN)), MediaItem.class);
	}

	private static Criteria in(WorkLane lane, Criteria due) {
		var type = due.and("contentType");
		var video = "^" + MediaItem.VIDEO;
		return (lane == WorkLane.VIDEOS) ? type.regex(video) : type.not().regex(video);
	}

	private Optional<MediaItem> change(Criteria which, Update update) {
		return Optional.ofNullable(this.mongo.findAndModify(new Query(which), update, CHANGED, MediaItem.class));
	}

	private static Update changed() {
		return new Update().inc("version", 1);
	}

	private static Criteria claimed(MediaItem item) {
		return Criteria.where(ID).is(item.id()).and(STATE).is(item.state()).and(ATTEMPTS).is(item.attempts());
	}

}
