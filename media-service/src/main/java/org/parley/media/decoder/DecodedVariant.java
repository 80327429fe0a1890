package org.parley.media.decoder;

/** A file that the decoder has made. */
public final class DecodedVariant {

	private final String name;

	private final int width;

	private final int height;

	private final String contentType;

	private final byte[] content;

	DecodedVariant(String name, int width, int height, String contentType, byte[] content) {
		this.name = name;
		this.width = width;
		this.height = height;
		this.contentType = contentType;
		this.content = content;
	}

	/** {@code 96}, {@code 160}, {@code 640}, {@code 1600}, or {@code poster}. */
	public String name() {
		return this.name;
	}

	/** The width in pixels. */
	public int width() {
		return this.width;
	}

	/** The height in pixels. */
	public int height() {
		return this.height;
	}

	public String contentType() {
		return this.contentType;
	}

	/** The file, which is not copied. */
	public byte[] content() {
		return this.content;
	}

}
