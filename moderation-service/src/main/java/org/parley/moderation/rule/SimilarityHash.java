package org.parley.moderation.rule;

import java.util.HexFormat;
import java.util.Optional;

/**
 * A SimHash of 64 bits over sequences of four characters: the fewer bits differ, the more
 * sequences two texts share.
 *
 * @see <a href=
 * "https://www.cs.princeton.edu/courses/archive/spring04/cos598B/bib/CharikarEstim.pdf">Charikar,
 * Similarity Estimation Techniques from Rounding Algorithms</a>
 */
record SimilarityHash(long bits) {

	/** The bits that may differ between texts that count as the same. */
	static final int TOLERANCE = 10;

	private static final int SEQUENCE = 4;

	private static final int LENGTH = 16;

	static SimilarityHash of(String words) {
		var weights = new int[Long.SIZE];
		for (var start = 0; start == 0 || start + SEQUENCE <= words.length(); start++) {
			var hash = hash(words, start, Math.min(words.length(), start + SEQUENCE));
			for (var bit = 0; bit < Long.SIZE; bit++) {
				weights[bit] += ((hash >>> bit) & 1) == 1 ? 1 : -1;
			}
		}
		var bits = 0L;
		for (var bit = 0; bit < Long.SIZE; bit++) {
			bits |= (weights[bit] > 0) ? 1L << bit : 0;
		}
		return new SimilarityHash(bits);
	}

	/** FNV-1a, mixed by the finalizer of SplitMix64. */
	private static long hash(String words, int start, int end) {
		var hash = 0xcbf29ce484222325L;
		for (var index = start; index < end; index++) {
			hash = (hash ^ words.charAt(index)) * 0x100000001b3L;
		}
		hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
		hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
		return hash ^ (hash >>> 31);
	}

	/** Reads a stored hash; empty for one of another kind. */
	static Optional<SimilarityHash> parse(String text) {
		return (text.length() == LENGTH && text.chars().allMatch(HexFormat::isHexDigit))
				? Optional.of(new SimilarityHash(HexFormat.fromHexDigitsToLong(text))) : Optional.empty();
	}

	boolean isSimilarTo(SimilarityHash other) {
		return Long.bitCount(this.bits ^ other.bits) <= TOLERANCE;
	}

	/** Returns the form that {@link #parse} reads. */
	String encoded() {
		return HexFormat.of().toHexDigits(this.bits);
	}

}
