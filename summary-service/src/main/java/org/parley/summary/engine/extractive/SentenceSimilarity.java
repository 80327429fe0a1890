package org.parley.summary.engine.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The similarity of sentences: the cosine of their word vectors, weighted by rarity. */
final class SentenceSimilarity {

	/** A sentence whose similarities sum up to less is isolated. */
	private static final double ISOLATED = 1e-9;

	private final double[][] cosines;

	private SentenceSimilarity(double[][] cosines) {
		this.cosines = cosines;
	}

	static SentenceSimilarity of(List<CandidateSentence> candidates) {
		var vectors = vectors(candidates);
		var cosines = new double[vectors.size()][vectors.size()];
		for (int i = 0; i < vectors.size(); i++) {
			cosines[i][i] = 1;
			for (int j = 0; j < i; j++) {
				cosines[i][j] = product(vectors.get(i), vectors.get(j));
				cosines[j][i] = cosines[i][j];
			}
		}
		return new SentenceSimilarity(cosines);
	}

	double between(int one, int other) {
		return this.cosines[one][other];
	}

	/**
	 * Returns the centrality of each sentence: the stationary distribution of a random
	 * walk between similar sentences.
	 * @see <a href="https://doi.org/10.1613/jair.1523">LexRank (Erkan and Radev,
	 * 2004)</a>
	 */
	double[] centrality() {
		int count = this.cosines.length;
		var sums = new double[count];
		var ranks = new double[count];
		for (int i = 0; i < count; i++) {
			sums[i] = Arrays.stream(this.cosines[i]).sum() - 1;
			ranks[i] = 1d / count;
		}
		for (int round = 0; round < 30; round++) {
			ranks = nextRanks(ranks, sums);
		}
		return ranks;
	}

	private double[] nextRanks(double[] ranks, double[] sums) {
		int count = ranks.length;
		var next = new double[count];
		for (int to = 0; to < count; to++) {
			double reached = 0;
			for (int from = 0; from < count; from++) {
				if (from != to && sums[from] > ISOLATED) {
					reached += ranks[from] * this.cosines[from][to] / sums[from];
				}
			}
			next[to] = 0.15 / count + 0.85 * reached;
		}
		return next;
	}

	private static List<Map<String, Double>> vectors(List<CandidateSentence> candidates) {
		var frequencies = new HashMap<String, Integer>();
		candidates.forEach((candidate) -> new HashSet<>(candidate.words())
			.forEach((word) -> frequencies.merge(word, 1, Integer::sum)));
		var vectors = new ArrayList<Map<String, Double>>();
		for (var candidate : candidates) {
			var vector = new HashMap<String, Double>();
			candidate.words()
				.forEach((word) -> vector.merge(word, weight(candidates.size(), frequencies, word), Double::sum));
			double length = Math.sqrt(vector.values().stream().mapToDouble((value) -> value * value).sum());
			vector.replaceAll((_, value) -> value / length);
			vectors.add(vector);
		}
		return vectors;
	}

	/** The inverse document frequency of a word. */
	private static double weight(int count, Map<String, Integer> frequencies, String word) {
		return Math.log(1 + (double) count / frequencies.getOrDefault(word, 1));
	}

	private static double product(Map<String, Double> one, Map<String, Double> other) {
		if (one.size() > other.size()) {
			return product(other, one);
		}
		double product = 0;
		for (var entry : one.entrySet()) {
			product += entry.getValue() * other.getOrDefault(entry.getKey(), 0d);
		}
		return product;
	}

}
