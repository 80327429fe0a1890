package org.parley.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** {@code catalogue.yml} as it is written; a misspelt key does not parse. */
record Catalogue(Map<String, Exchange> exchanges, Map<String, Queue> queues) {

	record Exchange(String publisher, Map<String, Event> events) {
	}

	record Event(String meaning, Key key, @JsonProperty("heard-by") List<String> heardBy) {
	}

	record Queue(String listener, @JsonProperty("one-per") Sharing onePer, Order order, boolean open) {
	}

	enum Key {

		@JsonProperty("person")
		PERSON, @JsonProperty("category")
		CATEGORY, @JsonProperty("thread")
		THREAD

	}

	enum Sharing {

		@JsonProperty("service")
		SERVICE, @JsonProperty("instance")
		INSTANCE

	}

	enum Order {

		@JsonProperty("free")
		FREE, @JsonProperty("version")
		VERSION

	}

	static Catalogue read() {
		try (InputStream stream = Catalogue.class.getResourceAsStream("/catalogue.yml")) {
			return YAMLMapper.builder()
				.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
				.build()
				.readValue(Objects.requireNonNull(stream), Catalogue.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Stream<Entry> entries() {
		return this.exchanges.values()
			.stream()
			.flatMap((exchange) -> exchange.events()
				.entrySet()
				.stream()
				.map((event) -> new Entry(event.getKey(), exchange.publisher(), event.getValue())));
	}

	record Entry(String type, String publisher, Event event) {

		@Override
		public String toString() {
			return this.type;
		}

	}

}
