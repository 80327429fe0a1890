package org.parley.demo;

import java.net.URI;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.demo.stage.DemoAccount;
import org.parley.demo.stage.DemoEnvironment;
import org.parley.demo.stage.DemoLogins;
import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.stack.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the demo and prints its steps. */
@Command(name = "demo", description = "Run a scripted tour of all features and print each step.")
public final class DemoCommand implements Callable<Integer> {

	@Option(names = "--gateway", paramLabel = "URL",
			description = "address of another Parley; default: this checkout's")
	private @Nullable URI gateway;

	@Option(names = "--loop", paramLabel = "N", defaultValue = "1", description = "number of runs")
	private int loop;

	@Override
	public Integer call() {
		var checkout = Checkout.here();
		var address = (this.gateway != null) ? this.gateway : URI.create(Status.of(checkout).gateway());
		var demoPrinter = new DemoPrinter(System.out);
		try (var client = new GatewayClient(address)) {
			for (int i = 0; i < this.loop; i++) {
				if (!demoPrinter.run(DemoStory.with(client, cast(checkout), DemoEnvironment.of(checkout)))) {
					return 1;
				}
			}
		}
		return 0;
	}

	private static DemoLogins cast(Checkout checkout) {
		return new DemoLogins(Accounts.of(checkout)
			.accounts()
			.stream()
			.collect(Collectors.toMap(Accounts.Account::username,
					(account) -> new DemoAccount(account.username(), account.password()))));
	}

}
