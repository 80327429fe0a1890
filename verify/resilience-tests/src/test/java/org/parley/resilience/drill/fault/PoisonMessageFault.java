package org.parley.resilience.drill.fault;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.resilience.witness.WitnessDatabase;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerFinding;

/**
 * Sends two messages that cannot be handled: a malformed one and one whose handler always
 * fails. Both must move to the dead-letter queue without blocking other messages.
 */
public final class PoisonMessageFault implements Fault {

	private static final int DEAD_LETTERS = 2;

	private static final String EVENT = "poison-2";

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	@Override
	public void prepare(DrillStage drillStage) {
		var witness = drillStage.witness();
		drillStage.supervisor().release(drillStage.listener());
		drillStage.listener().stop();
		witness.console().send(witness.queue(), "no event at all", "poison-1");
		witness.console().send(witness.queue(), """
				{"specversion": "1.0", "id": "poison-2", "source": "forum-service", "type": "post.created",
				"subject": "poison", "time": "2026-11-20T10:00:00Z", "datacontenttype": "application/json",
				"dataschema": "urn:parley:event:post.created:1", "correlationid": "poison-2", "partitionkey": "poison",
				"data": {"post": {"id": "poison", "version": 0}, "thread": {"id": "poison"}}}""", EVENT);
		drillStage.supervisor().supervise(drillStage.listener(), () -> Map.of("WITNESS_POISONED", "true"));
		drillStage.supervisor().awaitReady();
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		while (writing.getAsBoolean()) {
			Await.sleep(Duration.ofMillis(200));
		}
		return DEAD_LETTERS;
	}

	/**
	 * Both must become dead letters, and the second is handled after its handler was
	 * fixed.
	 */
	@Override
	public List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		try (var witnessDatabase = new WitnessDatabase(drillStage.listener())) {
			var deadLettered = hasDeadLetters(witnessDatabase, DEAD_LETTERS);
			drillStage.restartNormally(drillStage.listener());
			drillStage.supervisor().awaitReady();
			try (var client = new GatewayClient(URI.create(drillStage.listener().address()))) {
				drillStage.admin().at(client).post("/admin/witness/dead-letters/replay?queue=witness").is(200);
			}
			var handled = await(() -> witnessDatabase.eventIds().contains(EVENT));
			var left = hasDeadLetters(witnessDatabase, 1);
			return Stream
				.of(finding(deadLettered, "both messages move to the dead-letter queue"),
						finding(handled, "the message with the fixed handler is handled after replay"),
						finding(left, "the malformed message moves to the dead-letter queue again"))
				.flatMap((findings) -> findings)
				.toList();
		}
	}

	private static boolean hasDeadLetters(WitnessDatabase witnessDatabase, int expected) {
		return await(() -> witnessDatabase.deadLetters().size() == expected);
	}

	private static boolean await(BooleanSupplier condition) {
		return Await.until(TIMEOUT, Duration.ofMillis(200), condition);
	}

	private static Stream<LedgerFinding> finding(boolean kept, String guarantee) {
		return kept ? Stream.empty() : Stream.of(new LedgerFinding(LedgerFinding.Fault.LOST, "Violated: " + guarantee));
	}

}
