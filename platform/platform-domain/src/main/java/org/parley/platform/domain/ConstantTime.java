package org.parley.platform.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares secrets without revealing by the duration where they differ. */
public final class ConstantTime {

	private ConstantTime() {
	}

	public static boolean isEqual(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
