package org.parley.seed;

import java.net.URI;
import java.util.concurrent.Callable;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.stack.Status;
import org.parley.seed.SeedForum.SeedPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills the Parley of this checkout with generated data. */
@Command(name = "seed",
		description = "Fill a running Parley with generated users, threads and posts (development only).")
public final class SeedCommand implements Callable<Integer> {

	@Option(names = "--category-count", paramLabel = "N", defaultValue = "10",
			description = "number of categories, at most 10")
	private int categories;

	@Option(names = "--users", paramLabel = "N", defaultValue = "50", description = "number of authors")
	private int users;

	@Option(names = "--threads", paramLabel = "N", defaultValue = "2000", description = "number of threads")
	private int threads;

	@Option(names = "--posts", paramLabel = "N", defaultValue = "40000",
			description = "number of posts, including the first of each thread")
	private int posts;

	@Option(names = "--seed", paramLabel = "N", defaultValue = "1",
			description = "random seed; the same seed generates the same texts")
	private long seed;

	@Override
	public Integer call() {
		var checkout = Checkout.here();
		var plan = new SeedPlan(this.categories, this.users, this.threads, this.posts, this.seed);
		try (var gateway = new GatewayClient(URI.create(Status.of(checkout).gateway()))) {
			SeedForum.run(plan, checkout, gateway);
		}
		return 0;
	}

}
