package org.parley.launcher.drill.fault;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.drill.DrillStage;
import org.parley.launcher.drill.Fault;
import org.parley.launcher.infrastructure.WitnessDatabase;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerFinding;

/**
 * Two messages at the head of the listener's queue that can never be handled: one that is
 * no event, and one whose handler always fails. Both must end among the dead letters and
 * hold up nothing.
 */
public final class PoisonMessageFault implements Fault {

	private static final int LETTERS = 2;

	private static final String EVENT = "poison-2";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Override
	public void prepare(DrillStage drillStage) {
		var witness = drillStage.witness();
		drillStage.supervisor().forget(drillStage.listener());
		drillStage.listener().stop();
		witness.console().send(witness.queue(), "no event at all", "poison-1");
		witness.console().send(witness.queue(), """
				{"specversion": "1.0", "id": "poison-2", "source": "forum-service", "type": "post.created",
				"subject": "poison", "time": "2026-11-20T10:00:00Z", "datacontenttype": "application/json",
				"dataschema": "urn:parley:event:post.created:1", "correlationid": "poison-2", "partitionkey": "poison",
				"data": {"post": {"id": "poison", "version": 0}, "thread": {"id": "poison"}}}""", EVENT);
		drillStage.supervisor().mind(drillStage.listener(), () -> Map.of("WITNESS_POISONED", "true"));
		drillStage.supervisor().awaitReady();
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		while (writing.getAsBoolean()) {
			Await.pass(Duration.ofMillis(200));
		}
		return LETTERS;
	}

	/** Both are put aside, and the second is handled once its handler is mended. */
	@Override
	public List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		try (var witnessDatabase = new WitnessDatabase(drillStage.listener())) {
			var putAside = letters(witnessDatabase, LETTERS);
			drillStage.tellNothing(drillStage.listener());
			drillStage.supervisor().awaitReady();
			try (var door = new GatewayClient(URI.create(drillStage.listener().address()))) {
				drillStage.admin().at(door).post("/admin/witness/dead-letters/replay?queue=witness").is(200);
			}
			var handled = await(() -> witnessDatabase.eventIds().contains(EVENT));
			var left = letters(witnessDatabase, 1);
			return Stream
				.of(finding(putAside, "Both messages are put aside"),
						finding(handled, "The one whose handler was mended is handled when it is sent again"),
						finding(left, "The one that is no event is put aside again"))
				.flatMap((findings) -> findings)
				.toList();
		}
	}

	private static boolean letters(WitnessDatabase witnessDatabase, int expected) {
		return await(() -> witnessDatabase.deadLetters().size() == expected);
	}

	private static boolean await(BooleanSupplier so) {
		return Await.until(PATIENCE, Duration.ofMillis(200), so);
	}

	private static Stream<LedgerFinding> finding(boolean so, String promise) {
		return so ? Stream.empty() : Stream.of(new LedgerFinding(LedgerFinding.Fault.LOST, "Not so: " + promise));
	}

}
