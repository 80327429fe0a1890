package org.parley.resilience.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.resilience.drill.SideTraffic;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.writers.RepeatedRequest;

/**
 * Authors who write texts with a listed word: first posts, social posts and messages of a
 * room. Checks open cases; moderators decide them, reverse some decisions, and answer
 * appeals against others. Each act is repeated until it is accepted. In the end each text
 * must be shown or hidden as the last act says, with one statement of reasons of the
 * right status for each decision, and one notification of each of its changes.
 */
public final class DecisionTraffic implements SideTraffic {

	private static final int PAIRS = 8;

	/** Keeps everybody below the thirty writes that a person may send in a minute. */
	private static final Duration PAUSE = Duration.ofSeconds(4);

	private static final Duration AGAIN = Duration.ofSeconds(1);

	private static final List<String> DECISIONS = List.of("dismiss", "warn", "hide", "remove");

	private final List<DecisionAuthor> authors;

	private final List<CaseModerator> moderators;

	private final AtomicInteger decisions = new AtomicInteger();

	private final AtomicInteger appeals = new AtomicInteger();

	private final AtomicInteger reversals = new AtomicInteger();

	private final List<LedgerFinding> missing = new ArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean over;

	private DecisionTraffic(List<DecisionAuthor> authors, List<CaseModerator> moderators) {
		this.authors = authors;
		this.moderators = moderators;
	}

	/** Registers authors and moderators, and opens a category and a room. */
	public static DecisionTraffic open(ApiUser admin) {
		var run = Long.toString(System.currentTimeMillis(), 36);
		var places = DecisionPlaces.open(admin, run);
		return new DecisionTraffic(
				IntStream.range(0, PAIRS)
					.mapToObj((number) -> DecisionAuthor.register(admin.gateway(), "a%s-%d".formatted(run, number),
							places))
					.toList(),
				IntStream.range(0, PAIRS)
					.mapToObj((number) -> CaseModerator.appoint(admin, "m%s-%d".formatted(run, number)))
					.toList());
	}

	@Override
	public void start() {
		IntStream.range(0, PAIRS)
			.forEach((number) -> this.threads.add(Thread.startVirtualThread(() -> act(this.authors.get(number),
					this.moderators.get(number), this.moderators.get((number + 1) % PAIRS)))));
	}

	@Override
	public void stop() throws InterruptedException {
		this.over = true;
		for (var thread : this.threads) {
			thread.join();
		}
	}

	private void act(DecisionAuthor author, CaseModerator decider, CaseModerator other) {
		while (!this.over) {
			author.write().ifPresent((written) -> decide(author, written, decider, other));
			Await.sleep(PAUSE);
		}
	}

	private void decide(DecisionAuthor author, DecisionAuthor.Written written, CaseModerator decider,
			CaseModerator other) {
		var decision = DECISIONS.get(ThreadLocalRandom.current().nextInt(DECISIONS.size()));
		var caseId = await(() -> decider.findCase(written.mark()));
		if (caseId.isEmpty()) {
			lost("No case was opened for " + written.path());
			return;
		}
		if (!decider.decide(caseId.get(), decision)) {
			return;
		}
		this.decisions.incrementAndGet();
		var decided = DecidedContent.of(written.path(), written.id(), decision);
		if (decided.statements().isEmpty()) {
			author.expect(decided);
			return;
		}
		switch (ThreadLocalRandom.current().nextInt(4)) {
			case 0 -> reverse(author, decided, decider, caseId.get());
			case 1 -> appeal(author, decided, other, true);
			case 2 -> appeal(author, decided, other, false);
			default -> author.expect(decided);
		}
	}

	private void reverse(DecisionAuthor author, DecidedContent decided, CaseModerator moderator, String caseId) {
		if (moderator.reverse(caseId)) {
			this.reversals.incrementAndGet();
			author.expect(decided.lifted());
		}
	}

	/** An act without a response in three minutes is unknown, so nothing is expected. */
	private void appeal(DecisionAuthor author, DecidedContent decided, CaseModerator other, boolean overturns) {
		var statement = await(() -> author.findStatement(decided.id()));
		if (statement.isEmpty()) {
			author.expect(decided);
			return;
		}
		if (!author.appeal(statement.get())) {
			return;
		}
		var appeal = await(() -> other.findAppeal(statement.get()));
		if (appeal.isEmpty()) {
			lost("The appeal against " + statement.get() + " is not listed");
		}
		else if (other.answer(appeal.get(), overturns ? "overturn" : "uphold")) {
			this.appeals.incrementAndGet();
			author.expect(overturns ? decided.lifted() : decided.upheld());
		}
	}

	private synchronized void lost(String what) {
		this.missing.add(new LedgerFinding(Fault.LOST, what));
	}

	private static <T> Optional<T> await(Supplier<Optional<T>> found) {
		var end = Instant.now().plus(RepeatedRequest.TIMEOUT);
		var result = found.get();
		while (result.isEmpty() && Instant.now().isBefore(end)) {
			Await.sleep(AGAIN);
			result = found.get();
		}
		return result;
	}

	@Override
	public List<LedgerFinding> findings() {
		Await.until(RepeatedRequest.TIMEOUT, AGAIN, () -> wrong().findAny().isEmpty());
		return Stream.concat(this.missing.stream(), wrong()).toList();
	}

	private Stream<LedgerFinding> wrong() {
		return this.authors.stream()
			.flatMap((author) -> author.records().stream())
			.flatMap((shown) -> DecisionCheck.findings(shown).stream());
	}

	/** Returns the number of accepted acts. */
	@Override
	public String toString() {
		return "%,d decisions, %,d reversals and %,d answered appeals of %d moderators".formatted(this.decisions.get(),
				this.reversals.get(), this.appeals.get(), PAIRS);
	}

}
