package org.parley.resilience.ledger.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.parley.resilience.ledger.DatabaseRecord;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerVote;
import org.parley.resilience.ledger.VoteScore;
import org.parley.resilience.ledger.WitnessRecord;
import org.parley.resilience.ledger.WitnessRecord.Applied;
import org.parley.resilience.ledger.WriteOutcome;

/** A ledger with matching records, which tests change to violate a guarantee. */
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

	/** Creates a ledger with consecutive replies and one vote. */
	static LedgerFixture withReplies(int count) {
		var fixture = new LedgerFixture();
		for (int number = 1; number <= count; number++) {
			fixture.reply("post-" + number, 10L * number, 10L * number + 5);
		}
		fixture.vote("ann", "post-1", 1);
		return fixture;
	}

	void reply(String id, long sent, long answered) {
		var ledgerEffect = created(id);
		this.ledger
			.add(entry(LedgerEntryKind.REPLY, "mark-" + id, ledgerEffect, WriteOutcome.ACCEPTED, sent, answered));
		this.marks.merge("mark-" + id, 1, Integer::sum);
		this.shown.put("mark-" + id, true);
		this.replies.merge(THREAD, 1, Integer::sum);
		apply(ledgerEffect, answered + 1);
	}

	void lock(long version) {
		var ledgerEffect = new LedgerEffect("thread.locked", THREAD, version);
		this.ledger.add(entry(LedgerEntryKind.LOCK, "mark-" + version, ledgerEffect, WriteOutcome.ACCEPTED,
				LATE + version, LATE + version + 1));
		this.versions.merge(THREAD, 1L, Long::sum);
		apply(ledgerEffect, LATE + version + 2);
	}

	void replyWithoutEffect(String mark, WriteOutcome writeOutcome) {
		this.ledger.add(new LedgerEntry(LedgerEntryKind.REPLY, mark, THREAD, null, writeOutcome, at(1), at(2), true));
	}

	void vote(String voter, String target, int value) {
		this.ledger.add(new LedgerVote(voter, target), value);
		this.votes.put(new LedgerVote(voter, target), value);
		this.sums.merge(target, value, Integer::sum);
		this.scores.put(target, VoteScore.of(this.votes.values()));
	}

	void apply(LedgerEffect ledgerEffect, long millis) {
		this.applied.add(new Applied(ledgerEffect, THREAD, at(millis)));
		this.deliveries++;
	}

	void redeliver() {
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
