package org.parley.launcher.ledger.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.parley.launcher.ledger.DatabaseRecord;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEffect;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerVote;
import org.parley.launcher.ledger.VoteScore;
import org.parley.launcher.ledger.WitnessRecord;
import org.parley.launcher.ledger.WitnessRecord.Applied;
import org.parley.launcher.ledger.WriteOutcome;
import org.parley.launcher.ledger.check.LedgerVerdict;

/** A ledger and what became of it: all is well, unless a test spoils it. */
final class LedgerFixture {

	static final String THREAD = "thread-1";

	private static final long LATE = 1_000;

	private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

	final Ledger ledger = new Ledger();

	final Map<String, Integer> marks = new HashMap<>();

	final Map<String, Boolean> shown = new HashMap<>();

	final Map<String, Long> versions = new HashMap<>();

	final Map<String, Integer> replies = new HashMap<>();

	final Map<LedgerVote, Integer> votes = new HashMap<>();

	final Map<String, Integer> sums = new HashMap<>();

	final List<Applied> applied = new ArrayList<>();

	final Map<String, VoteScore> scores = new HashMap<>();

	private long deliveries;

	/** Replies, each sent when the one before was answered, and one vote. */
	static LedgerFixture withReplies(int count) {
		var scenery = new LedgerFixture();
		for (int number = 1; number <= count; number++) {
			scenery.reply("post-" + number, 10L * number, 10L * number + 5);
		}
		scenery.vote("ann", "post-1", 1);
		return scenery;
	}

	void reply(String id, long sent, long answered) {
		var ledgerEffect = created(id);
		this.ledger
			.add(entry(LedgerEntryKind.REPLY, "mark-" + id, ledgerEffect, WriteOutcome.ACCEPTED, sent, answered));
		this.marks.merge("mark-" + id, 1, Integer::sum);
		this.shown.put("mark-" + id, true);
		this.replies.merge(THREAD, 1, Integer::sum);
		hear(ledgerEffect, answered + 1);
	}

	void lock(long version) {
		var ledgerEffect = new LedgerEffect("thread.locked", THREAD, version);
		this.ledger.add(entry(LedgerEntryKind.LOCK, "mark-" + version, ledgerEffect, WriteOutcome.ACCEPTED,
				LATE + version, LATE + version + 1));
		this.versions.merge(THREAD, 1L, Long::sum);
		hear(ledgerEffect, LATE + version + 2);
	}

	void without(String mark, WriteOutcome writeOutcome) {
		this.ledger.add(new LedgerEntry(LedgerEntryKind.REPLY, mark, THREAD, null, writeOutcome, at(1), at(2), true));
	}

	void vote(String voter, String target, int value) {
		this.ledger.add(new LedgerVote(voter, target), value);
		this.votes.put(new LedgerVote(voter, target), value);
		this.sums.merge(target, value, Integer::sum);
		this.scores.put(target, VoteScore.of(this.votes.values()));
	}

	void hear(LedgerEffect ledgerEffect, long millis) {
		this.applied.add(new Applied(ledgerEffect, THREAD, at(millis)));
		this.deliveries++;
	}

	void deliverAgain() {
		this.deliveries++;
	}

	static LedgerEffect created(String post) {
		return new LedgerEffect("post.created", post, 0);
	}

	LedgerVerdict verdict() {
		return LedgerVerdict.of(this.ledger,
				new DatabaseRecord(this.marks, this.versions, this.replies, this.votes, this.sums), this.shown,
				new WitnessRecord(this.applied, this.scores, this.deliveries));
	}

	private static LedgerEntry entry(LedgerEntryKind ledgerEntryKind, String mark, LedgerEffect ledgerEffect,
			WriteOutcome writeOutcome, long sent, long answered) {
		return new LedgerEntry(ledgerEntryKind, mark, THREAD, ledgerEffect, writeOutcome, at(sent), at(answered),
				false);
	}

	private static Instant at(long millis) {
		return START.plusMillis(millis);
	}

}
