package org.parley.summary.engine.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Selects the thread's first sentence and central sentences from all parts of the thread,
 * without repetitions.
 */
final class SentenceSelection {

	private static final int MAX_PARTS = 3;

	private static final int POSTS_PER_PART = 6;

	/** Up to this number, a summary can have more than half of the sentences. */
	private static final int MIN_SENTENCES = 3;

	/** Sentences with a higher similarity are repetitions. */
	private static final double REPETITION = 0.75;

	private final List<CandidateSentence> candidates;

	private final SentenceSimilarity sentenceSimilarity;

	private final double[] scores;

	private final int parts;

	private final int places;

	private final List<Integer> chosen = new ArrayList<>();

	SentenceSelection(List<CandidateSentence> candidates) {
		this.candidates = candidates;
		this.sentenceSimilarity = SentenceSimilarity.of(candidates);
		this.scores = scores(candidates, this.sentenceSimilarity.centrality());
		this.places = candidates.getLast().place() + 1;
		this.parts = Math.clamp(this.places / POSTS_PER_PART, 1, MAX_PARTS);
	}

	/** Returns at most the given number of sentences, in the order of the thread. */
	List<CandidateSentence> select(int limit) {
		int target = Math.min(limit, Math.max(MIN_SENTENCES, Math.ceilDiv(this.candidates.size(), 2)));
		int perPart = Math.ceilDiv(target, this.parts);
		if (this.candidates.getFirst().place() == 0) {
			this.chosen.add(0);
		}
		while (this.chosen.size() < target) {
			var best = IntStream.range(0, this.candidates.size())
				.filter((index) -> isNew(index) && countChosenIn(part(index)) < perPart)
				.boxed()
				.max(Comparator.comparingDouble(this::value));
			if (best.isEmpty()) {
				break;
			}
			this.chosen.add(best.get());
		}
		return this.chosen.stream().sorted().map(this.candidates::get).toList();
	}

	/** The first sentence of a post often has its main point. */
	private static double[] scores(List<CandidateSentence> candidates, double[] centrality) {
		return IntStream.range(0, candidates.size())
			.mapToDouble((index) -> centrality[index] * (candidates.get(index).opening() ? 1.2 : 1))
			.toArray();
	}

	private boolean isNew(int index) {
		return !this.chosen.contains(index) && maxSimilarity(index) < REPETITION;
	}

	private double value(int index) {
		return this.scores[index] * (1 - maxSimilarity(index));
	}

	private double maxSimilarity(int index) {
		return this.chosen.stream()
			.mapToDouble((other) -> this.sentenceSimilarity.between(index, other))
			.max()
			.orElse(0);
	}

	private int part(int index) {
		return this.candidates.get(index).place() * this.parts / this.places;
	}

	private long countChosenIn(int part) {
		return this.chosen.stream().filter((index) -> part(index) == part).count();
	}

}
