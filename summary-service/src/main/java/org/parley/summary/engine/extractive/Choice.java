package org.parley.summary.engine.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses among sentences: central ones, none that repeats another, and from the whole
 * thread rather than from one part of it.
 */
final class Choice {

	private static final int PARTS = 3;

	private static final double THE_SAME = 0.75;

	private final List<Candidate> candidates;

	private final Likeness likeness;

	private final double[] scores;

	private final int parts;

	private final int places;

	private final List<Integer> chosen = new ArrayList<>();

	Choice(List<Candidate> candidates) {
		this.candidates = candidates;
		this.likeness = Likeness.of(candidates);
		this.scores = scores(candidates, this.likeness.centrality());
		this.places = candidates.getLast().place() + 1;
		this.parts = Math.min(PARTS, this.places);
	}

	/** At most so many, in the order in which they were written. */
	List<Candidate> of(int most) {
		int wanted = Math.min(most, Math.ceilDiv(this.candidates.size(), 2));
		int perPart = Math.ceilDiv(wanted, this.parts);
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

	/** How a post and a thread begin says what they are about. */
	private static double[] scores(List<Candidate> candidates, double[] centrality) {
		return IntStream.range(0, candidates.size()).mapToDouble((index) -> {
			var candidate = candidates.get(index);
			double bonus = candidate.opening() ? 1.2 : 1;
			return centrality[index] * ((candidate.opening() && candidate.place() == 0) ? 1.6 : bonus);
		}).toArray();
	}

	private boolean isNew(int index) {
		return !this.chosen.contains(index) && closest(index) < THE_SAME;
	}

	private double worth(int index) {
		return this.scores[index] * (1 - closest(index));
	}

	private double closest(int index) {
		return this.chosen.stream().mapToDouble((other) -> this.likeness.between(index, other)).max().orElse(0);
	}

	private int part(int index) {
		return this.candidates.get(index).place() * this.parts / this.places;
	}

	private long chosenIn(int part) {
		return this.chosen.stream().filter((index) -> part(index) == part).count();
	}

}
