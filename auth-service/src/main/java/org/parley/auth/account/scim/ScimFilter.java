package org.parley.auth.account.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Reads filters: comparisons with {@code eq}, joined by {@code and} and {@code or}, with
 * parentheses.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.2">RFC 7644,
 * 3.4.2.2</a>
 */
final class ScimFilter {

	private static final int LONGEST = 2_000;

	private static final int MAX_TERMS = 50;

	private static final String BRACKETS = "()[]";

	private final Map<String, Function<String, Criteria>> attributes;

	private final List<String> tokens;

	private int next;

	private ScimFilter(List<String> tokens, Map<String, Function<String, Criteria>> attributes) {
		this.tokens = tokens;
		this.attributes = attributes;
	}

	/**
	 * Reads a filter.
	 * @param attributes by lower-case name, the criteria for a value
	 * @throws ScimException 400 {@code invalidFilter}
	 */
	static Criteria read(String filter, Map<String, Function<String, Criteria>> attributes) {
		var reader = new ScimFilter(tokens(filter), attributes);
		var criteria = reader.alternatives();
		reader.requireEnd();
		return criteria;
	}

	private static List<String> tokens(String filter) {
		if (filter.length() > LONGEST) {
			throw invalid("must have at most %d characters".formatted(LONGEST));
		}
		var tokens = new ArrayList<String>();
		var start = 0;
		while (start < filter.length()) {
			var end = endOfToken(filter, start);
			if (!Character.isWhitespace(filter.charAt(start))) {
				tokens.add(filter.substring(start, end));
			}
			start = end;
		}
		if (tokens.size() > 4 * MAX_TERMS) {
			throw invalid("must have at most %d comparisons".formatted(MAX_TERMS));
		}
		return tokens;
	}

	private static int endOfToken(String filter, int start) {
		var first = filter.charAt(start);
		if (first == '"') {
			return endOfText(filter, start);
		}
		if (Character.isWhitespace(first) || BRACKETS.indexOf(first) >= 0) {
			return start + 1;
		}
		var end = start;
		while (end < filter.length() && !Character.isWhitespace(filter.charAt(end))
				&& BRACKETS.indexOf(filter.charAt(end)) < 0 && filter.charAt(end) != '"') {
			end++;
		}
		return end;
	}

	private static int endOfText(String filter, int start) {
		for (var at = start + 1; at < filter.length(); at++) {
			if (filter.charAt(at) == '"') {
				return at + 1;
			}
			at += (filter.charAt(at) == '\\') ? 1 : 0;
		}
		throw invalid("has a text without end");
	}

	private Criteria alternatives() {
		var terms = new ArrayList<>(List.of(conjunction()));
		while (accept("or")) {
			terms.add(conjunction());
		}
		return (terms.size() == 1) ? terms.getFirst() : new Criteria().orOperator(terms);
	}

	private Criteria conjunction() {
		var terms = new ArrayList<>(List.of(term()));
		while (accept("and")) {
			terms.add(term());
		}
		return (terms.size() == 1) ? terms.getFirst() : new Criteria().andOperator(terms);
	}

	private Criteria term() {
		if (accept("(")) {
			var inner = alternatives();
			expect(")");
			return inner;
		}
		var attribute = attribute();
		expect("eq");
		var value = take();
		var known = this.attributes.get(attribute);
		if (known == null) {
			throw invalid("cannot compare " + attribute);
		}
		return known.apply(text(value));
	}

	/** The name of an attribute without its schema and its type of value. */
	private String attribute() {
		var name = take().toLowerCase(Locale.ROOT);
		var attribute = name.substring(name.startsWith("urn:") ? name.lastIndexOf(':') + 1 : 0);
		if (accept("[")) {
			requireOnlyMailAddress(attribute);
			expect("]");
			expect(".value");
			return attribute + ".value";
		}
		return attribute;
	}

	/** A person has one mail address, the primary one for work. */
	private void requireOnlyMailAddress(String attribute) {
		do {
			var isType = accept("type");
			if (!attribute.equals("emails") || (!isType && !accept("primary"))) {
				throw invalid("cannot select values of " + attribute);
			}
			expect("eq");
			expect(isType ? "\"work\"" : "true");
		}
		while (accept("and"));
	}

	private static String text(String token) {
		return token.startsWith("\"") ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1") : token;
	}

	private boolean accept(String token) {
		if (this.next < this.tokens.size() && this.tokens.get(this.next).equalsIgnoreCase(token)) {
			this.next++;
			return true;
		}
		return false;
	}

	private void expect(String token) {
		if (!accept(token)) {
			throw invalid("must have %s as token %d".formatted(token, this.next + 1));
		}
	}

	private String take() {
		if (this.next >= this.tokens.size()) {
			throw invalid("ends too early");
		}
		return this.tokens.get(this.next++);
	}

	private void requireEnd() {
		if (this.next < this.tokens.size()) {
			throw invalid("has unexpected text at token %d".formatted(this.next + 1));
		}
	}

	private static ScimException invalid(String message) {
		return ScimException.invalid("invalidFilter", "The filter %s.".formatted(message));
	}

}
