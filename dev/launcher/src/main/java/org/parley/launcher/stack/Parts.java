package org.parley.launcher.stack;

import java.util.List;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.ProcessSpecs;

/** Finds and stops the parts of Parley, whether they share a process or not. */
public final class Parts {

	private final Checkout checkout;

	private final ProcessSpecs specs;

	public Parts(Checkout checkout) {
		this.checkout = checkout;
		this.specs = checkout.processes();
	}

	/** Returns the process that a part runs in. */
	public Daemon daemon(ProcessSpec part) {
		return this.checkout.daemon(this.specs.isHosted(part) ? ProcessSpec.TOGETHER : part.name());
	}

	/** Returns those that do not run. */
	public List<ProcessSpec> missing(List<ProcessSpec> parts) {
		var services = this.specs.together() ? ServicesClient.of(this.checkout).services()
				: List.<ServicesClient.ServiceState>of();
		return parts.stream()
			.filter((part) -> !daemon(part).isAlive() || (this.specs.isHosted(part) && services.stream()
				.noneMatch((service) -> service.name().equals(part.service()) && service.isRunning())))
			.toList();
	}

	/** Whether any part runs. */
	public boolean isAnyAlive() {
		return this.specs.all().stream().map(this::daemon).anyMatch(Daemon::isAlive);
	}

	/** Refuses to start one part alone, with which the others could not start later. */
	public void requireRunning() {
		if (!isAnyAlive()) {
			throw new LauncherException("Parley is not running. Start it with ./parley up.");
		}
	}

	/** Stops a part; all others keep running. */
	public void stop(ProcessSpec part) {
		if (this.specs.isHosted(part)) {
			ServicesClient.of(this.checkout).stop(part.service());
		}
		else {
			daemon(part).stop();
		}
	}

}
