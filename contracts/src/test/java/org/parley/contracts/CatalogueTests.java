package org.parley.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.contracts.Catalogue.Entry;
import org.parley.contracts.Catalogue.Event;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueTests {

	private final Catalogue catalogue = Catalogue.read();

	@Test
	void everySchemaIsInTheCatalogueAndEveryTypeHasASchema() throws IOException {
		assertThat(schemaFiles())
			.containsExactlyInAnyOrderElementsOf(this.catalogue.entries().map(Entry::type).toList());
	}

	@Test
	void aTypeIsPublishedOnOneExchange() {
		assertThat(this.catalogue.entries().map(Entry::type)).doesNotHaveDuplicates();
	}

	@Test
	void everyListenerHasAQueueAndEveryQueueHearsSomething() {
		assertThat(this.catalogue.entries().flatMap((entry) -> entry.event().heardBy().stream()).distinct())
			.containsExactlyInAnyOrderElementsOf(this.catalogue.queues().keySet());
	}

	@Test
	void theMeaningIsTheTitleOfTheSchema() {
		this.catalogue.entries()
			.forEach((entry) -> assertThat(Contracts.schema(entry.type()).path("title").asText())
				.isEqualTo(entry.event().meaning()));
	}

	@Test
	void thePageAboutEventsShowsTheWholeCatalogueAndNothingElse() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("..", "docs", "events.md"))
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.toList();
		assertThat(rows).containsExactlyElementsOf(Stream.concat(eventRows(), queueRows()).toList());
	}

	private Stream<String> eventRows() {
		return this.catalogue.entries()
			.map((entry) -> "| `%s` | %s | %s | %s |".formatted(entry.type(), entry.event().meaning(),
					lower(entry.event().key()), heardBy(entry.event())));
	}

	private static String heardBy(Event event) {
		return event.heardBy().isEmpty() ? "nobody, on purpose" : String.join(", ", event.heardBy());
	}

	private Stream<String> queueRows() {
		return this.catalogue.queues()
			.entrySet()
			.stream()
			.map((entry) -> "| `%s` | %s | %s | %s | %s |".formatted(entry.getKey(), entry.getValue().listener(),
					lower(entry.getValue().onePer()), lower(entry.getValue().order()),
					entry.getValue().open() ? "yes" : "not yet"));
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
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
