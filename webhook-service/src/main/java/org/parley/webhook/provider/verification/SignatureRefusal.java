package org.parley.webhook.provider.verification;

/** Why a signature is refused. */
public enum SignatureRefusal {

	/** The signature is missing or invalid. */
	BAD_SIGNATURE("bad-signature", "The signature is missing or invalid."),
	/** The signed time is too far from now. */
	STALE("stale", "The signature is valid, but its time is too far from now.");

	private final String word;

	private final String detail;

	SignatureRefusal(String word, String detail) {
		this.word = word;
		this.detail = detail;
	}

	/** The name in logs, metrics and problem codes. */
	public String word() {
		return this.word;
	}

	String detail() {
		return this.detail;
	}

}
