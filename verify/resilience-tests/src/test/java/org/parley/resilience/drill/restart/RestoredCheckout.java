package org.parley.resilience.drill.restart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.LauncherException;
import org.parley.localstack.FreePort;

/**
 * A folder that acts as another checkout of the same build, with servers, ports and data
 * of its own.
 *
 * @param original the checkout whose build it uses
 * @param checkout the other one
 */
record RestoredCheckout(Checkout original, Checkout checkout) {

	private static final int TIMEOUT_MINUTES = 15;

	/** Returns the checkout in a folder within the state of the original. */
	static RestoredCheckout of(Checkout original) {
		return new RestoredCheckout(original, new Checkout(original.state().resolve("restored")));
	}

	/** Links the build, with the prepared applications. */
	void create() {
		try {
			Files.createDirectories(this.checkout.state());
			try (var parts = Files.newDirectoryStream(this.original.root(), (part) -> !part.endsWith(".parley"))) {
				for (var part : parts) {
					link(part, this.checkout.root().resolve(this.original.root().relativize(part)));
				}
			}
			link(this.original.state().resolve("apps"), this.checkout.state().resolve("apps"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void link(Path target, Path link) throws IOException {
		Files.deleteIfExists(link);
		Files.createSymbolicLink(link, target);
	}

	/** Restores a backup and starts everything. */
	void restore(Path backup) {
		parley("restore", backup.toString(), "--replace", "--port", String.valueOf(FreePort.find()));
	}

	/** Runs the demo. */
	void demo() {
		parley("demo");
	}

	/** Stops everything and deletes the data. */
	void remove() {
		if (Files.exists(this.checkout.state())) {
			parley("down", "--wipe");
		}
	}

	/** The log of its commands. */
	Path log() {
		return this.original.log("restored");
	}

	private void parley(String... arguments) {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dparley.root=" + this.checkout.root(), "-jar",
				this.original.jar("launcher").toString()));
		command.addAll(List.of(arguments));
		try {
			var process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
				.start();
			if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
				process.destroy();
				throw new LauncherException(
						"./parley %s failed in the restored checkout. See %s.".formatted(arguments[0], log()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("interrupted");
		}
	}

}
