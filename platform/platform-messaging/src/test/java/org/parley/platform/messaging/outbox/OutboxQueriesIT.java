package org.parley.platform.messaging.outbox;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.messaging.outbox.BookEvent.Lent;
import org.parley.platform.test.database.RecordedQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.database.RecordedQuery.asked;

/** Every query on the outbox uses an index. */
class OutboxQueriesIT extends LibraryIT {

	@BeforeEach
	void somethingWaits() {
		this.relay.stop();
		publish(new Lent("shelf-1", 1), new Lent("shelf-2", 2));
		this.relay.start();
	}

	static Stream<RecordedQuery> queries() {
		var parts = IntStream.range(0, 16).boxed().toList();
		var waiting = new Document("state", new Document("$in", List.of("WAITING"))).append("partition",
				new Document("$in", parts));
		var all = new Document("state", new Document("$in", List.of("WAITING", "HELD", "PARKED"))).append("partition",
				new Document("$in", parts));
		return Stream.of(new RecordedQuery("outbox", waiting, Document.parse("{at: 1}")),
				new RecordedQuery("outbox", all, Document.parse("{at: 1}")),
				new RecordedQuery("outbox", all, Document.parse("{at: -1}")),
				outbox("{partitionKey: {$in: ['shelf-1', 'shelf-2']}, state: {$in: ['HELD', 'PARKED']}}"),
				outbox("{partitionKey: {$in: ['shelf-1']}, state: {$in: ['PARKED']}}"),
				outbox("{partitionKey: {$in: ['shelf-1']}, state: 'HELD'}"), outbox("{state: 'PARKED'}"),
				new RecordedQuery("outbox",
						Document.parse("{state: {$in: ['WAITING', 'HELD']}}")
							.append("partition", new Document("$in", parts)),
						new Document()),
				outbox("{_id: 'id', state: 'PARKED'}"));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void queryUsesIndexWithoutSort(RecordedQuery recordedQuery) {
		assertThat(recordedQuery.in(this.mongo).stages()).doesNotContain("COLLSCAN", "SORT")
			.containsAnyOf("IXSCAN", "IDHACK", "EXPRESS_IXSCAN");
	}

	@Test
	void queryWithoutIndexIsDetected() {
		assertThat(outbox("{type: 'x'}").in(this.mongo).stages()).contains("COLLSCAN");
		assertThat(asked("outbox", "{}", "{time: 1}").in(this.mongo).stages()).contains("SORT");
	}

	private static RecordedQuery outbox(String filter) {
		return asked("outbox", filter, "{}");
	}

}
