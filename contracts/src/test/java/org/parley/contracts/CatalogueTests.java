package org.parley.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JacksonException;
import org.junit.jupiter.api.Test;
import org.parley.contracts.Catalogue.Entry;
import org.parley.contracts.Catalogue.Event;
import org.parley.contracts.Catalogue.Sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CatalogueTests {

	private final Catalogue catalogue = Catalogue.read();

	@Test
	void schemasMatchCatalogueTypes() throws IOException {
		assertThat(schemaFiles())
			.containsExactlyInAnyOrderElementsOf(this.catalogue.entries().map(Entry::type).distinct().toList());
	}

	@Test
	void typeHasOneExchangeUnlessSeveralServicesPublishIt() {
		var events = this.catalogue.entries()
			.collect(Collectors.groupingBy(Entry::type, Collectors
				.mapping((entry) -> List.of(entry.event().meaning(), entry.event().key()), Collectors.toSet())));
		assertThat(events.values()).allMatch((words) -> words.size() == 1);
		var shared = this.catalogue.entries()
			.collect(Collectors.groupingBy(Entry::type, Collectors.counting()))
			.entrySet()
			.stream()
			.filter((type) -> type.getValue() > 1);
		assertThat(shared).extracting(Map.Entry::getKey)
			.containsExactlyInAnyOrder("administrator.acted", "erasure.done", "export.part", "media-use.changed",
					"media-use.snapshot");
	}

	@Test
	void everyQueueIsDeclaredAndReceivesEvents() {
		assertThat(this.catalogue.entries().flatMap((entry) -> entry.event().heardBy().stream()).distinct())
			.containsExactlyInAnyOrderElementsOf(this.catalogue.queues().keySet());
	}

	@Test
	void meaningIsSchemaTitle() {
		this.catalogue.entries()
			.forEach((entry) -> assertThat(Contracts.schema(entry.type()).path("title").asText())
				.isEqualTo(entry.event().meaning()));
	}

	@Test
	void snapshotQueueIsSharedAndReceivesChanges() {
		this.catalogue.entries()
			.filter((entry) -> entry.event().snapshot())
			.forEach((snapshot) -> assertThat(snapshot.event().heardBy()).as(snapshot.type())
				.isSubsetOf(sharedQueues())
				.allMatch((queue) -> changesOf(snapshot).anyMatch((change) -> change.heardBy().contains(queue))));
	}

	@Test
	void onlySnapshotTypesHaveTheSuffix() {
		assertThat(this.catalogue.entries())
			.allMatch((entry) -> entry.event().snapshot() == entry.type().endsWith(".snapshot"));
	}

	@Test
	void misspelledKeyIsRefused() {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Catalogue.read("""
				exchanges: {}
				queues: {door: {listener: a-service, one-per: service, order: free, opened: true}}"""));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Catalogue.read("""
				exchanges: {}
				queues: {door: {listener: a-service, one-per: service}}"""));
	}

	@Test
	void eventsPageShowsCatalogue() throws IOException {
		var page = Path.of("..", "docs", "events.md");
		Generated.check(page, EventsPage.of(this.catalogue, Files.readString(page)));
	}

	private List<String> sharedQueues() {
		return this.catalogue.queues()
			.entrySet()
			.stream()
			.filter((queue) -> queue.getValue().onePer() == Sharing.SERVICE)
			.map(Map.Entry::getKey)
			.toList();
	}

	private Stream<Event> changesOf(Entry snapshot) {
		String subject = snapshot.type().substring(0, snapshot.type().indexOf('.') + 1);
		return this.catalogue.entries()
			.filter((entry) -> entry.type().startsWith(subject) && !entry.event().snapshot())
			.map(Entry::event);
	}

	private static List<String> schemaFiles() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "events"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.endsWith(".example.json"))
				.map((name) -> name.substring(0, name.length() - ".json".length()))
				.filter((name) -> name.contains("."))
				.toList();
		}
	}

}
