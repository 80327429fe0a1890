package org.parley.resilience.drill.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.Await;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.resilience.witness.SnapshotRequests;
import org.parley.resilience.witness.Witness;
import org.parley.resilience.witness.WitnessDatabase;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerFinding;

/**
 * Starts a second witness while clients write. It receives a snapshot and the following
 * events, and must have the same state as the first one in the end.
 */
public final class LateListenerFault implements Fault {

	private static final List<String> COLLECTIONS = List.of("users", "threads", "posts", "scores");

	private static final Duration MOMENT = Duration.ofSeconds(5);

	private static final Duration LIMIT = Duration.ofMinutes(5);

	private static final Duration QUIET = Duration.ofSeconds(3);

	private @Nullable Witness late;

	@Override
	public void prepare(DrillStage drillStage) {
		var witness = Witness.late(drillStage.checkout());
		remove(drillStage, witness);
		this.late = witness;
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		Await.sleep(MOMENT);
		var witness = this.late;
		if (witness == null) {
			return 0;
		}
		drillStage.supervisor().supervise(witness.instance(), witness::environment);
		Await.sleep(MOMENT);
		drillStage.supervisor().awaitReady();
		witness.requestSnapshots(drillStage.auth(), List.of("user.snapshot"));
		witness.requestSnapshots(drillStage.forum(), List.of("category.snapshot", "thread.snapshot", "post.snapshot"));
		return 1;
	}

	@Override
	public List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		var witness = this.late;
		if (witness == null) {
			return List.of();
		}
		try (var first = new WitnessDatabase(drillStage.listener());
				var second = new WitnessDatabase(witness.instance())) {
			if (!awaitQuiet(drillStage, second)) {
				return List
					.of(new LedgerFinding(LedgerFinding.Fault.LOST, "The late witness had no complete snapshot"));
			}
			return COLLECTIONS.stream().flatMap((collection) -> differences(collection, first, second)).toList();
		}
		finally {
			drillStage.supervisor().release(witness.instance());
			remove(drillStage, witness);
		}
	}

	/** A cancelled drill leaves its requests, too. */
	private static void remove(DrillStage drillStage, Witness witness) {
		requests(drillStage).forEach((requests) -> requests.remove(witness.queue()));
		witness.remove();
	}

	private static List<SnapshotRequests> requests(DrillStage drillStage) {
		return Stream.of(drillStage.auth(), drillStage.forum()).map(SnapshotRequests::new).toList();
	}

	/** Waits until both snapshots are sent and applied; false on a timeout. */
	private static boolean awaitQuiet(DrillStage drillStage, WitnessDatabase witnessDatabase) {
		var requests = requests(drillStage);
		var before = new AtomicLong(-1);
		return Await.until(LIMIT, QUIET, () -> {
			var applied = witnessDatabase.countApplied();
			return before.getAndSet(applied) == applied && requests.stream().allMatch(SnapshotRequests::areComplete);
		});
	}

	/** Returns the documents that differ between the two witnesses. */
	private static Stream<LedgerFinding> differences(String collection, WitnessDatabase first, WitnessDatabase second) {
		var known = byId(second.projection(collection));
		return first.projection(collection)
			.stream()
			.filter((document) -> !document.equals(known.get(document.getString("_id"))))
			.map((document) -> new LedgerFinding(LedgerFinding.Fault.LOST,
					"In %s the first witness has %s, the late one %s".formatted(collection, document,
							known.get(document.getString("_id")))));
	}

	private static Map<String, Document> byId(List<Document> documents) {
		return documents.stream()
			.collect(Collectors.toMap((document) -> document.getString("_id"), Function.identity()));
	}

}
