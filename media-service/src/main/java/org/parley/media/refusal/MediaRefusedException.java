package org.parley.media.refusal;

/** The file is refused. */
public final class MediaRefusedException extends RuntimeException {

	private final MediaRefusal refusal;

	public MediaRefusedException(MediaRefusal refusal) {
		super(refusal.code());
		this.refusal = refusal;
	}

	public MediaRefusal refusal() {
		return this.refusal;
	}

}
