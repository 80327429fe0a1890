package org.parley.contracts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
		Map<Map.Entry<String, Event>, List<String>> publishers = catalogue.entries()
			.collect(Collectors.groupingBy((entry) -> Map.entry(entry.type(), entry.event()), LinkedHashMap::new,
					Collectors.mapping(Catalogue.Entry::publisher, Collectors.toList())));
		publishers.values().removeIf((services) -> services.size() == 1);
		return shared(publishers, catalogue.exchanges().size()) + "\n\n"
				+ catalogue.exchanges()
					.entrySet()
					.stream()
					.map((entry) -> exchange(entry.getKey(), entry.getValue(), publishers.keySet()))
					.collect(Collectors.joining("\n\n"));
	}

	/** Events that are the same in several exchanges. */
	private static String shared(Map<Map.Entry<String, Event>, List<String>> publishers, int exchanges) {
		return """
				## Events of several exchanges

				| type | meaning | published by | ordered per | heard by |
				| --- | --- | --- | --- | --- |
				""" + rows(publishers.entrySet().stream().map((entry) -> {
			Event event = entry.getKey().getValue();
			return "| `%s` | %s | %s | %s | %s |".formatted(entry.getKey().getKey(), event.meaning(),
					(entry.getValue().size() == exchanges) ? "all" : String.join(", ", entry.getValue()),
					lower(event.key()), heardBy(event));
		}));
	}

	/** The order of all events of an exchange is said once if it is the same. */
	private static String exchange(String name, Exchange exchange, Set<Map.Entry<String, Event>> shared) {
		var own = exchange.events().entrySet().stream().filter((entry) -> !shared.contains(entry)).toList();
		var keys = own.stream().map((entry) -> lower(entry.getValue().key())).distinct().toList();
		boolean sameKey = keys.size() == 1;
		return """
				## %s

				Published by %s%s.

				| type | meaning |%s heard by |
				| --- | --- |%s --- |
				""".formatted(name, exchange.publisher(), sameKey ? ", ordered per " + keys.getFirst() : "",
				sameKey ? "" : " ordered per |", sameKey ? "" : " --- |")
				+ rows(own.stream().map((entry) -> row(entry, sameKey)));
	}

	private static String row(Map.Entry<String, Event> entry, boolean sameKey) {
		Event event = entry.getValue();
		return "| `%s` | %s |%s %s |".formatted(entry.getKey(), event.meaning(),
				sameKey ? "" : " " + lower(event.key()) + " |", heardBy(event));
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
