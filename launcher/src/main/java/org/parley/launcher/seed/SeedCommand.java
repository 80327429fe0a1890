package org.parley.launcher.seed;

import java.net.URI;
import java.util.concurrent.Callable;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.Status;
import org.parley.launcher.client.GatewayClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills this checkout's Parley. */
@Command(name = "seed", description = "Fill a running Parley with people, threads and posts (development only).")
public final class SeedCommand implements Callable<Integer> {

	@Option(names = "--category-count", paramLabel = "N", defaultValue = "10", description = "at most 10")
	private int categories;

	@Option(names = "--users", paramLabel = "N", defaultValue = "50", description = "who write")
	private int users;

	@Option(names = "--threads", paramLabel = "N", defaultValue = "2000", description = "spread over the categories")
	private int threads;

	@Option(names = "--posts", paramLabel = "N", defaultValue = "40000",
			description = "spread over the threads, the first of each included")
	private int posts;

	@Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "the same seed writes the same words")
	private long seed;

	@Override
	public Integer call() {
		var checkout = Checkout.here();
		var plan = new SeedPlan(this.categories, this.users, this.threads, this.posts, this.seed);
		try (var gateway = new GatewayClient(URI.create(Status.of(checkout).gateway()))) {
			SeedForum.carryOut(plan, checkout, gateway);
		}
		return 0;
	}

}
