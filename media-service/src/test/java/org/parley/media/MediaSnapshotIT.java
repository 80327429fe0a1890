package org.parley.media;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.contracts.ParleyEvent;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.database.QueryExplanation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Snapshots contain the media that can be used, and no others. */
class MediaSnapshotIT extends MediaIT {

	@Autowired
	private List<Snapshot> snapshots = List.of();

	@Autowired
	private JsonMapper json;

	/** Sorts after what others created. */
	private final String start = Ids.next();

	@Test
	void snapshotPublishesReadyMediaWithTheirVersions() {
		var alice = aPerson();
		var first = aReadyPicture(alice).path("id").asString();
		upload(alice, "image/png", new byte[10]);
		begin(alice, "image/png", new byte[10]);
		var removed = aReadyPicture(alice).path("id").asString();
		this.api.delete(alice, "/" + removed);
		var second = aReadyPicture(alice).path("id").asString();
		this.api.patch(alice, "/" + second, Map.of("alt", "A picture"));
		assertThat(all()).extracting((event) -> event.at("/media/id").asString()).containsExactly(first, second);
		var described = all().getLast();
		assertThat(described.at("/media/alt").asString()).isEqualTo("A picture");
		assertThat(described.path("version").asLong())
			.isEqualTo(this.api.get(alice, "/" + second).data().path("version").asLong());
	}

	@Test
	void queryUsesIndex() {
		var sent = this.commands.during(this::all)
			.stream()
			.filter((command) -> command.getFirstKey().equals("find"))
			.filter((command) -> command.getString("find").getValue().equals("media"))
			.toList();
		assertThat(sent).isNotEmpty().allSatisfy((command) -> {
			var stages = QueryExplanation.of(this.mongo, command).stages();
			assertThat(stages).as(command.toJson()).doesNotContain("COLLSCAN", "SORT");
		});
	}

	private List<JsonNode> all() {
		var snapshot = this.snapshots.stream()
			.filter((one) -> one.type().equals("media.snapshot"))
			.findFirst()
			.orElseThrow();
		return Stream
			.<List<? extends ParleyEvent>>iterate(snapshot.after(this.start, 1), (page) -> !page.isEmpty(),
					(page) -> snapshot.after(page.getLast().subject(), 1))
			.<ParleyEvent>flatMap(List::stream)
			.map(this::valid)
			.toList();
	}

	private JsonNode valid(ParleyEvent event) {
		assertThat(EventContract.violations(event.type(), this.json.writeValueAsString(event))).isEmpty();
		return this.json.valueToTree(event);
	}

}
