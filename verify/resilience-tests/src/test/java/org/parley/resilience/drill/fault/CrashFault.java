package org.parley.resilience.drill.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.Await;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.system.Instance;

/**
 * Crashes processes at one step after the other. Each start arms the crash agent for the
 * next step, at one of its first passes. After a few rounds the processes run
 * undisturbed. Processes that pass work to each other crash in turn, because none reaches
 * its steps while another one is away.
 */
public final class CrashFault implements Fault {

	private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

	/** How long a ready process may take until it reaches a step; others may be busy. */
	private static final Duration PATIENCE = Duration.ofSeconds(90);

	/** The processes that crash at the same time, one list after the other. */
	private final List<List<Victim>> turns;

	private final List<Loop> loops = new ArrayList<>();

	/** Crashes all processes at the same time, while people write. */
	public CrashFault(List<CrashSite> sites, List<Function<DrillStage, Instance>> victims) {
		this.turns = List.of(victims.stream().map((victim) -> new Victim(victim, sites)).toList());
	}

	/** Crashes the processes of services in turn, each until it has reached its steps. */
	public CrashFault(Map<String, List<CrashSite>> services) {
		this.turns = services.entrySet()
			.stream()
			.map((service) -> new Victim((drillStage) -> drillStage.process(service.getKey()), service.getValue()))
			.map(List::of)
			.toList();
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var isInTurn = this.turns.size() > 1;
		return this.turns.stream().mapToInt((victims) -> {
			arm(drillStage, victims);
			while (isInTurn ? this.loops.stream().anyMatch(Loop::isUnfinished) : writing.getAsBoolean()) {
				Await.sleep(POLL_INTERVAL);
				this.loops.forEach(Loop::skipLateStep);
			}
			mend(drillStage);
			return report();
		}).sum();
	}

	private int report() {
		this.loops.forEach((loop) -> System.out.printf("    %s crashed: %s; steps not reached: %s%n",
				loop.victim.name(), loop.crashes, loop.unreached().stream().map(CrashSite::step).toList()));
		return this.loops.stream().flatMap((loop) -> loop.crashes.values().stream()).mapToInt(Integer::intValue).sum();
	}

	private void arm(DrillStage drillStage, List<Victim> victims) {
		this.loops.clear();
		for (var victim : victims) {
			var loop = new Loop(victim.of().apply(drillStage), victim.sites(), drillStage.crashAgent(),
					new Random(drillStage.random().nextLong()));
			this.loops.add(loop);
			drillStage.restartWith(loop.victim, loop::next);
		}
	}

	@Override
	public void mend(DrillStage drillStage) {
		this.loops.stream().filter((loop) -> !loop.over).forEach((loop) -> {
			loop.over = true;
			drillStage.restartNormally(loop.victim);
		});
	}

	/** A process and the steps at which it crashes. */
	private record Victim(Function<DrillStage, Instance> of, List<CrashSite> sites) {
	}

	/** The crashes of one process. */
	private static final class Loop {

		private static final int ROUNDS = 4;

		private final Instance victim;

		private final List<CrashSite> sites;

		private final Path agent;

		private final Random random;

		private final Map<String, Integer> crashes = new ConcurrentHashMap<>();

		private final List<CrashSite> left = new ArrayList<>();

		private int rounds;

		/** Whether all rounds are over. */
		private volatile boolean undisturbed;

		private volatile @Nullable CrashSite armed;

		/** When the process that is to crash was ready; null while it starts. */
		private volatile @Nullable Instant readyAt;

		private boolean over;

		private Loop(Instance victim, List<CrashSite> sites, Path agent, Random random) {
			this.victim = victim;
			this.sites = sites;
			this.agent = agent;
			this.random = random;
		}

		/**
		 * Kills a process that does not reach its step, for example because it has none.
		 */
		private void skipLateStep() {
			if (this.armed == null) {
				return;
			}
			var since = this.readyAt;
			if (since == null) {
				this.readyAt = this.victim.isReady() ? Instant.now() : null;
			}
			else if (Instant.now().isAfter(since.plus(PATIENCE))) {
				this.armed = null;
				this.victim.kill();
			}
		}

		/** Whether the process has steps to reach, and tries left for them. */
		private boolean isUnfinished() {
			return !this.undisturbed && !unreached().isEmpty();
		}

		/** Returns the steps that were never reached, which prove nothing. */
		private List<CrashSite> unreached() {
			return this.sites.stream().filter((site) -> !this.crashes.containsKey(site.step())).toList();
		}

		/**
		 * Returns the environment of the next start. A start means that the previous
		 * process crashed, unless its step was skipped.
		 */
		private Map<String, String> next() {
			var last = this.armed;
			if (last != null) {
				this.crashes.merge(last.step(), 1, Integer::sum);
			}
			if (this.left.isEmpty() && this.rounds == ROUNDS) {
				this.armed = null;
				this.undisturbed = true;
				return Map.of();
			}
			if (this.left.isEmpty()) {
				this.rounds++;
				this.left.addAll(unreached().isEmpty() ? this.sites : unreached());
				Collections.shuffle(this.left, this.random);
			}
			var site = this.left.removeFirst();
			this.armed = site;
			this.readyAt = null;
			return Map.of("JAVA_TOOL_OPTIONS",
					"-javaagent:%s=%s:%d".formatted(this.agent, site.where(), 1 + this.random.nextInt(site.passes())));
		}

	}

}
