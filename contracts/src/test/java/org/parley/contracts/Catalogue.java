package org.parley.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * The content of {@code catalogue.yml}; unknown keys are refused. Missing booleans are
 * false.
 */
record Catalogue(Map<String, Exchange> exchanges, Map<String, Queue> queues) {

	record Exchange(String publisher, Map<String, Event> events) {
	}

	record Event(String meaning, Key key, @JsonProperty("heard-by") List<String> heardBy, boolean snapshot) {
	}

	record Queue(String listener, @JsonProperty("one-per") Sharing onePer, Order order, boolean open) {
	}

	enum Key {

		@JsonProperty("person")
		PERSON, @JsonProperty("category")
		CATEGORY, @JsonProperty("thread")
		THREAD, @JsonProperty("receipt")
		RECEIPT, @JsonProperty("policy")
		POLICY, @JsonProperty("conversation")
		CONVERSATION, @JsonProperty("post")
		POST, @JsonProperty("instance")
		INSTANCE, @JsonProperty("mail")
		MAIL, @JsonProperty("count")
		COUNT

	}

	enum Sharing {

		@JsonProperty("service")
		SERVICE, @JsonProperty("instance")
		INSTANCE, @JsonProperty("mail")
		MAIL, @JsonProperty("count")
		COUNT

	}

	enum Order {

		@JsonProperty("free")
		FREE, @JsonProperty("version")
		VERSION, @JsonProperty("single")
		SINGLE

	}

	static Catalogue read() {
		try (InputStream stream = Catalogue.class.getResourceAsStream("/catalogue.yml")) {
			return read(new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Catalogue read(String yaml) throws JsonProcessingException {
		return YAMLMapper.builder()
			.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
			.build()
			.readValue(yaml, Catalogue.class);
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
