package org.parley.media.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/** Reads a file from its start to its end; reading beyond the end refuses it. */
final class PictureBytes {

	/** The largest file that is filled up. */
	private static final int MAX_FILLED = 10 * 1024 * 1024;

	/** What has fewer bytes shows nothing. */
	private static final int MIN_FILLED = 32;

	private final byte[] bytes;

	private final int end;

	private int place;

	PictureBytes(byte[] bytes) {
		this(bytes, 0, bytes.length);
	}

	/** Reads a part of a file, which is not copied. */
	PictureBytes(byte[] bytes, int start, int end) {
		this.bytes = bytes;
		this.place = start;
		this.end = end;
	}

	int next() {
		require(1);
		return this.bytes[this.place++] & 0xFF;
	}

	/** A number of two bytes, the most significant first. */
	int nextShort() {
		return next() << 8 | next();
	}

	/** A number of four bytes, the most significant first. */
	long nextInt() {
		return (long) nextShort() << 16 | nextShort();
	}

	/** The number of four bytes that follows, which is read again. */
	long peekInt() {
		var number = nextInt();
		this.place -= 4;
		return number;
	}

	/** A number of some bytes, the least significant first. */
	long nextLittle(int count) {
		long number = 0;
		for (int i = 0; i < count; i++) {
			number |= (long) next() << (8 * i);
		}
		return number;
	}

	String nextText(int length) {
		require(length);
		var text = new String(this.bytes, this.place, length, StandardCharsets.ISO_8859_1);
		this.place += length;
		return text;
	}

	byte[] nextBytes(long length) {
		require(length);
		this.place += (int) length;
		return Arrays.copyOfRange(this.bytes, this.place - (int) length, this.place);
	}

	void skip(long count) {
		require(count);
		this.place += (int) count;
	}

	int place() {
		return this.place;
	}

	/** Whether the file continues. */
	boolean hasMore() {
		return this.place < this.end;
	}

	int remaining() {
		return this.end - this.place;
	}

	/**
	 * Whether a part of this length that begins here and broke off is filled up with
	 * zeros, so that decoders show its beginning.
	 */
	boolean canFill(long length) {
		return remaining() >= MIN_FILLED && length > remaining() && length <= MAX_FILLED - this.place;
	}

	private void require(long count) {
		if (count < 0 || count > remaining()) {
			throw new MediaRefusedException(MediaRefusal.TRUNCATED);
		}
	}

	/** Refuses a file whose structure is damaged. */
	static MediaRefusedException damaged() {
		return new MediaRefusedException(MediaRefusal.UNDECODABLE);
	}

}
