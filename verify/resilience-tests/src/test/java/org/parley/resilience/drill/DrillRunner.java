package org.parley.resilience.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;
import org.parley.resilience.ledger.check.LedgerVerdict;
import org.parley.resilience.witness.WitnessDatabase;
import org.parley.resilience.writers.DrillForum;
import org.parley.resilience.writers.DrillUsers;
import org.parley.resilience.writers.DrillWriters;
import org.parley.resilience.writers.ReadBack;

/**
 * Runs drills: clients write, faults are injected, all work completes, and the ledger is
 * checked.
 *
 * @param checkout the checkout whose Parley is used
 * @param users the writing users
 * @param writes number of writes per drill
 * @param clients number of concurrent clients
 * @param rate maximum writes per second; 0 for no limit
 * @param seed random seed
 */
record DrillRunner(Checkout checkout, DrillUsers users, int writes, int clients, int rate, long seed) {

	private static final int SAMPLED_POSTS = 1_000;

	DrillResult run(Drill drill) throws InterruptedException {
		var drillStage = DrillStage.of(this.checkout, this::administrator, new Random(this.seed));
		awaitExchanges(drillStage);
		var shutdownHook = new Thread(() -> cancel(drill, drillStage));
		Runtime.getRuntime().addShutdownHook(shutdownHook);
		try (var drillDatabases = new DrillDatabases(drillStage);
				var witnessDatabase = new WitnessDatabase(drillStage.listener())) {
			drillStage.open();
			drill.fault().prepare(drillStage);
			return result(drill, drillStage, drillDatabases, witnessDatabase);
		}
		finally {
			drill.fault().mend(drillStage);
			drillStage.close();
			Runtime.getRuntime().removeShutdownHook(shutdownHook);
		}
	}

	private static void cancel(Drill drill, DrillStage drillStage) {
		try {
			drill.fault().mend(drillStage);
		}
		finally {
			drillStage.restore();
		}
	}

	/**
	 * Publishers declare their exchange with the first event, so consumers can bind only
	 * after it was sent.
	 */
	private static void awaitExchanges(DrillStage drillStage) {
		try (var drillDatabases = new DrillDatabases(drillStage)) {
			while (!drillDatabases.areSettled()) {
				Await.sleep(Duration.ofMillis(200));
			}
		}
	}

	private DrillResult result(Drill drill, DrillStage drillStage, DrillDatabases drillDatabases,
			WitnessDatabase witnessDatabase) throws InterruptedException {
		var startsBefore = drillStage.supervisor().restarts();
		var start = Instant.now();
		var forum = DrillForum.open(this.users, drillStage.clients(), topics());
		var drillWriters = DrillWriters.ofEverything(forum, this.writes, this.rate);
		drillWriters.start(this.clients, this.seed);
		var strikes = CompletableFuture.supplyAsync(() -> strike(drill, drillStage, drillWriters),
				Thread::startVirtualThread);
		drillWriters.await();
		var faults = strikes.join();
		drill.fault().mend(drillStage);
		drillStage.supervisor().awaitReady();
		if (!new QuiescenceWait(drillDatabases::areSettled, witnessDatabase::countApplied).await()) {
			System.err.println("Timed out waiting for pending work; missing effects are reported as lost.");
		}
		var took = Duration.between(start, Instant.now());
		var witnessRecord = witnessDatabase.since(start, drillStage.witness().deliveries());
		var verdict = LedgerVerdict.of(forum.ledger(), drillDatabases.since(start, forum.threads()),
				new ReadBack(forum, SAMPLED_POSTS).marks(), witnessRecord);
		return new DrillResult(drill, verdict.withFindings(drill.fault().findings(drillStage, forum.ledger())), faults,
				drillStage.supervisor().restarts() - startsBefore, took);
	}

	private ApiUser administrator() {
		try {
			return this.users.administrator();
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
			return drill.fault().strike(drillStage, drillWriters::isRunning);
		}
		catch (InterruptedException ex) {
			throw new LauncherException("interrupted");
		}
	}

}
