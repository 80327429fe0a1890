package org.parley.launcher.drill;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.Instance;
import org.parley.launcher.LocalMailbox;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.room.Aftermath;
import org.parley.launcher.room.Outsiders;

/**
 * Every service and every worker is killed in turn, each once at least, while people
 * write and other systems tell something and want to be told. In the end everybody must
 * have been told of everything, once.
 */
final class Rooms implements Fault {

	private Instant start = Instant.EPOCH;

	private List<Instance> others = List.of();

	private @Nullable Outsiders outsiders;

	@Override
	public void prepare(Stage stage) {
		LocalMailbox.of(stage.checkout());
		this.start = Instant.now();
		this.others = Instance.all(stage.checkout())
			.stream()
			.filter((instance) -> !instance.name().equals(stage.auth().name()))
			.filter((instance) -> !instance.name().equals(stage.forum().name()))
			.toList();
		this.others.forEach((instance) -> stage.supervisor().mind(instance, Map::of));
		this.outsiders = new Outsiders(stage::admin, stage.checkout().webhookSecret());
	}

	@Override
	public int strike(Stage stage, BooleanSupplier writing) {
		var times = new TreeMap<String, Integer>();
		var victims = Stream.concat(Stream.of(stage.auth(), stage.forum()), this.others.stream())
			.map((victim) -> counted(victim, times))
			.toList();
		var over = new AtomicBoolean();
		var telling = CompletableFuture.runAsync(() -> outsiders().tell(() -> !over.get()), Thread::startVirtualThread);
		try {
			return new Killing(victims).strike(stage, () -> writing.getAsBoolean() || times.size() < victims.size());
		}
		finally {
			over.set(true);
			telling.join();
			System.out.printf("  killed: %s%n", times);
		}
	}

	private static Function<Stage, Instance> counted(Instance victim, Map<String, Integer> times) {
		return (_) -> {
			times.merge(victim.name(), 1, Integer::sum);
			return victim;
		};
	}

	/** Not before the rooms are done with all of it. */
	@Override
	public List<Finding> findings(Stage stage, Ledger ledger) {
		try (var known = outsiders(); var aftermath = new Aftermath(stage.checkout(), this.start, known)) {
			var console = stage.witness().console();
			if (!new Settling(() -> aftermath.isSettled() && console.waiting() == 0, aftermath::handled).await()) {
				System.err.println("The rooms did not come to rest.");
			}
			return aftermath.findings(ledger);
		}
	}

	private Outsiders outsiders() {
		return Objects.requireNonNull(this.outsiders);
	}

}
