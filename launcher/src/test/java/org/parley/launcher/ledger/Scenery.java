package org.parley.launcher.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.parley.launcher.ledger.Heard.Applied;

/** A ledger and what became of it: all is well, unless a test spoils it. */
final class Scenery {

	static final String THREAD = "thread-1";

	private static final long LATE = 1_000;

	private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

	final Ledger ledger = new Ledger();

	final Map<String, Integer> marks = new HashMap<>();

	final Map<String, Boolean> shown = new HashMap<>();

	final Map<String, Long> versions = new HashMap<>();

	final Map<String, Integer> replies = new HashMap<>();

	final Map<Ballot, Integer> votes = new HashMap<>();

	final Map<String, Integer> sums = new HashMap<>();

	final List<Applied> applied = new ArrayList<>();

	final Map<String, Score> scores = new HashMap<>();

	private long deliveries;

	/** Replies, each sent when the one before was answered, and one vote. */
	static Scenery withReplies(int count) {
		var scenery = new Scenery();
		for (int number = 1; number <= count; number++) {
			scenery.reply("post-" + number, 10L * number, 10L * number + 5);
		}
		scenery.vote("ann", "post-1", 1);
		return scenery;
	}

	void reply(String id, long sent, long answered) {
		var effect = created(id);
		this.ledger.add(entry(Kind.REPLY, "mark-" + id, effect, Outcome.ACCEPTED, sent, answered));
		this.marks.merge("mark-" + id, 1, Integer::sum);
		this.shown.put("mark-" + id, true);
		this.replies.merge(THREAD, 1, Integer::sum);
		hear(effect, answered + 1);
	}

	void lock(long version) {
		var effect = new Effect("thread.locked", THREAD, version);
		this.ledger
			.add(entry(Kind.LOCK, "mark-" + version, effect, Outcome.ACCEPTED, LATE + version, LATE + version + 1));
		this.versions.merge(THREAD, 1L, Long::sum);
		hear(effect, LATE + version + 2);
	}

	void without(String mark, Outcome outcome) {
		this.ledger.add(new Entry(Kind.REPLY, mark, THREAD, null, outcome, at(1), at(2), true));
	}

	void vote(String voter, String target, int value) {
		this.ledger.add(new Ballot(voter, target), value);
		this.votes.put(new Ballot(voter, target), value);
		this.sums.merge(target, value, Integer::sum);
		this.scores.put(target, Score.of(this.votes.values()));
	}

	void hear(Effect effect, long millis) {
		this.applied.add(new Applied(effect, THREAD, at(millis)));
		this.deliveries++;
	}

	void deliverAgain() {
		this.deliveries++;
	}

	static Effect created(String post) {
		return new Effect("post.created", post, 0);
	}

	Verdict verdict() {
		return Verdict.of(this.ledger, new Stored(this.marks, this.versions, this.replies, this.votes, this.sums),
				this.shown, new Heard(this.applied, this.scores, this.deliveries));
	}

	private static Entry entry(Kind kind, String mark, Effect effect, Outcome outcome, long sent, long answered) {
		return new Entry(kind, mark, THREAD, effect, outcome, at(sent), at(answered), false);
	}

	private static Instant at(long millis) {
		return START.plusMillis(millis);
	}

}
