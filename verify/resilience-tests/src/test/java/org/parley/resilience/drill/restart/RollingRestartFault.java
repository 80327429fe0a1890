package org.parley.resilience.drill.restart;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.ProcessSpec;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.resilience.follower.Followers;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.WriteOutcome;
import org.parley.system.Instance;

/**
 * Restarts processes gracefully, one after the other: both of each service that runs
 * twice, and two gateways. No request may fail, and clients that follow threads must know
 * every reply.
 */
public final class RollingRestartFault implements Fault {

	private static final int FOLLOWERS = 20;

	/** The gateway skips an instance that it could not reach for two seconds. */
	private static final Duration PAUSE = Duration.ofSeconds(3);

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private Instant preparedAt = Instant.EPOCH;

	private List<Instance> processes = List.of();

	private Map<String, String> publicAddress = Map.of();

	private @Nullable Instance secondGateway;

	private @Nullable SteadyReaders readers;

	private @Nullable Followers followers;

	@Override
	public void prepare(DrillStage drillStage) {
		this.preparedAt = Instant.now();
		var all = Instance.all(drillStage.checkout());
		var gateway = named(all, "gateway");
		var second = gateway.createSecond();
		this.secondGateway = second;
		second.stop();
		this.processes = Stream
			.concat(Stream.of(drillStage.auth(), drillStage.forum()),
					all.stream().filter((instance) -> !isStaged(instance, drillStage)))
			.filter((instance) -> isTwice(instance, all))
			.toList();
		if (this.processes.isEmpty()) {
			throw new LauncherException(
					"No service runs twice. Run ./parley down and then ./parley up --twice auth,forum,realtime.");
		}
		this.processes = Stream.concat(this.processes.stream(), Stream.of(gateway, second)).toList();
		var client = drillStage.admin().gateway();
		this.publicAddress = Map.of("PARLEY_PUBLIC_URL", client.address().toString());
		this.processes.forEach((instance) -> drillStage.supervisor().supervise(instance, () -> environment(instance)));
		drillStage.supervisor().awaitReady();
		client.addOther(URI.create(second.address()));
	}

	private Map<String, String> environment(Instance instance) {
		return instance.equals(this.secondGateway) ? this.publicAddress : Map.of();
	}

	private static Instance named(List<Instance> all, String name) {
		return all.stream().filter((instance) -> instance.name().equals(name)).findFirst().orElseThrow();
	}

	private static boolean isStaged(Instance instance, DrillStage drillStage) {
		return Stream.of(drillStage.auth(), drillStage.forum())
			.anyMatch((staged) -> staged.name().equals(instance.name()));
	}

	private static boolean isTwice(Instance instance, List<Instance> all) {
		var first = instance.name().replaceFirst("-2$", "");
		return all.stream().anyMatch((other) -> other.name().equals(first + "-2"));
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		Await.sleep(PAUSE);
		var admin = drillStage.admin();
		this.followers = Followers.open(admin.gateway(), Followers.threadsSince(this.preparedAt, admin), FOLLOWERS);
		this.followers.awaitOpen(TIMEOUT);
		var opened = SteadyReaders.open(services(drillStage), drillStage::admin);
		this.readers = opened;
		try {
			this.processes.forEach((process) -> restart(process, drillStage, writing));
			return this.processes.size();
		}
		finally {
			opened.close();
		}
	}

	private static List<String> services(DrillStage drillStage) {
		return drillStage.checkout().processes().all().stream().map(ProcessSpec::service).toList();
	}

	/** The supervisor starts the process again, but not before it is gone. */
	private void restart(Instance process, DrillStage drillStage, BooleanSupplier writing) {
		var start = Instant.now();
		drillStage.restartWith(process, () -> environment(process));
		var stopped = Instant.now();
		Await.sleep(PAUSE);
		drillStage.supervisor().awaitReady();
		Await.sleep(PAUSE);
		System.out.printf("  %s stopped within %d ms, ready again after %d ms%s%n", process.name(),
				Duration.between(start, stopped).toMillis(), Duration.between(start, Instant.now()).toMillis(),
				writing.getAsBoolean() ? "" : " (after the last write: use more --writes or a lower --rate)");
	}

	@Override
	public List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		try (var clients = Objects.requireNonNull(this.followers)) {
			var missing = clients.findings(ledger, TIMEOUT);
			var answered = Objects.requireNonNull(this.readers);
			System.out.printf("  %s%n  %s%n", clients, answered);
			return Stream.of(missing.stream(), answered.findings(),
					ledger.entries().stream().filter(RollingRestartFault::hasFailed).map(RollingRestartFault::failed))
				.flatMap((some) -> some)
				.toList();
		}
	}

	private static boolean hasFailed(LedgerEntry entry) {
		return entry.doubted() || entry.outcome() == WriteOutcome.UNKNOWN;
	}

	private static LedgerFinding failed(LedgerEntry entry) {
		return new LedgerFinding(LedgerFinding.Fault.FAILED,
				"%s %s, sent at %s, had to be repeated".formatted(entry.kind(), entry.mark(), entry.sent()));
	}

	@Override
	public void mend(DrillStage drillStage) {
		var second = this.secondGateway;
		if (second != null) {
			drillStage.supervisor().release(second);
			drillStage.admin().gateway().removeOther(URI.create(second.address()));
			second.stop();
			this.secondGateway = null;
		}
	}

}
