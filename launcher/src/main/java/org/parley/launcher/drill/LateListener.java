package org.parley.launcher.drill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.launcher.backbone.Memory;
import org.parley.launcher.backbone.Snapshots;
import org.parley.launcher.backbone.Witness;
import org.parley.launcher.client.Patience;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Ledger;

/**
 * Another listener comes while people write and much has been said already. It is told
 * what there is, hears the rest, and must know in the end what the first one knows.
 */
final class LateListener implements Fault {

	private static final List<String> COLLECTIONS = List.of("users", "threads", "posts", "scores");

	private static final Duration MOMENT = Duration.ofSeconds(5);

	private static final Duration QUIET = Duration.ofSeconds(3);

	private @Nullable Witness late;

	@Override
	public void prepare(Stage stage) {
		var witness = Witness.late(stage.checkout());
		witness.forget();
		this.late = witness;
	}

	@Override
	public int strike(Stage stage, BooleanSupplier writing) {
		Patience.pass(MOMENT);
		var witness = this.late;
		if (witness == null) {
			return 0;
		}
		stage.supervisor().mind(witness.instance(), witness::identity);
		Patience.pass(MOMENT);
		stage.supervisor().awaitReady();
		new Snapshots(stage.auth()).ask(witness.queue(), List.of("user.snapshot"));
		new Snapshots(stage.forum()).ask(witness.queue(),
				List.of("category.snapshot", "thread.snapshot", "post.snapshot"));
		return 1;
	}

	@Override
	public List<Finding> findings(Stage stage, Ledger ledger) {
		var witness = this.late;
		if (witness == null) {
			return List.of();
		}
		try (var first = new Memory(stage.listener()); var second = new Memory(witness.instance())) {
			awaitQuiet(stage, second);
			return COLLECTIONS.stream().flatMap((collection) -> differences(collection, first, second)).toList();
		}
		finally {
			stage.supervisor().forget(witness.instance());
			witness.forget();
		}
	}

	private static void awaitQuiet(Stage stage, Memory memory) {
		var before = -1L;
		while (before != memory.applied() || !new Snapshots(stage.auth()).areDone()
				|| !new Snapshots(stage.forum()).areDone()) {
			before = memory.applied();
			Patience.pass(QUIET);
		}
	}

	/** What the first knows and the second does not, or knows otherwise. */
	private static Stream<Finding> differences(String collection, Memory first, Memory second) {
		var known = byId(second.projection(collection));
		return first.projection(collection)
			.stream()
			.filter((document) -> !document.equals(known.get(document.getString("_id"))))
			.map((document) -> new Finding(Finding.Fault.LOST, "In %s the first listener knows %s, the late one %s"
				.formatted(collection, document, known.get(document.getString("_id")))));
	}

	private static Map<String, Document> byId(List<Document> documents) {
		return documents.stream()
			.collect(Collectors.toMap((document) -> document.getString("_id"), Function.identity()));
	}

}
