package org.parley.resilience.drill;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.Parley;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.stack.Status;
import org.parley.resilience.writers.DrillUsers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Injects faults into the Parley of this checkout under load and checks that nothing was
 * lost.
 */
@Command(name = "drill",
		description = "Inject faults into a running Parley under load, and check with a ledger that no write is lost, "
				+ "applied twice or out of order (development only).")
public final class DrillCommand implements Callable<Integer> {

	private static final int MAX_FINDINGS = 20;

	private static final Duration READY_TIMEOUT = Duration.ofMinutes(1);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	/**
	 * Number of writes per user that stays below the gateway's rate limits.
	 */
	private static final int WRITES_PER_USER = 50;

	@Parameters(paramLabel = "drill", completionCandidates = Drills.class,
			description = "drills, separated by commas: ${COMPLETION-CANDIDATES}")
	private String name = "";

	@Option(names = "--writes", paramLabel = "N", defaultValue = "20000", description = "writes per drill")
	private int writes;

	@Option(names = "--clients", paramLabel = "N", defaultValue = "32", description = "number of concurrent clients")
	private int clients;

	@Option(names = "--rate", paramLabel = "N", defaultValue = "0",
			description = "maximum writes per second; 0 for no limit")
	private int rate;

	@Option(names = "--seed", paramLabel = "N", description = "random seed; printed at the start")
	private @Nullable Long seed;

	@Option(names = "--report", paramLabel = "file", description = "file for the result as a Markdown table")
	private @Nullable Path report;

	private final Checkout checkout = Checkout.here();

	static void main(String[] args) {
		System.exit(Parley.execute(args, new DrillCommand()));
	}

	@Override
	public Integer call() throws Exception {
		var drills = Drills.named(this.name);
		return CheckoutLock.runExclusively(this.checkout, () -> run(drills));
	}

	private int run(List<Drill> drills) throws InterruptedException {
		awaitReady();
		var usedSeed = (this.seed != null) ? this.seed : System.nanoTime() & 0xffff;
		System.out.printf("seed %d%n", usedSeed);
		try (var gateway = new GatewayClient(URI.create(Status.of(this.checkout).gateway()))) {
			var cast = DrillUsers.of(this.checkout, gateway, this.clients * 2 + this.writes / WRITES_PER_USER);
			return run(drills, new DrillRunner(this.checkout, cast, this.writes, this.clients, this.rate, usedSeed));
		}
	}

	/** Recently restarted services may not be ready yet. */
	private void awaitReady() {
		if (!Await.until(READY_TIMEOUT, POLL_INTERVAL, () -> Status.of(this.checkout).ready())) {
			throw new LauncherException("Parley is not ready. See ./parley status, or start it with ./parley up.");
		}
	}

	private int run(List<Drill> drills, DrillRunner drillRunner) throws InterruptedException {
		var results = new ArrayList<DrillResult>();
		for (var drill : drills) {
			System.out.printf("%s: %s%n", drill.name(), drill.what());
			var result = drillRunner.run(drill);
			result.verdict()
				.findings()
				.stream()
				.limit(MAX_FINDINGS)
				.forEach((finding) -> System.out.println("  " + finding));
			results.add(result);
			publish(new DrillTable(List.copyOf(results)));
		}
		System.out.println(new DrillTable(results));
		return results.stream().allMatch((result) -> result.verdict().isPassed()) ? 0 : 1;
	}

	private void publish(DrillTable drillTable) {
		if (this.report != null) {
			drillTable.write(this.report);
		}
	}

}
