package org.parley.summary.engine.extractive;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much a summary has in common with a reference: the harmonic mean of precision and
 * recall of its words, without stemming.
 *
 * @param one of single words
 * @param two of pairs of neighbouring words
 * @param longest of the longest common subsequence of words
 * @see <a href="https://aclanthology.org/W04-1013/">Lin 2004, ROUGE</a>
 */
record RougeScore(double one, double two, double longest) {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	static RougeScore of(String summary, String reference) {
		var words = words(summary);
		var expected = words(reference);
		return new RougeScore(ofSequences(words, expected, 1), ofSequences(words, expected, 2),
				mean(longestCommon(words, expected), words.size(), expected.size()));
	}

	static RougeScore mean(List<RougeScore> scores) {
		return new RougeScore(scores.stream().collect(Collectors.averagingDouble(RougeScore::one)),
				scores.stream().collect(Collectors.averagingDouble(RougeScore::two)),
				scores.stream().collect(Collectors.averagingDouble(RougeScore::longest)));
	}

	private static List<String> words(String text) {
		return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
	}

	private static double ofSequences(List<String> words, List<String> expected, int length) {
		var counts = count(words, length);
		var common = count(expected, length).entrySet()
			.stream()
			.mapToInt((entry) -> Math.min(entry.getValue(), counts.getOrDefault(entry.getKey(), 0)))
			.sum();
		return mean(common, words.size() - length + 1, expected.size() - length + 1);
	}

	private static Map<List<String>, Integer> count(List<String> words, int length) {
		var counts = new HashMap<List<String>, Integer>();
		IntStream.rangeClosed(0, words.size() - length)
			.forEach((start) -> counts.merge(words.subList(start, start + length), 1, Integer::sum));
		return counts;
	}

	private static int longestCommon(List<String> words, List<String> expected) {
		var lengths = new int[words.size() + 1][expected.size() + 1];
		for (var i = 1; i <= words.size(); i++) {
			for (var j = 1; j <= expected.size(); j++) {
				lengths[i][j] = words.get(i - 1).equals(expected.get(j - 1)) ? lengths[i - 1][j - 1] + 1
						: Math.max(lengths[i - 1][j], lengths[i][j - 1]);
			}
		}
		return lengths[words.size()][expected.size()];
	}

	private static double mean(int common, int given, int expected) {
		return (common == 0) ? 0 : 2.0 * common / (given + expected);
	}

}
