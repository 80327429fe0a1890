package org.parley.launcher.scaffold;

import java.util.concurrent.Callable;

import org.parley.launcher.checkout.Checkout;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Adds a service to this checkout.
 */
@Command(name = "new-service",
		description = "Add a service with one example aggregate, its tests, documents and deployment.")
public final class NewServiceCommand implements Callable<Integer> {

	@Parameters(paramLabel = "name", description = "2 to 20 lower-case letters, such as bookshelf")
	private String name = "";

	/**
	 * The script evaluates this option after the launcher has ended.
	 */
	@Option(names = "--no-build", description = "do not build; the generated contracts are missing then")
	void noBuild(boolean ignored) {
	}

	@Override
	public Integer call() {
		var root = Checkout.here().root();
		var serviceName = new ServiceName(this.name);
		new ServiceTemplate(root).generate(serviceName);
		System.out.printf(
				"""
						%1$s is there: its code in %1$s/, its page in docs/%2$s.md, and what other files say about it (git diff).

						  test it       ./mvnw -pl %1$s -am verify
						  run it        ./parley up --only %2$s
						  the way on    docs/build-a-service.md
						%n""",
				serviceName.service(), serviceName.name());
		return 0;
	}

}
