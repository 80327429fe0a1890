package org.parley.summary.engine.extractive;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.parley.summary.discussion.post.Passage;
import org.parley.summary.engine.SummarySentence;

/** Splits posts into a bounded number of sentences. */
final class SentenceSplitter {

	private static final int MAX_SENTENCES = 400;

	private static final int MIN_WORDS = 3;

	private static final int MAX_POST_LENGTH = 5_000;

	/** In characters, with what stands around it. */
	private static final int LONGEST_ABBREVIATION = 12;

	/** An initial, or an abbreviation that is followed by a name or a number. */
	private static final Pattern ABBREVIATED = Pattern.compile(
			"(?<![\\p{L}\\p{N}])(?:[a-zA-HJ-Z]|Dra?|Dott|Prof|Mr|Mrs|Ms|Mme|Mlle|Sra?|St|Nr|No|Art|Fig|vs)\\.\\s*+$");

	private SentenceSplitter() {
	}

	static List<CandidateSentence> split(List<Passage> passages) {
		int perPost = Math.max(2, MAX_SENTENCES / Math.max(1, passages.size()));
		var all = IntStream.range(0, passages.size())
			.boxed()
			.flatMap((place) -> split(passages.get(place), place).stream().limit(perPost))
			.toList();
		var longEnough = all.stream().filter((candidate) -> candidate.words().size() >= MIN_WORDS).toList();
		return thinOut(longEnough.isEmpty() ? all : longEnough);
	}

	private static List<CandidateSentence> split(Passage passage, int place) {
		var candidates = new ArrayList<CandidateSentence>();
		truncate(passage.text(), MAX_POST_LENGTH).lines().forEach((line) -> {
			var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
			breaks.setText(line);
			int from = breaks.first();
			for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
				if (to < line.length() && isAbbreviated(line.substring(from, to))) {
					continue;
				}
				var text = truncate(line.substring(from, to).strip(), SummarySentence.MAX_LENGTH);
				var words = StemmedWords.extract(text);
				if (!words.isEmpty()) {
					candidates.add(new CandidateSentence(text, words, passage.number(), place, candidates.isEmpty()));
				}
				from = to;
			}
		});
		return candidates;
	}

	/** Whether a part of a sentence ends with the point of an abbreviation. */
	private static boolean isAbbreviated(String part) {
		return ABBREVIATED.matcher(part.substring(Math.max(0, part.length() - LONGEST_ABBREVIATION))).find();
	}

	private static List<CandidateSentence> thinOut(List<CandidateSentence> all) {
		int step = Math.ceilDiv(all.size(), MAX_SENTENCES);
		return (step <= 1) ? all
				: IntStream.range(0, all.size() / step).mapToObj((index) -> all.get(index * step)).toList();
	}

	/** Truncates a text, at a word boundary if possible. */
	static String truncate(String text, int maxLength) {
		if (text.length() <= maxLength) {
			return text;
		}
		int space = text.lastIndexOf(' ', maxLength - 1);
		int end = (space > maxLength / 2) ? space : maxLength - 1;
		return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
	}

	/**
	 * Splits a text of any language into comparable units: lower-case words, and
	 * character pairs for scripts without spaces.
	 */
	static final class StemmedWords {

		private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

		private static final Pattern NON_SPACES = Pattern.compile("\\S++");

		private static final Pattern UNSPACED = Pattern
			.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");

		private StemmedWords() {
		}

		static List<String> extract(String text) {
			var words = new ArrayList<String>();
			var matcher = WORD.matcher(withoutUrls(text));
			while (matcher.find()) {
				add(matcher.group().toLowerCase(Locale.ROOT), words);
			}
			return List.copyOf(words);
		}

		private static String withoutUrls(String text) {
			return NON_SPACES.matcher(text)
				.replaceAll((match) -> isUrl(match.group()) ? " " : Matcher.quoteReplacement(match.group()));
		}

		private static boolean isUrl(String token) {
			var scheme = token.indexOf("://", 1);
			return scheme > 0 && scheme + "://".length() < token.length();
		}

		private static void add(String word, List<String> words) {
			if (!UNSPACED.matcher(word).find() || word.codePointCount(0, word.length()) < 3) {
				words.add(word);
				return;
			}
			int at = 0;
			for (int next = word.offsetByCodePoints(at, 1); next < word.length(); next = word.offsetByCodePoints(at,
					1)) {
				words.add(word.substring(at, word.offsetByCodePoints(next, 1)));
				at = next;
			}
		}

	}

}
