package org.parley.launcher.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.infrastructure.WitnessDatabase;
import org.parley.launcher.ledger.check.LedgerVerdict;
import org.parley.launcher.writers.DrillForum;
import org.parley.launcher.writers.DrillUsers;
import org.parley.launcher.writers.DrillWriters;
import org.parley.launcher.writers.ReadBack;

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
record DrillRunner(Checkout checkout, DrillUsers cast, int writes, int clients, int rate, long seed) {

	private static final int READ = 1_000;

	DrillResult of(Drill drill) throws InterruptedException {
		var drillStage = DrillStage.of(this.checkout, this::administrator, new Random(this.seed));
		awaitExchanges(drillStage);
		var breakingOff = new Thread(() -> breakOff(drill, drillStage));
		Runtime.getRuntime().addShutdownHook(breakingOff);
		try (var drillDatabases = new DrillDatabases(drillStage);
				var witnessDatabase = new WitnessDatabase(drillStage.listener())) {
			drillStage.open();
			drill.fault().prepare(drillStage);
			return result(drill, drillStage, drillDatabases, witnessDatabase);
		}
		finally {
			drill.fault().mend(drillStage);
			drillStage.close();
			Runtime.getRuntime().removeShutdownHook(breakingOff);
		}
	}

	private static void breakOff(Drill drill, DrillStage drillStage) {
		try {
			drill.fault().mend(drillStage);
		}
		finally {
			drillStage.restore();
		}
	}

	/** A publisher makes its exchange with its first event; only then it can be heard. */
	private static void awaitExchanges(DrillStage drillStage) {
		try (var drillDatabases = new DrillDatabases(drillStage)) {
			while (!drillDatabases.areSettled()) {
				Await.pass(Duration.ofMillis(200));
			}
		}
	}

	private DrillResult result(Drill drill, DrillStage drillStage, DrillDatabases drillDatabases,
			WitnessDatabase witnessDatabase) throws InterruptedException {
		var startsBefore = drillStage.supervisor().restarts();
		var start = Instant.now();
		var forum = DrillForum.open(this.cast, drillStage.doors(), topics());
		var drillWriters = DrillWriters.ofEverything(forum, this.writes, this.rate);
		drillWriters.start(this.clients, this.seed);
		var strikes = CompletableFuture.supplyAsync(() -> strike(drill, drillStage, drillWriters),
				Thread::startVirtualThread);
		drillWriters.await();
		var faults = strikes.join();
		drill.fault().mend(drillStage);
		drillStage.supervisor().awaitReady();
		if (!new QuiescenceWait(drillDatabases::areSettled, witnessDatabase::applied).await()) {
			System.err.println("It did not come to rest.");
		}
		var took = Duration.between(start, Instant.now());
		var heard = witnessDatabase.since(start, drillStage.witness().deliveries());
		var verdict = LedgerVerdict.of(forum.ledger(), drillDatabases.since(start, forum.threads()),
				new ReadBack(forum, READ).marks(), heard);
		return new DrillResult(drill, verdict.and(drill.fault().findings(drillStage, forum.ledger())), faults,
				drillStage.supervisor().restarts() - startsBefore, took);
	}

	private ApiUser administrator() {
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

	private static int strike(Drill drill, DrillStage drillStage, DrillWriters drillWriters) {
		try {
			return drill.fault().strike(drillStage, drillWriters::areBusy);
		}
		catch (InterruptedException ex) {
			throw new LauncherException("interrupted");
		}
	}

}
