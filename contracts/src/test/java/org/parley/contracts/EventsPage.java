package org.parley.contracts;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.contracts.Catalogue.Event;
import org.parley.contracts.Catalogue.Exchange;
import org.parley.contracts.Catalogue.Queue;

/** Generates the part of {@code docs/events.md} between its markers. */
final class EventsPage {

	private EventsPage() {
	}

	static String of(Catalogue catalogue, String page) {
		return fill("queues", queues(catalogue), fill("exchanges", exchanges(catalogue), page));
	}

	private static String fill(String name, String content, String page) {
		Matcher block = Pattern.compile("(?s)(<!-- generated: %1$s -->\n).*(\n<!-- end of %1$s -->)".formatted(name))
			.matcher(page);
		if (!block.find()) {
			throw new IllegalArgumentException("No place for " + name);
		}
		return block.replaceFirst("$1" + Matcher.quoteReplacement(content) + "$2");
	}

	private static String exchanges(Catalogue catalogue) {
		return catalogue.exchanges()
			.entrySet()
			.stream()
			.map((entry) -> exchange(entry.getKey(), entry.getValue()))
			.collect(Collectors.joining("\n\n"));
	}

	private static String exchange(String name, Exchange exchange) {
		return """
				## %s

				Published by %s, durable topic exchange.

				| type | meaning | ordered per | heard by |
				| --- | --- | --- | --- |
				""".formatted(name, exchange.publisher())
				+ rows(exchange.events().entrySet().stream().map(EventsPage::row));
	}

	private static String row(Map.Entry<String, Event> entry) {
		Event event = entry.getValue();
		return "| `%s` | %s | %s | %s |".formatted(entry.getKey(), event.meaning(), lower(event.key()), heardBy(event));
	}

	private static String heardBy(Event event) {
		if (event.heardBy().isEmpty()) {
			return "none, deliberately";
		}
		return (event.snapshot() ? "on request: " : "") + String.join(", ", event.heardBy());
	}

	private static String queues(Catalogue catalogue) {
		return """
				| queue | listener | one per | order | open |
				| --- | --- | --- | --- | --- |
				"""
				+ rows(catalogue.queues().entrySet().stream().map((entry) -> row(entry.getKey(), entry.getValue())));
	}

	private static String row(String name, Queue queue) {
		return "| `%s` | %s | %s | %s | %s |".formatted(name, queue.listener(), lower(queue.onePer()),
				lower(queue.order()), queue.open() ? "yes" : "not yet");
	}

	private static String rows(Stream<String> rows) {
		return rows.collect(Collectors.joining("\n"));
	}

	static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
