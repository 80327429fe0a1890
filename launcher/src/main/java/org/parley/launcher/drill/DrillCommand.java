package org.parley.launcher.drill;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.checkout.Status;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.writers.DrillUsers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Breaks this checkout's Parley under load and says whether anything was lost. */
@Command(name = "drill",
		description = "Break a running Parley while many write, and prove by a ledger that nothing is lost, "
				+ "nothing happens twice and the order is kept (development only).")
public final class DrillCommand implements Callable<Integer> {

	private static final int SHOWN = 20;

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final Duration LOOK = Duration.ofMillis(500);

	/**
	 * As many users as can make these writes without waiting for the gateway's limits.
	 */
	private static final int WRITES_PER_USER = 50;

	@Parameters(paramLabel = "drill", completionCandidates = Drills.class,
			description = "which, with commas between: ${COMPLETION-CANDIDATES}")
	private String name = "";

	@Option(names = "--writes", paramLabel = "N", defaultValue = "20000", description = "of each drill")
	private int writes;

	@Option(names = "--clients", paramLabel = "N", defaultValue = "32", description = "who write at a time")
	private int clients;

	@Option(names = "--rate", paramLabel = "N", defaultValue = "0",
			description = "writes a second at most; 0 for as many as can be")
	private int rate;

	@Option(names = "--seed", paramLabel = "N", description = "of everything that is random; it is printed")
	private @Nullable Long seed;

	@Option(names = "--report", paramLabel = "file", description = "where the table goes, as Markdown")
	private @Nullable Path report;

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws Exception {
		var drills = Drills.named(this.name);
		return CheckoutLock.in(this.checkout, () -> carryOut(drills));
	}

	private int carryOut(List<Drill> drills) throws InterruptedException {
		awaitReady();
		var usedSeed = (this.seed != null) ? this.seed : System.nanoTime() & 0xffff;
		System.out.printf("seed %d%n", usedSeed);
		try (var gateway = new GatewayClient(URI.create(Status.of(this.checkout).gateway()))) {
			var cast = DrillUsers.of(this.checkout, gateway, this.clients * 2 + this.writes / WRITES_PER_USER);
			return carryOut(drills,
					new DrillRunner(this.checkout, cast, this.writes, this.clients, this.rate, usedSeed));
		}
	}

	/** What was restarted a moment ago may take a while. */
	private void awaitReady() {
		if (!Await.until(PATIENCE, LOOK, () -> Status.of(this.checkout).ready())) {
			throw new LauncherException("Parley is not ready: ./parley status, ./parley up");
		}
	}

	private int carryOut(List<Drill> drills, DrillRunner drillRunner) throws InterruptedException {
		var results = new ArrayList<DrillResult>();
		for (var drill : drills) {
			System.out.printf("%s: %s%n", drill.name(), drill.what());
			var result = drillRunner.of(drill);
			result.verdict().findings().stream().limit(SHOWN).forEach((finding) -> System.out.println("  " + finding));
			results.add(result);
			publish(new DrillTable(List.copyOf(results)));
		}
		System.out.println(new DrillTable(results));
		return results.stream().allMatch((result) -> result.verdict().holds()) ? 0 : 1;
	}

	private void publish(DrillTable drillTable) {
		if (this.report != null) {
			drillTable.write(this.report);
		}
	}

}
