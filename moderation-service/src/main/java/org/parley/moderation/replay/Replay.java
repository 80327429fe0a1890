package org.parley.moderation.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.LowerCaseName;
import org.parley.moderation.comparison.ComparedPolicy;
import org.parley.moderation.comparison.Comparison;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A policy over stored posts. Position and numbers are stored together, so a worker that
 * takes over continues exactly where the last batch was stored.
 */
@Document("replays")
@CompoundIndex(name = "running", def = "{'status': 1}", unique = true, partialFilter = "{'status': 'RUNNING'}")
final class Replay {

	@Id
	private final String id;

	private final ComparedPolicy policy;

	private final AuthorReference startedBy;

	private final Instant startedAt;

	private ReplayStatus status = ReplayStatus.RUNNING;

	private @Nullable Instant due;

	private @Nullable String claim;

	private int attempts;

	private String position = "";

	private long checked;

	private long unrated;

	private Map<String, Long> changes = new HashMap<>();

	private @Nullable Instant endedAt;

	Replay(String id, ComparedPolicy policy, AuthorReference startedBy, Instant startedAt) {
		this.id = id;
		this.policy = policy;
		this.startedBy = startedBy;
		this.startedAt = startedAt;
		this.due = startedAt;
	}

	static Replay start(ComparedPolicy policy, AuthorReference by, Instant now) {
		return new Replay(Ids.next(), policy, by, now);
	}

	/**
	 * Counts a comparison and moves on.
	 * @return how many posts changed in the same way so far; 0 for no change
	 */
	long count(String postId, Comparison comparison) {
		skip(postId);
		this.checked++;
		this.unrated += comparison.unrated() ? 1 : 0;
		return comparison.change().map((change) -> this.changes.merge(change, 1L, Long::sum)).orElse(0L);
	}

	/** Moves on without a comparison. */
	void skip(String postId) {
		this.position = postId;
	}

	/** Releases the claim, so that the next batch follows. */
	void proceed(Instant now) {
		this.claim = null;
		this.due = now;
		this.attempts = 0;
	}

	void finish(Instant now) {
		this.claim = null;
		this.due = null;
		this.status = ReplayStatus.DONE;
		this.endedAt = now;
	}

	String id() {
		return this.id;
	}

	ComparedPolicy policy() {
		return this.policy;
	}

	AuthorReference startedBy() {
		return this.startedBy;
	}

	Instant startedAt() {
		return this.startedAt;
	}

	ReplayStatus status() {
		return this.status;
	}

	/** When a worker can claim it; while claimed, when the claim expires. */
	@Nullable Instant due() {
		return this.due;
	}

	@Nullable String claim() {
		return this.claim;
	}

	/** How often the batch after the position was claimed. */
	int attempts() {
		return this.attempts;
	}

	/** The id of the last post. */
	String position() {
		return this.position;
	}

	long checked() {
		return this.checked;
	}

	long unrated() {
		return this.unrated;
	}

	Map<String, Long> changes() {
		return Map.copyOf(this.changes);
	}

	@Nullable Instant endedAt() {
		return this.endedAt;
	}

	/** The state of a replay. RUNNING → DONE or CANCELLED. */
	enum ReplayStatus implements LowerCaseName {

		/** Workers go on with it. */
		RUNNING,
		/** All stored posts were compared. */
		DONE,
		/** A moderator ended it. */
		CANCELLED;

	}

}
