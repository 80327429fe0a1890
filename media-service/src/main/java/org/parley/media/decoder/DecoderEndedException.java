package org.parley.media.decoder;

/** The process ended, or sent something else than an answer, while it decoded. */
final class DecoderEndedException extends Exception {

	DecoderEndedException(String message) {
		super(message);
	}

}
