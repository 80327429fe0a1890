package org.parley.forum.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import org.parley.contracts.LowerCaseName;

/**
 * Compares two texts by words, and by characters in scripts without spaces, if that is
 * affordable, else by runs of letters, else by lines, else as a whole.
 */
public final class TextDifference {

	/** The maximum number of compared words or lines; the work grows quadratically. */
	static final int BUDGET = 2_000;

	/** Scripts without spaces between words are compared by characters. */
	private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
			+ "\\p{IsKhmer}\\p{IsMyanmar}";

	private static final Pattern WORDS_AND_CHARACTERS = Pattern
		.compile("(?s)\\s++|(?:(?![%s])[\\p{L}\\p{N}_]\\p{M}*+)++|\\X".formatted(UNSPACED));

	private static final Pattern WORDS = Pattern.compile("(?s)\\s++|[\\p{L}\\p{N}\\p{M}_]++|\\X");

	private static final Pattern LINES = Pattern.compile("[^\\n]*+\\n|[^\\n]++");

	/** Joins the words of a replaced text; kept, it would mix two sentences. */
	private static final Pattern JOINT = Pattern.compile("[\\s\\p{P}|]*+");

	private final List<String> before;

	private final List<String> after;

	private final int start;

	private final int end;

	private TextDifference(Pattern unit, String before, String after) {
		this.before = split(unit, before);
		this.after = split(unit, after);
		this.start = commonStart(this.before, this.after);
		this.end = commonStart(middle(this.before, 0).reversed(), middle(this.after, 0).reversed());
	}

	/**
	 * Returns the parts of both texts in order. Kept and removed parts together are the
	 * text before, kept and added parts the text after, with line feeds as line breaks.
	 */
	public static List<Part> between(String before, String after) {
		var old = withLineFeeds(before);
		var current = withLineFeeds(after);
		return Stream.of(WORDS_AND_CHARACTERS, WORDS, LINES)
			.map((unit) -> new TextDifference(unit, old, current))
			.filter(TextDifference::isAffordable)
			.findFirst()
			.map(TextDifference::parts)
			.orElseGet(() -> List.of(new Part(Kind.REMOVED, old), new Part(Kind.ADDED, current)));
	}

	/** Whether two texts differ in more than the characters of their line breaks. */
	public static boolean isChange(String before, String after) {
		return !withLineFeeds(before).equals(withLineFeeds(after));
	}

	private static String withLineFeeds(String text) {
		return text.replace("\r\n", "\n");
	}

	private boolean isAffordable() {
		return middle(this.before, this.end).size() + middle(this.after, this.end).size() <= BUDGET;
	}

	private List<Part> parts() {
		var size = this.before.size();
		var parts = new ArrayList<Part>();
		add(parts, Kind.KEPT, this.before.subList(0, this.start));
		var removed = new ArrayList<String>();
		var added = new ArrayList<String>();
		for (var delta : deltas()) {
			var kept = delta.getType() == DeltaType.EQUAL;
			if (kept && !(isReplacement(removed, added) && isJoint(delta))) {
				addChange(parts, removed, added);
				add(parts, Kind.KEPT, delta.getSource().getLines());
			}
			else {
				removed.addAll(delta.getSource().getLines());
				added.addAll(delta.getTarget().getLines());
			}
		}
		addChange(parts, removed, added);
		add(parts, Kind.KEPT, this.before.subList(size - this.end, size));
		return List.copyOf(parts);
	}

	private static boolean isReplacement(List<String> removed, List<String> added) {
		return !removed.isEmpty() && !added.isEmpty();
	}

	private static boolean isJoint(AbstractDelta<String> kept) {
		return JOINT.matcher(String.join("", kept.getSource().getLines())).matches();
	}

	private List<AbstractDelta<String>> deltas() {
		return DiffUtils
			.diff(middle(this.before, this.end), middle(this.after, this.end), new MyersDiffWithLinearSpace<>(), null,
					true)
			.getDeltas();
	}

	/** Adds the removed part before the added part that replaces it. */
	private static void addChange(List<Part> parts, List<String> removed, List<String> added) {
		add(parts, Kind.REMOVED, removed);
		add(parts, Kind.ADDED, added);
		removed.clear();
		added.clear();
	}

	private static void add(List<Part> parts, Kind kind, List<String> tokens) {
		if (!tokens.isEmpty()) {
			parts.add(new Part(kind, String.join("", tokens)));
		}
	}

	/** The tokens between the common start and the last ones. */
	private List<String> middle(List<String> tokens, int last) {
		return tokens.subList(this.start, tokens.size() - last);
	}

	private static int commonStart(List<String> one, List<String> other) {
		var shorter = Math.min(one.size(), other.size());
		var common = 0;
		while (common < shorter && one.get(common).equals(other.get(common))) {
			common++;
		}
		return common;
	}

	private static List<String> split(Pattern unit, String text) {
		return unit.matcher(text).results().map(MatchResult::group).toList();
	}

	/** The kinds of parts. */
	public enum Kind implements LowerCaseName {

		KEPT, REMOVED, ADDED;

	}

	/**
	 * A part of one or both texts.
	 *
	 * @param kind whether the part was kept, removed or added
	 */
	public record Part(Kind kind, String text) {
	}

}
