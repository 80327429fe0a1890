package org.parley.media.work;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of files, in lower-case hexadecimal. */
final class ContentHash {

	private ContentHash() {
	}

	static String of(byte[] content) {
		return HexFormat.of().formatHex(sha256().digest(content));
	}

	static String of(Path file) throws IOException {
		try (var content = new DigestInputStream(Files.newInputStream(file), sha256())) {
			content.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(content.getMessageDigest().digest());
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
