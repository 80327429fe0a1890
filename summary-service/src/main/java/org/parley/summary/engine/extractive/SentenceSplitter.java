package org.parley.summary.engine.extractive;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.parley.summary.discussion.Passage;
import org.parley.summary.engine.SummarySentence;

/** Splits posts into sentences: a bounded number, however much was written. */
final class SentenceSplitter {

	private static final int MOST = 400;

	private static final int FEWEST_WORDS = 3;

	private static final int LONGEST_POST = 5_000;

	private SentenceSplitter() {
	}

	static List<CandidateSentence> of(List<Passage> passages) {
		int perPost = Math.max(2, MOST / Math.max(1, passages.size()));
		var all = IntStream.range(0, passages.size())
			.boxed()
			.flatMap((place) -> split(passages.get(place), place).stream().limit(perPost))
			.toList();
		var telling = all.stream().filter((candidate) -> candidate.words().size() >= FEWEST_WORDS).toList();
		return thinned(telling.isEmpty() ? all : telling);
	}

	private static List<CandidateSentence> split(Passage passage, int place) {
		var candidates = new ArrayList<CandidateSentence>();
		clipped(passage.text(), LONGEST_POST).lines().forEach((line) -> {
			var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
			breaks.setText(line);
			int from = breaks.first();
			for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
				var text = clipped(line.substring(from, to).strip(), SummarySentence.LONGEST);
				var words = StemmedWords.of(text);
				if (!words.isEmpty()) {
					candidates.add(new CandidateSentence(text, words, passage.number(), place, candidates.isEmpty()));
				}
				from = to;
			}
		});
		return candidates;
	}

	private static List<CandidateSentence> thinned(List<CandidateSentence> all) {
		int step = Math.ceilDiv(all.size(), MOST);
		return (step <= 1) ? all : IntStream.range(0, all.size() / step).mapToObj((at) -> all.get(at * step)).toList();
	}

	/** At most so long, ending with a whole word where there is one. */
	static String clipped(String text, int longest) {
		if (text.length() <= longest) {
			return text;
		}
		int space = text.lastIndexOf(' ', longest - 1);
		int end = (space > longest / 2) ? space : longest - 1;
		return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
	}

}
