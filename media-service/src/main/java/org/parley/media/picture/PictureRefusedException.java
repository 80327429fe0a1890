package org.parley.media.picture;

/** The file is refused. */
public final class PictureRefusedException extends RuntimeException {

	private final PictureRefusal refusal;

	public PictureRefusedException(PictureRefusal refusal) {
		super(refusal.code());
		this.refusal = refusal;
	}

	public PictureRefusal refusal() {
		return this.refusal;
	}

}
