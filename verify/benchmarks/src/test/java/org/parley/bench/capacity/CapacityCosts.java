package org.parley.bench.capacity;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The costs of operations and the limits of what cannot be divided, from {@code
 * verify/benchmarks/capacity.properties}.
 */
final class CapacityCosts {

	private final Map<String, String> values;

	CapacityCosts(Map<String, String> values) {
		this.values = new TreeMap<>(values);
	}

	static CapacityCosts read(Path file) {
		var properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		var values = new TreeMap<String, String>();
		properties.stringPropertyNames().forEach((name) -> values.put(name, properties.getProperty(name)));
		return new CapacityCosts(values);
	}

	/** The same costs with another value. */
	CapacityCosts with(String name, double value) {
		var changed = new TreeMap<>(this.values);
		changed.put(name, String.valueOf(value));
		return new CapacityCosts(changed);
	}

	/**
	 * A number.
	 * @throws IllegalArgumentException naming the key when it is missing or no positive
	 * number
	 */
	double number(String name) {
		try {
			var number = Double.parseDouble(text(name));
			if (Double.isFinite(number) && number >= 0) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(name + " must be a number", ex);
		}
		throw new IllegalArgumentException(name + " must be a number from 0 on");
	}

	/** A number, or another one when it is missing. */
	double number(String name, double otherwise) {
		return this.values.containsKey(name) ? number(name) : otherwise;
	}

	/** The names in a comma-separated list. */
	List<String> names(String name) {
		return Arrays.stream(text(name).split(",")).map(String::strip).toList();
	}

	/** The entries below a prefix, by the rest of their names. */
	Map<String, Double> below(String prefix) {
		var entries = new TreeMap<String, Double>();
		this.values.keySet()
			.stream()
			.filter((name) -> name.startsWith(prefix + "."))
			.forEach((name) -> entries.put(name.substring(prefix.length() + 1), number(name)));
		return entries;
	}

	private String text(String name) {
		var value = this.values.get(name);
		if (value == null) {
			throw new IllegalArgumentException(name + " is missing");
		}
		return value.strip();
	}

}
