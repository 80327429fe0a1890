package org.parley.platform.test.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parses the syntax of {@link Pattern}, as far as this project uses it.
 *
 * @see <a href=
 * "https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/util/regex/Pattern.html">
 * Pattern</a>
 */
final class RegexParser {

	private static final RegexNode NOTHING = new RegexNode.Sequence(List.of());

	private final String regex;

	private int flags;

	private int at;

	private RegexParser(String regex, int flags) {
		this.regex = regex;
		this.flags = flags;
	}

	/**
	 * Parses an expression.
	 * @throws IllegalArgumentException when its syntax is not supported
	 */
	static RegexNode parse(String regex, int flags) {
		var parser = new RegexParser(regex, flags);
		var node = parser.choice();
		parser.require(parser.isAtEnd(), "an unexpected )");
		return node;
	}

	private RegexNode choice() {
		var options = new ArrayList<RegexNode>(List.of(sequence()));
		while (take("|")) {
			options.add(sequence());
		}
		return (options.size() == 1) ? options.getFirst() : new RegexNode.Choice(options);
	}

	private RegexNode sequence() {
		var parts = new ArrayList<RegexNode>();
		while (!isAtEnd() && peek() != '|' && peek() != ')') {
			parts.add(repeated(part()));
		}
		return (parts.size() == 1) ? parts.getFirst() : new RegexNode.Sequence(parts);
	}

	private RegexNode repeated(RegexNode part) {
		var node = part;
		while (!isAtEnd() && isQuantifier()) {
			node = switch (next()) {
				case '?' -> new RegexNode.Repeat(node, 0, 1);
				case '*' -> new RegexNode.Repeat(node, 0, Integer.MAX_VALUE);
				case '+' -> new RegexNode.Repeat(node, 1, Integer.MAX_VALUE);
				default -> counted(node);
			};
			if (!take("?")) {
				take("+");
			}
		}
		return node;
	}

	private boolean isQuantifier() {
		return "?*+{".indexOf(peek()) >= 0;
	}

	private RegexNode counted(RegexNode node) {
		var end = this.regex.indexOf('}', this.at);
		var bounds = this.regex.substring(this.at, end);
		this.at = end + 1;
		var comma = bounds.indexOf(',');
		var min = Integer.parseInt((comma < 0) ? bounds : bounds.substring(0, comma));
		if (comma < 0) {
			return new RegexNode.Repeat(node, min, min);
		}
		var max = bounds.substring(comma + 1);
		return new RegexNode.Repeat(node, min, max.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(max));
	}

	private RegexNode part() {
		var start = this.at;
		return switch (next()) {
			case '(' -> group();
			case '[' -> {
				skipClass();
				yield one(start);
			}
			case '\\' -> escaped(start);
			case '^', '$' -> new RegexNode.Condition(NOTHING);
			default -> {
				if (Character.isHighSurrogate(this.regex.charAt(start)) && !isAtEnd()) {
					this.at++;
				}
				yield one(start);
			}
		};
	}

	private RegexNode group() {
		var outer = this.flags;
		var condition = false;
		if (take("?")) {
			if (take("=") || take("!") || take("<=") || take("<!")) {
				condition = true;
			}
			else if (take("<")) {
				this.at = this.regex.indexOf('>', this.at) + 1;
			}
			else if (!take(":") && !take(">") && !takeFlags()) {
				return NOTHING;
			}
		}
		var body = choice();
		require(take(")"), "no )");
		this.flags = outer;
		return condition ? new RegexNode.Condition(body) : body;
	}

	/** True for flags of a group, false for flags of the rest of the enclosing group. */
	private boolean takeFlags() {
		while (true) {
			switch (next()) {
				case 'i' -> this.flags |= Pattern.CASE_INSENSITIVE;
				case 's' -> this.flags |= Pattern.DOTALL;
				case 'm' -> this.flags |= Pattern.MULTILINE;
				case 'u' -> this.flags |= Pattern.UNICODE_CASE;
				case 'U' -> this.flags |= Pattern.UNICODE_CHARACTER_CLASS;
				case ')' -> {
					return false;
				}
				case ':' -> {
					return true;
				}
				default -> require(false, "an unknown flag");
			}
		}
	}

	private void skipClass() {
		var depth = 1;
		take("^");
		take("]");
		while (depth > 0) {
			switch (next()) {
				case '\\' -> this.at++;
				case '[' -> depth++;
				case ']' -> depth--;
				default -> {
				}
			}
		}
	}

	private RegexNode escaped(int start) {
		var kind = next();
		if ("bBAGzZ".indexOf(kind) >= 0) {
			return new RegexNode.Condition(NOTHING);
		}
		if (kind == 'Q') {
			return quoted();
		}
		require("123456789kRX".indexOf(kind) < 0, "an unknown escape");
		switch (kind) {
			case 'p', 'P', 'x', 'N' -> skipName((kind == 'x') ? 2 : 1);
			case 'u' -> this.at += 4;
			default -> {
			}
		}
		return one(start);
	}

	private void skipName(int shortLength) {
		this.at = (peek() == '{') ? this.regex.indexOf('}', this.at) + 1 : this.at + shortLength;
	}

	private RegexNode quoted() {
		var found = this.regex.indexOf("\\E", this.at);
		var end = (found < 0) ? this.regex.length() : found;
		var parts = this.regex.substring(this.at, end)
			.codePoints()
			.mapToObj(Character::toString)
			.map((text) -> (RegexNode) new RegexNode.One(text, Pattern.compile(Pattern.quote(text), this.flags)))
			.toList();
		this.at = Math.min(end + 2, this.regex.length());
		return new RegexNode.Sequence(parts);
	}

	private RegexNode one(int start) {
		var text = this.regex.substring(start, this.at);
		return new RegexNode.One(text, Pattern.compile(text, this.flags));
	}

	private boolean take(String text) {
		var there = this.regex.startsWith(text, this.at);
		if (there) {
			this.at += text.length();
		}
		return there;
	}

	private char next() {
		require(!isAtEnd(), "no end");
		return this.regex.charAt(this.at++);
	}

	private char peek() {
		return this.regex.charAt(this.at);
	}

	private boolean isAtEnd() {
		return this.at >= this.regex.length();
	}

	private void require(boolean condition, String otherwise) {
		if (!condition) {
			throw new IllegalArgumentException("%s has %s at %d".formatted(this.regex, otherwise, this.at));
		}
	}

}
