package org.parley.webhook.provider;

/** Why a request is not believed. */
public enum SignatureRefusal {

	/** Nobody who knows the secret has signed this. */
	BAD_SIGNATURE("bad-signature", "The signature is missing, or not that of this provider."),
	/** It was signed too long ago, or by a clock that is wrong. */
	STALE("stale", "The signature is right, but its time is too far from now.");

	private final String word;

	private final String detail;

	SignatureRefusal(String word, String detail) {
		this.word = word;
		this.detail = detail;
	}

	/** For logs, metrics and codes. */
	public String word() {
		return this.word;
	}

	String detail() {
		return this.detail;
	}

}
