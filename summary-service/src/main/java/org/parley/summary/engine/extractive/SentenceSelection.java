package org.parley.summary.engine.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses among sentences: the one that opens the thread, central ones, none that repeats
 * another, and from the whole thread rather than from one part of it.
 */
final class SentenceSelection {

	private static final int PARTS = 3;

	/** Posts of which nobody misses a part. */
	private static final int FEW = 6;

	/** So many sentences are a summary already. */
	private static final int FEWEST = 3;

	private static final double THE_SAME = 0.75;

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
		this.parts = Math.clamp(this.places / FEW, 1, PARTS);
	}

	/** At most so many, in the order in which they were written. */
	List<CandidateSentence> of(int most) {
		int wanted = Math.min(most, Math.max(FEWEST, Math.ceilDiv(this.candidates.size(), 2)));
		int perPart = Math.ceilDiv(wanted, this.parts);
		if (this.candidates.getFirst().place() == 0) {
			this.chosen.add(0);
		}
		while (this.chosen.size() < wanted) {
			var best = IntStream.range(0, this.candidates.size())
				.filter((index) -> isNew(index) && chosenIn(part(index)) < perPart)
				.boxed()
				.max(Comparator.comparingDouble(this::worth));
			if (best.isEmpty()) {
				break;
			}
			this.chosen.add(best.get());
		}
		return this.chosen.stream().sorted().map(this.candidates::get).toList();
	}

	/** How a post begins often says what it comes to. */
	private static double[] scores(List<CandidateSentence> candidates, double[] centrality) {
		return IntStream.range(0, candidates.size())
			.mapToDouble((index) -> centrality[index] * (candidates.get(index).opening() ? 1.2 : 1))
			.toArray();
	}

	private boolean isNew(int index) {
		return !this.chosen.contains(index) && closest(index) < THE_SAME;
	}

	private double worth(int index) {
		return this.scores[index] * (1 - closest(index));
	}

	private double closest(int index) {
		return this.chosen.stream()
			.mapToDouble((other) -> this.sentenceSimilarity.between(index, other))
			.max()
			.orElse(0);
	}

	private int part(int index) {
		return this.candidates.get(index).place() * this.parts / this.places;
	}

	private long chosenIn(int part) {
		return this.chosen.stream().filter((index) -> part(index) == part).count();
	}

}
