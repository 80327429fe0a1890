package org.parley.launcher.drill;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.parley.launcher.backbone.Memory;
import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.Patience;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Ledger;

/**
 * Two messages at the head of the listener's queue that can never be handled: one that is
 * no event, and one whose handler always fails. Both must end among the dead letters and
 * hold up nothing.
 */
final class Poison implements Fault {

	private static final int LETTERS = 2;

	private static final String EVENT = "poison-2";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Override
	public void prepare(Stage stage) {
		var witness = stage.witness();
		stage.supervisor().forget(stage.listener());
		stage.listener().stop();
		witness.console().send(witness.queue(), "no event at all", "poison-1");
		witness.console().send(witness.queue(), """
				{"specversion": "1.0", "id": "poison-2", "source": "forum-service", "type": "post.created",
				"subject": "poison", "time": "2026-11-20T10:00:00Z", "datacontenttype": "application/json",
				"dataschema": "urn:parley:event:post.created:1", "correlationid": "poison-2", "partitionkey": "poison",
				"data": {"post": {"id": "poison", "version": 0}, "thread": {"id": "poison"}}}""", EVENT);
		stage.supervisor().mind(stage.listener(), () -> Map.of("WITNESS_POISONED", "true"));
		stage.supervisor().awaitReady();
	}

	@Override
	public int strike(Stage stage, BooleanSupplier writing) {
		while (writing.getAsBoolean()) {
			Patience.pass(Duration.ofMillis(200));
		}
		return LETTERS;
	}

	/** Both are put aside, and the second is handled once its handler is mended. */
	@Override
	public List<Finding> findings(Stage stage, Ledger ledger) {
		try (var memory = new Memory(stage.listener())) {
			var putAside = letters(memory, LETTERS);
			stage.tellNothing(stage.listener());
			stage.supervisor().awaitReady();
			try (var door = new Gateway(URI.create(stage.listener().address()))) {
				stage.admin().at(door).post("/admin/witness/dead-letters/replay?queue=witness").is(200);
			}
			var handled = await(() -> memory.eventIds().contains(EVENT));
			var left = letters(memory, 1);
			return Stream
				.of(finding(putAside, "Both messages are put aside"),
						finding(handled, "The one whose handler was mended is handled when it is sent again"),
						finding(left, "The one that is no event is put aside again"))
				.flatMap((findings) -> findings)
				.toList();
		}
	}

	private static boolean letters(Memory memory, int expected) {
		return await(() -> memory.deadLetters().size() == expected);
	}

	private static boolean await(BooleanSupplier so) {
		return Patience.until(PATIENCE, Duration.ofMillis(200), so);
	}

	private static Stream<Finding> finding(boolean so, String promise) {
		return so ? Stream.empty() : Stream.of(new Finding(Finding.Fault.LOST, "Not so: " + promise));
	}

}
