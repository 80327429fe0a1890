package org.parley.media.decoder.child;

import java.io.DataOutputStream;
import java.io.IOException;

/** A variant as the answer contains it. */
final class EncodedVariant {

	private final String name;

	private final int width;

	private final int height;

	private final String contentType;

	private final byte[] content;

	EncodedVariant(String name, int width, int height, String contentType, byte[] content) {
		this.name = name;
		this.width = width;
		this.height = height;
		this.contentType = contentType;
		this.content = content;
	}

	boolean hasSize(int otherWidth, int otherHeight) {
		return this.width == otherWidth && this.height == otherHeight;
	}

	byte[] content() {
		return this.content;
	}

	void write(DataOutputStream out) throws IOException {
		out.writeUTF(this.name);
		out.writeInt(this.width);
		out.writeInt(this.height);
		out.writeUTF(this.contentType);
		out.writeInt(this.content.length);
		out.write(this.content);
	}

}
