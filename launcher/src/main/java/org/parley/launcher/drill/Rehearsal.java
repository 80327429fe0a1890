package org.parley.launcher.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.parley.launcher.Checkout;
import org.parley.launcher.LauncherException;
import org.parley.launcher.client.Patience;
import org.parley.launcher.client.Person;
import org.parley.launcher.crowd.Cast;
import org.parley.launcher.crowd.Forum;
import org.parley.launcher.crowd.Reading;
import org.parley.launcher.crowd.Writers;
import org.parley.launcher.ledger.Verdict;
import org.parley.launcher.backbone.Memory;

/**
 * Carries out drills: a crowd writes, something breaks, everything comes to rest, and the
 * ledger is compared with what there is.
 *
 * @param checkout whose Parley runs
 * @param cast who writes
 * @param writes of each drill
 * @param clients at a time
 * @param rate at most so many writes a second, 0 for as many as can be
 * @param seed of everything that is random
 */
record Rehearsal(Checkout checkout, Cast cast, int writes, int clients, int rate, long seed) {

	private static final int READ = 1_000;

	Result of(Drill drill) throws InterruptedException {
		var stage = Stage.of(this.checkout, this::administrator, new Random(this.seed));
		awaitExchanges(stage);
		var breakingOff = new Thread(() -> breakOff(drill, stage));
		Runtime.getRuntime().addShutdownHook(breakingOff);
		try (var databases = new Databases(stage); var memory = new Memory(stage.listener())) {
			stage.open();
			drill.fault().prepare(stage);
			return result(drill, stage, databases, memory);
		}
		finally {
			drill.fault().mend(stage);
			stage.close();
			Runtime.getRuntime().removeShutdownHook(breakingOff);
		}
	}

	private static void breakOff(Drill drill, Stage stage) {
		try {
			drill.fault().mend(stage);
		}
		finally {
			stage.restore();
		}
	}

	/** A publisher makes its exchange with its first event; only then it can be heard. */
	private static void awaitExchanges(Stage stage) {
		try (var databases = new Databases(stage)) {
			while (!databases.areSettled()) {
				Patience.pass(Duration.ofMillis(200));
			}
		}
	}

	private Result result(Drill drill, Stage stage, Databases databases, Memory memory) throws InterruptedException {
		var startsBefore = stage.supervisor().restarts();
		var start = Instant.now();
		var forum = Forum.open(this.cast, stage.doors(), topics());
		var writers = Writers.ofEverything(forum, this.writes, this.rate);
		writers.start(this.clients, this.seed);
		var strikes = CompletableFuture.supplyAsync(() -> strike(drill, stage, writers), Thread::startVirtualThread);
		writers.await();
		var faults = strikes.join();
		drill.fault().mend(stage);
		stage.supervisor().awaitReady();
		if (!new Settling(databases::areSettled, memory::applied).await()) {
			System.err.println("It did not come to rest.");
		}
		var took = Duration.between(start, Instant.now());
		var heard = memory.since(start, stage.witness().deliveries());
		var verdict = Verdict.of(forum.ledger(), databases.since(start, forum.threads()),
				new Reading(forum, READ).marks(), heard);
		return new Result(drill, verdict.and(drill.fault().findings(stage, forum.ledger())), faults,
				stage.supervisor().restarts() - startsBefore, took);
	}

	private Person administrator() {
		try {
			return this.cast.administrator();
		}
		catch (InterruptedException ex) {
			throw new LauncherException("interrupted");
		}
	}

	private int topics() {
		return Math.clamp(this.writes / 50, 8, 40);
	}

	private static int strike(Drill drill, Stage stage, Writers writers) {
		try {
			return drill.fault().strike(stage, writers::areBusy);
		}
		catch (InterruptedException ex) {
			throw new LauncherException("interrupted");
		}
	}

}
