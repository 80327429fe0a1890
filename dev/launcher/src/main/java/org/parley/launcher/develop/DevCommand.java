package org.parley.launcher.develop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.stack.Parts;
import org.parley.launcher.stack.ProgressPrinter;
import org.parley.launcher.stack.RollbackStack;
import org.parley.launcher.stack.ServicesClient;
import org.parley.launcher.stack.StartStack;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compiles what changes in a service and reloads it in the running system. */
@Command(name = "dev", description = "Reload a service, or the web client, whenever its code changes; Ctrl-C ends it.")
public final class DevCommand implements Callable<Integer> {

	@Parameters(paramLabel = "service", description = "for example forum-service or forum, or web")
	private String service = "";

	private final Checkout checkout = Checkout.here();

	private final ProgressPrinter progressPrinter = new ProgressPrinter(System.out, InstantSource.system());

	@Override
	public Integer call() throws IOException, InterruptedException {
		var part = this.checkout.processes().named(this.service).getFirst();
		if (!new Parts(this.checkout).missing(List.of(part)).isEmpty()) {
			throw new LauncherException("%s is not running. Start it with ./parley up.".formatted(part.name()));
		}
		if (!part.isWeb() && !this.checkout.processes().isHosted(part)) {
			throw new LauncherException("Services run apart. Run ./parley down and then ./parley up");
		}
		var reload = part.isWeb() ? web(part) : service(part.service());
		var module = this.checkout.folder(part.service());
		try (var changes = new SourceChanges(module.resolve(part.isWeb() ? "src" : "src/main"))) {
			this.progressPrinter.print("Watching %s; Ctrl-C ends it.".formatted(part.service()));
			follow(part.service(), changes, reload);
		}
		return 0;
	}

	/** Sources that did not compile are compiled again with the next change. */
	private void follow(String name, SourceChanges changes, Reload reload) throws IOException, InterruptedException {
		var pending = new TreeSet<Path>();
		while (true) {
			pending.addAll(changes.await());
			var task = this.progressPrinter.start(name);
			try {
				reload.run(pending);
				pending.clear();
				task.report("reloaded");
			}
			catch (LauncherException ex) {
				this.progressPrinter.print(String.valueOf(ex.getMessage()));
			}
		}
	}

	private Reload service(String name) throws IOException {
		var folder = this.checkout.state().resolve("dev").resolve(name);
		var classes = new ServiceClasses(this.checkout.folder(name), folder, this.checkout.hostedProcess().classPath());
		var services = ServicesClient.of(this.checkout);
		return (changed) -> {
			classes.update(changed);
			services.restart(name, null, folder.toString());
		};
	}

	private Reload web(ProcessSpec part) {
		var module = this.checkout.folder(part.service());
		return (_) -> {
			var build = new ProcessBuilder("bash", "npm.sh", "build").directory(module.toFile()).inheritIO().start();
			if (build.waitFor() != 0) {
				throw new LauncherException("The web client could not be built.");
			}
			new Parts(this.checkout).stop(part);
			new StartStack(this.checkout, this.checkout.ports().known(), this.progressPrinter, new RollbackStack())
				.start(List.of(part));
		};
	}

	/** Makes changed files take effect. */
	@FunctionalInterface
	private interface Reload {

		void run(Set<Path> changed) throws IOException, InterruptedException;

	}

}
