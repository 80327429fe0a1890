package org.parley.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of the table of endpoints.
 *
 * @param method such as {@code GET}
 * @param path below {@code /api/v1}, with names in braces as the OpenAPI document has it
 * @param who may use it
 * @param unknown the code of the 404 for an id that nobody has, or empty
 * @param body its properties; empty when it takes none
 * @param query its properties
 * @param conditional whether it heeds {@code If-Match}
 * @param idempotent whether it heeds {@code Idempotency-Key}
 * @param tokenless whether a token is not looked at
 * @param otherMethod what is said of a method that its address does not take
 * @param scope that a token must have, beside first-party ones: empty when none is asked
 * for, {@code -} when none is enough
 */
record Endpoint(String method, String path, Who who, String unknown, List<Field> body, List<Field> query,
		boolean conditional, boolean idempotent, boolean tokenless, int otherMethod, String scope) {

	private static final String FIRST_PARTY = "-";

	private static final Pattern NAME = Pattern.compile("\\{\\w+}");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	/** Who may use an endpoint; an owner is the user who made the thing. */
	enum Who {

		ANYONE, USER, OWNER, MODERATOR, ADMIN

	}

	/** The whole table. */
	static List<Endpoint> all() {
		try (var table = Objects.requireNonNull(Endpoint.class.getResourceAsStream("endpoints.txt"))) {
			return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(Endpoint::of)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Endpoint of(String line) {
		var cells = Arrays.asList(SPACE.split(line.strip()));
		return new Endpoint(cells.get(0), cells.get(1), Who.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
				starting(cells, "404=").findFirst().orElse(""), starting(cells, ".").map(Field::of).toList(),
				starting(cells, "?").map(Field::of).toList(), cells.contains("If-Match"),
				cells.contains("Idempotency-Key"), cells.contains("tokenless"),
				starting(cells, "other=").mapToInt(Integer::parseInt).findFirst().orElse(405),
				starting(cells, "scope=").findFirst().orElse(""));
	}

	private static Stream<String> starting(List<String> cells, String mark) {
		return cells.stream().filter((cell) -> cell.startsWith(mark)).map((cell) -> cell.substring(mark.length()));
	}

	/** The path with this in place of every name in braces. */
	String pathOf(String id) {
		return NAME.matcher(this.path).replaceAll(Matcher.quoteReplacement(id));
	}

	/** As the OpenAPI document names it. */
	String documented() {
		return this.method + " /api/v1" + this.path;
	}

	/** Whether it shares its address with the other. */
	boolean isBeside(Endpoint other) {
		return this.path.equals(other.path);
	}

	/** Whether it is asked what a token is for. */
	boolean asksForScope() {
		return !this.scope.isEmpty();
	}

	/** Whether no token of others will do, whatever its scopes. */
	boolean isFirstParty() {
		return this.scope.equals(FIRST_PARTY);
	}

	boolean takesBody() {
		return !this.body.isEmpty();
	}

	boolean namesSomething() {
		return this.path.contains("{");
	}

	boolean reads() {
		return this.method.equals("GET");
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
