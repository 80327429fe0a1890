package org.parley.platform.test.pattern;

/** A text that counts accesses and fails beyond a limit. */
final class CountedText implements CharSequence {

	private final String text;

	private final long limit;

	private long count;

	CountedText(String text, long limit) {
		this.text = text;
		this.limit = limit;
	}

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public char charAt(int index) {
		this.count++;
		if (this.count > this.limit) {
			throw new TooManyStepsException();
		}
		return this.text.charAt(index);
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return this.text.subSequence(start, end);
	}

	@Override
	public String toString() {
		return this.text;
	}

	/** The limit is exceeded. */
	static final class TooManyStepsException extends RuntimeException {

		TooManyStepsException() {
			super(null, null, false, false);
		}

	}

}
